import './day-report.css'
import { Fragment, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FamilySettings } from '../../../../common/settings'
import type { SpeechDay } from '../../../../common/speech'
import { RibbonPicture } from '../../../ui/charts/ribbon-picture'
import { ribbonLayout } from '../../../ui/charts/ribbon-layout'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { ChildTimeBar } from '../today/child-time-bar'
import { childrenCountedIn, subjectName } from '../today/children-counted'
import { dayAsCounted } from '../today/day-as-counted'
import { DaySummary, summaryRange } from '../today/day-summary'
import { METRICS } from '../today/metrics'
import { ribbonTexts } from '../today/ribbon-texts'
import { SharesBar } from '../today/shares-bar'
import { ReportHours } from './report-hours'

/** The sheet's text area in CSS pixels: A4 without its padding. */
const WIDTH = 698

export interface DayReportPageProps {
  readonly childId: string
  readonly localDay: string
}

/** One day on one sheet of paper. Says `data-ready="true"` on the document once all of it stands. */
export function DayReportPage({ childId, localDay }: DayReportPageProps) {
  const { t, i18n } = useTranslation('report')
  const day = useCall('speech.day', [{ childId, localDay }])
  const children = useCall('children.list', [{ includeArchived: true }])
  const settings = useCall('settings.get', [])
  const failed = day.error ?? children.error ?? settings.error
  if (failed !== null) {
    return (
      <main className="day-report">
        <CallErrorNote error={failed} />
      </main>
    )
  }
  // The page starts in the language remembered for sign-in; the sheet waits for the family's.
  const inLanguage = settings.data !== undefined && i18n.language === settings.data.language
  if (day.data === undefined || children.data === undefined || settings.data === undefined || !inLanguage) {
    return <main className="day-report">{t('loading')}</main>
  }
  const child = children.data.find(({ id }) => id === childId)
  if (child === undefined) return <main className="day-report">{t('unknownChild')}</main>
  return <Sheet day={day.data} childName={child.name} settings={settings.data} />
}

interface SheetProps {
  readonly day: SpeechDay
  readonly childName: string
  readonly settings: FamilySettings
}

function Sheet({ day: heard, childName, settings }: SheetProps) {
  const { t } = useTranslation('report')
  const { t: speech } = useTranslation('speech')
  const { t: today } = useTranslation('today')
  const format = useFormat()
  const counted = childrenCountedIn(heard.totals.soundMs)
  const subject = { counted, childName }
  const day = useMemo(() => dayAsCounted(heard, counted), [heard, counted])
  const layout = useMemo(() => ribbonLayout(day.bins, day.dayStartsAt, day.dayEndsAt), [day])
  const [madeAt] = useState(() => Date.now())
  const dayName = format.day(day.localDay, 'long')
  useReady()

  return (
    <main className="day-report">
      <header>
        <h1>
          {t('title', { name: childName })} · {format.date(day.dayStartsAt)}
        </h1>
        <p className="sentence">
          <DaySummary totals={day.totals} subject={subject} day={dayName} format={format} />
        </p>
        <p>{summaryRange(today, format, day.totals)}</p>
      </header>
      <section>
        <h2>{today('ribbonTitle')}</h2>
        <RibbonPicture
          layout={layout}
          dayStartsAt={day.dayStartsAt}
          dayEndsAt={day.dayEndsAt}
          timeZone={settings.timeZone}
          texts={ribbonTexts(speech, format, subject, layout)}
          width={WIDTH}
          height={178}
        />
        <p>{speech('ribbon.keyShort')}</p>
      </section>
      {day.totals.listenedMs > 0 && (
        <>
          <section>
            <h2>{t('numbers')}</h2>
            <div className="grid grid-cols-3 gap-6">
              {METRICS.map((metric) => (
                <p key={metric}>
                  <span className="text-[22px] leading-tight font-semibold">{format.about(day.totals[metric].value)}</span>
                  <br />
                  {speech(`metrics.${metric}`)}, {speech('range', { range: format.range(day.totals[metric]) })}
                  <br />
                  {today('basedOn', { listened: format.duration(day.totals.listenedMs) })}
                </p>
              ))}
            </div>
          </section>
          <div className="report-shares grid grid-cols-2 gap-6">
            <section>
              <h2>{t('heard')}</h2>
              <SharesBar soundMs={day.totals.soundMs} format={format} brief />
            </section>
            <section>
              <h2>{today('childTime.title', { name: subjectName(speech, subject) })}</h2>
              <ChildTimeBar soundMs={day.totals.soundMs} subject={subject} format={format} brief />
            </section>
          </div>
        </>
      )}
      {layout.slots.length > 0 && (
        <section>
          <h2>{t('byHour')}</h2>
          <ReportHours bins={day.bins} dayStartsAt={day.dayStartsAt} subject={subject} format={format} />
        </section>
      )}
      <footer>
        <h2>{speech('how.title')}</h2>
        <p>
          {speech('how.intro')}{' '}
          {METRICS.map((metric) => (
            <Fragment key={metric}>
              <b>{speech(`metrics.${metric}`)}:</b> {speech(`how.${metric}`)}{' '}
            </Fragment>
          ))}
          <b>{speech('how.rangeTitle')}:</b> {speech('how.range')} {speech('how.limits')}
        </p>
        <p className="mt-2 text-ink-soft">{t('made', { date: format.dateTime(madeAt), version: __APP_VERSION__ })}</p>
      </footer>
    </main>
  )
}

/** Tells the window that prints: everything is laid out and in its own letters. */
function useReady(): void {
  useEffect(() => {
    let shown = true
    // A layout makes the browser ask for its fonts; a hidden window is never painted, so that is done by hand.
    document.body.getBoundingClientRect()
    void document.fonts.ready.then(() => {
      if (shown) document.documentElement.dataset['ready'] = 'true'
    })
    return () => {
      shown = false
      delete document.documentElement.dataset['ready']
    }
  }, [])
}
