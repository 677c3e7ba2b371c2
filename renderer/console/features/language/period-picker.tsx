import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { periodNames } from './period-names'
import { STEPS, type Step } from './period-range'

export interface PeriodPickerProps {
  readonly step: Step
  readonly range: { readonly from: string; readonly to: string }
  readonly isLatest: boolean
  readonly onStep: (step: Step) => void
  readonly onEarlier: () => void
  readonly onLater: () => void
}

/** Days, weeks or months, and which of them. */
export function PeriodPicker({ step, range, isLatest, onStep, onEarlier, onLater }: PeriodPickerProps) {
  const { t, i18n } = useTranslation('language')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <fieldset className="flex rounded-control border border-line bg-card p-1">
        <legend className="sr-only">{t('by')}</legend>
        {STEPS.map((each) => (
          <label
            key={each}
            className="cursor-pointer rounded-[7px] px-4 py-1.5 font-semibold text-ink-soft has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="step"
              value={each}
              checked={each === step}
              className="sr-only"
              onChange={() => {
                onStep(each)
              }}
            />
            {t(each)}
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-1">
        <Button kind="quiet" aria-label={t('earlier')} onClick={onEarlier}>
          <ChevronLeft aria-hidden size={22} className="rtl:-scale-x-100" />
        </Button>
        <span className="min-w-48 text-center" aria-live="polite" data-part="range">
          {periodNames(i18n.language, step).range(range.from, range.to)}
        </span>
        <Button kind="quiet" aria-label={t('later')} disabled={isLatest} onClick={onLater}>
          <ChevronRight aria-hidden size={22} className="rtl:-scale-x-100" />
        </Button>
      </div>
    </div>
  )
}
