import { connect } from 'node:net'

const ANSWER_TIMEOUT_MS = 1_000

/**
 * True when a D-Bus session bus takes our user in within a second.
 *
 * The keychain library connects on the calling thread and waits without end for a bus that accepts and then says
 * nothing; asking first, without blocking, keeps the app from hanging at its start. Follows the D-Bus specification's
 * "Server Addresses" and "Authentication Protocol". Addresses that are no Unix sockets are taken for alive.
 */
export async function sessionBusAnswers(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const runtimeFolder = environment['XDG_RUNTIME_DIR']
  const fallback = runtimeFolder === undefined || runtimeFolder === '' ? undefined : `unix:path=${runtimeFolder}/bus`
  const addresses = environment['DBUS_SESSION_BUS_ADDRESS'] ?? fallback
  if (addresses === undefined || addresses === '') return false
  const first = addresses.split(';')[0] ?? ''
  if (!first.startsWith('unix:')) return true
  const path = socketPath(first)
  return path === undefined ? false : await acceptsUser(path)
}

/** The path for Node's `connect`; abstract sockets begin with a zero byte. */
function socketPath(address: string): string | undefined {
  const properties = new Map(
    address
      .slice('unix:'.length)
      .split(',')
      .map((pair): [string, string] => {
        const [name = '', value = ''] = pair.split('=', 2)
        return [name, decodeURIComponent(value)]
      }),
  )
  const abstract = properties.get('abstract')
  return abstract === undefined ? properties.get('path') : `\0${abstract}`
}

async function acceptsUser(path: string): Promise<boolean> {
  const userId = String(process.getuid?.() ?? 0)
  return await new Promise((resolve) => {
    const socket = connect({ path })
    const settle = (answer: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => {
      settle(false)
    }, ANSWER_TIMEOUT_MS)
    socket.on('error', () => {
      settle(false)
    })
    socket.on('connect', () => {
      socket.write(`\0AUTH EXTERNAL ${Buffer.from(userId, 'ascii').toString('hex')}\r\n`)
    })
    socket.on('data', (data) => {
      settle(data.toString('ascii').startsWith('OK'))
    })
    socket.on('end', () => {
      settle(false)
    })
  })
}
