import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListeningStatus } from '../../../../common/speech'
import { NestIcon } from '../../../ui/nest-icon'
import { useFormat } from '../../format/use-format'
import { nestState } from '../../shell/nest-words'
import { type Situation, situationOf } from './situation'

/** Below this a room counts as still; the meter's left end. */
const FLOOR_DBFS = -70
/** The voice activity detector's own middle. */
const SPEECH_PROBABILITY = 0.5
/** The words stay through the pauses between words, so that they do not blink. */
const SPEECH_HOLD_MS = 2000

interface Heard {
  readonly rmsDbfs: number
  /** When main told the level, and when it last told of speech; milliseconds of the page's clock. */
  readonly at: number
  readonly spokeAt: number
}

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
  const [heard, setHeard] = useState<Heard>({ rmsDbfs: FLOOR_DBFS, at: 0, spokeAt: -SPEECH_HOLD_MS })
  useEffect(
    () =>
      window.wonder.events['listening.level'](({ rmsDbfs, speechProbability }) => {
        const at = performance.now()
        setHeard(({ spokeAt }) => ({ rmsDbfs, at, spokeAt: speechProbability >= SPEECH_PROBABILITY ? at : spokeAt }))
      }),
    [],
  )
  const dbfs = Math.max(FLOOR_DBFS, Math.min(0, heard.rmsDbfs))
  const speaks = heard.at - heard.spokeAt < SPEECH_HOLD_MS
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
