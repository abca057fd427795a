import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '../../src/app/config.ts'
import { countTables, differences } from '../../src/app/errands/backup-parts.ts'
import { findProgram, runProgram } from '../../src/app/errands/postgres-programs.ts'
import { sealedPlaces } from '../../src/app/modules.ts'
import type { Database } from '../../src/db/database.ts'
import { asOwner, inOrganisations } from '../../src/db/transaction.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sealAt, unsealAt } from '../../src/kernel/keys.ts'
import type { SealedIn } from '../../src/kernel/sealed.ts'
import { kinds } from '../support/database.ts'
import { filled, opened, ran, testKey } from '../support/errand.ts'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { startInstallation } from '../support/installation.ts'
import { openMailbox } from '../support/mailbox.ts'
import { plantIn, tablesOfOrganisations } from '../support/plant.ts'
import { startPostgres } from '../support/postgres.ts'

/**
 * G-33 the drill: an installation with example data, files and mail; a backup; changes after it; and the backup put back somewhere else.
 * What is there then is what was there at the backup, row by row, and no mail comes a second time.
 */
describe.each(kinds)('a backup, and putting it back, on %s', (kind) => {
  const root = mkdtempSync(join(tmpdir(), 'varde-backup-'))
  const at = (name: string) => join(root, name)
  const file = Buffer.from('Et vedlegg som noen la ved.')
  const ends: (() => unknown)[] = [() => rmSync(root, { recursive: true, force: true })]
  let server: { readonly url: string } | undefined
  let config: Config
  let rows: Awaited<ReturnType<typeof counted>>
  let sent: string
  let organisation: string

  const settings = (name: string, database = name, more: Readonly<Record<string, string>> = {}): Config =>
    readConfig({
      DATA_DIR: at(name),
      SEALING_KEY: testKey,
      ...(server ? { DATABASE_URL: ownerUrl(server.url, 'varde_drill', database) } : {}),
      ...more,
    })
  const makeEmpty = async (name: string) => {
    if (server) await withClient(server.url, (client) => client.query(`create database ${name} owner varde_drill`))
  }
  const seen = <T>(db: Database, work: (tx: Parameters<Parameters<typeof asOwner<T>>[1]>[0]) => Promise<T>): Promise<T> =>
    asOwner(db, async (tx) => {
      const all = await tx.selectFrom('organisation').select('id').execute()
      await sql`select set_config('varde.organisations', ${all.map(({ id }) => id).join(',')}, true)`.execute(tx)
      return work(tx)
    })
  const counted = (of: Config) => opened(of, (db) => seen(db, countTables))
  const mail = (db: Database, status: 'sent' | 'waiting' | 'sending' | 'uncertain') => {
    const id = newId(new Date())
    const row = {
      organisation_id: organisation,
      id,
      address: 'noen@prove.test',
      language: 'nb' as const,
      kind: 'test',
      title: `Prøve ${status}`,
      reference: null,
      href: '/avvik',
    }
    return inOrganisations(db, [organisation], (tx) =>
      tx
        .insertInto('mail')
        .values({ ...row, status, created_at: new Date(), tried_at: new Date() })
        .execute(),
    ).then(() => id)
  }

  const masters = { newest: Buffer.from(testKey, 'hex'), older: [] }
  const canaryIn = ({ table, column }: SealedIn) => `KANARI ${table} ${column}, forseglet`
  type Seen = Parameters<Parameters<typeof asOwner>[1]>[0]
  /** Each row of a column that holds what is sealed: what says which row it is, and the bytes. */
  const rowsOf = async (tx: Seen, { table, column, names }: SealedIn) =>
    (
      await sql<Record<string, unknown> & { bytes: Buffer }>`
        select ${sql.join(names.map((name) => sql.ref(name)))}, ${sql.ref(column)} as bytes from ${sql.table(table)}
        where organisation_id = ${organisation} and ${sql.ref(column)} is not null`.execute(tx)
    ).rows
  const inside = (tx: Seen) => ({ tx, house: { houseKey: masters.newest, masters }, actor: { organisationId: organisation } })
  /** What must go together with it in the row. */
  const besides: Readonly<Record<string, RawBuilder<unknown>>> = {
    'mail.sealed': sql`, address = null`,
    'question.answer_sealed': sql`, answered_at = coalesce(answered_at, now())`,
    'ethics_complaint.outcome_sealed': sql`, status = 'closed', year = 2026, number = 1, receiver_unit_id = unit_id`,
  }
  /** In every column there is, whatever its module: a canary, sealed as its module seals. */
  const plantSealed = async (tx: Seen) => {
    const tables = await tablesOfOrganisations(tx)
    for (const place of sealedPlaces) {
      await plantIn(tx, tables, organisation, place.table)
      const where = sql`ctid = (select ctid from ${sql.table(place.table)} where organisation_id = ${organisation} order by ctid limit 1)`
      const { rows } = await sql<Record<string, unknown>>`
        select ${sql.join(place.names.map((name) => sql.ref(name)))} from ${sql.table(place.table)} where ${where}`.execute(tx)
      const sealed = await sealAt(inside(tx), place, rows[0] ?? {}, canaryIn(place))
      const with_ = besides[`${place.table}.${place.column}`] ?? sql``
      const clear = place.clear ? sql`, ${sql.ref(place.clear.column)} = null` : sql``
      await sql`update ${sql.table(place.table)} set ${sql.ref(place.column)} = ${sealed} ${clear} ${with_} where ${where}`.execute(tx)
    }
  }
  /** The canaries that are opened, by column, with these keys. */
  const openedWith = (of: Config, keys = masters) =>
    opened(of, (db) =>
      seen(db, async (tx) => {
        const found: string[] = []
        for (const place of sealedPlaces)
          for (const row of await rowsOf(tx, place)) {
            const house = { houseKey: keys.newest, masters: keys }
            const text = await unsealAt({ ...inside(tx), house }, place, row, row.bytes).catch(() => '')
            if (text === canaryIn(place)) found.push(`${place.table}.${place.column}`)
          }
        return found
      }),
    )

  beforeAll(async () => {
    if (kind === 'postgres') {
      const started = await startPostgres({ own: true })
      ends.push(() => started.stop())
      await withClient(started.url, (client) => client.query(`create role varde_drill login createdb createrole password 'varde'`))
      server = started
    }
    await makeEmpty('first')
    config = settings('first')
    await filled(config)
    await opened(config, async (db) => {
      organisation = (await db.owner.selectFrom('organisation').select('id').where('slug', '=', 'sauda').executeTakeFirstOrThrow()).id
      sent = await mail(db, 'sent')
      await mail(db, 'waiting')
      await mail(db, 'sending')
      await mail(db, 'uncertain')
    })
    await opened(config, (db) => seen(db, plantSealed))
    mkdirSync(join(config.filesDir, organisation), { recursive: true })
    writeFileSync(join(config.filesDir, organisation, newId(new Date())), file)
    mkdirSync(join(config.filesDir, 'incoming', 'x'), { recursive: true })
    writeFileSync(join(config.filesDir, 'incoming', 'x', 'half'), 'x')
    // As one that has been started: it has a key of its own, and each organisation has.
    expect((await ran(config, 'keys', 'renew', '--all')).code).toBe(0)
    rows = await counted(config)
    const taken = await ran(config, 'backup', at('backup'))
    expect(taken).toMatchObject({ code: 0, said: expect.stringContaining('The keys are not in it.') })
    // What happens after the backup is not in it.
    await opened(config, (db) => inOrganisations(db, [organisation], (tx) => sql`update person set name = name || '!'`.execute(tx)))
  }, 400_000)
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  }, 60_000)

  it('G-33 holds the database and the files with a checksum each, and no key; is never written over another', async () => {
    const all = readdirSync(at('backup'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const texts = all.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    expect([all.length > 2, texts.some((text) => text.includes(testKey) || text.includes('sealing.key'))]).toEqual([true, false])
    const manifest = JSON.parse(readFileSync(at('backup/manifest.json'), 'utf8')) as { files: { path: string }[] }
    expect(manifest.files.filter(({ path }) => path.startsWith('files/')).map(({ path }) => path.includes('incoming'))).toEqual([false])
    await expect(ran(config, 'backup', at('backup'))).rejects.toThrow('is not empty')
    expect((await ran(config, 'backup')).code).toBe(2)
  }, 60_000)

  it('G-02 what is sealed stands nowhere in the backup, the dump, any table or the queue, in no writing; and opens with the key alone', async () => {
    expect(sealedPlaces.length).toBeGreaterThan(8)
    const names = sealedPlaces.map(({ table, column }) => `${table}.${column}`)
    expect(await openedWith(config)).toEqual(names)
    expect(await openedWith(config, { newest: Buffer.alloc(32, 9), older: [] })).toEqual([])
    const all = readdirSync(at('backup'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const lying = all.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    // The dump lies compressed.
    if (kind === 'postgres') {
      const program = await findProgram('pg_restore', 15, process.env.PATH ?? '')
      const dump = await runProgram(program, ['--file=-', at('backup/database.dump')], {})
      expect(dump).toContain('COPY public.deviation_reporter')
      lying.push(dump)
    }
    lying.push(
      ...(await opened(config, (db) =>
        seen(db, async (tx) => {
          const { rows: tables } = await sql<{ name: string }>`
            select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(tx)
          const texts: string[] = []
          for (const { name } of tables) {
            const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(tx)
            texts.push(...rows.map(({ text }) => text))
          }
          return texts
        }),
      )),
    )
    const canary = Buffer.from('KANARI deviation_reporter'.slice(0, 12))
    const writings = [canary.toString('latin1'), canary.toString('hex'), canary.toString('base64').slice(0, 14)]
    expect(writings.filter((writing) => lying.some((text) => text.includes(writing)))).toEqual([])
    // Looked for so, what lies in the clear is found.
    expect(lying.some((text) => text.includes('noen@prove.test'))).toBe(true)
  }, 240_000)

  it('no column that is sealed is forgotten: what the code seals in is said by its module', () => {
    const src = join(import.meta.dirname, '../../src')
    const said = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => {
        const text = readFileSync(join(src, path), 'utf8')
        const own = [...text.matchAll(/: SealedIn<[^>]*> = \{\s*table: '(\w+)',\s*column: '(\w+)'/g)]
        const beside = [...text.matchAll(/sealedBeside\(\s*'(\w+)',\s*'(\w+)'/g)]
        return [...own.map(([, table, column]) => `${table}.${column}`), ...beside.map(([, table, column]) => `${table}.${column}_sealed`)]
      })
    expect(said.sort()).toEqual(sealedPlaces.map(({ table, column }) => `${table}.${column}`).sort())
  })

  it('G-33 is refused where something is already, where a byte of it has changed, or where the key is not there', async () => {
    await expect(ran(config, 'restore', at('backup'))).rejects.toThrow('is not empty')
    await makeEmpty('refused')
    await expect(
      ran(
        readConfig({ DATA_DIR: at('refused'), ...(server ? { DATABASE_URL: ownerUrl(server.url, 'varde_drill', 'refused') } : {}) }),
        'restore',
        at('backup'),
      ),
    ).rejects.toThrow('sealing key')
    // A key that is there and does not fit is told of before anything is touched.
    const other = settings('refused', 'refused', { SEALING_KEY: '09'.repeat(32) })
    await expect(ran(other, 'restore', at('backup'))).rejects.toThrow(/wrapped by the sealing key [0-9a-f]{16}, and here is [0-9a-f]{16}/)
    cpSync(at('backup'), at('damaged'), { recursive: true })
    const victim = (JSON.parse(readFileSync(at('damaged/manifest.json'), 'utf8')) as { files: { path: string }[] }).files.at(-1)?.path ?? ''
    chmodSync(at(`damaged/${victim}`), 0o600)
    appendFileSync(at(`damaged/${victim}`), 'x')
    await expect(ran(settings('refused'), 'restore', at('damaged'))).rejects.toThrow(/damaged, and nothing was put back.*has changed/)
    await expect(ran(settings('refused'), 'restore', at('nowhere'))).rejects.toThrow('it is no backup')
  }, 120_000)

  it('G-33 comes back row by row somewhere else, says what it held, and the log says that it was done', async () => {
    await makeEmpty('second')
    const second = settings('second')
    const { code, said } = await ran(second, 'restore', at('backup'))
    expect([code, said], said).toEqual([0, expect.stringMatching(/2 mails that waited may have been sent/)])
    expect(said).toContain('are as they were')
    expect(said.match(/^The log of .* is whole/gm)).toHaveLength(4)
    // Beside what was done at the restore itself, nothing differs.
    const now = await counted(second)
    const touched = ['audit_event', 'audit_unsealed', 'mail', 'session']
    expect(differences(rows, now).filter((line) => !touched.some((table) => line.startsWith(`public.${table} `)))).toEqual([])
    expect(differences(rows, now).length).toBeGreaterThan(0)
    const kept = readdirSync(join(second.filesDir, organisation)).map((name) => readFileSync(join(second.filesDir, organisation, name)))
    expect(kept).toEqual([file])
    await opened(second, (db) =>
      seen(db, async (tx) => {
        const mails = await tx.selectFrom('mail').select(['id', 'status']).where('kind', '=', 'test').execute()
        expect(mails.map(({ status }) => status).toSorted()).toEqual(['sent', 'uncertain', 'uncertain', 'uncertain'])
        expect(mails.find(({ id }) => id === sent)?.status).toBe('sent')
        const lines = await tx.selectFrom('audit_event').select('type').where('type', '=', 'audit.restored').execute()
        expect(lines).toHaveLength(4)
      }),
    )
    expect((await ran(second, 'audit:verify')).code).toBe(0)
    expect((await openedWith(second)).length).toBe(sealedPlaces.length)
    expect(await ran(second, 'keys')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^sauda: key 1, 2; \d+ sealed, 0 of them not yet/m),
    })
  }, 240_000)

  it('G-33 started after it, Varde serves, and the mail server sees no mail a second time', async () => {
    const box = await openMailbox()
    ends.push(() => box.close())
    const { databaseUrl } = settings('second')
    const installation = await startInstallation({
      dataDir: at('second'),
      smtpUrl: `smtp://${box.host}:${box.port}`,
      settings: { SEALING_KEY: testKey, MAIL_FROM: 'varde@prove.test' },
      ...(databaseUrl ? { databaseUrl } : {}),
    })
    ends.push(() => installation.stop())
    // Two rounds of the worker, and of the queue.
    await new Promise((resolve) => setTimeout(resolve, 25_000))
    expect(box.mails.filter(({ source }) => source.includes('noen@prove.test'))).toEqual([])
    await installation.stop()
    await opened(settings('second'), (db) =>
      seen(db, async (tx) => {
        const mails = await tx.selectFrom('mail').select('status').where('kind', '=', 'test').execute()
        expect(mails.map(({ status }) => status).toSorted()).toEqual(['sent', 'uncertain', 'uncertain', 'uncertain'])
      }),
    )
  }, 240_000)
})
