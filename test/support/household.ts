import type { Page } from 'playwright'
import type { ConsoleBridge } from '../../common/ipc/bridge'

declare global {
  interface Window {
    readonly wonder: ConsoleBridge
  }
}

export const PASSWORD = 'a quiet kitchen table'
export const CHILD_NAME = 'Emmarosalind'
export const HOUSEHOLD_NAME = 'Quillfeather'

export interface TestHousehold {
  readonly recoveryCode: string
  readonly childId: string
}

/**
 * Makes a household through the console's own bridge, as the first-run pages do: the owner is signed in, the child
 * is chosen, hours cover the whole week, and consent for listening is given when asked for.
 */
export async function createHousehold(
  console: Page,
  options: { readonly consent: boolean; readonly language?: 'en' | 'es' },
): Promise<TestHousehold> {
  return console.evaluate(
    async ({ consent, language, password, childName, householdName }) => {
      const { calls } = window.wonder
      const value = async <T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> => {
        const answer = await result
        if (!answer.ok) throw new Error(answer.error.code)
        return answer.value
      }
      const { recoveryCode } = await value(
        calls['household.create']({ householdName, ownerName: 'Ana', password, timeZone: 'Europe/Madrid', language }),
      )
      await value(calls['recovery.confirmSaved']())
      const child = await value(calls['children.create']({ name: childName, birthDate: '2023-05', animal: 'owl' }))
      const allDay = [{ startMinute: 0, endMinute: 1440 }]
      await value(
        calls['settings.update']({
          listening: { childId: child.id, hours: [allDay, allDay, allDay, allDay, allDay, allDay, allDay] },
        }),
      )
      if (consent) {
        const text = await value(calls['consent.text']({ purpose: 'listening', language }))
        await value(calls['consent.give']({ childId: child.id, purpose: 'listening', textVersion: text.version, language }))
      }
      return { recoveryCode, childId: child.id }
    },
    {
      consent: options.consent,
      language: options.language ?? 'en',
      password: PASSWORD,
      childName: CHILD_NAME,
      householdName: HOUSEHOLD_NAME,
    },
  )
}

/** Signs the household's first adult in through the bridge; the file must be open. */
export async function signIn(console: Page): Promise<void> {
  await console.evaluate(async (password) => {
    const state = await window.wonder.calls['app.state']()
    if (!state.ok || state.value.stage !== 'signed-out') throw new Error('nobody is asked to sign in')
    const adult = state.value.adults[0]
    if (adult === undefined) throw new Error('the household has no adult')
    const answer = await window.wonder.calls['session.signIn']({ adultId: adult.id, password })
    if (!answer.ok) throw new Error(answer.error.code)
  }, PASSWORD)
}
