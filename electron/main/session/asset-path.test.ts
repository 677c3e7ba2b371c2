import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveAsset } from './asset-path'

const root = path.resolve('/srv/pages')

describe('resolveAsset', () => {
  it('finds a page and its parts', () => {
    expect(resolveAsset('wonder://app/console/index.html', root)).toEqual({
      file: path.join(root, 'console', 'index.html'),
      contentType: 'text/html; charset=utf-8',
    })
    expect(resolveAsset('wonder://app/assets/index-B1_x.js?v=1#/today', root)?.file).toBe(
      path.join(root, 'assets', 'index-B1_x.js'),
    )
  })

  it('stays inside when parent folders are asked for, plainly or encoded', () => {
    const inside = path.join(root, 'etc', 'passwd.json')
    expect(resolveAsset('wonder://app/../../etc/passwd.json', root)?.file).toBe(inside)
    expect(resolveAsset('wonder://app/%2e%2e/%2E%2e/etc/passwd.json', root)?.file).toBe(inside)
  })

  it.each([
    ['another host', 'wonder://evil/console/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['credentials', 'wonder://user@app/console/index.html'],
    ['a port', 'wonder://app:80/console/index.html'],
    ['encoded slash', 'wonder://app/..%2f..%2fpackage.json'],
    ['encoded back-slash', 'wonder://app/..%5c..%5cpackage.json'],
    ['double encoding', 'wonder://app/%252e%252e/package.json'],
    ['NUL', 'wonder://app/index.html%00.json'],
    ['hidden file', 'wonder://app/.secret.json'],
    ['broken encoding', 'wonder://app/%zz.json'],
    ['empty part', 'wonder://app//package.json'],
    ['folder', 'wonder://app/console/'],
    ['unknown type', 'wonder://app/main/main.cjs'],
    ['not an address', 'console/index.html'],
  ])('refuses %s', (_name, address) => {
    expect(resolveAsset(address, root)).toBeNull()
  })
})
