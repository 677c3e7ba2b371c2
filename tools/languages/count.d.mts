export function articleParagraphs(html: string): string[]
export function countWords(text: string): number
export function countNuclei(ipa: string, inserted?: string): number
export function countBySpelling(text: string, rule: RegExp, language: string): number
