import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The content that this scanner takes for a virus: harmless, and known to no other. */
export const virus = Buffer.from('Varde tests that a scanner is asked, and that what it says is heeded.')

export type TestClamd = { readonly address: string; readonly child: ChildProcess; readonly stop: () => void }

const places = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd', '/usr/bin/clamd']
const cure = 'This test needs clamd. Install it (Debian: apt install clamav-daemon; macOS: brew install clamav).'

/** A real clamd on a socket of its own, with one signature of ours. Installed where this machine lets us; else it says how. */
export async function startClamd(): Promise<TestClamd> {
  const program = found() ?? install()
  if (!program) throw new Error(cure)
  const folder = mkdtempSync(join(tmpdir(), 'varde-clamd-'))
  chmodSync(folder, 0o755)
  const md5 = createHash('md5').update(virus).digest('hex')
  writeFileSync(join(folder, 'varde.hdb'), `${md5}:${virus.length}:Varde.Test\n`)
  const socket = join(folder, 'clamd.sock')
  writeFileSync(
    join(folder, 'clamd.conf'),
    [
      'Foreground yes',
      `DatabaseDirectory ${folder}`,
      `LocalSocket ${socket}`,
      'AlertExceedsMax yes',
      'MaxFileSize 30M',
      'StreamMaxLength 30M',
    ].join('\n'),
  )
  const child = spawn(program, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  for (const end = Date.now() + 30_000; !(await answers(socket)); ) {
    if (Date.now() > end || child.exitCode !== null) {
      stop()
      throw new Error(`clamd did not start. ${cure}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { address: `unix:${socket}`, child, stop }
}

const found = () => places.find((place) => existsSync(place))

function install(): string | undefined {
  if (process.platform === 'linux' && process.getuid?.() === 0)
    spawnSync('sh', ['-c', 'command -v apt-get && apt-get update && apt-get install -y --no-install-recommends clamav-daemon'], {
      stdio: 'ignore',
    })
  return found()
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ path })
    const end = (well: boolean) => {
      socket.destroy()
      resolve(well)
    }
    socket.on('connect', () => socket.write('zPING\0'))
    socket.on('data', (bytes) => end(bytes.toString().startsWith('PONG')))
    socket.on('error', () => end(false))
  })
