import ElectronStore from 'electron-store'

export interface WindowBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What may lie outside the encrypted file: nothing personal, only where the window stood. */
interface WindowState {
  console: WindowBounds | null
}

export interface WindowStore {
  readonly consoleBounds: () => WindowBounds | null
  readonly setConsoleBounds: (bounds: WindowBounds) => void
}

/** A broken file of window bounds is worth nothing and is begun anew. */
export function createWindowStore(folder: string): WindowStore {
  const store = new ElectronStore<WindowState>({
    cwd: folder,
    name: 'windows',
    clearInvalidConfig: true,
    defaults: { console: null },
  })
  return {
    consoleBounds: () => store.get('console'),
    setConsoleBounds: ({ x, y, width, height }) => {
      store.set('console', { x, y, width, height })
    },
  }
}
