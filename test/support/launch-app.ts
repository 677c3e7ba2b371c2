import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

export interface LaunchedApp {
  readonly electron: ElectronApplication
  /** The first window: the parents' console. */
  readonly console: Page
  readonly dataFolder: string
  /** What the app wrote to its log so far. */
  readonly log: () => string
  /** Quits as a person would, and waits until the process is gone. */
  readonly quit: () => Promise<void>
  /** Ends the process at once, like a power cut. */
  readonly kill: () => Promise<void>
}

export interface LaunchOptions {
  /** Reuses a data folder, as the next start of the same household does; else a new, empty one. */
  readonly dataFolder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** A program to start instead of Electron, which then starts Electron (a tracer). */
  readonly executable?: string
}

/** Starts the built app in Electron with a data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'wondernest-data-'))
  const electron = await _electron.launch({
    executablePath: options.executable ?? electronPath(),
    args: [...appArguments(dataFolder), ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...options.env },
    // Measured text and dates must not depend on the machine.
    locale: 'en-US',
  })
  let log = ''
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const gone = new Promise<void>((resolve) => electron.process().once('exit', () => { resolve() }))
  const console = await electron.firstWindow()
  return {
    electron,
    console,
    dataFolder,
    log: () => log,
    quit: async () => {
      // The answer may never come: the process is asked to end while it is evaluating.
      await electron.evaluate(({ app }) => { setTimeout(() => { app.quit() }, 0) }).catch(() => undefined)
      await gone
    },
    kill: async () => {
      electron.process().kill('SIGKILL')
      await gone
    },
  }
}

/** Removes a data folder when a test is done with it. */
export function removeDataFolder(dataFolder: string): void {
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
}

/** What Electron is started with to run the built app on a data folder. */
export function appArguments(dataFolder: string): string[] {
  const sandbox = process.env['WONDERNEST_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []
  return [projectRoot, `--data-folder=${dataFolder}`, ...sandbox]
}

/** The Electron that set-up chose. */
export function electronPath(): string {
  const path = process.env['WONDERNEST_ELECTRON']
  if (path === undefined || path === '') throw new Error('WONDERNEST_ELECTRON is not set: start the tests with npm test')
  return path
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
