import path from 'node:path'
import { APP_HOST, APP_SCHEME } from './origin'

/** The only kinds of file the pages are made of. */
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
} as const satisfies Record<string, string>

export interface Asset {
  readonly file: string
  readonly contentType: string
}

/**
 * The file that an address of our scheme means, or null for anything that is not plainly inside `root`:
 * another host, credentials, an escape by `..` or its encodings, a NUL, a back-slash, a hidden file, an unknown type.
 */
export function resolveAsset(address: string, root: string): Asset | null {
  let url: URL
  let decoded: string
  try {
    url = new URL(address)
    decoded = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || url.username !== '' || url.password !== '') return null
  // A second layer of encoding, or anything but plain names between slashes, is not one of our files.
  const parts = decoded.split('/').slice(1)
  if (parts.length === 0 || !parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))) return null
  const file = path.join(root, ...parts)
  if (path.relative(root, file).startsWith('..')) return null
  const contentType = Object.entries(CONTENT_TYPES).find(([extension]) => file.endsWith(extension))?.[1]
  return contentType === undefined ? null : { file, contentType }
}
