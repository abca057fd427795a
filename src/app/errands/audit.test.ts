import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filled, installationOf, opened, ran, testKey } from '../../../test/support/errand.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { carrySweep } from '../../modules/audit/public.ts'

describe('the commands of the log', () => {
  const { config, folder, remove } = installationOf()
  const [log, seals] = [join(folder, 'log.ndjson'), join(folder, 'seals')]
  beforeAll(() => filled(config), 240_000)
  afterAll(remove)
  const key = logKey(Buffer.from(testKey, 'hex')).public
  const sauda = () =>
    opened(
      config,
      async ({ owner }) => (await owner.selectFrom('organisation').select('id').where('slug', '=', 'sauda').executeTakeFirstOrThrow()).id,
    )
  const offline = (...words: readonly string[]) =>
    spawnSync(process.execPath, [`${log}.verify-log.mts`, log, ...words], { encoding: 'utf8' })

  it('S4-024 audit:verify goes through each organisation, and answers 0', async () => {
    const { code, said } = await ran(config, 'audit:verify')
    expect([code, said.match(/The log is whole\./g)?.length, said.includes(key)]).toEqual([0, 4, true])
    expect(said).toMatch(/[1-9]\d* lines under [1-9]\d* seals, 0 waiting/)
    expect((await ran(config, 'audit:verify', 'finnes-ikke')).code).toBe(1)
    expect((await ran(config, 'audit:verify', '--nokkel')).code).toBe(2)
  }, 60_000)

  it('G-14 what is exported is verified with the file beside it and the key, and with seals that were kept elsewhere', async () => {
    const id = await sauda()
    mkdirSync(seals)
    const round = async () =>
      opened(config, (db) =>
        carrySweep(seals).run({
          organisationIds: [id],
          now: new Date(),
          inOrganisation: (one, work) =>
            inOrganisations(db, [one], (tx) => work({ tx, actor: clockwork(one, 1), now: new Date(), house: undefined as never })),
        }),
      )
    await round()
    const carried = readFileSync(join(seals, `${id}.ndjson`), 'utf8')
    await round()
    expect([carried.includes('varde-log-seal'), readFileSync(join(seals, `${id}.ndjson`), 'utf8')]).toEqual([true, carried])
    expect(await ran(config, 'audit:export', 'sauda', log)).toMatchObject({ code: 0, said: expect.stringContaining(`--key ${key}`) })
    // Never over another file.
    await expect(ran(config, 'audit:export', 'sauda', log)).rejects.toThrow('EEXIST')
    const whole = offline('--key', key, '--seals', join(seals, `${id}.ndjson`))
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('compared with')])
    const [header = '', ...rest] = readFileSync(log, 'utf8').split('\n')
    writeFileSync(log, [header, ...rest.slice(1)].join('\n'))
    expect(offline('--key', key)).toMatchObject({ status: 1, stdout: expect.stringContaining('WRONG: line 1: ') })
  }, 60_000)

  it('S4-024 audit:verify answers 1 where somebody has changed a line, and names it', async () => {
    const id = await sauda()
    await opened(config, (db) =>
      asOwner(db, async (tx) => {
        await sql`select set_config('varde.organisations', ${id}, true)`.execute(tx)
        await sql`alter table audit_event disable trigger user`.execute(tx)
        await sql`update audit_event set type = 'deviation.closed' where id = (select event_id from audit_sealed where seal = 1 and place = 2)`.execute(
          tx,
        )
        await sql`alter table audit_event enable trigger user`.execute(tx)
      }),
    )
    const { code, said } = await ran(config, 'audit:verify')
    expect([code, said.match(/WRONG/g)?.length]).toEqual([1, 1])
    expect(said).toContain('WRONG: line 2: it is not the line that was sealed here (seal 1)')
  }, 60_000)
})
