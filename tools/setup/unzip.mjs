import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

// High 16 bits of a zip entry's external attributes hold the Unix mode; the low nine of those the permissions.
const MODE_SHIFT = 16
const PERMISSION_BITS = 0o777

/**
 * Unpacks a zip archive with the files' permissions.
 * @param {string} zipPath
 * @param {string} folder existing folder that receives the files
 * @param {(name: string) => string | null} place path below `folder` for an entry, or null to leave it out
 * @param {(text: string) => void} [say]
 * @throws when the archive is broken (the size of each entry is verified) or an entry's name would leave the folder
 */
export async function unzip(zipPath, folder, place, say) {
  // Imported late: the package is there only once node_modules is installed.
  const { default: yauzl } = await import('yauzl')
  const archive = await new Promise((resolve, reject) => {
    yauzl.open(zipPath, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    )
  })
  try {
    for await (const entry of entriesOf(archive)) {
      const path = entry.fileName.endsWith('/') ? null : place(entry.fileName)
      if (path === null) continue
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      const content = await new Promise((resolve, reject) => {
        archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
      })
      const mode = (entry.externalFileAttributes >>> MODE_SHIFT) & PERMISSION_BITS
      await pipeline(content, createWriteStream(target, { mode: mode === 0 ? 0o644 : mode }))
      say?.(`unpacking ${path}`)
    }
  } finally {
    archive.close()
  }
}

async function* entriesOf(archive) {
  for (let read = 0; read < archive.entryCount; read += 1) {
    const next = once(archive, 'entry')
    archive.readEntry()
    const [entry] = await next
    yield entry
  }
}
