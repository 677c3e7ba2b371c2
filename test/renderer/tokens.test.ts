import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastRatio } from '../../renderer/ui/contrast'

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')

/** The colours of one block; the dark one keeps what it does not change. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

const light = colours(':root')
const dark = new Map([...light, ...colours("[data-theme='dark']")])

/** Words on grounds: AA needs 4.5. */
const WORDS: readonly (readonly [word: string, ground: string])[] = [
  ...['ink', 'ink-soft', 'accent', 'honey-ink', 'brick-ink'].flatMap((word) =>
    ['paper', 'paper-deep', 'card'].map((ground) => [word, ground] as const),
  ),
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'honey-soft'],
  ['honey-ink', 'honey-soft'],
  ['ink', 'brick-soft'],
  ['brick-ink', 'brick-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-brick', 'brick'],
  ['paper', 'ink'],
]

/** Edges, shapes and the focus ring: 3. Apricot, the lighter corals and noise always carry their label beside them. */
const SHAPES: readonly (readonly [shape: string, ground: string])[] = [
  'edge',
  'focus',
  'accent',
  'brick',
  'voice-child',
  'voice-some-child',
  'voice-women',
  'voice-men',
  'voice-electronic',
  'voice-overlap',
].flatMap((shape) => ['paper', 'card'].map((ground) => [shape, ground] as const))

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_theme, tokens) => {
  const ratio = ([over, under]: readonly [string, string]) => {
    const [a, b] = [tokens.get(over), tokens.get(under)]
    if (a === undefined || b === undefined) throw new Error(`No colour ${over} or ${under}`)
    return contrastRatio(a, b)
  }
  it.each(WORDS)('%s can be read on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(SHAPES)('%s can be made out on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

it('measures contrast as WCAG does', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
