import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { useFormat } from '../../format/use-format'
import { HowCounted } from '../today/how-counted'
import { addDays, mondayOf } from '../today/local-day'
import { compareWeek } from './comparison'

/** How far "usual" looks back. */
const WEEKS_BACK = 12

export interface ComparisonSentenceProps {
  readonly childId: string
  readonly childName: string
  readonly today: string
}

/** This week beside the child's own earlier ones, or what is missing to say so. */
export function ComparisonSentence({ childId, childName, today }: ComparisonSentenceProps) {
  const { t } = useTranslation('language')
  const format = useFormat()
  const monday = mondayOf(today)
  const status = useCall('listening.status', [])
  const weeks = useCall('speech.periods', [{ childId, from: addDays(monday, -7 * WEEKS_BACK), to: today, by: 'week' }])
  // The page asks the same channel for its picture and says there what went wrong, once.
  if (weeks.isError) return null
  if (weeks.data === undefined) return <Skeleton className="h-10 w-2/3" />
  const compared = compareWeek(
    weeks.data.find(({ endsOn }) => endsOn >= monday),
    weeks.data.filter(({ endsOn }) => endsOn < monday),
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-4xl font-title text-xl leading-snug" data-part="sentence">
        {sentence()}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-soft">
        <span className="max-w-3xl">{basis()}</span>
        <HowCounted kind="plain" small isFallback={status.data?.typer === 'acoustic-baseline'} />
      </div>
    </div>
  )

  function sentence(): string {
    switch (compared.kind) {
      case 'few-weeks':
        return compared.weeks === 0
          ? t('sentence.few-weeks-none', { name: childName })
          : t('sentence.few-weeks', { name: childName, count: compared.weeks })
      case 'short-week':
        return t('sentence.short-week', { listened: format.duration(compared.listenedMs) })
      case 'more':
      case 'less':
      case 'similar':
        return t(`sentence.${compared.kind}`, { name: childName, difference: format.percent(compared.difference) })
    }
  }

  function basis(): string {
    return 'difference' in compared ? t('basis.compared', { name: childName, count: compared.weeks }) : t('basis.missing')
  }
}
