// Lays voices and sounds out in time and keeps the list of what truly happens.
import { LINES } from './lines.mjs'
import { randomSource } from './random.mjs'
import { addRoomNoise, addToRoom, bang, throughLoudspeaker } from './sounds.mjs'
import { speak } from './voices.mjs'

const SAMPLE_RATE = 16_000
const LEAD_IN_MS = 800
/** Speech keeps away from the scene's end, so that nothing is cut off. */
const LEAD_OUT_MS = 1_200

/** Who talks with whom; conversations of a home, most of them with the key child. */
const CONVERSATIONS = [
  ['KCHI', 'FEM', 'KCHI', 'FEM', 'KCHI', 'FEM'],
  ['FEM', 'KCHI', 'FEM', 'KCHI'],
  ['KCHI', 'MAL', 'KCHI', 'MAL'],
  ['MAL', 'KCHI', 'MAL', 'KCHI', 'MAL'],
  ['FEM', 'MAL', 'FEM', 'MAL'],
  ['KCHI', 'OCH', 'KCHI', 'FEM', 'OCH'],
  ['KCHI', 'KCHI', 'KCHI'],
  ['MAL', 'FEM', 'KCHI', 'FEM'],
]

/** @returns samples at 16 kHz, true events `{ type, startMs, endMs, levelDbfs }` and the words adults say */
export function composeScene(seconds, seed) {
  const random = randomSource(seed)
  const mix = new Float32Array(seconds * SAMPLE_RATE)
  const endMs = seconds * 1000 - LEAD_OUT_MS
  const events = []
  let adultWords = 0
  let atMs = LEAD_IN_MS
  addRoomNoise(mix, random)

  const nextLine = lineDealer(random)
  const cache = new Map()
  const spoken = (role, text) => {
    const key = `${role} ${text}`
    if (!cache.has(key)) cache.set(key, speak(role, text))
    return cache.get(key)
  }
  const say = (role) => {
    const text = nextLine(role)
    const { samples, stretches } = spoken(role, text)
    const lengthMs = samples.length / 16
    if (atMs + lengthMs > endMs) return false
    addToRoom(mix, samples, atMs)
    for (const { startMs, endMs: stretchEnd } of stretches) {
      events.push({ type: role, startMs: Math.round(atMs + startMs), endMs: Math.round(atMs + stretchEnd), levelDbfs: -25 })
    }
    if (role === 'FEM' || role === 'MAL') adultWords += text.split(/\s+/).length
    atMs += lengthMs
    return true
  }
  const noise = () => {
    const lengthMs = random.between(400, 1200)
    if (atMs + lengthMs > endMs) return
    addToRoom(mix, bang(random, lengthMs), atMs)
    events.push({ type: 'NOI', startMs: Math.round(atMs), endMs: Math.round(atMs + lengthMs), levelDbfs: -30 })
    atMs += lengthMs
  }
  const television = () => {
    const { samples } = spoken('TV', nextLine('TV'))
    const lengthMs = samples.length / 16
    if (atMs + lengthMs > endMs) return
    addToRoom(mix, throughLoudspeaker(samples, random), atMs)
    events.push({ type: 'ELE', startMs: Math.round(atMs), endMs: Math.round(atMs + lengthMs), levelDbfs: -42 })
    atMs += lengthMs
  }

  let round = 0
  let queue = []
  let going = true
  while (going && atMs < endMs) {
    // The first conversation is always child and mother: a scene of fifteen seconds has turns, too.
    if (queue.length === 0) queue = random.shuffled(CONVERSATIONS)
    const conversation = round === 0 ? CONVERSATIONS[0] : queue.pop()
    for (const role of conversation) {
      going = say(role)
      if (!going) break
      atMs += random.between(350, 1600)
    }
    round++
    if (round % 2 === 0) noise()
    if (round % 4 === 3) television()
    atMs += random.between(2500, 7500)
  }
  return { samples: mix, events: events.sort((a, b) => a.startMs - b.startMs), adultWords }
}

/** Deals the lines of each role in random order, each once before any comes again. */
function lineDealer(random) {
  const decks = new Map()
  return (role) => {
    if ((decks.get(role)?.length ?? 0) === 0) decks.set(role, random.shuffled(LINES[role]))
    return decks.get(role).pop()
  }
}
