const QUARTER_MS = 15 * 60_000

/**
 * The moments (UTC milliseconds) of a day at which a family's clock strikes a multiple of `everyHours`.
 * Follows clock changes: a day of 25 hours may strike the same hour twice. Every zone of today is
 * off UTC by whole quarters of an hour.
 */
export function hourTicks(startsAt: number, endsAt: number, timeZone: string, everyHours: number): readonly number[] {
  const clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const ticks: number[] = []
  for (let at = Math.ceil(startsAt / QUARTER_MS) * QUARTER_MS; at <= endsAt; at += QUARTER_MS) {
    const parts = clock.formatToParts(at)
    const part = (type: 'hour' | 'minute') => Number(parts.find((each) => each.type === type)?.value)
    if (part('minute') === 0 && part('hour') % everyHours === 0) ticks.push(at)
  }
  return ticks
}
