import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

const ICON = join(projectRoot, 'resources/package/icon.png')
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }
// Beyond what every Electron app needs: the libraries for the keychain and for sound.
const DEPENDS = ['libsecret-1-0', 'libpulse0 | pipewire-pulse']

/** True where a .deb can be made: Linux with Debian's `fakeroot` and `dpkg`. */
export function canMakeDeb() {
  return process.platform === 'linux' && ['fakeroot', 'dpkg-deb'].every((name) => existsSync(`/usr/bin/${name}`))
}

/**
 * Makes a .deb of the packaged folder.
 * @param {string} source the unpacked app
 * @param {string} target folder that receives the file
 * @returns {Promise<string>} path of the .deb
 */
export async function makeDeb(source, target) {
  const { default: installer } = await import('electron-installer-debian')
  const { description, version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'))
  const arch = ARCHITECTURES[process.arch] ?? process.arch
  await installer({
    src: source,
    dest: target,
    arch,
    options: {
      name: 'wondernest',
      productName: 'WonderNest',
      genericName: 'Family console and children’s place',
      bin: 'wondernest',
      version,
      description: 'A family’s desktop',
      productDescription: description,
      maintainer: 'The WonderNest developers <developers@wondernest.invalid>',
      section: 'education',
      categories: ['Education'],
      depends: DEPENDS,
      // Its default, xz, takes minutes on two cores to save a tenth.
      compression: 'gzip',
      ...(existsSync(ICON) ? { icon: ICON } : {}),
    },
  })
  const [file] = (await readdir(target)).filter((name) => name.endsWith(`_${version}_${arch}.deb`))
  return join(target, file)
}
