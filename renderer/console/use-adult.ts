import type { Adult } from '../../common/household'
import { useCall } from './bridge'

/** Who is signed in; null before that. */
export function useAdult(): Adult | null {
  const state = useCall('app.state', [])
  return state.data?.stage === 'signed-in' ? state.data.adult : null
}

/** Whether the signed-in adult may change the household's things; main decides, this only spares vain attempts. */
export function useMayChange(): boolean {
  const adult = useAdult()
  return adult !== null && adult.role !== 'caregiver'
}
