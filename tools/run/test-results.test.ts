import { describe, expect, it } from 'vitest'
import { checkResult, joinResults, readPlaywright, readVitest, summarize } from './test-results.mjs'

const file = (status: string, assertionResults: readonly object[], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults,
})
const unit = (status: string) => ({
  fullName: `unit ${status}`,
  status,
  failureMessages: ['expected 1 to be 2'],
  meta: {},
})
const spec = (status: string, annotations: readonly object[] = []) => ({
  title: `spec ${status}`,
  tests: [{ status, annotations, results: [{ error: { message: 'no such window' } }] }],
})

describe('two runs of one phase', () => {
  it('count together', () => {
    const one = readVitest({ testResults: [file('failed', ['passed', 'failed'].map(unit))] }, 1)
    const other = readVitest({ testResults: [file('passed', ['passed', 'skipped'].map(unit))] }, 0)
    const both = joinResults(one, other)
    expect([both.passed, both.failures.length, both.skipped.length]).toEqual([2, 1, 1])
  })
})

describe('vitest report', () => {
  it('counts each state once', () => {
    const result = readVitest({ testResults: [file('failed', ['passed', 'failed', 'skipped'].map(unit))] }, 1)
    expect([result.passed, result.failures.length, result.skipped.length]).toEqual([1, 1, 1])
  })
  it('counts a file that does not load as a failure', () => {
    const result = readVitest({ testResults: [file('failed', [], 'Cannot find module')] }, 1)
    expect(result.failures).toEqual([{ name: 'a.test.ts', message: 'Cannot find module' }])
  })
  it('does not take a bad end without a failed test for success', () => {
    expect(readVitest({ testResults: [file('passed', [unit('passed')])] }, 1).failures).toHaveLength(1)
    expect(readVitest(null, 0).failures).toHaveLength(1)
  })
})

describe('Playwright report', () => {
  it('counts tests in nested suites, with the reason of a skip', () => {
    const inner = {
      title: 'inner',
      specs: [spec('unexpected'), spec('skipped', [{ type: 'skip', description: 'Windows only' }])],
    }
    const report = {
      errors: [],
      suites: [{ title: 'e2e/a.spec.ts', specs: [spec('expected'), spec('flaky')], suites: [inner] }],
    }
    const result = readPlaywright(report, 1)
    expect(result.passed).toBe(2)
    expect(result.flaky).toEqual(['e2e/a.spec.ts › spec flaky'])
    expect(result.failures).toEqual([{ name: 'e2e/a.spec.ts › inner › spec unexpected', message: 'no such window' }])
    expect(result.skipped).toEqual([{ name: 'e2e/a.spec.ts › inner › spec skipped', reason: 'Windows only' }])
  })
  it('counts an error outside of any test', () => {
    expect(readPlaywright({ suites: [], errors: [{ message: 'no config' }] }, 1).failures).toHaveLength(1)
  })
})

describe('summary', () => {
  it('ends with the sums, and names skips only if there are any', () => {
    const good = summarize([checkResult('types', 0, ''), checkResult('lint', 0, '')])
    expect(good).toEqual({ text: '2 passed, 0 failed', failed: 0 })
    const bad = summarize([
      checkResult('types', 2, 'a.ts(1,1): error'),
      readVitest({ testResults: [file('passed', [unit('skipped')])] }, 0),
    ])
    expect(bad.failed).toBe(1)
    expect(bad.text.split('\n').at(-1)).toBe('0 passed, 1 failed, 1 skipped')
    expect(bad.text).toContain('✗ types\n    a.ts(1,1): error')
  })
})
