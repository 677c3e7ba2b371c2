import { readFileSync } from 'node:fs'

/** One system call of one thread, as strace printed it. */
export interface SystemCall {
  readonly pid: number
  readonly name: string
  readonly args: string
  readonly result: number
}

/**
 * Reads strace's output (`-f -o file`). Calls that another thread interrupted are joined again;
 * calls that never returned and signals are left out.
 */
export function readSystemCalls(file: string): readonly SystemCall[] {
  const unfinished = new Map<number, string>()
  const calls: SystemCall[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, pidText, rest] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (pidText === undefined || rest === undefined) continue
    const pid = Number(pidText)
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(pid, rest.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const text = resumed === null ? rest : `${unfinished.get(pid) ?? ''}${resumed[1] ?? ''}`
    if (resumed !== null) unfinished.delete(pid)
    const [, name, args, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(text) ?? []
    if (name !== undefined && args !== undefined && result !== undefined) calls.push({ pid, name, args, result: Number(result) })
  }
  return calls
}

/** The path in an `open`/`openat` call that may write; null for any other call. */
export function openedForWriting({ name, args, result }: SystemCall): string | null {
  if (!['open', 'openat', 'creat'].includes(name) || result < 0) return null
  if (name !== 'creat' && !/O_WRONLY|O_RDWR/.test(args)) return null
  return /"((?:[^"\\]|\\.)*)"/.exec(args)?.[1] ?? null
}

/** Bytes written through each path, from calls traced with `-y` (which names the descriptors). */
export function bytesWrittenByPath(calls: readonly SystemCall[]): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>()
  for (const { name, args, result } of calls) {
    if (!['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2'].includes(name) || result <= 0) continue
    const path = /^\d+<([^>]*)>/.exec(args)?.[1]
    if (path !== undefined) bytes.set(path, (bytes.get(path) ?? 0) + result)
  }
  return bytes
}
