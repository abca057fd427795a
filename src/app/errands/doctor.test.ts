import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { filled, installationOf, opened, ran, sealAll, testKey } from '../../../test/support/errand.ts'
import { openMailbox } from '../../../test/support/mailbox.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Config } from '../config.ts'
import { address, folderFindings, keyFindings, memory } from './doctor-machine.ts'

/** What the doctor said of one thing: its state, and the line of it. */
const lineOn = (said: string, what: string): string =>
  said
    .split('\n')
    .find((line) => line.slice(9).startsWith(`${what}:`))
    ?.replace(/ +/g, ' ') ?? ''

describe('the doctor, of the machine', () => {
  const { config, folder, remove } = installationOf()
  afterAll(remove)

  it('a key that others can read, that was cut short, or that is not there', async () => {
    const dataDir = join(folder, 'keys')
    mkdirSync(dataDir)
    const look = async () => (await keyFindings({ sealingKey: null, dataDir }))[0]
    expect(await look()).toMatchObject({ state: 'warning', says: expect.stringContaining('there is none') })
    writeFileSync(join(dataDir, 'sealing.key'), `${testKey}\n`, { mode: 0o600 })
    expect(await look()).toMatchObject({ state: 'ok' })
    chmodSync(join(dataDir, 'sealing.key'), 0o644)
    expect(await look()).toMatchObject({ state: 'wrong', cure: expect.stringContaining('chmod 600') })
    writeFileSync(join(dataDir, 'sealing.key'), 'ab\n', { mode: 0o600 })
    expect(await look()).toMatchObject({ state: 'wrong' })
  })

  it('an address that is missing, without TLS, with a path, or behind a proxy that nobody named', () => {
    const states = (given: Partial<Config>) => address({ ...config, ...given }).map(({ what, state }) => `${what} ${state}`)
    expect(states({})).toEqual(['BASE_URL warning'])
    expect(states({ host: '0.0.0.0' })).toEqual(['BASE_URL wrong'])
    expect(states({ baseUrl: 'http://varde.example.org' })).toEqual(['BASE_URL wrong'])
    expect(states({ baseUrl: 'https://varde.example.org/varde', trustedProxies: ['10.0.0.1'] })).toEqual(['BASE_URL wrong'])
    expect(states({ baseUrl: 'https://varde.example.org' })).toEqual(['TRUSTED_PROXIES warning'])
    expect(states({ baseUrl: 'https://varde.example.org', trustedProxies: ['10.0.0.1'] })).toEqual(['BASE_URL ok'])
  })

  it('a folder that is none, and little memory', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    await expect(folderFindings('x', join(folder, 'a-file'))).rejects.toThrow()
    await expect(folderFindings('x', join(folder, 'not-mounted'), false)).rejects.toThrow()
    expect(memory(4 * 1024 ** 3, 8 * 1024 ** 3, null).state).toBe('ok')
    expect(memory(4 * 1024 ** 3, 8 * 1024 ** 3, 300 * 1024 ** 2).state).toBe('warning')
  })
})

