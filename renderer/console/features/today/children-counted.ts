import type { TFunction } from 'i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import type { ListeningStatus } from '../../../../common/speech'

/** Whose voices the numbers of a child count, see {@link ListeningStatus}. */
export type ChildrenCounted = NonNullable<ListeningStatus['childrenCounted']>

/**
 * How children were counted in a stretch, as its sounds say.
 * @param now how they are counted at present, where the stretch is of today; it decides what the sounds leave open
 */
export function childrenCountedIn({ KCHI, OCH, CHI }: SoundMs, now: ChildrenCounted | null = null): ChildrenCounted {
  if (OCH > 0) return 'enrolled'
  if (KCHI > 0 && CHI > 0) return now === 'all' ? 'all' : 'enrolled'
  if (CHI > 0) return now === 'enrolled' ? 'enrolled' : 'all'
  return KCHI > 0 ? 'one' : (now ?? 'one')
}

/** Where the children count together, a child not known which is one of those the numbers are about. */
export function soundsAsCounted(soundMs: SoundMs, counted: ChildrenCounted): SoundMs {
  return counted === 'all' ? { ...soundMs, KCHI: soundMs.KCHI + soundMs.CHI, CHI: 0 } : soundMs
}

export interface Subject {
  readonly counted: ChildrenCounted
  readonly childName: string
}

/** Whom the numbers are about, to stand inside a sentence: the child's name, or "the children". */
export function subjectName(t: TFunction<'speech'>, { counted, childName }: Subject): string {
  return counted === 'all' ? t('theChildren') : childName
}

/**
 * Which part of all children's voices could not be given to a child, 0 to 1: of those the numbers know nothing. Null
 * where children are not told apart, and where none was heard.
 */
export function unsureShare({ KCHI, OCH, CHI }: SoundMs, counted: ChildrenCounted): number | null {
  const all = KCHI + OCH + CHI
  return counted === 'enrolled' && all > 0 ? CHI / all : null
}
