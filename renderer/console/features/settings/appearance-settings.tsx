import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../../../../common/household'
import { RadioCards } from '../../../ui/radio-cards'
import { CallErrorNote } from '../../call-error-note'
import { LANGUAGE_NAMES } from '../../language-names'
import { type SettingsPartProps, useSave } from './use-save'

const THEMES = ['system', 'light', 'dark'] as const

export function AppearanceSettings({ settings }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const { save, error } = useSave()
  return (
    <div className="flex flex-col gap-6">
      <RadioCards
        label={t('appearance.theme')}
        value={settings.theme}
        options={THEMES.map((value) => ({ value, content: t(`appearance.${value}`) }))}
        onChange={(theme) => {
          save({ theme }, { theme: settings.theme })
        }}
      />
      <RadioCards
        label={t('appearance.language')}
        value={settings.language}
        options={LANGUAGES.map((value) => ({ value, content: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
        onChange={(language) => {
          save({ language }, { language: settings.language })
        }}
      />
      {error !== null && <CallErrorNote error={error} />}
    </div>
  )
}
