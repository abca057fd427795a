import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { asOwner, inOrganisations } from '../src/db/transaction.ts'
import { clockwork } from '../src/kernel/actor.ts'
import { record } from '../src/kernel/audit.ts'
import type { Ctx, House } from '../src/kernel/ctx.ts'
import { newId } from '../src/kernel/ids.ts'
import { logKey, signed } from '../src/kernel/log-seal.ts'
import { noSeal, sha256 } from '../src/kernel/verify-log.ts'
import { sealWaiting } from '../src/modules/audit/commands.ts'
import { ownerUrl, withClient } from '../test/support/global-setup.ts'
import { startPostgres } from '../test/support/postgres.ts'

// What the seals of the log cost: `tsx bench/seals.ts`. How fast a whole exported log is verified (G-14), and how many audited transactions a
// second an organisation writes with and without the trigger that keeps what is to be sealed (G-16), on a server that keeps what it acknowledges.

const key = logKey(Buffer.alloc(32, 1))
const say = (line: string) => process.stdout.write(`${line}\n`)

async function verifying(lines: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'varde-seals-'))
  try {
    const file = join(folder, 'log.ndjson')
    await write(file, lines)
    const from = performance.now()
    const program = join(import.meta.dirname, '../src/kernel/verify-log.ts')
    const child = spawn(process.execPath, [program, file, '--key', key.public], { stdio: ['ignore', 'ignore', 'inherit'] })
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(child.pid ?? 0))
    }, 100)
    const code = await new Promise((resolve) => child.once('exit', resolve))
    clearInterval(watch)
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    say(`${lines} lines verified in ${seconds} s, at most ${most} MB, ended with ${code}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Megabytes, as Linux tells. */
function memoryOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

async function write(file: string, lines: number): Promise<void> {
  const organisation = randomUUID()
  const out = createWriteStream(file)
  const put = (text: string) => (out.write(`${text}\n`) ? undefined : new Promise<void>((resolve) => out.once('drain', resolve)))
  await put(JSON.stringify({ varde: 'log', version: 1, organisation, exportedAt: new Date(0).toISOString() }))
  let previous = noSeal
  const perSeal = 50
  for (let number = 1; number * perSeal <= lines; number++) {
    const at = new Date(1_700_000_000_000 + number * 60_000).toISOString()
    const own = Array.from({ length: perSeal }, () =>
      JSON.stringify([
        organisation,
        randomUUID(),
        at.replace('Z', '000Z'),
        randomUUID(),
        'person',
        'deviation',
        randomUUID(),
        'deviation.viewed',
        '{"fields": ["whatHappened"]}',
      ]),
    )
    const hashes = Buffer.concat(own.map((line) => sha256(line)))
    const seal = signed(key, {
      organisation,
      number,
      lines: perSeal,
      total: number * perSeal,
      previous,
      content: sha256(hashes).toString('hex'),
      at,
    })
    previous = sha256(seal.seal).toString('hex')
    await put([...own, JSON.stringify({ ...seal, lines: hashes.toString('base64') })].join('\n'))
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
}

async function writing(seconds: number): Promise<void> {
  const server = await startPostgres({ own: true, durable: true })
  await withClient(server.url, async (client) => {
    await client.query(`create role varde_bench login createdb createrole password 'varde'`)
    await client.query('create database seals owner varde_bench')
  })
  const db = await openDatabase({ url: ownerUrl(server.url, 'varde_bench', 'seals'), dataDir: null, poolSize: 8, waitMs: 10_000 })
  try {
    await migrate(db)
    const id = newId(new Date())
    await sql`insert into organisation (id, name, slug, created_at) values (${id}, 'Prøve', 'prove', now())`.execute(db.owner)
    const house = { react: async () => {}, houseKey: Buffer.alloc(32, 1) } as unknown as House
    const ctx = (tx: Ctx['tx']): Ctx => ({ tx, actor: clockwork(id, 1), now: new Date(), house })
    const round = async () => {
      const took: number[] = []
      const end = performance.now() + seconds * 1000
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (performance.now() < end) {
            const from = performance.now()
            await inOrganisations(db, [id], (tx) =>
              record(ctx(tx), { type: 'deviation', id: newId(new Date()) }, [{ type: 'deviation.viewed' }]),
            )
            took.push(performance.now() - from)
          }
        }),
      )
      took.sort((a, b) => a - b)
      return `${Math.round(took.length / seconds)} a second, p50 ${took[took.length >> 1]?.toFixed(1)} ms, p99 ${took[Math.floor(took.length * 0.99)]?.toFixed(1)} ms`
    }
    const trigger = (how: 'enable' | 'disable') =>
      asOwner(db, (tx) => sql.raw(`alter table audit_event ${how} trigger to_seal`).execute(tx))
    await round()
    for (const pass of [1, 2, 3]) {
      await trigger('disable')
      say(`pass ${pass}, one organisation, 8 at once, not to be sealed: ${await round()}`)
      await trigger('enable')
      let [on, sealed] = [true, 0]
      const sealing = (async () => {
        while (on) {
          sealed += await inOrganisations(db, [id], (tx) => sealWaiting(ctx(tx), 5_000))
          await new Promise((resolve) => setTimeout(resolve, 1_000))
        }
      })()
      say(`pass ${pass}, one organisation, 8 at once, sealed each second: ${await round()}`)
      on = false
      await sealing
      say(`  ${sealed} sealed meanwhile`)
    }
  } finally {
    await db.close()
    await server.stop()
  }
}

await verifying(1_000_000)
await writing(5)
