import { join } from 'node:path'

/** The first N-API version that the database package's own prebuilt binding runs on. */
const PREBUILT_NAPI_VERSION = 10

export interface NativeBindingOptions {
  /** `app.isPackaged`, given by the caller: this folder imports no Electron. */
  readonly packaged: boolean
  /** `process.resourcesPath`; only looked at in a packaged app. */
  readonly resourcesPath?: string | undefined
  readonly napiVersion?: string | undefined
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

/**
 * Where the database module's native binding is, or undefined when the package's own prebuilt one fits this runtime.
 *
 * The prebuilt needs N-API 10 and crashes the process on older runtimes (Electron 33 has 9). For those, `tools/setup`
 * builds one and names it in `WONDERNEST_SQLITE_BINDING`; a packaged app carries it in its resources.
 *
 * @throws Error when the runtime needs a binding of its own and none was named: better than a crash without words.
 */
export function resolveNativeBinding(options: NativeBindingOptions): string | undefined {
  const napiVersion = Number(options.napiVersion ?? process.versions['napi'])
  if (napiVersion >= PREBUILT_NAPI_VERSION) return undefined
  if (options.packaged && options.resourcesPath !== undefined) {
    return join(options.resourcesPath, 'native', 'better_sqlite3.node')
  }
  const named = (options.environment ?? process.env)['WONDERNEST_SQLITE_BINDING']
  if (named !== undefined && named !== '') return named
  throw new Error('This runtime needs its own database binding; WONDERNEST_SQLITE_BINDING does not name one.')
}
