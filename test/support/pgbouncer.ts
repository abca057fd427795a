import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, serverUser } from './postgres.ts'
import { programFolders, systemFile } from './system-file.ts'

export type Pooler = { readonly port: number; stop(): Promise<void> }

/** The real PgBouncer in front of a server on this machine: each transaction may get another connection, of which there is one for each user. */
export async function startPgbouncer(server: string, users: readonly string[]): Promise<Pooler> {
  const program = systemFile({ name: 'pgbouncer', folders: programFolders, debian: 'pgbouncer', env: 'PGBOUNCER' })
  const home = mkdtempSync(join(tmpdir(), 'varde-pgbouncer-'))
  chmodSync(home, 0o755)
  const port = await freePort()
  const { hostname, port: serverPort } = new URL(server)
  writeFileSync(join(home, 'users.txt'), users.map((name) => `"${name}" ""\n`).join(''))
  writeFileSync(
    join(home, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(home, 'users.txt')}
pool_mode = transaction
default_pool_size = 1
max_client_conn = 200
`,
  )
  const child = spawn(program, [join(home, 'pgbouncer.ini')], { ...serverUser(), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  await answers(port, child, said)
  return {
    port,
    stop: async () => {
      process.off('exit', lastResort)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function answers(port: number, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (const end = performance.now() + 10_000; ; ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    if (child.exitCode !== null || performance.now() > end) throw new Error(`PgBouncer did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
