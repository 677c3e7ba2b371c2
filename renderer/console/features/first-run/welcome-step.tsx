import { Cpu, MicOff, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, languageSchema } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { RadioCards } from '../../../ui/radio-cards'
import { applyLanguage, rememberAppearance, rememberedAppearance } from '../../appearance'
import { LANGUAGE_NAMES } from '../../language-names'

const PROMISES = [
  { name: 'device', icon: Cpu },
  { name: 'recording', icon: MicOff },
  { name: 'file', icon: ShieldCheck },
] as const

export function WelcomeStep({ onNext }: { readonly onNext: () => void }) {
  const { t, i18n } = useTranslation('first-run')
  return (
    <>
      <ul className="flex flex-col gap-4">
        {PROMISES.map(({ name, icon: Icon }) => (
          <li key={name} className="flex gap-4">
            <Icon aria-hidden size={24} className="mt-0.5 shrink-0 text-accent" />
            <span>{t(`welcome.${name}`)}</span>
          </li>
        ))}
      </ul>
      <RadioCards
        label={t('welcome.language')}
        value={languageSchema.catch('en').parse(i18n.language)}
        options={LANGUAGES.map((value) => ({ value, content: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
        onChange={(language) => {
          rememberAppearance({ ...rememberedAppearance(), language })
          applyLanguage(language)
          void i18n.changeLanguage(language)
        }}
      />
      <div>
        <Button kind="primary" onClick={onNext}>
          {t('welcome.begin')}
        </Button>
      </div>
    </>
  )
}
