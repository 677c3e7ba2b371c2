import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveNativeBinding } from './native-binding'

describe('resolveNativeBinding', () => {
  it('leaves a new runtime to the binding of the package', () => {
    const environment = { WONDERNEST_SQLITE_BINDING: '/cache/better_sqlite3.node' }
    expect(resolveNativeBinding({ packaged: false, napiVersion: '10', environment })).toBeUndefined()
    expect(resolveNativeBinding({ packaged: true, resourcesPath: '/app', napiVersion: '12', environment })).toBeUndefined()
  })

  it('gives an older runtime the one that was built for it', () => {
    const environment = { WONDERNEST_SQLITE_BINDING: '/cache/better_sqlite3.node' }
    expect(resolveNativeBinding({ packaged: false, napiVersion: '9', environment })).toBe('/cache/better_sqlite3.node')
    expect(resolveNativeBinding({ packaged: true, resourcesPath: '/app', napiVersion: '9', environment })).toBe(
      join('/app', 'native', 'better_sqlite3.node'),
    )
  })

  it('says that it is missing before the process crashes on the wrong one', () => {
    expect(() => resolveNativeBinding({ packaged: false, napiVersion: '9', environment: {} })).toThrow('WONDERNEST_SQLITE_BINDING')
  })
})
