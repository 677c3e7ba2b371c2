import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from '../../electron/database/open-database'

export interface TestDatabase extends OpenedDatabase {
  readonly key: Buffer
  /** The temp folder that holds the file; removed by `dispose`. */
  readonly folder: string
  readonly dispose: () => void
}

/**
 * A real, encrypted, migrated file in a folder of its own. Call `dispose` when the test ends:
 *
 * ```ts
 * let database: TestDatabase
 * beforeEach(() => { database = openTestDatabase() })
 * afterEach(() => { database.dispose() })
 * ```
 */
export function openTestDatabase(options: Partial<OpenDatabaseOptions> = {}): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'wondernest-test-'))
  const key = randomBytes(32)
  const opened = openDatabase({ path: join(folder, 'wondernest.db'), key, mode: 'create', ...options })
  return {
    ...opened,
    key,
    folder,
    dispose: () => {
      opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
