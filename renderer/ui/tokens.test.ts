import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on what it stands on: 4.5 : 1 (WCAG 1.4.3). */
const TEXT_PAIRS = [
  ...['paper', 'paper-deep', 'card', 'accent-wash', 'honey-wash', 'brick-wash'].map((ground) => ['ink', ground] as const),
  ...['paper', 'paper-deep', 'card'].map((ground) => ['ink-soft', ground] as const),
  ...['paper', 'card', 'accent-wash'].map((ground) => ['accent', ground] as const),
  ['on-accent', 'accent'],
  ['on-brick', 'brick'],
  ['honey-ink', 'paper'],
  ['honey-ink', 'card'],
  ['honey-ink', 'honey-wash'],
  ['brick-ink', 'paper'],
  ['brick-ink', 'card'],
  ['brick-ink', 'brick-wash'],
] as const

/** Edges of controls and marks that carry meaning alone: 3 : 1 (WCAG 1.4.11). */
const SHAPE_PAIRS = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['accent', 'paper-deep'],
  ['voice-child', 'card'],
  ['voice-women', 'card'],
  ['voice-men', 'card'],
  ['voice-overlap', 'card'],
  ['voice-electronic', 'card'],
] as const

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('%s tokens', (_name, selector) => {
  const tokens = tokensOf(selector)
  const colour = (name: string): string => {
    const value = tokens.get(name)
    if (value === undefined) throw new Error(`no token ${name}`)
    return value
  }

  it.each(TEXT_PAIRS)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SHAPE_PAIRS)('%s can be seen on %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})

it('both themes set the same colours', () => {
  expect([...tokensOf(":root[data-theme='dark']").keys()]).toEqual([...tokensOf(':root').keys()])
})
