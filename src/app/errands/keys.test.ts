import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { installationOf, opened, ran } from '../../../test/support/errand.ts'
import { openDatabase } from '../../db/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { seal } from '../../kernel/seal.ts'
import { versionOf } from '../../kernel/sealed.ts'
import { placeMark } from '../../modules/kept/rules.ts'
import { keptPlace, opened as openedForm } from '../../modules/kept/store.ts'
import { makePlace } from '../../modules/people/factory.ts'
import { type Config, readConfig } from '../config.ts'
import { houseKey, mastersOf, readHouseKey } from '../store-sealing-key.ts'

const first = '07'.repeat(32)

describe('the command of keys', () => {
  const { folder, remove } = installationOf()
  let made: TestDatabase
  let config: Config
  const settings = (more: Readonly<Record<string, string>> = {}) => readConfig({ DATA_DIR: folder, DATABASE_URL: made.url ?? '', ...more })
  let writer: { readonly organisationId: string; readonly personId: string }
  const at = (name: string) => join(folder, name)
  const kept = { address: '/avvik/ny', form: { hva: 'Det som ble skrevet.' }, at: '2026-03-02T08:00:00.000Z' }

  beforeAll(async () => {
    writeFileSync(at('sealing.key'), `${first}\n`, { mode: 0o600 })
    made = await makeDatabase('postgres')
    // Nothing runs on it but what a test begins.
    await made.db.close()
    config = settings()
    // As it was before there were keys of organisations: sealed with the one key there was.
    await opened(config, async (db) => {
      const { id } = await makePlace(db, new Date('2026-03-02T08:00:00Z'), 'sauda')
      writer = { organisationId: id, personId: id }
      const key = Buffer.from(first, 'hex')
      const place = placeMark(key, writer, kept.address)
      const row = { organisation_id: id, id, owner: place, place, posted: true, kept_on: new Date('2026-03-02T00:00:00Z') }
      const sealed = seal(key, JSON.stringify(kept), keptPlace.about(id, { place }))
      await inOrganisations(db, [id], (tx) =>
        tx
          .insertInto('kept_form')
          .values({ ...row, sealed } as never)
          .execute(),
      )
    })
  }, 240_000)
  afterAll(async () => {
    remove()
    await made.remove()
  })

  /** What a start finds: the form, by which version it is sealed, and which key the log is sealed with. */
  const found = () =>
    opened(config, async (db) => {
      const masters = await mastersOf(config, db)
      const house = { houseKey: await houseKey(db, masters), masters }
      return inOrganisations(db, [writer.organisationId], async (tx) => {
        const row = await tx.selectFrom('kept_form').select(['id', 'place', 'sealed']).executeTakeFirstOrThrow()
        const kept = await openedForm({ tx, house, actor: writer }, row)
        return { says: kept?.form.hva, version: versionOf(row.sealed), log: logKey(house.houseKey).name }
      })
    })
  /** As one that serves. */
  const started = async () => {
    const db = await openDatabase({ url: made.url, dataDir: null, poolSize: 1 })
    await sql`select 1`.execute(db.owner)
    return db
  }
  const was = { says: 'Det som ble skrevet.', log: logKey(Buffer.from(first, 'hex')).name }

  it('an installation from before goes on with its key; another key on it is refused, and nothing is made', async () => {
    expect(await found()).toEqual({ ...was, version: null })
    writeFileSync(at('sealing.key'), `${'08'.repeat(32)}\n`)
    for (const words of [[], ['renew', 'sauda'], ['master']]) await expect(ran(config, 'keys', ...words)).rejects.toThrow('is not the key')
    await expect(found()).rejects.toThrow('SEALING_KEY_OLD')
    await expect(opened(config, async (db) => readHouseKey(db, await mastersOf(config, db)))).rejects.toThrow('is not the key')
    expect(existsSync(at('sealing.key.old'))).toBe(false)
    // Nor is one made where the file is lost: it would be taken for the right one.
    rmSync(at('sealing.key'))
    for (const words of [[], ['renew', 'sauda'], ['master']])
      await expect(ran(config, 'keys', ...words)).rejects.toThrow('There is no sealing key in')
    await expect(found()).rejects.toThrow('the database is not new')
    expect(existsSync(at('sealing.key'))).toBe(false)
    writeFileSync(at('sealing.key'), `${first}\n`)
    expect(await found()).toEqual({ ...was, version: null })
  }, 60_000)

  it('a newer key of an organisation seals anew what was sealed before; the log says so', async () => {
    expect(await ran(config, 'keys')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^sauda: no key yet; 1 sealed, 1 of them not yet/m),
    })
    expect(await ran(config, 'keys', 'renew', 'sauda')).toMatchObject({
      code: 0,
      said: expect.stringContaining('sauda: key 1 is made; 1 sealed anew'),
    })
    expect(await found()).toEqual({ ...was, version: 1 })
    expect((await ran(config, 'keys', 'renew', '--all')).code).toBe(0)
    expect(await found()).toEqual({ ...was, version: 2 })
    expect((await ran(config, 'keys')).said).toMatch(/^sauda: key 1, 2; 1 sealed, 0 of them not yet/m)
    const lines = await opened(config, (db) =>
      inOrganisations(db, [writer.organisationId], (tx) =>
        tx.selectFrom('audit_event').select('data').where('type', '=', 'audit.keyRenewed').orderBy('id').execute(),
      ),
    )
    expect(lines.map(({ data }) => data)).toMatchObject([{ version: 1 }, { version: 2 }])
    for (const words of [['renew'], ['renew', 'sauda', '--all'], ['delete', 'sauda'], ['master', 'sauda'], ['turn']])
      expect((await ran(config, 'keys', ...words)).code, words.join(' ')).toBe(2)
    expect((await ran(config, 'keys', 'renew', 'finnes-ikke')).code).toBe(1)
  }, 60_000)

  it('a new sealing key wraps everything anew, wherever it is broken off, and the log goes on with the same key', async () => {
    // Broken off before the new one was there: the old one lies there twice.
    linkSync(at('sealing.key'), at('sealing.key.old'))
    // Nor is one made while a process runs, which would know the old one alone until it is started again.
    const running = await started()
    await expect(ran(config, 'keys', 'master')).rejects.toThrow('Stop every process')
    await running.close()
    const done = await ran(config, 'keys', 'master')
    expect([done.code, done.said], done.said).toEqual([0, expect.stringContaining('keys are wrapped anew')])
    const next = readFileSync(at('sealing.key'), 'utf8')
    expect([next === `${first}\n`, readFileSync(at('sealing.key.old'), 'utf8')]).toEqual([false, `${first}\n`])
    expect(await found()).toEqual({ ...was, version: 2 })
    // Asked for again, there is nothing to do, and no third key; the old one is of no more use.
    await expect(ran(config, 'keys', 'master')).rejects.toThrow('take it away')
    rmSync(at('sealing.key.old'))
    expect([readFileSync(at('sealing.key'), 'utf8') === next, await found()]).toEqual([true, { ...was, version: 2 }])
    // Broken off after some were wrapped anew: the same command goes on.
    writeFileSync(at('sealing.key.old'), next)
    writeFileSync(at('sealing.key'), `${'0a'.repeat(32)}\n`)
    expect(await found()).toEqual({ ...was, version: 2 })
    expect((await ran(config, 'keys', 'master')).code).toBe(0)
    rmSync(at('sealing.key.old'))
    expect(await found()).toEqual({ ...was, version: 2 })
    // And where it is given by the environment.
    const given = settings({ SEALING_KEY: '0b'.repeat(32), SEALING_KEY_OLD: '0a'.repeat(32) })
    expect((await ran(given, 'doctor')).said).toMatch(/The old sealing key: is here beside the new one/)
    expect((await ran(given, 'keys', 'master')).said).toContain('keys are wrapped anew')
    config = settings({ SEALING_KEY: '0b'.repeat(32) })
    expect(await found()).toEqual({ ...was, version: 2 })
    expect((await ran(config, 'keys', 'master')).said).toContain('All keys are wrapped by')
  }, 120_000)

  it('keys that are deleted for good open nothing, and it takes more than one word', async () => {
    // Refused while Varde runs on the database: it would go on sealing with a key that is gone.
    const running = await started()
    const refused = await ran(config, 'keys', 'delete', 'sauda', '--for-good')
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Varde runs on this database')])
    expect((await found()).says).toBe(was.says)
    await running.close()
    expect((await ran(config, 'keys', 'delete', 'sauda', '--for-good')).said).toContain('2 keys of sauda are deleted for good')
    expect((await found()).says).toBeUndefined()
    expect((await ran(config, 'keys')).said).toMatch(/^sauda: key 1 \(deleted\), 2 \(deleted\); 1 sealed, 1 of them not yet/m)
    const { code, said } = await ran(config, 'keys', 'renew', 'sauda')
    expect([code, said], said).toEqual([1, expect.stringContaining('key 3 is made; 0 sealed anew, 1 cannot be opened')])
  }, 60_000)
})
