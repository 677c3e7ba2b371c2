export interface PhaseResult {
  readonly passed: number
  readonly failures: readonly { readonly name: string; readonly message: string }[]
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
  readonly flaky: readonly string[]
}
export function checkResult(name: string, code: number, message: string): PhaseResult
export function joinResults(one: PhaseResult, other: PhaseResult): PhaseResult
export function readVitest(report: object | null, code: number): PhaseResult
export function readPlaywright(report: object | null, code: number): PhaseResult
export function summarize(results: readonly PhaseResult[]): { readonly text: string; readonly failed: number }
