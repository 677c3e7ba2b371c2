import { spawn } from 'node:child_process'

/** Plays a sound file into the virtual room, where the default microphone hears it. Resolves when it has been heard. */
export function playIntoRoom(file: string): { readonly done: Promise<void>; readonly stop: () => void } {
  const child = spawn('paplay', ['--device=room', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  let stopped = false
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0 || stopped) resolve()
      else reject(new Error(`The sound could not be played into the virtual room: ${errors.trim()}`))
    })
  })
  return {
    done,
    stop: () => {
      stopped = true
      child.kill()
    },
  }
}
