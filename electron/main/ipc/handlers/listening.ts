import { AppError } from '../../../../common/result'
import { actorOf, type Handlers } from '../dispatcher'
import { listDevices } from '../../listening/supervisor'
import type { Services } from '../../services'

const LONGEST_TEST_MS = 60_000

/** The microphone and what it heard. */
export function listeningHandlers(services: Services) {
  const { listening } = services
  let testEnds: ReturnType<typeof setTimeout> | undefined

  const stopTest = async (): Promise<void> => {
    clearTimeout(testEnds)
    await listening.stopTest()
  }

  return {
    'listening.status': () => listening.status,
    'listening.pause': async ({ forMinutes }, context) => {
      await services.core().listening.pause(forMinutes, actorOf(context))
      await services.rulesChanged()
      return listening.status
    },
    'listening.resume': async (_input, context) => {
      await services.core().listening.resume(actorOf(context))
      await services.rulesChanged()
      return listening.status
    },
    'listening.devices': async () => {
      try {
        return [...(await listDevices(services.forkListener))]
      } catch (error) {
        throw new AppError('listener-failed', 'The microphones could not be listed. Try again, or restart WonderNest.', {
          cause: error,
        })
      }
    },
    'listening.startTest': async ({ deviceName }) => {
      clearTimeout(testEnds)
      await listening.startTest(deviceName)
      testEnds = setTimeout(() => void stopTest(), LONGEST_TEST_MS)
    },
    'listening.stopTest': stopTest,

    'speech.day': ({ childId, localDay }) => services.core().speech.day(childId, localDay),
    'speech.periods': ({ childId, from, to, by }) => services.core().speech.periods(childId, from, to, by),
    'speech.hours': ({ childId, from, to }) => services.core().speech.hours(childId, from, to),
  } satisfies Partial<Handlers>
}
