import { utilityProcess } from 'electron'
import type { ListenerCommand } from '../../../common/listening/protocol'
import { appPaths } from '../paths'
import type { ListenerProcess } from './supervisor'

/** Starts the listener as a utility process. It gets the models' folder and nothing of the family's. */
export function forkListener(): ListenerProcess {
  const child = utilityProcess.fork(appPaths.listener(), [`--models=${appPaths.models()}`], {
    serviceName: 'WonderNest listener',
    stdio: 'ignore',
    // The pinned ONNX Runtime holds no telemetry; a newer one put in its place would start with it off.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
  })
  return {
    send: (command: ListenerCommand) => {
      child.postMessage(command)
    },
    kill: () => {
      child.kill()
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('exit', listener)
    },
  }
}
