import { useTranslation } from 'react-i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import { ShareBar } from '../../../ui/charts/share-bar'
import { voiceFill } from '../../../ui/charts/textures'
import type { Voice } from '../../../ui/charts/voices'
import type { Format } from '../../format/format'
import { CHILD_SOUNDS, type ChildSound, childTime } from './child-time'
import { type Subject, subjectName, unsureShare } from './children-counted'

const VOICES: Readonly<Record<ChildSound, Voice>> = { speech: 'child', cry: 'cry', laugh: 'laugh' }

export interface ChildTimeBarProps {
  /** The sounds as counted. */
  readonly soundMs: SoundMs
  readonly subject: Subject
  readonly format: Format
  /** Only what the named parts do not say already, for paper. */
  readonly brief?: boolean
}

/** How the child's, or the children's, time divides into speech-like sounds, crying and laughing. */
export function ChildTimeBar({ soundMs, subject, format, brief = false }: ChildTimeBarProps) {
  const { t } = useTranslation('today')
  const { t: speech } = useTranslation('speech')
  const name = subjectName(speech, subject)
  const time = childTime(soundMs)
  const unsure = unsureShare(soundMs, subject.counted)
  return (
    <div className="flex flex-col gap-3">
      {time === null ? (
        <p>{t('childTime.little', { name })}</p>
      ) : (
        <>
          {!brief && (
            <p>
              {t('childTime.sentence', {
                name,
                total: format.duration(CHILD_SOUNDS.reduce((sum, sound) => sum + time[sound].ms, 0)),
                cry: format.percent(time.cry.share),
                laugh: format.percent(time.laugh.share),
              })}
            </p>
          )}
          {subject.counted !== 'one' && <p>{t('childTime.anyChild')}</p>}
          <ShareBar
            name={t('childTime.title', { name })}
            parts={CHILD_SOUNDS.map((sound) => ({
              key: sound,
              label: t(`childTime.${sound}`),
              size: t('shareOf', { share: format.percent(time[sound].share), time: format.duration(time[sound].ms) }),
              share: time[sound].share,
              fill: (id) => voiceFill(id, VOICES[sound]),
            }))}
          />
        </>
      )}
      {unsure !== null && unsure > 0 && (
        <p className="text-ink-soft">{t('childTime.unsure', { name: subject.childName, share: format.percent(unsure) })}</p>
      )}
    </div>
  )
}
