import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeFinding {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/**
 * What axe finds on a page as it stands, all of its rules, a line each; empty when it finds nothing.
 *
 * The pages' policy lets no script in, and Electron opens no page for axe to report in, so its source is evaluated
 * through the driver's own protocol, which the policy does not bind.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const findings = await page.evaluate(async () => {
    // True: the source above puts it there.
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: readonly AxeFinding[] }> } }
    return (await axe.run()).violations
  })
  return findings.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} – ${failureSummary.replaceAll('\n', ' ')}`))
}
