// First, so that it holds before any schema is used: zod compiles nothing at run time, which the page's policy forbids.
import './zod-without-eval'
import '../ui/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { strictAssert } from '../../common/assert'
import { AppearanceFollower } from './appearance-follower'
import { applyLanguage, applyTheme, rememberedAppearance } from './appearance'
import { CrashBoundary } from './crash-boundary'
import { startI18n } from './i18n'
import { router } from './router'
import { Toaster } from './shell/toaster'
import { createQueryClient, subscribe } from './subscriptions'

const appearance = rememberedAppearance()
applyTheme(appearance.theme)
applyLanguage(appearance.language)
const i18n = startI18n(appearance.language)
const client = createQueryClient()
subscribe(client)

const place = document.getElementById('root')
strictAssert(place !== null, 'index.html holds #root')
createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <CrashBoundary>
        <QueryClientProvider client={client}>
          <AppearanceFollower />
          <RouterProvider router={router} />
          <Toaster />
        </QueryClientProvider>
      </CrashBoundary>
    </I18nextProvider>
  </StrictMode>,
)
