const TICK_MS = 10_000

/** Seconds for people: "0.3 s", "12 s". */
export function seconds(durationMs) {
  const value = durationMs / 1000
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`
}

/**
 * Says what the set-up does while it does it. Silent until there is work, so that a second run prints nothing.
 * A long step repeats its last known state every ten seconds: on a terminal and in a log alike,
 * a person sees that it lives.
 */
export function createProgress(write = (line) => process.stdout.write(`${line}\n`)) {
  let stepsDone = 0
  return {
    /** How many steps did work. */
    get stepsDone() {
      return stepsDone
    },
    note(text) {
      write(`  ${text}`)
    },
    /** Runs one step; `task` gets a function that records what it is at. Returns what the task returns. */
    async step(title, task) {
      const startedAt = performance.now()
      let state = ''
      write(`› ${title}`)
      const ticker = setInterval(() => {
        write(`  … ${state === '' ? title : state} (${seconds(performance.now() - startedAt)})`)
      }, TICK_MS)
      try {
        const result = await task((text) => {
          state = text
        })
        stepsDone += 1
        write(`✓ ${title} (${seconds(performance.now() - startedAt)})`)
        return result
      } catch (error) {
        write(`✗ ${title} (${seconds(performance.now() - startedAt)})`)
        throw error
      } finally {
        clearInterval(ticker)
      }
    },
  }
}
