import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageSchema } from '../../../common/household'
import { useCall } from '../bridge'
import { type Format, createFormat } from './format'

/** Formatting in the page's language and the family's time zone (this computer's until somebody is signed in). */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const state = useCall('app.state', [])
  const settings = useCall('settings.get', [], { enabled: state.data?.stage === 'signed-in' })
  const language = languageSchema.catch('en').parse(i18n.language)
  const timeZone = settings.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return useMemo(() => createFormat(language, timeZone), [language, timeZone])
}
