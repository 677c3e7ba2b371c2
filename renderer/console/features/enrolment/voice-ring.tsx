import { useTranslation } from 'react-i18next'
import type { Animal } from '../../../../common/household'
import { ENROLMENT_SECONDS } from '../../../../common/voice-enrolment'
import { AnimalPicture } from '../../../ui/animals/animal-picture'

const SIZE = 232
const WIDTH = 14
const RADIUS = (SIZE - WIDTH) / 2
const LENGTH = 2 * Math.PI * RADIUS

/** How much of the half minute was heard: a ring around the child's animal that closes, and the seconds in it. */
export function VoiceRing({ animal, heardSeconds }: { readonly animal: Animal; readonly heardSeconds: number }) {
  const { t } = useTranslation('enrolment')
  const whole = Math.floor(heardSeconds)
  const share = Math.min(1, heardSeconds / ENROLMENT_SECONDS)
  return (
    <div
      role="progressbar"
      aria-label={t('ring.name')}
      aria-valuemin={0}
      aria-valuemax={ENROLMENT_SECONDS}
      aria-valuenow={whole}
      aria-valuetext={t('ring.value', { count: whole, wanted: ENROLMENT_SECONDS })}
      className="relative shrink-0"
      style={{ inlineSize: SIZE, blockSize: SIZE }}
    >
      <svg aria-hidden width={SIZE} height={SIZE} viewBox={`0 0 ${String(SIZE)} ${String(SIZE)}`} className="-rotate-90" fill="none">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} stroke="var(--line)" strokeWidth={WIDTH} />
        <circle
          cx={SIZE / 2}
          cy={SIZE / 2}
          r={RADIUS}
          stroke="var(--voice-child)"
          strokeWidth={WIDTH}
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - share)}
          // A round end of nothing is still a dot.
          opacity={share === 0 ? 0 : 1}
          className="transition-[stroke-dashoffset] duration-(--motion-calm) ease-out"
        />
      </svg>
      <div className="absolute inset-0 flex flex-col items-center justify-center">
        <AnimalPicture animal={animal} size={96} />
        <p aria-hidden className="mt-1 text-lg leading-tight font-semibold">
          {t('ring.seconds', { heard: whole, wanted: ENROLMENT_SECONDS })}
        </p>
      </div>
    </div>
  )
}
