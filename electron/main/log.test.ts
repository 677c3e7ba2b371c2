import { describe, expect, it } from 'vitest'
import { AppError } from '../../common/result'
import { describeError } from './log'

describe('describeError', () => {
  it('keeps class, code and place, never what the error says', () => {
    const error = Object.assign(new Error("ENOENT: no such file, open '/home/ana/Emma.db'"), { code: 'ENOENT' })
    const text = describeError(error)
    expect(text).toMatch(/^Error\(ENOENT\) at log\.test\.ts:\d+:\d+/)
    expect(text).not.toMatch(/Emma|ana|home/)
  })

  it('follows the causes of typed errors', () => {
    const error = new AppError('disk-full', 'Emma’s day could not be saved.', { cause: new TypeError('Emma') })
    expect(describeError(error)).toMatch(/^AppError\(disk-full\) <- TypeError at /)
    expect(describeError(error)).not.toContain('Emma')
  })

  it('says only the type of what is no error', () => {
    expect(describeError('Emma')).toBe('string')
  })
})
