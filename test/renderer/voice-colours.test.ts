import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VOICES, VOICE_LOOKS, type Voice } from '../../renderer/ui/charts/voices'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** How eyes without one kind of cone see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const EYES: Readonly<Record<string, Matrix>> = {
  'full colour vision': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
/** Distance in Oklab, times 100, from which two areas side by side are told apart without a texture. */
const TELLS = 8

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')

function colours(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

const light = colours(':root')
const dark = new Map([...light, ...colours("[data-theme='dark']")])

function seen(eyes: Matrix, hex: string): Triple {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const [r, g, b] = times(eyes, [channel(1), channel(3), channel(5)])
  return oklab([Math.max(0, r), Math.max(0, g), Math.max(0, b)])
}

function times([a, b, c]: Matrix, v: Triple): Triple {
  const dot = (row: Triple) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]
  return [dot(a), dot(b), dot(c)]
}

/** Linear sRGB as Oklab (Ottosson 2020). */
function oklab(rgb: Triple): Triple {
  const [l, m, s] = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], rgb)
  return times(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  )
}

const pairs = VOICES.flatMap((a, index) => VOICES.slice(index + 1).map((b) => [a, b] as const))

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_theme, tokens) => {
  const colourOf = (voice: Voice): string => {
    const name = /^var\(--([\w-]+)\)$/.exec(VOICE_LOOKS[voice].colour)?.[1] ?? ''
    const hex = tokens.get(name)
    if (hex === undefined) throw new Error(`No colour ${name} for ${voice}`)
    return hex
  }
  const nearest = (a: Voice, b: Voice) =>
    Math.min(
      ...Object.values(EYES).map((eyes) => {
        const [p, q] = [seen(eyes, colourOf(a)), seen(eyes, colourOf(b))]
        return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
      }),
    )

  it.each(pairs)('%s and %s are told apart by any eyes, by their colours or else by their textures', (a, b) => {
    if (nearest(a, b) < TELLS) expect(VOICE_LOOKS[a].texture).not.toBe(VOICE_LOOKS[b].texture)
    expect(colourOf(a)).not.toBe(colourOf(b))
  })

  it('finds that red and green look alike to some', () => {
    expect(pairs.filter(([a, b]) => nearest(a, b) < TELLS).length).toBeGreaterThan(0)
  })
})
