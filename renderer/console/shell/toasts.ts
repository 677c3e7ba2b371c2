import { create } from 'zustand'

export interface ToastData {
  readonly id: number
  readonly message: string
  /** Takes back what was just done. */
  readonly undo?: () => void
}

interface ToastState {
  readonly toasts: readonly ToastData[]
  readonly show: (toast: Omit<ToastData, 'id'>) => void
  readonly dismiss: (id: number) => void
}

let nextId = 1

/** Short messages at the foot of the window about something that was done. */
export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  show: (toast) => {
    // The newest three are enough; older ones have been seen.
    set(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id: nextId++ }] }))
  },
  dismiss: (id) => {
    set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
  },
}))
