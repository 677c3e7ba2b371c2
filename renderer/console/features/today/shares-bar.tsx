import { useTranslation } from 'react-i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import type { Format } from '../../format/format'
import { SHARES, type Share, soundShares } from './sound-shares'

const LOOKS: Readonly<Record<Share, string>> = {
  talk: 'bg-accent',
  electronic: 'bg-voice-electronic',
  noise: 'bg-voice-noise',
  silence: 'bg-line',
}

/** What the time listened was made of, as a sentence and a bar whose parts carry their names. */
export function SharesBar({ soundMs, format }: { readonly soundMs: SoundMs; readonly format: Format }) {
  const { t } = useTranslation(['today', 'speech'])
  const shares = soundShares(soundMs)
  if (shares === null) return null
  const words = Object.fromEntries(SHARES.map((share) => [share, format.percent(shares[share])]))
  const shown = SHARES.filter((share) => shares[share] > 0)
  return (
    <div className="flex flex-col gap-3">
      <p>{t('sharesSentence', words)}</p>
      <div aria-hidden className="flex h-5 w-full gap-0.5 overflow-hidden rounded-full">
        {shown.map((share) => (
          <div key={share} className={LOOKS[share]} style={{ flexGrow: shares[share], minWidth: 3 }} />
        ))}
      </div>
      <div aria-hidden className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {shown.map((share) => (
          <span key={share} className="inline-flex items-center gap-2">
            <span className={`inline-block size-3 rounded-sm ${LOOKS[share]}`} />
            {t(`shares.${share}`, { ns: 'speech' })}
            <span className="text-ink-soft">{words[share]}</span>
          </span>
        ))}
      </div>
    </div>
  )
}
