import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { describeDatabase, makeDatabase, type TestDatabase } from '../../test/support/database.ts'
import { isTooOld, openDatabase } from './database.ts'
import { lockFolder } from './lock.ts'
import { migrate, stepsToApply } from './migrate.ts'
import { asOwner, inOrganisations } from './transaction.ts'
import { DatabaseBusy } from './unavailable.ts'

const sauda = '00000000-0000-4000-8000-000000000001'
const suldal = '00000000-0000-4000-8000-000000000002'

describeDatabase('The database', (db) => {
  // A table no module has, made as a migration makes one.
  beforeAll(async () => {
    await asOwner(db(), async (tx) => {
      await sql`create table probe (organisation_id uuid not null, id uuid not null default gen_random_uuid(), note text, primary key (organisation_id, id))`.execute(
        tx,
      )
      await sql`select varde_isolate('probe')`.execute(tx)
    })
    await inOrganisations(db(), [sauda, suldal], (tx) =>
      sql`insert into probe (organisation_id, note) values (${sauda}, 'Sauda'), (${suldal}, 'Suldal')`.execute(tx),
    )
  })
  const notes = async (organisations: readonly string[]): Promise<string[]> =>
    inOrganisations(db(), organisations, async (tx) => {
      const { rows } = await sql<{ note: string }>`select note from probe order by note`.execute(tx)
      return rows.map((row) => row.note)
    })

  test('web work is done as varde_web, in a transaction and outside one', async () => {
    const role = sql<{ role: string }>`select current_user as role`
    expect((await role.execute(db().web)).rows).toEqual([{ role: 'varde_web' }])
    expect((await inOrganisations(db(), [sauda], (tx) => role.execute(tx))).rows).toEqual([{ role: 'varde_web' }])
    expect((await role.execute(db().owner)).rows[0]?.role).toMatch(/owner$/)
    expect((await role.execute(db().web)).rows).toEqual([{ role: 'varde_web' }])
  })

  test('G-07 a transaction sees the rows of its organisations and no others', async () => {
    expect(await notes([sauda])).toEqual(['Sauda'])
    expect(await notes([suldal])).toEqual(['Suldal'])
    expect(await notes([sauda, suldal])).toEqual(['Sauda', 'Suldal'])
  })

  test('G-11 without organisations nothing is seen, by the web role or the owner', async () => {
    expect(await notes([])).toEqual([])
    const all = sql`select * from probe`
    expect((await all.execute(db().web)).rows).toEqual([])
    expect(
      (
        await db()
          .web.transaction()
          .execute((tx) => all.execute(tx))
      ).rows,
    ).toEqual([])
    expect((await all.execute(db().owner)).rows).toEqual([])
    expect((await asOwner(db(), (tx) => all.execute(tx))).rows).toEqual([])
  })

  test('G-11 the organisations of one transaction are gone in the next on the same connection', async () => {
    for (let round = 0; round < 20; round++) {
      expect(await notes([sauda])).toEqual(['Sauda'])
      await expect(inOrganisations(db(), [suldal], (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
      expect((await sql`select * from probe`.execute(db().web)).rows).toEqual([])
    }
  })

  test("G-07 another organisation's row cannot be written, moved or removed", async () => {
    await expect(
      inOrganisations(db(), [sauda], (tx) => sql`insert into probe (organisation_id, note) values (${suldal}, 'x')`.execute(tx)),
    ).rejects.toThrow('row-level security')
    await expect(inOrganisations(db(), [sauda], (tx) => sql`update probe set organisation_id = ${suldal}`.execute(tx))).rejects.toThrow(
      'row-level security',
    )
    await inOrganisations(db(), [sauda], (tx) => sql`update probe set note = 'x' where organisation_id = ${suldal}`.execute(tx))
    await inOrganisations(db(), [sauda], (tx) => sql`delete from probe where organisation_id = ${suldal}`.execute(tx))
    expect(await notes([suldal])).toEqual(['Suldal'])
  })

  test('the web role can neither empty a table, switch security off, nor make one', async () => {
    for (const statement of [
      'truncate probe',
      'alter table probe disable row level security',
      'create table mine (id int)',
      'create temporary table probe (id int)',
    ]) {
      await expect(
        inOrganisations(db(), [sauda], (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/denied|owner/)
    }
    await expect(
      inOrganisations(db(), [sauda], async (tx) => {
        await sql`set local row_security = off`.execute(tx)
        await sql`select * from probe`.execute(tx)
      }),
    ).rejects.toThrow('row-level security')
  })

  test('an id that is no UUID never reaches the database', async () => {
    for (const id of ["x', true); drop table probe; --", '', `${sauda},${suldal}`, `${sauda}\n`]) {
      await expect(inOrganisations(db(), [id], (tx) => sql`select 1`.execute(tx))).rejects.toThrow('UUID')
    }
  })

  test('a thrown error undoes the transaction', async () => {
    await expect(
      inOrganisations(db(), [sauda], async (tx) => {
        await sql`update probe set note = 'half done'`.execute(tx)
        throw new Error('and no further')
      }),
    ).rejects.toThrow('and no further')
    expect(await notes([sauda])).toEqual(['Sauda'])
  })

  test('a query sent past the open transaction is an error at once, not a wait for ever', async () => {
    const past = [
      () => sql`select 1`.execute(db().web),
      () => sql`select 1`.execute(db().owner),
      () => inOrganisations(db(), [sauda], (tx) => sql`select 1`.execute(tx)),
      () => asOwner(db(), (tx) => sql`select 1`.execute(tx)),
    ]
    for (const query of past) await expect(inOrganisations(db(), [sauda], query)).rejects.toThrow('Pass the transaction (tx) on')
    expect(await notes([sauda])).toEqual(['Sauda'])
  })

  test('values come as exact numbers, dates as text, instants as Date', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as big, '{1,null}'::int8[] as bigs, date '2026-11-21' as day, '{2026-11-21}'::date[] as days,
      1.10::numeric as amount, '{1.10}'::numeric[] as amounts, timestamptz '2026-11-21 12:00+01' as at, '\\xff'::bytea as bytes, '[1]'::jsonb as data`.execute(
        db().web,
      )
    expect(rows).toEqual([
      {
        big: 9_007_199_254_740_991,
        bigs: [1, null],
        day: '2026-11-21',
        days: ['2026-11-21'],
        amount: '1.10',
        amounts: ['1.10'],
        at: new Date('2026-11-21T11:00:00Z'),
        bytes: Buffer.from([255]),
        data: [1],
      },
    ])
    await expect(sql`select 9007199254740992::int8`.execute(db().web)).rejects.toThrow('larger than JavaScript holds')
  })
})

describe('A PostgreSQL server', () => {
  let made: TestDatabase
  beforeAll(async () => {
    made = await makeDatabase('postgres')
    return () => made.remove()
  }, 120_000)
  const backend = async (): Promise<number> =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(made.db.web)).rows[0]?.pid ?? 0

  test('must be new enough that row-level security holds', () => {
    expect([140_020, 150_013, 160_009, 170_005].filter((version) => !isTooOld(version))).toEqual([])
    expect([150_014, 160_010, 170_006, 180_000].filter(isTooOld)).toEqual([])
  })

  test('G-31 an idle connection that the server ends is replaced', async () => {
    const lost = await made.db.web.connection().execute(async (other) => {
      const idle = await backend()
      await sql`set role none`.execute(other)
      await sql`select pg_terminate_backend(${idle})`.execute(other)
      await sql`reset role`.execute(other)
      return idle
    })
    // Asked over another connection until its process is gone: by then its end has been read here too.
    const alive = () =>
      made.db.web.connection().execute(async (other) => {
        const { rows } = await sql`select 1 from pg_stat_activity where pid = ${lost}`.execute(other)
        return rows.length
      })
    await expect.poll(() => alive().catch(() => 1)).toBe(0)
    await expect.poll(backend).not.toBe(lost)
  })

  test('G-31 a connection that has become read-only is given up, as after a failover', async () => {
    const lost = await backend()
    await sql`set session characteristics as transaction read only`.execute(made.db.web)
    await expect(sql`update organisation set profile_version = profile_version`.execute(made.db.web)).rejects.toMatchObject({
      code: '25006',
    })
    expect(await backend()).not.toBe(lost)
    await sql`update organisation set profile_version = profile_version`.execute(made.db.web)
  })

  test('G-35 a server that goes silent is given up after a while, and its connections with it; what may take its time is given it', async () => {
    const server = new URL(made.url ?? '')
    let silent = false
    const halves: Socket[] = []
    const between = createServer((near) => {
      const far = connect(Number(server.port), server.hostname)
      halves.push(near, far)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.on('error', () => {})
        from.on('data', (bytes) => void (silent || to.write(bytes)))
        from.on('close', () => to.destroy())
      }
    })
    await new Promise<void>((listens) => between.listen(0, '127.0.0.1', listens))
    const url = new URL(server)
    url.hostname = '127.0.0.1'
    url.port = String((between.address() as AddressInfo).port)
    const db = await openDatabase({ url: url.href, dataDir: null, poolSize: 2, waitMs: 1_000, answerMs: 1_500 })
    try {
      for (const pool of [db.web, db.owner]) {
        await sql`select 1`.execute(pool)
        silent = true
        await expect(sql`select 1`.execute(pool)).rejects.toThrow(/Query read timeout/)
        silent = false
        expect((await sql<{ n: number }>`select 1 as n`.execute(pool)).rows).toEqual([{ n: 1 }])
      }
      await asOwner(db, async (tx) => {
        await sql`set local statement_timeout = 0`.execute(tx)
        await sql`select pg_sleep(2)`.execute(tx)
      })
      await expect(asOwner(db, (tx) => sql`select pg_sleep(2)`.execute(tx))).rejects.toThrow(/Query read timeout/)
    } finally {
      for (const half of halves) half.destroy()
      await db.close()
      between.close()
    }
  })

  test('the web address may be a user of its own that is in varde_web, and not one whom no policy binds', async () => {
    const { url, db } = made
    const login = `web_${randomUUID().slice(0, 8)}`
    await sql.raw(`create role ${login} login password 'web'; grant varde_web to ${login}`).execute(db.owner)
    const webUrl = new URL(url ?? '')
    webUrl.username = login
    webUrl.password = 'web'
    const bound = await openDatabase({ url, webUrl: webUrl.href, dataDir: null, poolSize: 1 })
    await migrate(bound)
    expect((await sql`select current_user as role from organisation_profile`.execute(bound.web)).rows).toEqual([])
    await bound.close()
    await sql.raw(`drop role ${login}`).execute(db.owner)
    const unbound = await openDatabase({ url, webUrl: url, dataDir: null, poolSize: 1 })
    await expect(migrate(unbound)).rejects.toThrow(/Web work would be done as .* row-level security does not bind/)
    await unbound.close()
  })

  test('G-35 of several servers the first may take connections and say nothing, and the second be away: the third is found at the start', async () => {
    const dark = createServer(() => {})
    await new Promise<void>((resolve) => dark.listen(0, '127.0.0.1', resolve))
    const { port } = dark.address() as AddressInfo
    const good = await makeDatabase('postgres')
    try {
      const url = new URL(good.url ?? '')
      const several = (good.url ?? '').replace(url.host, `127.0.0.1:${port},127.0.0.1:1,${url.host}`)
      const db = await openDatabase({ url: several, dataDir: null, poolSize: 1, waitMs: 1_000 })
      expect((await sql<{ one: number }>`select 1 as one`.execute(db.owner)).rows).toEqual([{ one: 1 }])
      await db.close()
    } finally {
      dark.close()
      await good.remove()
    }
  })

  test('two installations that are begun at the same moment on one server both get their tables', async () => {
    const role = `varde_race_${randomUUID().slice(0, 8)}`
    const folder = mkdtempSync(join(tmpdir(), 'varde-race-'))
    // As the first migration makes the role of all installations, with time between the look and the deed.
    writeFileSync(
      join(folder, '0001_role.sql'),
      `do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then perform pg_sleep(1); create role ${role}; end if;
      end $$; create table mine (id int)`,
    )
    const both = await Promise.all([makeDatabase('postgres'), makeDatabase('postgres')])
    try {
      await Promise.all(both.map(({ db }) => sql`delete from migration`.execute(db.owner)))
      const applied = await Promise.all(both.map(({ db }) => migrate(db, { migrationsDir: folder })))
      expect(applied).toEqual([['0001_role.sql'], ['0001_role.sql']])
    } finally {
      await sql`drop role if exists ${sql.ref(role)}`.execute(both[0].db.owner)
      for (const one of both) await one.remove()
      await rm(folder, { recursive: true })
    }
  })

  test('a server that is not there is said to be so, without its password', async () => {
    const away = openDatabase({ url: 'postgres://someone:secret@127.0.0.1:1/varde', dataDir: null, poolSize: 1 })
    await expect(away).rejects.toThrow(/127\.0\.0\.1:1.*DATABASE_URL/)
    await expect(away).rejects.not.toThrow(/secret/)
  })
})

describeDatabase('Migrations', (db) => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-migrations-'))
  beforeAll(async () => {
    await cp(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
    writeFileSync(
      join(folder, '9000_probe.sql'),
      'create table probe (id int); insert into probe select pg_sleep(0.2)::text::int where false; insert into probe values (1);',
    )
    return () => rm(folder, { recursive: true })
  })

  test('two at once apply a file once, and again changes nothing', async () => {
    const both = await Promise.all([migrate(db(), { migrationsDir: folder }), migrate(db(), { migrationsDir: folder })])
    expect(both.flat()).toEqual(['9000_probe.sql'])
    expect(await migrate(db(), { migrationsDir: folder })).toEqual([])
    expect((await sql`select id from probe`.execute(db().owner)).rows).toEqual([{ id: 1 }])
  })

  test('a file that fails leaves nothing behind, and says which it was', async () => {
    const broken = join(folder, '9001_broken.sql')
    writeFileSync(broken, 'create table half (id int); select 1 / 0;')
    await expect(migrate(db(), { migrationsDir: folder })).rejects.toThrow(/9001_broken.sql failed and was undone: division by zero/)
    await rm(broken)
    expect((await sql`select to_regclass('half') as half`.execute(db().owner)).rows).toEqual([{ half: null }])
    expect(await migrate(db(), { migrationsDir: folder })).toEqual([])
  })

  test('a file changed after it was applied is refused, with a cure', async () => {
    writeFileSync(join(folder, '9000_probe.sql'), 'create table probe (id bigint);')
    await expect(migrate(db(), { migrationsDir: folder })).rejects.toThrow(
      /9000_probe.sql has changed.*write the change as a new migration/,
    )
  })

  test('the web role cannot touch the list of migrations', async () => {
    await expect(sql`select * from migration`.execute(db().web)).rejects.toThrow('denied')
  })
})

describe('Which migrations to apply', () => {
  const step = (name: string) => ({ name, text: '', sha256: name })
  const applied = (...names: readonly string[]) => new Map(names.map((name) => [name, name]))

  test('those that are missing, in order', () => {
    expect(stepsToApply([step('1'), step('2'), step('3')], applied('1')).map(({ name }) => name)).toEqual(['2', '3'])
  })
  test('none that is older than what was applied: that order was never tried', () => {
    expect(() => stepsToApply([step('1'), step('2')], applied('2'))).toThrow(/Give it a number after/)
  })
  test('G-34 an older version runs on a newer database, and says so', () => {
    const said: string[] = []
    expect(stepsToApply([step('1')], applied('1', '2'), (line) => said.push(line))).toEqual([])
    expect(said).toEqual(['The database is newer than this version of Varde: it also has 2.'])
  })
})

describe('The embedded database', () => {
  const folders: string[] = []
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'varde-data-'))
    folders.push(folder)
    return folder
  }
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })

  test('keeps what was committed in its folder, and opens it for one process only', async () => {
    const dataDir = newFolder()
    const first = await openDatabase({ url: null, dataDir, poolSize: 1 })
    await expect(openDatabase({ url: null, dataDir, poolSize: 1 })).rejects.toThrow(/is in use by process \d+\. Stop the other process/)
    await sql`create table probe as select 7 as seven`.execute(first.owner)
    await first.close()
    await first.close()
    const second = await openDatabase({ url: null, dataDir, poolSize: 1 })
    expect((await sql`select seven from probe`.execute(second.owner)).rows).toEqual([{ seven: 7 }])
    await second.close()
  }, 60_000)

  test('a transaction left open makes the next say what is wrong, in time', async () => {
    const db = await openDatabase({ url: null, dataDir: null, poolSize: 1, waitMs: 100 })
    const open = await db.owner.startTransaction().execute()
    const waiting = sql`select 1`.execute(db.owner)
    await expect(waiting).rejects.toThrow(DatabaseBusy)
    await expect(waiting).rejects.toThrow(/No database connection came free in 100 ms \(1 of 1 in use/)
    await open.rollback().execute()
    expect((await sql`select 1 as one`.execute(db.owner)).rows).toEqual([{ one: 1 }])
    await db.close()
  }, 60_000)

  test('a lock of a process that is dead is taken over, of one that lives it is not', async () => {
    const other = spawn('sleep', ['60'], { stdio: 'ignore' })
    const lock = (pid: number | undefined, started: string): string => {
      const folder = newFolder()
      writeFileSync(join(folder, 'varde.lock'), JSON.stringify({ pid, started, host: hostname() }))
      return folder
    }
    await expect(lockFolder(lock(other.pid, ''))).rejects.toThrow(`is in use by process ${other.pid}`)
    // The id was given to another process since.
    await (await lockFolder(lock(other.pid, 'Thu Jan  1 00:00:00 1970'))).release()
    const ended = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await ended
    await (await lockFolder(lock(other.pid, ''))).release()
    const torn = newFolder()
    writeFileSync(join(torn, 'varde.lock'), '{"pid":')
    const held = await lockFolder(torn)
    await expect(lockFolder(torn)).rejects.toThrow('is in use')
    await held.release()
    await (await lockFolder(torn)).release()
  })

  test("a fresh lock of another machine's process is left alone", async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'varde.lock'), JSON.stringify({ pid: 1, started: '', host: 'elsewhere' }))
    await expect(lockFolder(folder)).rejects.toThrow(/process 1 on elsewhere/)
  })
})
