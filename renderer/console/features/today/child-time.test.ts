import { expect, it } from 'vitest'
import { zeroSoundMs } from '../../../../common/listening/metrics'
import { childTime } from './child-time'

it('divides the child’s own voice, whoever else spoke', () => {
  const time = childTime({ ...zeroSoundMs(), KCHI: 60_000, CRY: 15_000, LAU: 5000, OCH: 70_000, FEM: 90_000 })
  expect(time).toEqual({
    speech: { ms: 60_000, share: 0.75 },
    cry: { ms: 15_000, share: 0.1875 },
    laugh: { ms: 5000, share: 0.0625 },
  })
})

it('makes no shares of a few seconds', () => {
  expect(childTime({ ...zeroSoundMs(), KCHI: 9999, FEM: 90_000 })).toBeNull()
  expect(childTime({ ...zeroSoundMs(), CRY: 10_000 })?.cry.share).toBe(1)
})
