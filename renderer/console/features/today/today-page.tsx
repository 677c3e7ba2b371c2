import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import type { SpeechDay } from '../../../../common/speech'
import { Button } from '../../../ui/button'
import { PageTitle } from '../../../ui/page-title'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { useSelectedChild } from '../../selected-child'
import { ChildTimeBar } from './child-time-bar'
import { childrenCountedIn, subjectName } from './children-counted'
import { dayAsCounted } from './day-as-counted'
import { daySentence } from './day-sentence'
import { DaySummary, summaryRange } from './day-summary'
import { EmptyPastDay, EmptyToday, NoChildYet } from './empty-day'
import { FallbackNote } from './fallback-note'
import { HowCounted } from './how-counted'
import { ListeningLine } from './listening-line'
import { addDays } from './local-day'
import { RibbonSection } from './ribbon-section'
import { SaveDayPdf } from './save-day-pdf'
import { SharesBar } from './shares-bar'
import { ThreeNumbers } from './three-numbers'

/** How much was spoken near the child today, or on a day before. */
export function TodayPage() {
  const { t } = useTranslation('today')
  const { child, isLoading } = useSelectedChild()
  if (child !== null) return <ChildsDay key={child.id} child={child} />
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {isLoading ? <Waiting /> : <NoChildYet />}
    </>
  )
}

function ChildsDay({ child }: { readonly child: Child }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [localDay, setLocalDay] = useState<string | null>(null)
  // Asked again by itself too: a family's day ends without anything being said.
  const today = useCall('speech.day', [{ childId: child.id, localDay: null }], { refetchIntervalMs: 60_000 })
  const shown = useCall('speech.day', [{ childId: child.id, localDay }])
  const todaysDay = today.data?.localDay ?? null
  const isToday = localDay === null
  const day = localDay ?? todaysDay

  function go(days: number): void {
    if (day === null) return
    const next = addDays(day, days)
    setLocalDay(todaysDay !== null && next >= todaysDay ? null : next)
  }

  return (
    <div className="flex flex-col gap-8">
      <PageTitle
        aside={
          <nav aria-label={t('title')} className="flex items-center gap-1">
            <Button kind="quiet" aria-label={t('previousDay')} disabled={day === null} onClick={() => { go(-1) }}>
              <ChevronLeft aria-hidden size={22} className="rtl:-scale-x-100" />
            </Button>
            <span className="min-w-44 text-center" aria-live="polite">
              {day === null ? '' : format.day(day, 'long')}
            </span>
            <Button kind="quiet" aria-label={t('nextDay')} disabled={isToday} onClick={() => { go(1) }}>
              <ChevronRight aria-hidden size={22} className="rtl:-scale-x-100" />
            </Button>
          </nav>
        }
      >
        {isToday || day === null ? t('title') : format.day(day, 'long')}
      </PageTitle>
      {shown.isError && <CallErrorNote error={shown.error} />}
      {shown.data === undefined && !shown.isError && <Waiting />}
      {shown.data !== undefined && (
        <DayView
          day={shown.data}
          child={child}
          isToday={isToday}
          onBack={() => {
            setLocalDay(null)
          }}
        />
      )}
    </div>
  )
}

interface DayViewProps {
  readonly day: SpeechDay
  readonly child: Child
  readonly isToday: boolean
  readonly onBack: () => void
}

function DayView({ day: heard, child, isToday, onBack }: DayViewProps) {
  const { t } = useTranslation('today')
  const { t: speech } = useTranslation('speech')
  const format = useFormat()
  const status = useCall('listening.status', [])
  const settings = useCall('settings.get', [])
  const timeZone = settings.data?.timeZone
  const now = isToday && status.data?.childId === child.id ? status.data.childrenCounted : null
  const counted = childrenCountedIn(heard.totals.soundMs, now)
  const isFallback = status.data?.typer === 'acoustic-baseline'
  const subject = { counted, childName: child.name }
  const day = useMemo(() => dayAsCounted(heard, counted), [heard, counted])
  const dayName = isToday ? null : format.day(day.localDay, 'long')

  if (daySentence(day.totals) === 'none' && day.totals.gapMs === 0) {
    if (dayName !== null) return <EmptyPastDay day={dayName} onBack={onBack} />
    if (status.data === undefined) return <Waiting />
    return <EmptyToday status={status.data} childId={child.id} childName={child.name} />
  }
  const range = summaryRange(t, format, day.totals)
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-4">
        <p className="max-w-4xl font-title text-xl leading-snug" data-part="sentence">
          <DaySummary totals={day.totals} subject={subject} day={dayName} format={format} />
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-soft">
          {range !== '' && <span>{range}</span>}
          <HowCounted kind="plain" small isFallback={isFallback} />
        </div>
        {isToday && isFallback && <FallbackNote />}
        {isToday && status.data !== undefined && <ListeningLine status={status.data} childId={child.id} />}
      </div>
      {timeZone !== undefined && <RibbonSection day={day} subject={subject} timeZone={timeZone} format={format} />}
      {day.totals.listenedMs > 0 && (
        <>
          <section aria-labelledby="numbers-title">
            <h2 id="numbers-title" className="mb-4 text-lg font-semibold">
              {t('numbersTitle')}
            </h2>
            <ThreeNumbers day={day} subject={subject} format={format} />
          </section>
          <section aria-labelledby="shares-title">
            <h2 id="shares-title" className="mb-3 text-lg font-semibold">
              {t('sharesTitle')}
            </h2>
            <SharesBar soundMs={day.totals.soundMs} format={format} />
          </section>
          <section aria-labelledby="child-time-title">
            <h2 id="child-time-title" className="mb-3 text-lg font-semibold">
              {t('childTime.title', { name: subjectName(speech, subject) })}
            </h2>
            <ChildTimeBar soundMs={day.totals.soundMs} subject={subject} format={format} />
          </section>
        </>
      )}
      <div>
        <SaveDayPdf childId={child.id} localDay={day.localDay} />
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-6 pt-4">
      <Skeleton className="h-10 w-3/4" />
      <Skeleton className="h-52 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  )
}
