import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { record } from '../../kernel/audit.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { verifyLog } from '../../kernel/verify-log.ts'
import { played, staffOf, testHouse } from '../tasks/factory.ts'
import { sealWaiting } from './commands.ts'
import { exportedLog, signedSealsAfter } from './queries-sealed.ts'

const now = new Date('2026-11-27T12:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

describeDatabase('The seals of the log', (db) => {
  const setUp = async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, minutes(-3 * 24 * 60))
    const organisationId = staff.actor(staff.teacher).organisationId
    const play = <T>(work: (ctx: Ctx) => Promise<T>, at = now) => played(db(), house, staff, at, work)
    const write = (many: number, at = now) =>
      play(async (ctx) => {
        for (let n = 0; n < many; n++) await record(ctx, { type: 'deviation', id: newId(at) }, [{ type: 'deviation.viewed', ...{ n } }])
      }, at)
    const seal = (at = now, limit = 1000) => play((ctx) => sealWaiting(ctx, limit), at)
    const file = () =>
      inOrganisations(db(), [organisationId], async (tx) => {
        const lines: string[] = []
        for await (const line of exportedLog(tx, organisationId, now)) lines.push(line)
        return lines
      })
    const outside = (after = 0) => inOrganisations(db(), [organisationId], (tx) => signedSealsAfter(tx, organisationId, after))
    const verified = async (seals: readonly string[] = []) =>
      verifyLog(await file(), { keys: [logKey(house.houseKey).public], outside: seals })
    /** As a database administrator who takes the guards away. */
    const tamper = (statement: string) =>
      asOwner(db(), async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        const tables = ['audit_event', 'audit_seal', 'audit_sealed', 'audit_unsealed']
        for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
        const done = await sql.raw(statement).execute(tx)
        for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
        return Number(done.numAffectedRows ?? 0)
      })
    return { house, staff, organisationId, play, write, seal, file, outside, verified, tamper }
  }

  test('S4-024 every line that is written waits, is sealed, and the whole is verified', async () => {
    const { write, seal, verified } = await setUp()
    const before = await verified()
    await write(7)
    expect((await verified()).waiting).toBe(before.waiting + 7)
    await seal()
    await write(3, minutes(1))
    expect(await seal(minutes(1))).toBe(3)
    expect(await seal(minutes(1))).toBe(0)
    expect(await verified()).toMatchObject({ faults: [], waiting: 0, newest: { at: minutes(1).toISOString() } })
  })

  test('S4-131 what was written as of a moment that is past is sealed when its day is over: no seal tells when it came', async () => {
    const { write, seal, verified } = await setUp()
    await seal(new Date('2026-11-28T12:00:00Z'))
    const midnight = new Date('2026-11-26T23:00:00Z')
    await write(2, midnight)
    await write(1, minutes(-60))
    await write(4)
    expect(await seal()).toBe(4)
    expect((await verified()).waiting).toBe(3)
    expect(await seal(new Date('2026-11-27T22:59:00Z'))).toBe(0)
    expect(await seal(new Date('2026-11-27T23:00:01Z'))).toBe(3)
    expect(await verified()).toMatchObject({ faults: [], waiting: 0 })
  })

  test('G-15 what is done to the database past its guards is found, and which line it was', async () => {
    const { write, seal, verified, tamper, outside } = await setUp()
    await seal(minutes(-60))
    for (let n = 0; n < 6; n++) {
      await write(5, minutes(n))
      await seal(minutes(n))
    }
    const kept = (await outside()).map((one) => JSON.stringify(one))
    const whole = await verified(kept)
    expect(whole.faults).toEqual([])
    const third = `(select event_id from audit_sealed where seal = ${whole.seals - 3} and place = 3)`
    const at = whole.sealed - 17
    const deeds: readonly (readonly [string, string, string])[] = [
      ['a detail', `update audit_event set data = data || '{"n": 99}' where id = ${third}`, `line ${at}:`],
      ['who', `update audit_event set actor_id = null, actor_kind = 'clockwork' where id = ${third}`, `line ${at}:`],
      ['when', `update audit_event set at = at - interval '1 microsecond' where id = ${third}`, `line ${at}:`],
      [
        'a line added',
        `insert into audit_event select (jsonb_populate_record(e, '{"id":"00000000-0000-7000-8000-00000000000a"}')).* from audit_event e where id = ${third}`,
        'in no seal',
      ],
      [
        'a seal rewritten',
        `update audit_seal set text = replace(text, 'lines 5', 'lines 4') where number = ${whole.seals - 2}`,
        'signature',
      ],
      [
        'the hash of a line',
        `update audit_sealed set hash = sha256('x') where seal = ${whole.seals - 1} and place = 1`,
        'the hashes beside it',
      ],
    ]
    for (const [what, statement, says] of deeds) {
      // Undone by its opposite would hide what the deed did: each is done to the same log, one after the other, and seen beside the others.
      expect([what, await tamper(statement)]).toEqual([what, 1])
      expect((await verified(kept)).faults.join('\n'), what).toContain(says)
    }
  })

  test('G-15 a line that is deleted with all that names it, and a log that is cut off with its seals, are found', async () => {
    const { write, seal, verified, tamper, outside } = await setUp()
    for (let n = 0; n < 4; n++) {
      await write(5, minutes(n))
      await seal(minutes(n))
    }
    const kept = (await outside()).map((one) => JSON.stringify(one))
    const { seals } = await verified(kept)
    await tamper(`delete from audit_sealed where seal = ${seals}`)
    await tamper(`delete from audit_seal where number = ${seals}`)
    await tamper(`delete from audit_event e where not exists (select from audit_sealed l where l.event_id = e.id)`)
    expect((await verified()).faults).toEqual([])
    expect((await verified(kept)).faults).toEqual([expect.stringContaining('is cut off')])
    await tamper(`with gone as (delete from audit_sealed where seal = 2 and place = 2 returning event_id)
      select from gone`)
    await tamper(`delete from audit_event e where not exists (select from audit_sealed l where l.event_id = e.id)`)
    expect((await verified(kept)).faults[0]).toMatch(/^lines? \d+/)
  })

  test('G-15 under writers and sealers side by side nothing is lost, doubled or called wrong', async () => {
    const { write, seal, verified, organisationId } = await setUp()
    const before = await verified()
    const writers = Array.from({ length: 8 }, async (_, w) => {
      for (let n = 0; n < 5; n++) await write(3, minutes((w % 2) * 0.5))
    })
    let undone = 0
    const sealers = [1, 2].map(async () => {
      for (let n = 0; n < 8; n++)
        await seal(minutes(1), 10).catch((error: { code?: string }) => {
          if (error.code !== '23505') throw error
          undone++
        })
    })
    await Promise.all([...writers, ...sealers])
    while ((await seal(minutes(1), 50)) > 0);
    const after = await verified()
    expect([after.faults, after.waiting, after.sealed - before.sealed - before.waiting, undone < 16]).toEqual([[], 0, 120, true])
    const { rows } = await inOrganisations(db(), [organisationId], (tx: Tx) =>
      sql<{ lines: number }>`select count(*)::int as lines from audit_event`.execute(tx),
    )
    expect(rows[0]?.lines).toBe(after.sealed)
  })
})
