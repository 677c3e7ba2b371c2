import type { Language } from '../../../common/household'
import type { Estimate } from '../../../common/listening/metrics'

const NBSP = '\u00a0'
const MINUTE_MS = 60_000

export interface Format {
  /** `6,214` */
  readonly number: (value: number) => string
  /** `1.9` */
  readonly tenths: (value: number) => string
  /** A number no more exact than an estimate is: two significant digits, `6,214` → `6,200`. */
  readonly about: (value: number) => string
  /** An estimate's interval, outward-rounded to two digits: `4,900–7,600`. */
  readonly range: (estimate: Estimate) => string
  /** `7 h 40 min`, `12 min`, `40 s`; under an hour without hours. Rounded to the minute from one minute on. */
  readonly duration: (ms: number) => string
  /** A share of 1 in whole percent; what is there but under half a percent reads `<1 %`. */
  readonly percent: (share: number) => string
  /** Clock time of a moment in the family's time zone. */
  readonly clock: (utcMs: number) => string
  /** Clock time from minutes after midnight, 0 to 1440. */
  readonly clockMinute: (minute: number) => string
  /** Day and clock time of a moment in the family's time zone. */
  readonly dateTime: (utcMs: number) => string
  /** Day of a moment in the family's time zone. */
  readonly date: (utcMs: number) => string
  /** A local day `YYYY-MM-DD`: `Saturday, 21 November`, `21 Nov`, `Sat`. */
  readonly day: (localDay: string, style: 'long' | 'short' | 'weekday') => string
  /** Weekday's full name, 0 = Monday. */
  readonly weekday: (index: number) => string
  /** `4.2 MB` */
  readonly bytes: (bytes: number) => string
}

/** Words and numbers as a language writes them. Times of moments are shown in `timeZone` (IANA name). */
export function createFormat(language: Language, timeZone: string): Format {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: true })
  const tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: true })
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const clock = new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' })
  const clockUtc = new Intl.DateTimeFormat(language, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
  const dateTime = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' })
  const days = {
    long: new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }),
    short: new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' }),
    weekday: new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short' }),
  }
  const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' })

  const number = (value: number) => whole.format(value)
  return {
    number,
    tenths: (value) => tenth.format(value),
    about: (value) => number(twoDigits(value, Math.round)),
    range: ({ low, high }) => {
      const [from, to] = [number(twoDigits(low, Math.floor)), number(twoDigits(high, Math.ceil))]
      return from === to ? from : `${from}–${to}`
    },
    duration: (ms) => {
      // What would read "60 s" is a minute.
      if (ms < MINUTE_MS - 500) return `${number(ms / 1000)}${NBSP}s`
      const minutes = Math.round(ms / MINUTE_MS)
      const hours = Math.floor(minutes / 60)
      const rest = minutes - hours * 60
      if (hours === 0) return `${number(rest)}${NBSP}min`
      return rest === 0 ? `${number(hours)}${NBSP}h` : `${number(hours)}${NBSP}h ${number(rest)}${NBSP}min`
    },
    percent: (value) => (value > 0 && value < 0.005 ? `<${share.format(0.01)}` : share.format(value)),
    clock: (utcMs) => clock.format(utcMs),
    clockMinute: (minute) => clockUtc.format((minute % 1440) * MINUTE_MS),
    dateTime: (utcMs) => dateTime.format(utcMs),
    date: (utcMs) => date.format(utcMs),
    day: (localDay, style) => days[style].format(Date.parse(`${localDay}T00:00:00Z`)),
    // 1970-01-05 was a Monday.
    weekday: (index) => weekday.format(Date.UTC(1970, 0, 5 + index)),
    bytes: (bytes) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
      const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
      return `${tenth.format(bytes / 1000 ** power)}${NBSP}${units[power] ?? 'B'}`
    },
  }
}

/** Rounds to two significant digits; numbers under 100 to whole ones. */
function twoDigits(value: number, round: (value: number) => number): number {
  if (value < 100) return round(value)
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return round(value / step) * step
}
