import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Child } from '../../../common/household'
import type { WeekHours } from '../../../common/settings'
import { DEFAULT_SETTINGS } from '../settings/repository'
import { decide, type PolicyFacts } from './policy'

const MINUTE_MS = 60_000
const CHILD: Child = { id: 'c', name: 'Mia', birthDate: '2024-05', animal: 'owl', createdAt: 0, archivedAt: null }

function facts(change: Partial<PolicyFacts> = {}, timeZone = 'Europe/Berlin', hours: WeekHours = DEFAULT_SETTINGS.listening.hours): PolicyFacts {
  const settings = { ...DEFAULT_SETTINGS, timeZone, listening: { childId: 'c', deviceName: 'Mic', hours } }
  return { settings, child: CHILD, consentGiven: true, pause: null, ...change }
}

/** Saturday, 12:00 in Berlin. */
const NOON = Date.UTC(2026, 10, 21, 11)

describe('the listening policy', () => {
  it('listens with a child, a consent, in the hours, not paused', () => {
    expect(decide(NOON, facts())).toEqual({
      listen: true, reason: null, childId: 'c', deviceName: 'Mic', syllablesPerWord: 1.5, pausedUntil: null, nextChangeAt: Date.UTC(2026, 10, 21, 19),
    })
  })

  it.each([
    ['no-child', { child: null }, null, null],
    ['no-child', { child: { ...CHILD, archivedAt: 1 } }, null, null],
    ['no-consent', { consentGiven: false }, 'c', null],
    ['paused', { pause: { until: null } }, 'c', null],
    ['paused', { pause: { until: NOON + 1 } }, 'c', NOON + 1],
  ] as const)('does not listen: %s', (reason, change, childId, nextChangeAt) => {
    expect(decide(NOON, facts(change))).toMatchObject({ listen: false, reason, childId, nextChangeAt, pausedUntil: nextChangeAt })
  })

  it('waits for the hours to begin, over days that are off', () => {
    const hours: WeekHours = [[{ startMinute: 420, endMinute: 480 }], [], [], [], [], [], []]
    expect(decide(NOON, facts({}, 'Europe/Berlin', hours))).toMatchObject({
      listen: false, reason: 'outside-hours', nextChangeAt: Date.UTC(2026, 10, 23, 6),
    })
    expect(decide(Date.UTC(2026, 10, 23, 7), facts({}, 'Europe/Berlin', hours)).nextChangeAt).toBe(Date.UTC(2026, 10, 30, 6))
  })

  it('never changes by itself without hours, or with all of them', () => {
    const all: WeekHours = Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 700 }, { startMinute: 700, endMinute: 1440 }])
    const none: WeekHours = Array.from({ length: 7 }, () => [])
    expect(decide(NOON, facts({}, 'Europe/Berlin', all))).toMatchObject({ listen: true, nextChangeAt: null })
    expect(decide(NOON, facts({}, 'Europe/Berlin', none))).toMatchObject({ reason: 'outside-hours', nextChangeAt: null })
  })

  it('follows the wall clock over its changes', () => {
    const hours: WeekHours = Array.from({ length: 7 }, () => [{ startMinute: 135, endMinute: 165 }])
    const at = (utcMs: number) => decide(utcMs, facts({}, 'Europe/Berlin', hours))
    // 2026-10-25: 2:15–2:45 comes twice. 2026-03-29: it does not come at all.
    expect(at(Date.UTC(2026, 9, 25, 0)).nextChangeAt).toBe(Date.UTC(2026, 9, 25, 0, 15))
    expect(at(Date.UTC(2026, 9, 25, 0, 45)).nextChangeAt).toBe(Date.UTC(2026, 9, 25, 1, 15))
    expect(at(Date.UTC(2026, 2, 29, 0)).nextChangeAt).toBe(Date.UTC(2026, 2, 30, 0, 15))
    const over: WeekHours = Array.from({ length: 7 }, () => [{ startMinute: 150, endMinute: 300 }])
    expect(decide(Date.UTC(2026, 2, 29, 0), facts({}, 'Europe/Berlin', over)).nextChangeAt).toBe(Date.UTC(2026, 2, 29, 1))
  })
})

const anyHours: fc.Arbitrary<WeekHours> = fc.array(
  fc.uniqueArray(fc.integer({ min: 0, max: 48 }).map((half) => half * 30), { maxLength: 6 }).map((minutes) => {
    const sorted = [...minutes].sort((left, right) => left - right)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      startMinute: sorted[index * 2] ?? 0, endMinute: sorted[index * 2 + 1] ?? 1440,
    }))
  }),
  { minLength: 7, maxLength: 7 },
)
const anyZone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo')
/** Anywhere in 15 years, and more often near a change of clocks. */
const anyMoment = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc.integer({ min: -2 * 86_400_000, max: 86_400_000 }).chain((offset) =>
    fc.constantFrom(Date.UTC(2026, 9, 25), Date.UTC(2026, 2, 29), Date.UTC(2011, 11, 30), Date.UTC(2026, 3, 4)).map((day) => day + offset)),
)
const anyPause = (now: number) =>
  fc.option(fc.option(fc.integer({ min: -90, max: 90 })).map((minutes) => ({ until: minutes === null ? null : now + minutes * MINUTE_MS })))
const anyCase = anyMoment.chain((now) =>
  fc.record({ now: fc.constant(now), zone: anyZone, hours: anyHours, consentGiven: fc.boolean(), pause: anyPause(now), hasChild: fc.boolean() }),
)

/** Whether the wall's clock is in the hours, by the runtime's calendar instead of the policy's. */
function wallIsInHours(utcMs: number, zone: string, hours: WeekHours): boolean {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(utcMs)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'))
  const minute = Number(part('hour')) * 60 + Number(part('minute'))
  return (hours[weekday] ?? []).some(({ startMinute, endMinute }) => minute >= startMinute && minute < endMinute)
}

describe('whatever the family set', () => {
  it('it listens exactly with child and consent, in the hours, not paused', () => {
    fc.assert(
      fc.property(anyCase, ({ now, zone, hours, consentGiven, pause, hasChild }) => {
        const decision = decide(now, facts({ consentGiven, pause, child: hasChild ? CHILD : null }, zone, hours))
        const paused = pause !== null && (pause.until === null || pause.until > now)
        expect(decision.listen).toBe(hasChild && consentGiven && !paused && wallIsInHours(now, zone, hours))
        expect(decision.listen).toBe(decision.reason === null)
      }),
      { numRuns: 500 },
    )
  })

  it('the next change is the first one', () => {
    fc.assert(
      fc.property(anyCase, ({ now, zone, hours, pause }) => {
        const given = facts({ pause }, zone, hours)
        const { reason, nextChangeAt } = decide(now, given)
        if (nextChangeAt !== null) {
          expect(decide(nextChangeAt - 1, given).reason).toBe(reason)
          expect(decide(nextChangeAt, given).reason).not.toBe(reason)
        }
        const end = Math.min(nextChangeAt ?? Infinity, now + 9 * 86_400_000)
        for (let at = now; at < end; at += 30 * MINUTE_MS) expect(decide(at, given).reason).toBe(reason)
      }),
      { numRuns: 60 },
    )
  })
})
