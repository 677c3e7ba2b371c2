import type { CountError, MeasuredClass, MeasuredCount, Results, ResultsRow, ResultsSet } from './results-schema'
import { EvaluationError } from './spans'

/** Between these lines of `models/README.md` stands what {@link resultsTables} makes, and nothing else. */
export const TABLES_BEGIN = '<!-- results.json as tables, written by npm run eval:publish: do not edit -->'
export const TABLES_END = '<!-- end of the tables -->'

const UNKNOWN = '–'

interface Column {
  readonly title: string
  readonly cell: (row: ResultsRow) => string
}

const COLUMNS: readonly Column[] = [
  { title: '', cell: ({ name, inApp }) => (inApp ? `**${name}**` : name) },
  detection('CHI'),
  detection('FEM'),
  detection('MAL'),
  { title: 'macro', cell: ({ macroF1 }) => macroF1.toFixed(3) },
  detection('SPEECH'),
  detection('CRY'),
  detection('ELE'),
  counting('words', 'adultWords'),
  counting('vocalisations', 'childVocalizations'),
  counting('turns', 'conversationalTurns'),
  // As many digits as are known: a published factor has fewer than a measured one.
  { title: 'real-time factor', cell: ({ realTimeFactor }) => (realTimeFactor === null ? UNKNOWN : String(realTimeFactor)) },
  { title: 'memory, MiB', cell: ({ memoryMib }) => memoryMib?.toFixed(0) ?? UNKNOWN },
]

/** Every set as a Markdown table under its own heading; ends with a line break. */
export function resultsTables({ sets }: Results): string {
  return sets.map(setTable).join('\n')
}

/** The page with its tables made anew. @throws EvaluationError when the page has no place for them */
export function withTables(page: string, results: Results): string {
  const [before, after] = aroundTables(page)
  return `${before}${TABLES_BEGIN}\n\n${resultsTables(results)}\n${TABLES_END}${after}`
}

/** What stands before and after the tables. @throws EvaluationError when the page has no place for them */
export function aroundTables(page: string): readonly [string, string] {
  const begin = page.indexOf(TABLES_BEGIN)
  const end = page.indexOf(TABLES_END)
  if (begin < 0 || end < begin) throw new EvaluationError(`the page for the tables lacks the line "${TABLES_BEGIN}" or, after it, "${TABLES_END}"`)
  return [page.slice(0, begin), page.slice(end + TABLES_END.length)]
}

function setTable({ name, measuredOn, scenes, seconds, rows }: ResultsSet): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${name}`,
    '',
    `${String(scenes)} scenes, ${(seconds / 60).toFixed(0)} minutes of sound; measured on ${measuredOn}.`,
    '',
    line(COLUMNS.map(({ title }) => title)),
    line(COLUMNS.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(COLUMNS.map(({ cell }) => cell(row)))),
    '',
  ].join('\n')
}

function detection(name: MeasuredClass): Column {
  return { title: name, cell: ({ classes }) => classes[name]?.f1.toFixed(3) ?? UNKNOWN }
}

function counting(title: string, count: MeasuredCount): Column {
  return {
    title: `${title}: error · bias · r · inside`,
    cell: ({ counts }) => {
      const error = counts[count]
      return error === undefined ? UNKNOWN : countCell(error)
    },
  }
}

function countCell({ medianRelativeError, bias, r, coverage }: CountError): string {
  return [percent(medianRelativeError), signedPercent(bias), r?.toFixed(2) ?? UNKNOWN, coverage === null ? UNKNOWN : percent(coverage)].join(' · ')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}

function signedPercent(share: number): string {
  return `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`
}
