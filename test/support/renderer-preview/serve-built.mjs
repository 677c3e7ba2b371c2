// Preview only: node serve-built.mjs <port>: builds the pages into a temporary folder and serves them under the app's own policy.
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { createBuilder } from 'vite'

const port = Number(process.argv[2] ?? 5274)
const outDir = mkdtempSync(join(tmpdir(), 'renderer-preview-'))
const builder = await createBuilder({ configFile: new URL('../../../vite.config.ts', import.meta.url).pathname, environments: { client: { build: { outDir } } }, logLevel: 'warn' })
await builder.build(builder.environments.client)
const csp = [...readFileSync(new URL('../../../electron/main/session/csp.ts', import.meta.url), 'utf8').split('].join')[0].matchAll(/"([^"]+)"/g)].map((m) => m[1]).join('; ')
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' }
createServer((request, response) => {
  try {
    const path = normalize(new URL(request.url, 'http://localhost').pathname)
    response.setHeader('Content-Security-Policy', csp)
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(join(outDir, path)))
  } catch {
    response.statusCode = 404
    response.end()
  }
}).listen(port, () => console.log('ready', port, csp.slice(0, 60)))
