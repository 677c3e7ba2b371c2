import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level, ListeningStatus } from '../../../../common/speech'
import { NestIcon } from '../../../ui/nest-icon'
import { useFormat } from '../../format/use-format'
import { nestState } from '../../shell/nest-words'
import { type Situation, situationOf } from './situation'

/** Below this a room counts as still; the meter's left end. */
const FLOOR_DBFS = -70
/** The voice activity detector's own middle. */
const SPEECH_PROBABILITY = 0.5

/** What the microphone does now, with the live level while it listens for this child. */
export function ListeningLine({ status, childId }: { readonly status: ListeningStatus; readonly childId: string }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const situation = situationOf(status, childId)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <span className="inline-flex items-center gap-3" data-part="state" data-situation={situation}>
        <NestIcon state={situation === 'other-child' ? 'empty' : nestState(status)} size={30} />
        {situation === 'paused' && status.pausedUntil !== null
          ? t('state.pausedUntil', { time: format.clock(status.pausedUntil) })
          : t(`state.${situation}` satisfies `state.${Situation}`, { time: format.clock(status.since) })}
      </span>
      {situation === 'listening' && <LevelMeter />}
    </div>
  )
}

/** The level as a bar, as main last told it. */
function LevelMeter() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [level, setLevel] = useState<Level | null>(null)
  useEffect(() => window.wonder.events['listening.level'](setLevel), [])
  const dbfs = Math.max(FLOOR_DBFS, Math.min(0, level?.rmsDbfs ?? FLOOR_DBFS))
  const speaks = (level?.speechProbability ?? 0) >= SPEECH_PROBABILITY
  return (
    <span className="inline-flex items-center gap-3">
      <span
        role="meter"
        aria-label={t('level.name')}
        aria-valuemin={FLOOR_DBFS}
        aria-valuemax={0}
        aria-valuenow={Math.round(dbfs)}
        aria-valuetext={t('level.value', { level: format.number(-dbfs) })}
        className="h-3 w-48 overflow-hidden rounded-full bg-line"
      >
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-(--motion-quick) ease-out"
          style={{ width: `${(1 - dbfs / FLOOR_DBFS) * 100}%` }}
        />
      </span>
      <span className="text-sm text-ink-soft">{speaks ? t('level.speech') : t('level.noSpeech')}</span>
    </span>
  )
}
