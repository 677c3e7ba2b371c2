import { SCORED_CLASSES } from './frames'
import { COUNTS, type SpeechScore } from './score'

/** The score as a table for people: classes, then counts. */
export function scoreTable(score: SpeechScore): string {
  const classes = SCORED_CLASSES.flatMap((name) => {
    const row = score.classes[name]
    if (row === undefined) return []
    const shares = [row.f1, row.precision, row.recall].map((value) => value.toFixed(3).padStart(6))
    return [[name.padEnd(8), ...shares, row.supportS.toFixed(0).padStart(7)].join(' ')]
  })
  const counts = COUNTS.flatMap((name) => {
    const row = score.counts[name]
    if (row === undefined) return []
    return [
      `${name.padEnd(22)} median abs. rel. error ${signed(row.medianAbsoluteRelativeError)}  bias ${signed(row.bias)}  r ${signed(row.pearsonR)}` +
        `  (${row.found.toFixed(0)} of ${row.truth.toFixed(0)}, ${String(row.scenes)} scenes)`,
    ]
  })
  const macro =
    `macro CHI/FEM/MAL ${score.macroChiFemMal.toFixed(3)}   macro KCHI/OCH/FEM/MAL ${score.macroKchiOchFemMal.toFixed(3)}` +
    `   (CRY and LAU: ${score.nonspeech})`
  return `${['class       F1   prec recall  true s', ...classes, macro, ...counts].join('\n')}\n`
}

/** One line a scene: F1 per class, and counts found of true. */
export function sceneTable(score: SpeechScore): string {
  return score.scenes
    .map(({ name, f1, counts }) => {
      const shares = (['KCHI', 'OCH', 'CHI', 'FEM', 'MAL', 'SPEECH'] as const).map((key) => `${key} ${f1[key].toFixed(3)}`)
      const found = COUNTS.map((key) => `${key} ${counts[key].found?.toFixed(0) ?? '-'} of ${counts[key].truth?.toFixed(0) ?? '-'}`)
      return `${name}  ${shares.join(' ')}  ${found.join(', ')}\n`
    })
    .join('')
}

function signed(value: number | null): string {
  if (value === null) return '    -'
  return `${value < 0 ? '' : '+'}${value.toFixed(2)}`
}
