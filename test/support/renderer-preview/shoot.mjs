// Preview only: node shoot.mjs <jobs.mjs> <out-folder> [base-url]
// jobs.mjs: export default [{ name, route: '#/settings', scenario, language, theme, size: '1280x800', full, page: 'console'|'kiosk', act: async (page) => {}, ...anything the fake bridge reads }]
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright'

const [jobsFile, out, base = 'http://localhost:5273'] = process.argv.slice(2)
const { default: jobs } = await import(pathToFileURL(resolve(jobsFile)).href)
mkdirSync(out, { recursive: true })
const bridge = readFileSync(new URL('./fake-bridge.js', import.meta.url), 'utf8')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const { name, route = '#/', size = '1280x800', full = false, page: kind = 'console', act, axe = true, ...preview } of jobs) {
  const [width, height] = size.split('x').map(Number)
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: preview.language ?? 'en' })
  const page = await context.newPage()
  page.on('pageerror', (e) => console.log(name, 'PAGEERROR', e.message))
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log(name, m.type(), m.text().slice(0, 400)) })
  await page.addInitScript(`window.__preview = ${JSON.stringify({ ...preview, kind })};\n${bridge}`)
  await page.goto(`${base}/${kind}/index.html${route}`)
  await page.waitForSelector('h1', { timeout: 15000 }).catch(() => console.log(name, 'NO H1'))
  await page.waitForTimeout(300)
  try { if (act) await act(page) } catch (e) { console.log(name, 'ACT', e.message.slice(0, 600)) }
  await page.waitForTimeout(250)
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: full })
  if (axe) {
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const v of violations) console.log(name, 'AXE', v.id, v.nodes.slice(0, 4).map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | '))
  }
  await context.close()
}
await browser.close()
console.log('done', jobs.length)
