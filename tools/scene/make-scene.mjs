// Makes a scene of a home from synthetic voices, with the list of what truly happens in it.
//   node tools/scene/make-scene.mjs [--seconds 180] [--seed 1] [--out scene] [--name scene]
// Writes <name>.wav (16 kHz mono), <name>.rttm and <name>.json into the folder. The same arguments give the same scene.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const SHORTEST_SECONDS = 10
const LONGEST_SECONDS = 3_600
const here = fileURLToPath(import.meta.url)

/**
 * Makes a scene in a Node of its own (the counting rules are TypeScript, which needs the project's Node 24).
 * @param {{ seconds?: number, seed?: number, out: string, name?: string }} options
 * @returns {Promise<{ wav: string, rttm: string, json: string, truth: object }>} paths and the content of the JSON file
 */
export async function makeScene({ seconds = 180, seed = 1, out, name = 'scene' }) {
  const args = [here, '--seconds', String(seconds), '--seed', String(seed), '--out', out, '--name', name]
  await runNode(args)
  const path = (extension) => join(out, `${name}.${extension}`)
  return { wav: path('wav'), rttm: path('rttm'), json: path('json'), truth: JSON.parse(await readFile(path('json'), 'utf8')) }
}

/** The Node that loads TypeScript: this one, or the project's own. */
function capableNode() {
  if ('registerHooks' in nodeModule && process.features.typescript) return process.execPath
  return join(here, '../../../node_modules/node/bin/node')
}

function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(capableNode(), args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (text) => (errors += text))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(errors.trim() || 'the home scene could not be made'))))
  })
}

async function main() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '180' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'scene' },
      name: { type: 'string', default: 'scene' },
    },
  })
  const seconds = Number(values.seconds)
  const seed = Number(values.seed)
  if (!Number.isInteger(seconds) || seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
    throw new Error(`--seconds is a whole number from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS}`)
  }
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed is a whole number')
  if (capableNode() !== process.execPath) {
    await runNode([here, ...process.argv.slice(2)])
    return
  }
  await import('../typescript-imports.mjs')
  const { writeScene } = await import('./write-scene.mjs')
  const { wav, truth } = writeScene({ seconds, seed, out: values.out, name: values.name })
  const { adult_words: words, child_vocalizations: vocalizations, conversational_turns: turns } = truth
  process.stdout.write(`${wav}: ${seconds} s, ${words} adult words, ${vocalizations} child vocalisations, ${turns} turns\n`)
}

if (process.argv[1] === here) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
