import { create } from 'zustand'

interface FreshCodeState {
  readonly recoveryCode: string | null
  readonly show: (recoveryCode: string) => void
  readonly forget: () => void
}

/**
 * A code just made and not yet confirmed. Outside the page that made it, because from then on the app's state
 * asks for the confirmation and may put another page in its place.
 */
export const useFreshCode = create<FreshCodeState>((set) => ({
  recoveryCode: null,
  show: (recoveryCode) => {
    set({ recoveryCode })
  },
  forget: () => {
    set({ recoveryCode: null })
  },
}))
