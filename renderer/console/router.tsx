import { Outlet, createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { idSchema, localDaySchema } from '../../common/household'
import { ChildrenPage } from './features/children/children-page'
import { VoicePage } from './features/enrolment/voice-page'
import { KioskExitPage } from './features/kiosk-exit/kiosk-exit-page'
import { LanguagePage } from './features/language/language-page'
import { DayReportPage } from './features/report/day-report-page'
import { SettingsPage } from './features/settings/settings-page'
import { TodayPage } from './features/today/today-page'
import { Gate } from './shell/gate'

const root = createRootRoute({ component: Outlet })

/** Everything that belongs to a signed-in adult, inside the shell. */
const family = createRoute({ getParentRoute: () => root, id: 'family', component: Gate })

const today = createRoute({ getParentRoute: () => family, path: '/', component: TodayPage })
const language = createRoute({ getParentRoute: () => family, path: '/language', component: LanguagePage })
const children = createRoute({ getParentRoute: () => family, path: '/children', component: ChildrenPage })
const voice = createRoute({
  getParentRoute: () => family,
  path: '/children/$childId/voice',
  component: function VoiceRoute() {
    const { childId } = voice.useParams()
    return <VoicePage key={childId} childId={childId} />
  },
})
const settings = createRoute({ getParentRoute: () => family, path: '/settings', component: SettingsPage })

/** Printed by main in a window nobody sees: no shell. */
const dayReport = createRoute({
  getParentRoute: () => root,
  path: '/report/day',
  validateSearch: z.object({ childId: idSchema, localDay: localDaySchema }),
  component: function DayReportRoute() {
    const { childId, localDay } = dayReport.useSearch()
    return <DayReportPage childId={childId} localDay={localDay} />
  },
})

/** The small window over the kiosk; nobody is signed in there. */
const kioskExit = createRoute({ getParentRoute: () => root, path: '/kiosk-exit', component: KioskExitPage })

export const router = createRouter({
  routeTree: root.addChildren([family.addChildren([today, language, children, voice, settings]), dayReport, kioskExit]),
  history: createHashHistory(),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
