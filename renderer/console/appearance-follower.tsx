import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { applyLanguage, applyTheme, rememberAppearance, rememberedAppearance } from './appearance'
import { useCall } from './bridge'

/** Keeps the page's language and theme those of the settings while somebody is signed in. Shows nothing. */
export function AppearanceFollower() {
  const { i18n } = useTranslation()
  const state = useCall('app.state', [])
  const settings = useCall('settings.get', [], { enabled: state.data?.stage === 'signed-in' })
  const language = settings.data?.language
  const theme = settings.data?.theme

  useEffect(() => applyTheme(theme ?? rememberedAppearance().theme), [theme])
  useEffect(() => {
    if (language === undefined || theme === undefined) return
    rememberAppearance({ language, theme })
    applyLanguage(language)
    void i18n.changeLanguage(language)
  }, [i18n, language, theme])
  return null
}
