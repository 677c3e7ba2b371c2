import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { toStorageError } from '../../database/database-error'
import { vaultCorruptError } from './vault-document'
import type { VaultStore } from './vault-store'

/** The vault as one JSON file that only the user may read, replaced as a whole (temporary file, fsync, rename). */
export function createFileVaultStore(path: string): VaultStore {
  return {
    read: () => {
      if (!existsSync(path)) return undefined
      const text = readText(path)
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        throw vaultCorruptError(error)
      }
    },
    write: (document) => {
      const temporary = `${path}.new`
      try {
        writeDurably(temporary, JSON.stringify(document, undefined, 2))
        renameSync(temporary, path)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw toStorageError(error)
      }
    },
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw toStorageError(error)
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
