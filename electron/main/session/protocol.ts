import { readFile } from 'node:fs/promises'
import { net, protocol, type Session } from 'electron'
import { resolveAsset } from './asset-path'
import { CONTENT_SECURITY_POLICY, developmentPolicy } from './csp'
import { APP_ORIGIN, APP_SCHEME } from './origin'

/** Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the pages from `root` (the built renderer) on this session, with the security headers. */
export function serveApp(session: Session, root: string, devServer: string | null): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 })
    if (devServer !== null) return fromDevServer(request.url, devServer)
    const asset = resolveAsset(request.url, root)
    if (asset === null) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(asset.file), { headers: headers(asset.contentType, CONTENT_SECURITY_POLICY) })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

async function fromDevServer(address: string, devServer: string): Promise<Response> {
  const answer = await net.fetch(address.replace(APP_ORIGIN, devServer))
  const contentType = answer.headers.get('content-type') ?? 'application/octet-stream'
  return new Response(answer.body, { status: answer.status, headers: headers(contentType, developmentPolicy(devServer)) })
}

function headers(contentType: string, policy: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}
