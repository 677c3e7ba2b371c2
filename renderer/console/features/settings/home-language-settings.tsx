import { useTranslation } from 'react-i18next'
import { languageSchema } from '../../../../common/household'
import { homeLanguageOf } from '../../../../common/settings'
import { isCalibrated, syllablesPerWord } from '../../../../resources/languages/index'
import { SelectField } from '../../../ui/field'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { languageName, OTHER_LANGUAGE, spokenLanguages } from './spoken-languages'
import { type SettingsPartProps, useSave } from './use-save'

/** The language that words are counted by. */
export function HomeLanguageSettings({ settings }: SettingsPartProps) {
  const { t, i18n } = useTranslation('settings')
  const format = useFormat()
  const { save, error } = useSave()
  const page = languageSchema.catch('en').parse(i18n.language)
  const { calibrated, others } = spokenLanguages(page)
  const spoken = homeLanguageOf(settings)
  const isListed = [...calibrated, ...others].some(({ value }) => value === spoken)
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <SelectField
        label={t('homeLanguage.label')}
        hint={
          <>
            <p>
              {isCalibrated(spoken)
                ? t('homeLanguage.calibrated', { number: format.tenths(syllablesPerWord(spoken)) })
                : t('homeLanguage.notCalibrated', { number: format.tenths(syllablesPerWord(spoken)) })}
            </p>
            <p className="mt-1">{t('homeLanguage.fromNowOn')}</p>
          </>
        }
        value={settings.homeLanguage ?? ''}
        onChange={(event) => {
          const homeLanguage = event.target.value === '' ? null : event.target.value
          save({ homeLanguage }, { homeLanguage: settings.homeLanguage })
        }}
      >
        <option value="">{t('homeLanguage.asPages', { language: languageName(settings.language, page) })}</option>
        <optgroup label={t('homeLanguage.groupCalibrated')}>
          {calibrated.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('homeLanguage.groupOthers')}>
          {others.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
          {/* What is set stays choosable, also when a later table lacks it. */}
          {!isListed && spoken !== OTHER_LANGUAGE && <option value={spoken}>{languageName(spoken, page)}</option>}
          <option value={OTHER_LANGUAGE}>{t('homeLanguage.other')}</option>
        </optgroup>
      </SelectField>
      {error !== null && <CallErrorNote error={error} />}
    </div>
  )
}