describe('the doctor, of an installation on PostgreSQL', () => {
  let made: TestDatabase
  let config: Config
  let base: Readonly<Record<string, string>>
  const ends: (() => unknown)[] = []
  beforeAll(async () => {
    made = await makeDatabase('postgres', true)
    await sealAll(made.db, new Date('2026-03-04T08:00:00Z'))
    base = { DATABASE_URL: made.url ?? '', BASE_URL: 'https://varde.example.org', TRUSTED_PROXIES: '127.0.0.1' }
    config = settings()
  }, 240_000)
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
    await made.remove()
  })
  const settings = (more: Readonly<Record<string, string>> = {}): Config => {
    const installation = installationOf({ ...base, ...more })
    ends.push(installation.remove)
    return installation.config
  }
  const look = async (what: string, of = config): Promise<string> => lineOn((await ran(of, 'doctor')).said, what)
  const asAdmin = (statement: string) => asOwner(made.db, (tx) => sql.raw(statement).execute(tx))
  /** Breaks, looks, and mends. */
  const broken = async (what: string, breaks: string, mends: string): Promise<string> => {
    await asAdmin(breaks)
    try {
      return await look(what)
    } finally {
      await asAdmin(mends)
    }
  }

  it('finds nothing wrong with the database of one that is well', async () => {
    const { said } = await ran(config, 'doctor')
    for (const what of [
      'The database',
      'The clock',
      'The owner of the tables',
      'Migrations',
      'The login of pages and jobs',
      'Row-level security',
      'The queue',
      'The log',
      'The sealing key',
      'Keys of organisations',
      'The folder of files',
      'BASE_URL',
      'Memory',
    ])
      expect(lineOn(said, what), `${what}\n${said}`).toMatch(/^ok /)
    expect((await ran(config, 'doctor', '--kvikk')).code).toBe(2)
  })

  it('a server that does not answer, a wrong user, and a worker that is not there', async () => {
    const nobody = (made.url ?? '').replace(/:\d+\//, ':1/')
    const away = await ran(settings({ DATABASE_URL: nobody }), 'doctor')
    expect([away.code, lineOn(away.said, 'The database')]).toEqual([1, expect.stringMatching(/^WRONG .*did not let Varde in/)])
    expect(await look('The database', settings({ DATABASE_URL: (made.url ?? '').replace(/\/\/[^:@]+/, '//nobody-at-all') }))).toMatch(
      /^WRONG /,
    )
    expect(await look('The worker')).toMatch(/^WRONG /)
  })

  it('tables whose row-level security is off, is not forced, or has no policy', async () => {
    const what = 'Row-level security'
    expect(await broken(what, 'alter table task disable row level security', 'alter table task enable row level security')).toMatch(
      /^WRONG .*task is off/,
    )
    expect(await broken(what, 'alter table task no force row level security', 'alter table task force row level security')).toMatch(
      /^WRONG .*task does not hold for the owner/,
    )
    expect(
      await broken(
        what,
        'alter policy organisation on task using (true)',
        'alter policy organisation on task using (organisation_id = any ((select varde_organisations())::uuid[]))',
      ),
    ).toMatch(/^WRONG .*task has no policy/)
  })

  it('pages that sign in as the owner; rights that are too many or too few', async () => {
    const what = 'The login of pages and jobs'
    expect(await look(what, settings({ DATABASE_WEB_URL: made.url ?? '' }))).toMatch(/^WRONG .*row-level security does not bind/)
    expect(await broken(what, 'grant truncate on task to varde_web', 'revoke truncate on task from varde_web')).toMatch(
      /^WRONG .*truncate.* task/,
    )
    expect(await broken(what, 'revoke select on task from varde_web', 'grant select on task to varde_web')).toMatch(
      /^WRONG .*may not read task/,
    )
  })

  it('migrations that are missing, unknown or changed', async () => {
    const what = 'Migrations'
    const first = (await made.db.owner.selectFrom('migration').select(['name', 'sha256']).orderBy('name').limit(1).execute())[0]
    const newest = (await made.db.owner.selectFrom('migration').select(['name', 'sha256']).orderBy('name', 'desc').limit(1).execute())[0]
    const back = `insert into migration (name, sha256) values ('${newest?.name}', '${newest?.sha256}')`
    expect(await broken(what, `delete from migration where name = '${newest?.name}'`, back)).toMatch(/^WRONG .*1 are missing/)
    expect(
      await broken(
        what,
        `insert into migration (name, sha256) values ('9999_later.sql', 'x')`,
        `delete from migration where name = '9999_later.sql'`,
      ),
    ).toMatch(/^WARNING .*9999_later/)
    expect(
      await broken(
        what,
        `update migration set sha256 = 'x' where name = '${first?.name}'`,
        `update migration set sha256 = '${first?.sha256}' where name = '${first?.name}'`,
      ),
    ).toMatch(/^WRONG .*has changed/)
  })

  it('another key than the log was sealed with, and a log that somebody changed', async () => {
    expect(await look('The sealing key', settings({ SEALING_KEY: '08'.repeat(32) }))).toMatch(/^ok /)
    const { said } = await ran(settings({ SEALING_KEY: '08'.repeat(32) }), 'doctor')
    expect(said).toMatch(/WRONG {4}The sealing key: is another/)
    // Once each organisation has keys of its own, these show another sealing key too, and how much an older key has sealed.
    expect((await ran(config, 'keys', 'renew', '--all')).code).toBe(0)
    expect(await look('Keys of organisations')).toMatch(/^ok .*sauda: key 1(, 2)?; \d+ sealed, 0 of them not yet/)
    const other = (await ran(settings({ SEALING_KEY: '08'.repeat(32) }), 'doctor')).said
    expect(lineOn(other, 'The sealing key')).not.toBe('')
    expect(other).toMatch(/WRONG {4}The sealing key: is another/)
    expect(lineOn(other, 'Keys of organisations')).toMatch(/^WRONG .*wrapped by the sealing key [0-9a-f]{16}, and it is not here/)
    expect(
      lineOn((await ran(settings({ SEALING_KEY: '08'.repeat(32), SEALING_KEY_OLD: testKey }), 'doctor')).said, 'Keys of organisations'),
    ).toMatch(/^ok /)
    const { rows } = await sql<{ id: string }>`select id from organisation where slug = 'sauda'`.execute(made.db.owner)
    const changed = (
      type: string,
    ) => `select set_config('varde.organisations', '${rows[0]?.id}', true); alter table audit_event disable trigger user;
      update audit_event set type = ${type} where id = (select event_id from audit_sealed where seal = 1 and place = 1); alter table audit_event enable trigger user`
    expect(await broken('The log', changed(`type || 'x'`), changed(`left(type, -1)`))).toMatch(/^WRONG .*sauda: line 1:/)
  })

  it('mail: a server that answers, one that does not, and nothing sent', async () => {
    const box = await openMailbox()
    ends.push(() => box.close())
    const from = { MAIL_FROM: 'varde@prove.test' }
    expect(await look('The mail server', settings({ SMTP_URL: `smtp://${box.host}:${box.port}`, ...from }))).toMatch(/^ok /)
    expect(await look('The mail server', settings({ SMTP_URL: 'smtp://127.0.0.1:1', ...from }))).toMatch(/^WRONG .*ECONNREFUSED/)
    expect(await look('The mail server')).toMatch(/^WARNING /)
    expect(box.mails).toEqual([])
  })

  it('a scanner that is away, or answers something else', async () => {
    expect(await look('The virus scanner')).toMatch(/^WARNING /)
    expect(await look('The virus scanner', settings({ CLAMD: 'tcp:127.0.0.1:1' }))).toMatch(/^WRONG .*no answer/)
    const odd: Server = createServer((socket) => void socket.on('error', () => {}).end('INSTREAM size limit exceeded. ERROR\0'))
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
    ends.push(() => odd.close())
    const { port } = odd.address() as { port: number }
    expect(await look('The virus scanner', settings({ CLAMD: `tcp:127.0.0.1:${port}` }))).toMatch(/^WRONG /)
  })

  it('a provider of sign-in on a host that is not asked, or that does not answer', async () => {
    const { rows } = await sql<{ id: string }>`select id from organisation where slug = 'sauda'`.execute(made.db.owner)
    const organisationId = rows[0]?.id ?? ''
    const provider = (issuer: string) =>
      inOrganisations(made.db, [organisationId], (tx) =>
        tx
          .insertInto('openid_provider')
          .values({
            organisation_id: organisationId,
            id: newId(new Date()),
            kind: 'other',
            name: new URL(issuer).hostname,
            issuer,
            client_id: 'varde',
            linking: 'invitation',
            active: 'yes',
          })
          .execute(),
      )
    await provider('https://login.example.org')
    await provider('https://nowhere.invalid')
    const { said } = await ran(settings({ OPENID_HOSTS: 'nowhere.invalid' }), 'doctor')
    expect(lineOn(said, 'Sign-in with login.example.org')).toMatch(/^WRONG .*no host that this installation asks/)
    expect(lineOn(said, 'Sign-in with nowhere.invalid')).toMatch(/^WRONG .*unavailable/)
  }, 30_000)
})

describe('the doctor, of an embedded database', () => {
  const { config, remove } = installationOf()
  beforeAll(() => filled(config), 240_000)
  afterAll(remove)

  it('looks into one that is stopped, and says to stop one that runs', async () => {
    const { said } = await ran(config, 'doctor')
    for (const what of ['Migrations', 'Row-level security', 'The log', 'The queue'])
      expect(lineOn(said, what), `${what}\n${said}`).toMatch(/^ok /)
    await opened(config, async () => {
      const running = await ran(config, 'doctor')
      expect([running.code, lineOn(running.said, 'The database')]).toEqual([1, expect.stringMatching(/^WRONG .*in use by process/)])
    })
  }, 60_000)
})
