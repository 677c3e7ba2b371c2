/**
 * What one phase of the tests found.
 * @typedef {{ passed: number, failures: readonly { name: string, message: string }[],
 *   skipped: readonly { name: string, reason: string }[], flaky: readonly string[] }} PhaseResult
 */

/** A check that either holds or not, such as the type check: one passed or one failed. */
export function checkResult(name, code, message) {
  return code === 0
    ? { passed: 1, failures: [], skipped: [], flaky: [] }
    : { passed: 0, failures: [{ name, message }], skipped: [], flaky: [] }
}

/** The results of two runs that make up one phase. */
export function joinResults(one, other) {
  return {
    passed: one.passed + other.passed,
    failures: [...one.failures, ...other.failures],
    skipped: [...one.skipped, ...other.skipped],
    flaky: [...one.flaky, ...other.flaky],
  }
}

/** A runner that ended badly without naming a failed test still counts as one failure. */
function withExitCode(result, name, code) {
  if (code === 0 || result.failures.length > 0) return result
  return { ...result, failures: [{ name, message: `ended with code ${code}; its output above says why` }] }
}

/**
 * Reads vitest's JSON report.
 * @param {object | null} report null when there is none
 * @returns {PhaseResult}
 */
export function readVitest(report, code) {
  if (report === null)
    return checkResult('unit tests', code === 0 ? 1 : code, 'vitest left no report; its output above says why')
  const files = report.testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const failedTests = tests
    .filter((test) => test.status === 'failed')
    .map((test) => ({ name: test.fullName, message: test.failureMessages[0] ?? '' }))
  // A file that does not even load has no tests to fail.
  const failedFiles = files
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
    .map((file) => ({ name: file.name, message: file.message }))
  const result = {
    passed: tests.filter((test) => test.status === 'passed').length,
    failures: [...failedTests, ...failedFiles],
    skipped: tests
      .filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
      .map((test) => ({ name: test.fullName, reason: test.meta?.skipReason ?? test.status })),
    flaky: [],
  }
  return withExitCode(result, 'unit tests', code)
}

/**
 * Reads Playwright's JSON report.
 * @param {object | null} report null when there is none
 * @returns {PhaseResult}
 */
export function readPlaywright(report, code) {
  const name = 'end-to-end and security tests'
  if (report === null)
    return checkResult(name, code === 0 ? 1 : code, 'Playwright left no report; its output above says why')
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  const outside = (report.errors ?? []).map((error) => ({ name, message: error.message ?? '' }))
  const failed = tests
    .filter((test) => test.status === 'unexpected')
    .map((test) => ({ name: test.name, message: test.message }))
  const result = {
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failures: [...failed, ...outside],
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({ name: test.name, reason: test.reason ?? 'not run, because something before it failed' })),
    flaky: tests.filter((test) => test.status === 'flaky').map((test) => test.name),
  }
  return withExitCode(result, name, code)
}

function testsOf(suite, titles) {
  const path = [...titles, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: [...path, spec.title].filter((title) => title !== '').join(' › '),
      status: test.status,
      reason: test.annotations.find((annotation) => annotation.type === 'skip' || annotation.type === 'fixme')
        ?.description,
      message: test.results.at(-1)?.error?.message ?? '',
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))]
}

const MESSAGE_LINES = 6
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/**
 * The end of a test run as text: what failed, what was skipped and why, and as the last line the sums.
 * @param {readonly PhaseResult[]} results
 * @returns {{ text: string, failed: number }}
 */
export function summarize(results) {
  const failures = results.flatMap((result) => result.failures)
  const skipped = results.flatMap((result) => result.skipped)
  const flaky = results.flatMap((result) => result.flaky)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const lines = [
    ...failures.flatMap(({ name, message }) => [`✗ ${name}`, ...excerpt(message)]),
    ...flaky.map((name) => `! ${name}: passed only when tried again`),
    ...skipped.map(({ name, reason }) => `- skipped: ${name} (${reason})`),
    `${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  ]
  return { text: lines.join('\n'), failed: failures.length }
}

function excerpt(message) {
  const lines = message
    .replace(COLOURS, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.slice(0, MESSAGE_LINES).map((line) => `    ${line}`)
}
