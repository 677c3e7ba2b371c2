import { describe, expect, it } from 'vitest'
import { articleParagraphs, countBySpelling, countNuclei, countWords } from './count.mjs'
import { LANGUAGES } from './languages.mjs'

const spelt = (language: string, text: string): number =>
  countBySpelling(text, LANGUAGES[language]?.spelling ?? /$^/u, language)

describe('articleParagraphs', () => {
  const article = '<article><h2>Article 1</h2><ol><li><p>All &amp; <b>free</b>,\n 2 equal.</p></li></ol></article>'

  it('gives the articles’ text alone: no headings, preamble, tags or figures', () => {
    expect(articleParagraphs(`<p>Whereas</p>${article.repeat(30)}`)).toEqual(Array.from({ length: 30 }, () => 'All & free , equal.'))
  })

  it('refuses a translation that lacks an article', () => {
    expect(() => articleParagraphs(article.repeat(29))).toThrow('29 articles')
  })
})

it('counts words as what stands between spaces', () => {
  expect(countWords('C’est-à-dire: l’homme – 30 hak-hak ।')).toBe(3)
})

describe('countNuclei', () => {
  it.each([
    ['a diphthong as one', 'ɹ_ˈaɪ_t_s', 1],
    ['a hiatus as two', 't_ˈi__a', 2],
    ['glides as none', 'k_w_ˈa_l j_ˈe', 2],
    ['syllabic consonants', 'p_ˈr̩_s_t ˈm̩_t_u', 3],
    ['no vowel that is marked as not syllabic', 'ɛ_ɐ̯', 1],
    ['nasal vowels, and no names of languages', '(en)ɑ̃(fr) d_ʁ_w_ˈa', 2],
  ])('%s', (_what, ipa, syllables) => {
    expect(countNuclei(ipa)).toBe(syllables)
  })

  it('leaves out vowels that a voice inserts', () => {
    expect(countNuclei('f_r_ˌa_t_e_ɾ_ə_n_i_d_ˈa_dʒ_y', 'ɾ_ə')).toBe(5)
  })

  it('refuses a symbol that it does not know', () => {
    expect(() => countNuclei('d_ж_d')).toThrow('U+436')
  })
})

describe('countBySpelling', () => {
  it.each([
    ['es', 'El niño lee aquí una canción; mi tía estudia y la ciudad ya duerme.', 24],
    ['it', 'La bambina mangia qui: perché più?', 10],
    ['pt', 'As maçãs não são irmãos; ação.', 9],
    ['cs', 'Vlk zmrzl, prst, mouka.', 6],
    ['fi', 'Työ, hiiri, aika, maailma.', 8],
    ['tr', 'Işık İzmir', 4],
    ['pl', 'Dziecko i niania', 5],
    ['lt', 'Žmogus, liaudis, vienas', 6],
    ['ko', '안녕하세요 여러분', 8],
  ])('%s: %s', (language, text, syllables) => {
    expect(spelt(language, text)).toBe(syllables)
  })
})
