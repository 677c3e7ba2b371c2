import '@fontsource-variable/fredoka/wght.css'
import './kiosk.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { kioskBridge } from './bridge'
import { KioskApp } from './kiosk-app'
import { createTexts } from './texts/texts'

const texts = await createTexts(window.location.hash, navigator.language)
document.documentElement.lang = texts.language

const root = document.getElementById('root')
if (root === null) throw new Error('The page holds no element "root".')
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <KioskApp bridge={kioskBridge()} />
    </I18nextProvider>
  </StrictMode>,
)
