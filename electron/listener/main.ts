import { drop } from '../../common/assert'
import { listenerCommandSchema, listenerMessageSchema, type ListenerMessage } from '../../common/listening/protocol'
import { systemClock } from './clock'
import { ListenerController } from './controller'
import { pvRecorderHost } from './sources/recorder'
import { VoiceTypesModel } from './typing/voice-types-model'
import { ModelRefusedError } from './vad/model-file'
import { SileroVad } from './vad/silero-vad'

/*
 * The listener's process: Electron forks it as a utility process with `--models=<folder>` and talks to it over its message
 * port (common/listening/protocol.ts). It opens no file for writing and no socket, and prints nothing.
 */

/** What Electron calls `process.parentPort`. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}

/** How long the last message has to reach the main process before this one ends, ms. */
const FAREWELL_MS = 200

async function main(): Promise<void> {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (!isParentPort(port)) throw new Error('The listener runs only as a utility process of WonderNest.')

  // Parsing what is sent drops any field that the protocol does not name.
  const send = (message: ListenerMessage): void => {
    port.postMessage(listenerMessageSchema.parse(message))
  }
  const fail = (error: unknown): void => {
    const refused = error instanceof ModelRefusedError
    send({
      type: 'failed',
      code: refused ? 'model-refused' : 'internal',
      message: refused ? error.message : 'Listening stopped because of a fault in the listener. It will be started again.',
    })
    setTimeout(() => process.exit(1), FAREWELL_MS)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  const modelsFolder = process.argv.find((argument) => argument.startsWith('--models='))?.slice('--models='.length)
  if (modelsFolder === undefined) {
    fail(new ModelRefusedError('The listener was not told where its models are. Please install WonderNest again.'))
    return
  }
  const models = await Promise.all([SileroVad.open(modelsFolder), VoiceTypesModel.openIfKnown(modelsFolder)]).catch((error: unknown) => {
    fail(error)
    return null
  })
  if (models === null) return
  const [vad, voices] = models

  const controller = new ListenerController({ vad, voices, host: pvRecorderHost, clock: systemClock(), send })
  port.on('message', ({ data }) => {
    const command = listenerCommandSchema.safeParse(data)
    if (!command.success) return
    drop(controller.handle(command.data).then(() => controller.ended()).catch(fail))
  })
  send({ type: 'ready', vadModel: vad.name, typer: voices === null ? 'acoustic-baseline' : 'voice-types' })
}

drop(main())
