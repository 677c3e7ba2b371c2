import { useTranslation } from 'react-i18next'
import type { ConsentPurpose, ConsentText as Text } from '../../../../common/consent'
import { languageSchema } from '../../../../common/household'
import { useCall } from '../../bridge'

/** The current text for a purpose in the page's language. */
export function useConsentText(purpose: ConsentPurpose) {
  const { i18n } = useTranslation()
  return useCall('consent.text', [{ purpose, language: languageSchema.catch('en').parse(i18n.language) }])
}

/** A consent text as it will be kept with the consent. */
export function ConsentText({ text }: { readonly text: Text }) {
  const { t } = useTranslation('children')
  return (
    <article lang={text.language} className="flex flex-col gap-3 rounded-card border border-line bg-card p-6">
      <h2 className="font-title text-lg font-medium">{text.title}</h2>
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="text-sm text-ink-soft">{t('consent.version', { version: text.version })}</p>
    </article>
  )
}
