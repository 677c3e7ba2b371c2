// What the app's own texts, everyday prose in each of its languages, give for syllables a word relative to English:
// tells how far the table's legal text misleads. Run by hand: node tools/languages/check-with-app-texts.mjs
import { readdirSync, readFileSync } from 'node:fs'
import { countNuclei, countWords } from './count.mjs'
import { LANGUAGES } from './languages.mjs'
import { phonemesOf } from './speak.mjs'

const TEXTS = new URL('../../renderer/console/i18n/', import.meta.url)
const TABLE = new URL('../../resources/languages/syllables-per-word.json', import.meta.url)

function stringsOf(value) {
  return typeof value === 'string' ? [value] : Object.values(value).flatMap(stringsOf)
}

function ratioOf(language) {
  const folder = new URL(`${language}/`, TEXTS)
  const texts = readdirSync(folder).flatMap((file) => stringsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
  const whole = texts.join('\n\n').replace(/\{\{.*?\}\}|\p{N}+/gu, '')
  const { voice, inserted } = LANGUAGES[language]
  return countNuclei(phonemesOf(whole, voice), inserted) / countWords(whole)
}

const { languages, spokenEnglish } = JSON.parse(readFileSync(TABLE, 'utf8'))
const english = ratioOf('en')
for (const entry of readdirSync(TEXTS, { withFileTypes: true }).filter((found) => found.isDirectory())) {
  const value = (spokenEnglish.syllablesPerWord * ratioOf(entry.name)) / english
  console.log(entry.name, value.toFixed(2), 'in the table', languages[entry.name].syllablesPerWord)
}
