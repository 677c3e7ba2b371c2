import { create } from 'zustand'
import type { Child } from '../../common/household'
import { useCall } from './bridge'

interface SelectedChildState {
  readonly childId: string | null
  readonly select: (childId: string) => void
}

/** Which child the pages are about. Kept in memory only: nothing about a child lies outside the encrypted file. */
export const useSelectedChildStore = create<SelectedChildState>((set) => ({
  childId: null,
  select: (childId) => {
    set({ childId })
  },
}))

export interface SelectedChild {
  /** Null while loading and when the family has no child yet. */
  readonly child: Child | null
  readonly children: readonly Child[]
  readonly isLoading: boolean
  readonly select: (childId: string) => void
}

/** The chosen child; else the one that is listened for; else the first. */
export function useSelectedChild(): SelectedChild {
  const { childId, select } = useSelectedChildStore()
  const list = useCall('children.list', [{ includeArchived: false }])
  const settings = useCall('settings.get', [])
  const children = list.data ?? []
  const listenedFor = settings.data?.listening.childId
  const child =
    children.find(({ id }) => id === childId) ?? children.find(({ id }) => id === listenedFor) ?? children[0] ?? null
  return { child, children, isLoading: list.isPending || settings.isPending, select }
}
