import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json'

/**
 * ONNX Runtime's builds for Linux and macOS send telemetry to their maker since 1.29 (and write a database of it into
 * the home folder). None of the native code we ship may hold an uploader: not switched off, but not there.
 */
const COLLECTORS = [/OneCollector/, /events\.data\.microsoft\.com/, /google-analytics\.com/, /sentry\.io/, /app\.posthog\.com/]

const require = createRequire(import.meta.url)

function binariesOf(packageName: string): readonly string[] {
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(node|dylib|dll)$|\.so(\.\d+)*$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('native packages', () => {
  const names = Object.keys(packageJson.dependencies)

  it.each(names)('%s holds no telemetry collector', (name) => {
    const found = binariesOf(name).filter((file) => {
      const text = readFileSync(file, 'latin1')
      return COLLECTORS.some((collector) => collector.test(text))
    })
    expect(found).toEqual([])
  })

  it('are looked at for real', () => {
    expect(binariesOf('onnxruntime-node').length).toBeGreaterThan(1)
  })
})
