import { BIN_MS, type SpeechTotals } from '../../common/listening/metrics'
import type { SoundType } from '../../common/listening/voice'
import type { ListeningStatus } from '../../common/speech'
import type { SceneTruth } from '../scene/make-scene.mjs'

/** What the table needs of a scene's truth; a sound type that does not occur may be left out. */
export type ComparedTruth = Omit<SceneTruth, 'label_seconds' | 'seed' | 'segments'> & {
  readonly label_seconds: Partial<SceneTruth['label_seconds']>
}

export interface ComparedRow {
  readonly name: string
  readonly truth: number
  readonly measured: number
  /** The measured 80 % interval, where there is one. */
  readonly interval: readonly [number, number] | null
}

const SOUND_NAMES = {
  KCHI: 'key child',
  OCH: 'other child',
  CHI: 'child, not known which',
  FEM: 'women',
  MAL: 'men',
  OLN: 'overlap',
  ELE: 'electronic',
  CRY: 'crying',
  LAU: 'laughing',
  NOI: 'noise',
  SIL: 'silence',
} as const satisfies Record<SoundType, string>

/** All children together: without an enrolled voice the app does not tell one from another. */
const CHILDREN = ['KCHI', 'OCH', 'CHI'] as const

/** The scene's truth beside what the app stored of it. */
export function compare(truth: ComparedTruth, measured: SpeechTotals): readonly ComparedRow[] {
  const seconds = Object.entries(SOUND_NAMES).map(([type, name]): ComparedRow => {
    const key = type as SoundType // true: the keys of SOUND_NAMES are exactly the sound types
    return {
      name: `${name} (s)`,
      truth: truth.label_seconds[key] ?? 0,
      measured: measured.soundMs[key] / 1000,
      interval: null,
    }
  })
  const children: ComparedRow = {
    name: 'any child (s)',
    truth: CHILDREN.reduce((sum, type) => sum + (truth.label_seconds[type] ?? 0), 0),
    measured: CHILDREN.reduce((sum, type) => sum + measured.soundMs[type], 0) / 1000,
    interval: null,
  }
  const counted = [
    ['adult words', truth.adult_words, measured.adultWords],
    ['child vocalisations', truth.child_vocalizations, measured.childVocalizations],
    ['conversational turns', truth.conversational_turns, measured.conversationalTurns],
  ] as const
  return [
    { name: 'listened (s)', truth: truth.seconds, measured: measured.listenedMs / 1000, interval: null },
    ...[children, ...seconds].filter(({ truth: is, measured: was }) => is > 0 || was > 0),
    ...counted.map(
      ([name, is, { value, low, high }]): ComparedRow => ({ name, truth: is, measured: value, interval: [low, high] }),
    ),
  ]
}

/** The table as text, for the terminal. */
export function formatTable(rows: readonly ComparedRow[]): string {
  const cells = rows.map(({ name, truth, measured, interval }) => [
    name,
    number(truth),
    number(measured),
    interval === null ? '' : `${number(interval[0])} – ${number(interval[1])}`,
  ])
  const header = ['', 'true', 'measured', '80 % interval']
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n')
}

const TYPER_NAMES = {
  'voice-types': 'the trained model (models/voice-types)',
  'acoustic-baseline': 'the acoustic baseline, without a trained model',
} as const satisfies Record<NonNullable<ListeningStatus['typer']>, string>

const COUNTED_NAMES = {
  one: 'a child’s voice is the key child’s unless it sounds eight or older',
  all: 'no voice is enrolled, so all children count together as a child not known which',
  enrolled: 'children are told apart by enrolled voices',
} as const satisfies Record<NonNullable<ListeningStatus['childrenCounted']>, string>

/** What measured, in words. */
export function measuredBy({ typer, childrenCounted }: Pick<ListeningStatus, 'typer' | 'childrenCounted'>): string {
  const by = typer === null ? 'nothing: no listener ran' : TYPER_NAMES[typer]
  return childrenCounted === null ? by : `${by}; ${COUNTED_NAMES[childrenCounted]}`
}

/** Whether the app heard anything and stored it: the demo succeeds only then. */
export function somethingWasHeard(measured: SpeechTotals): boolean {
  const speechMs = [...CHILDREN, 'FEM' as const, 'MAL' as const].reduce((sum, type) => sum + measured.soundMs[type], 0)
  return measured.listenedMs > BIN_MS / 10 && speechMs > 0 && measured.adultWords.value > 0
}

function number(value: number): string {
  return value.toFixed(value < 100 && !Number.isInteger(value) ? 1 : 0)
}
