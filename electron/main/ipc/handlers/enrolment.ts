import { AppError } from '../../../../common/result'
import type { EnrolmentRecords } from '../../listening/enrolment'
import type { Services } from '../../services'
import { actorOf, type Handlers } from '../dispatcher'

/** A child's voice: which are enrolled, enrolling one, erasing one. */
export function enrolmentHandlers(services: Services) {
  const { enrolment } = services

  const records: EnrolmentRecords = {
    mayEnrol: async (childId) => {
      const { listening, voiceprints } = services.core()
      return (await voiceprints.mayEnrol(childId)) && !(await listening.isPaused(services.now()))
    },
    save: (print, actor) => services.core().voiceprints.save(print, actor),
  }

  return {
    'enrolment.overview': async () => ({
      hasModel: services.hasVoiceModel(),
      voices: await services.core().voiceprints.list(),
      run: enrolment.run,
    }),
    'enrolment.start': async ({ childId }, context) => {
      const { listening, voiceprints } = services.core()
      if (!(await voiceprints.mayEnrol(childId))) {
        throw new AppError('no-consent', 'There is no consent to enrol this child’s voice. The microphone stays closed.')
      }
      if (await listening.isPaused(services.now())) {
        throw new AppError('conflict', 'Somebody paused listening. End the pause first, then enrol the voice.')
      }
      const { deviceName } = services.settings().listening
      await enrolment.start({ childId, deviceName, actor: actorOf(context), records })
    },
    'enrolment.cancel': () => enrolment.cancel(),
    'enrolment.erase': async ({ childId }, context) => {
      await services.core().voiceprints.erase(childId, actorOf(context))
      await services.rulesChanged()
    },
  } satisfies Partial<Handlers>
}
