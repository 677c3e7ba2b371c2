import type { TFunction } from 'i18next'
import type { ChildPolicy } from '../../../../common/listening/child-policy'
import type { SoundMs } from '../../../../common/listening/metrics'

/** How a stretch's child voices were counted, see {@link ChildPolicy}. */
export type ChildrenCounted = ChildPolicy['kind']

/** What the sounds themselves say: an only child's time has neither another child nor one not known which. */
export function childrenCountedIn({ KCHI, OCH, CHI }: SoundMs): ChildrenCounted {
  if (OCH > 0 || (CHI > 0 && KCHI > 0)) return 'enrolled'
  return CHI > 0 ? 'children' : 'only-child'
}

/** Where the children count together, a child not known which is one of those the numbers are about. */
export function soundsAsCounted(soundMs: SoundMs, counted: ChildrenCounted): SoundMs {
  return counted === 'children' ? { ...soundMs, KCHI: soundMs.KCHI + soundMs.CHI, CHI: 0 } : soundMs
}

export interface Subject {
  readonly counted: ChildrenCounted
  readonly childName: string
}

/** Whom the numbers are about, to stand inside a sentence: the child's name, or "the children". */
export function subjectName(t: TFunction<'speech'>, { counted, childName }: Subject): string {
  return counted === 'children' ? t('theChildren') : childName
}

/**
 * Which part of all children's voices could not be given to a child, 0 to 1: of those the numbers know nothing. Null
 * where children are not told apart, and where none was heard.
 */
export function unsureShare({ KCHI, OCH, CHI }: SoundMs, counted: ChildrenCounted): number | null {
  const all = KCHI + OCH + CHI
  return counted === 'enrolled' && all > 0 ? CHI / all : null
}
