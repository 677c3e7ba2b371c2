import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpeechDay } from '../../../../common/speech'
import { DayRibbon } from '../../../ui/charts/day-ribbon'
import { ribbonLayout } from '../../../ui/charts/ribbon-layout'
import { ChartHeading } from '../../chart-heading'
import type { Format } from '../../format/format'
import type { Subject } from './children-counted'
import { HourTable } from './hour-table'
import { describeSlot, ribbonTexts } from './ribbon-texts'

export interface RibbonSectionProps {
  readonly day: SpeechDay
  readonly subject: Subject
  readonly timeZone: string
  readonly format: Format
}

/** Who spoke when, as picture or as table. */
export function RibbonSection({ day, subject, timeZone, format }: RibbonSectionProps) {
  const { t } = useTranslation(['today', 'speech'])
  const { t: speech } = useTranslation('speech')
  const [asTable, setAsTable] = useState(false)
  const layout = useMemo(() => ribbonLayout(day.bins, day.dayStartsAt, day.dayEndsAt), [day])
  return (
    <section aria-labelledby="ribbon-title" className="flex flex-col gap-4">
      <ChartHeading id="ribbon-title" title={t('ribbonTitle')} asTable={asTable} onToggle={setAsTable} />
      {asTable ? (
        <HourTable bins={day.bins} dayStartsAt={day.dayStartsAt} subject={subject} />
      ) : (
        <DayRibbon
            name={speech('ribbon.name')}
            hint={`${speech('ribbon.keyShort')} ${speech('ribbon.hint')}`}
            describe={(slot) => describeSlot(speech, format, subject, slot)}
            layout={layout}
            dayStartsAt={day.dayStartsAt}
            dayEndsAt={day.dayEndsAt}
            timeZone={timeZone}
            texts={ribbonTexts(speech, format, subject, layout)}
          />
      )}
    </section>
  )
}
