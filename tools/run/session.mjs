// Runs inside the private session that headless.mjs prepares, as the account it chose:
//   node session.mjs <session folder> <command> [arguments]
// Starts the services, runs the command, ends the services, exits with the command's code.
// File descriptor 3 is a pipe held open by headless.mjs: when it closes, that process is gone and so is this session.
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { endLeftovers, SESSION_MARK } from './leftovers.mjs'
import { startBus, startDisplay, startKeychain, startSound } from './session-services.mjs'

const LIFELINE_FD = 3
const END_TIMEOUT_MS = 5_000
const CODE_INTERRUPTED = 130
const CODE_NO_SESSION = 70

const [folder, command, ...args] = process.argv.slice(2)
let endCommand = () => undefined
let interrupted = false

function interrupt() {
  interrupted = true
  endCommand()
}

/** Ends the command politely, then firmly. */
function endProcess(child) {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS).unref()
}

new Socket({ fd: LIFELINE_FD }).on('error', interrupt).on('close', interrupt).resume()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, interrupt)

async function startServices() {
  const bus = await startBus(process.env)
  const env = { ...process.env, ...bus.env }
  const parts = await Promise.all([startKeychain(env), startDisplay(env, folder), startSound(env)])
  return Object.assign({}, env, ...parts.map((part) => part.env))
}

function runInside(env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    endCommand = () => endProcess(child)
    child.on('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code) => resolve(interrupted ? CODE_INTERRUPTED : (code ?? 128)))
  })
}

async function main() {
  try {
    const env = await startServices()
    return interrupted ? CODE_INTERRUPTED : await runInside(env)
  } catch (error) {
    console.error(`The session without a display could not be started: ${error.message}`)
    return CODE_NO_SESSION
  }
}

const code = await main()
await endLeftovers(process.env[SESSION_MARK] ?? '')
// Also done by headless.mjs, which may no longer be there.
await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
process.exit(code)
