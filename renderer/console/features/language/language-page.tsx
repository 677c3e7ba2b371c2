import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { buttonClass } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { PageTitle } from '../../../ui/page-title'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useSelectedChild } from '../../selected-child'
import { NestOnBranch } from '../today/drawings'
import { addDays } from '../today/local-day'
import { ComparisonSentence } from './comparison-sentence'
import { HeatSection } from './heat-section'
import { PeriodPicker } from './period-picker'
import { type Step, periodsOf, rangeOf } from './period-range'
import { listenedPeriods } from './trend-points'
import { TrendSection } from './trend-section'
import { VoicesSection } from './voices-section'

/** Rows of the heat map: two weeks can be read without scrolling. */
const HEAT_DAYS = 14

/** How rich the talk around the child is over days, weeks and months, beside its own earlier weeks. */
export function LanguagePage() {
  const { t } = useTranslation('language')
  const { child, isLoading } = useSelectedChild()
  // The family's today comes with the day's numbers; its date is not the computer's.
  const today = useCall('speech.day', [{ childId: child?.id ?? '', localDay: null }], { enabled: child !== null })
  if (child !== null && today.data !== undefined) return <ChildsLanguage key={child.id} child={child} today={today.data.localDay} />
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {today.isError && <CallErrorNote error={today.error} />}
      {!today.isError && (isLoading || child !== null) && <Waiting />}
      {!isLoading && child === null && (
        <EmptyState
          drawing={<NestOnBranch state="empty" />}
          sentence={t('noChildren')}
          action={
            <Link to="/children" className={buttonClass('primary')}>
              {t('noChildrenAction')}
            </Link>
          }
        />
      )}
    </>
  )
}

function ChildsLanguage({ child, today }: { readonly child: Child; readonly today: string }) {
  const { t } = useTranslation('language')
  const [step, setStep] = useState<Step>('day')
  const [page, setPage] = useState(0)
  const periods = periodsOf(step, today, page)
  const range = rangeOf(periods, today)
  const answer = useCall('speech.periods', [{ childId: child.id, ...range, by: step }])
  const heatFrom = addDays(range.to, 1 - HEAT_DAYS)
  const listened = answer.data === undefined ? null : listenedPeriods(periods, answer.data)

  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-5">
        <PageTitle>{t('title')}</PageTitle>
        <ComparisonSentence childId={child.id} childName={child.name} today={today} />
        <PeriodPicker
          step={step}
          range={range}
          isLatest={page === 0}
          onStep={(next) => {
            setStep(next)
            setPage(0)
          }}
          onEarlier={() => {
            setPage(page + 1)
          }}
          onLater={() => {
            setPage(Math.max(0, page - 1))
          }}
        />
      </div>
      {answer.isError && <CallErrorNote error={answer.error} />}
      {listened === null && !answer.isError && <Waiting />}
      {listened !== null &&
        (listened.some(({ totals }) => totals !== null) ? (
          <>
            <TrendSection step={step} periods={listened} />
            <VoicesSection step={step} periods={listened} childName={child.name} />
            <HeatSection childId={child.id} from={heatFrom} to={range.to} />
          </>
        ) : (
          <EmptyState
            drawing={<NestOnBranch state="empty" />}
            sentence={t('empty')}
            action={
              <Link to="/" className={buttonClass('plain')}>
                {t('emptyAction')}
              </Link>
            }
          />
        ))}
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-6 pt-4">
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="h-64 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}
