import { create } from 'zustand'

/** `creating`: the household is being made; from then on the app counts as signed in while the first run goes on. */
export type FirstRunStep = 'welcome' | 'household' | 'creating' | 'code' | 'child' | 'consent'

interface FirstRunState {
  readonly step: FirstRunStep
  /** Shown once, forgotten with the step. */
  readonly recoveryCode: string | null
  readonly childId: string | null
  readonly go: (step: 'welcome' | 'household' | 'creating' | 'child') => void
  readonly showCode: (recoveryCode: string) => void
  readonly askConsent: (childId: string) => void
  readonly finish: () => void
}

const START = { step: 'welcome', recoveryCode: null, childId: null } as const

export const useFirstRun = create<FirstRunState>((set) => ({
  ...START,
  go: (step) => {
    set({ step, recoveryCode: null })
  },
  showCode: (recoveryCode) => {
    set({ step: 'code', recoveryCode })
  },
  askConsent: (childId) => {
    set({ step: 'consent', childId })
  },
  finish: () => {
    set(START)
  },
}))

/** Whether the household exists and the first run still has something to ask. */
export function isUnderWay(step: FirstRunStep): boolean {
  return step !== 'welcome' && step !== 'household'
}
