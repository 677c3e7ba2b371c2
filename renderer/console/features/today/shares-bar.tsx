import { useTranslation } from 'react-i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import { ShareBar } from '../../../ui/charts/share-bar'
import { voiceFill } from '../../../ui/charts/textures'
import type { Format } from '../../format/format'
import { SHARES, type Share, shareMs, soundShares, talkShare } from './sound-shares'

const FILLS: Readonly<Record<Share, (texturesId: string) => string>> = {
  children: (id) => voiceFill(id, 'child'),
  women: (id) => voiceFill(id, 'women'),
  men: (id) => voiceFill(id, 'men'),
  overlap: (id) => voiceFill(id, 'overlap'),
  electronic: (id) => voiceFill(id, 'electronic'),
  noise: () => 'var(--voice-noise)',
  silence: () => 'var(--line)',
}

export interface SharesBarProps {
  readonly soundMs: SoundMs
  readonly format: Format
  /** Only what the named parts do not say already, for paper. */
  readonly brief?: boolean
}

/** What the time listened was made of, as a sentence and a bar whose parts are named. */
export function SharesBar({ soundMs, format, brief = false }: SharesBarProps) {
  const { t } = useTranslation(['today', 'speech'])
  const shares = soundShares(soundMs)
  if (shares === null) return null
  const sentence = t('sharesSentence', {
    talk: format.percent(talkShare(shares)),
    electronic: format.percent(shares.electronic),
    noise: format.percent(shares.noise),
    silence: format.percent(shares.silence),
  })
  return (
    <div className="flex flex-col gap-3">
      {!brief && <p>{sentence}</p>}
      <ShareBar
        name={t('sharesName')}
        parts={SHARES.map((share) => ({
          key: share,
          label: t(`shares.${share}`, { ns: 'speech' }),
          size: t('shareOf', { share: format.percent(shares[share]), time: format.duration(shareMs(soundMs, share)) }),
          share: shares[share],
          fill: FILLS[share],
        }))}
      />
    </div>
  )
}
