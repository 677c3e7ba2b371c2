// Which languages the table holds: `text` is the code of the declaration's translation, `voice` is espeak-ng's, and
// `spelling`, where a language's spelling shows its syllables, one match a syllable: a check on what espeak-ng reads.

/** As in Spanish: i and u beside another vowel belong to its syllable unless they bear an accent; u after q or g is mute before i. */
const ROMANCE = /(?:(?<=[qg])[uü])?(?:[iu]?[aeoáàâéèêëóòôö](?:[iu](?![aeoáàéèêëóòôiuíìïúùü]))?|i[uúù]|u[iíì]|[iuíìïúùü]|y(?![aeiouáéíóú]))/gu
const PORTUGUESE = new RegExp(`[iu]?(?:ão|ãe|õe|ã)|${ROMANCE.source}`, 'gu')
const SERBO_CROATIAN = /[aeiou]|(?<![aeiou])r(?![aeiou])/gu

export const LANGUAGES = {
  bg: { text: 'bul', voice: 'bg', spelling: /[аъоуеияюѝ]/gu },
  ca: { text: 'cat', voice: 'ca', spelling: ROMANCE },
  cs: { text: 'ces', voice: 'cs', spelling: /ou|[aáeéěiíoóuúůyý]|(?<=[^aáeéěiíoóuúůyý\P{L}])[rl](?![aáeéěiíoóuúůyýrl])/gu },
  da: { text: 'dan', voice: 'da', spelling: /[aeiouyæøåé]/gu },
  de: { text: 'deu_1996', voice: 'de', spelling: /aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouäöüy]/gu },
  el: { text: 'ell_monotonic', voice: 'el', spelling: /[αεου][ιί]|[οαε][υύ]|[αεηιουωάέήίόύώϊϋΐΰ]/gu },
  en: { text: 'eng', voice: 'en-us' },
  es: { text: 'spa', voice: 'es', spelling: ROMANCE },
  et: { text: 'est', voice: 'et', spelling: /([aeiouõäöü])\1|[aeouõäöü]i|[aeioäõ]u|[aeoäõ]e|[eo]a|[aeiouõäöü]/gu },
  eu: { text: 'eus', voice: 'eu', spelling: /[aeo]i|[ae]u|[aeiou]/gu },
  fi: { text: 'fin', voice: 'fi', spelling: /([aeiouyäö])\1|[aeouyäö]i|[aeio]u|[eiäö]y|ie|uo|yö|[aeiouyäö]/gu },
  fr: { text: 'fra', voice: 'fr-fr' },
  // espeak-ng has no Galician; for syllables it is spelt as Spanish is.
  gl: { text: 'glg', voice: 'es', spelling: ROMANCE },
  hi: { text: 'hin', voice: 'hi' },
  hr: { text: 'hrv', voice: 'hr', spelling: SERBO_CROATIAN },
  hu: { text: 'hun', voice: 'hu', spelling: /[aáeéiíoóöőuúüű]/gu },
  id: { text: 'ind', voice: 'id', spelling: /ai|au|oi|[aeiou]/gu },
  it: { text: 'ita', voice: 'it', spelling: ROMANCE },
  ko: { text: 'kor', voice: 'ko', spelling: /[가-힣]/gu },
  lt: { text: 'lit', voice: 'lt', spelling: /ai|au|ei|ie|ui|uo|i(?![aąouųū])|[aąeęėįyouųū]/gu },
  lv: { text: 'lav', voice: 'lv', spelling: /ai|au|ei|ie|iu|ui|oi|[aāeēiīouū]/gu },
  nb: { text: 'nob', voice: 'nb', spelling: /ei|au|øy|[aeiouyæøåé]/gu },
  nl: { text: 'nld', voice: 'nl', spelling: /([aeou])\1(?:i)?|ie|ei|ij|oe|ui|ou|au|eu|[aeiouyéèëï]/gu },
  pl: { text: 'pol', voice: 'pl', spelling: /i(?![aąeęoóu])|[aąeęoóuy]/gu },
  // The Brazilian voice puts a short vowel after r before a consonant, which is no syllable.
  pt: { text: 'por_BR', voice: 'pt-br', spelling: PORTUGUESE, inserted: 'ɾ_ə' },
  ro: { text: 'ron_2006', voice: 'ro' },
  ru: { text: 'rus', voice: 'ru', spelling: /[аеёиоуыэюя]/gu },
  sk: { text: 'slk', voice: 'sk', spelling: /ia|ie|iu|ou|[aáäeéiíoóôuúyýŕĺ]|(?<=[^aáäeéiíoóôuúyý\P{L}])[rl](?![aáäeéiíoóôuúyýrl])/gu },
  sl: { text: 'slv', voice: 'sl', spelling: SERBO_CROATIAN },
  sr: { text: 'srp_latn', voice: 'sr', spelling: SERBO_CROATIAN },
  sv: { text: 'swe', voice: 'sv', spelling: /[aeiouyåäöé]/gu },
  // Does not see the m and n that are syllables of their own (mtu), about 2 % of all.
  sw: { text: 'swh', voice: 'sw', spelling: /[aeiou]/gu },
  tr: { text: 'tur', voice: 'tr', spelling: /[aeıioöuüâîû]/gu },
  uk: { text: 'ukr', voice: 'uk', spelling: /[аеєиіїоуюя]/gu },
}

/** Languages that many families speak and for which this way of counting does not work, with the reason. */
export const NOT_CALIBRATED = {
  ar: 'short vowels are not written, so espeak-ng cannot speak them',
  fa: 'short vowels are not written, so espeak-ng cannot speak them',
  he: 'vowels are not written, so espeak-ng cannot speak them',
  ja: 'written without spaces between words',
  th: 'written without spaces between words',
  ur: 'short vowels are not written, so espeak-ng cannot speak them',
  vi: 'spaces stand between syllables, not words',
  yue: 'written without spaces between words',
  zh: 'written without spaces between words',
}
