import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { describeExample } from '../../test/support/database.ts'
import { resealAll } from '../app/reseal.ts'
import { asOwner, inOrganisations } from '../db/transaction.ts'
import { rewriteKept } from '../modules/kept/store.ts'
import { clockwork } from './actor.ts'
import { recordLater, writeDue } from './audit-later.ts'
import type { Ctx } from './ctx.ts'
import { addKey, forgetKeys, type KeysOfHouse, sealAt, unsealAt, wrapAnew } from './keys.ts'
import { isIn } from './lasting.ts'
import { stateOfKeys, waitingIn } from './reseal.ts'
import { seal } from './seal.ts'
import { KeyAway, type Masters, nameOfMaster, type SealedIn, versionOf } from './sealed.ts'

const keyOf = (byte: number) => Buffer.alloc(32, byte)
const before = keyOf(7)
const houseWith = (masters: Masters = { newest: before, older: [] }): KeysOfHouse => ({ houseKey: before, masters })
const house = houseWith()

/** Rows that need no others beside them. */
const kept: SealedIn<'place'> = {
  table: 'kept_form',
  column: 'sealed',
  names: ['place'],
  about: (organisationId, row) => `kept ${organisationId} ${Buffer.from(row.place as Uint8Array).toString('hex')}`,
}
const place = (n: number) => ({ place: Buffer.from(`place ${n}`) })
const text = (n: number) => `Det som ble skrevet ${n}.`

describeExample('the keys of an organisation', (db, kind) => {
  const ids: string[] = []
  beforeAll(async () => {
    ids.push(...(await db().owner.selectFrom('organisation').select('id').orderBy('slug').execute()).map(({ id }) => id))
  })
  type Inside = Parameters<typeof sealAt>[0]
  /** A process is whoever remembers what it has read: another remembers nothing of it. */
  const by =
    (process: object, with_ = house) =>
    <T>(organisation: string, work: (inside: Inside) => Promise<T>): Promise<T> =>
      inOrganisations(db(), [organisation], (tx) => {
        isIn(tx, process)
        return work({ tx, house: with_, actor: { organisationId: organisation } })
      })
  const write = async ({ tx, house, actor }: Inside, n: number, sealed?: Buffer, says = n) => {
    const { organisationId: organisation_id } = actor
    const bytes = sealed ?? (await sealAt({ tx, house, actor }, kept, place(n), text(says)))
    await sql`insert into kept_form (organisation_id, id, owner, place, sealed, posted, kept_on)
      values (${organisation_id}, gen_random_uuid(), ${place(n).place}, ${place(n).place}, ${bytes}, true, '2026-03-02')
      on conflict (organisation_id, place) do update set sealed = excluded.sealed`.execute(tx)
  }
  const rowsOf = async ({ tx, actor }: Inside) =>
    (
      await sql<{
        place: Buffer
        sealed: Buffer
      }>`select place, sealed from kept_form where organisation_id = ${actor.organisationId}`.execute(tx)
    ).rows
  /** What all rows say, read by a process that remembers nothing; and by which versions they are sealed. */
  const read = (organisation: string, with_ = house) =>
    by({}, with_)(organisation, async (inside) => {
      const rows = await rowsOf(inside)
      return {
        texts: (await Promise.all(rows.map((row) => unsealAt(inside, kept, row, row.sealed)))).sort(),
        versions: [...new Set(rows.map(({ sealed }) => versionOf(sealed)))].sort(),
      }
    })
  const rowsIn = (organisation: string) =>
    by({})(organisation, async (inside) =>
      Promise.all((await rowsOf(inside)).map(async (row) => ({ place: row.place, says: await unsealAt(inside, kept, row, row.sealed) }))),
    )
  const inOrganisation = by({}) as unknown as Parameters<typeof resealAll>[0]
  const cleared = (organisation: string) =>
    by({})(organisation, ({ tx }) => sql`delete from kept_form where organisation_id = ${organisation}`.execute(tx))

  it('S4-131 is opened as what it is alone: another row, column, organisation or key, or a changed byte, opens nothing', async () => {
    const [one = '', other = ''] = ids
    const here = by({})
    const sealed = await here(one, (inside) => sealAt(inside, kept, place(1), text(1)))
    await here(other, (inside) => sealAt(inside, kept, place(1), text(1)))
    expect([versionOf(sealed), sealed.includes(Buffer.from('skrevet'))]).toEqual([1, false])
    const opens = (organisation: string, at: SealedIn<'place'>, n: number, bytes: Buffer) =>
      here(organisation, (inside) => unsealAt(inside, at, place(n), bytes))
    expect(await opens(one, kept, 1, sealed)).toBe(text(1))
    // The last says nothing of itself in its words: the column alone is another.
    await expect(opens(one, kept, 2, sealed)).rejects.toThrow()
    await expect(opens(other, { ...kept, about: () => kept.about(one, place(1)) }, 1, sealed)).rejects.toThrow()
    await expect(opens(one, { ...kept, table: 'mail' }, 1, sealed)).rejects.toThrow()
    await expect(opens(one, { ...kept, column: 'owner' }, 1, sealed)).rejects.toThrow()
    for (const at of [0, 4, 6, 10, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(opens(one, kept, 1, changed), String(at)).rejects.toThrow()
    }
    // Nor is the key of one organisation taken for another's.
    await asOwner(db(), async (tx) => {
      await sql`select set_config('varde.organisations', ${ids.join(',')}, true)`.execute(tx)
      const swap = sql`update organisation_key set wrapped = (select wrapped from organisation_key where organisation_id = ${other}) where organisation_id = ${one}`
      await swap.execute(tx)
      isIn(tx, {})
      await expect(sealAt({ tx, house, actor: { organisationId: one } }, kept, place(1), text(1))).rejects.toThrow()
      await sql`rollback`.execute(tx)
      await sql`begin`.execute(tx)
    })
    expect(await opens(one, kept, 1, sealed)).toBe(text(1))
  })

  it('a key that was made in a transaction that was undone is remembered by nobody', async () => {
    const process = {}
    const organisation = ids[2] ?? ''
    const undone = new Error('undone')
    await expect(
      by(process)(organisation, async (inside) => {
        for (let n = 0; n < 3; n++) await sealAt(inside, kept, place(n), text(n))
        throw undone
      }),
    ).rejects.toBe(undone)
    await by(process)(organisation, (inside) => write(inside, 1))
    expect(await read(organisation)).toEqual({ texts: [text(1)], versions: [1] })
    await cleared(organisation)
  })

  it('what was sealed before there were versions is read, and sealed anew; what cannot be opened stays, and is counted', async () => {
    const organisation = ids[0] ?? ''
    for (let n = 0; n < 5; n++)
      await by({})(organisation, (inside) => write(inside, n, seal(before, text(n), kept.about(organisation, place(n)))))
    expect((await read(organisation)).texts).toEqual([0, 1, 2, 3, 4].map(text))
    await by({})(organisation, (inside) => write(inside, 5, Buffer.alloc(300, 1)))
    expect(await resealAll(inOrganisation, organisation, [kept])).toEqual({ done: 5, failed: 1 })
    expect(await by({})(organisation, (inside) => waitingIn(inside, [kept]))).toBe(1)
    await by({})(organisation, ({ tx }) => sql`delete from kept_form where place = ${place(5).place}`.execute(tx))
    expect(await read(organisation)).toEqual({ texts: [0, 1, 2, 3, 4].map(text), versions: [1] })
    await cleared(organisation)
  })

  it('a newer key under writes, with processes that have not heard of it, and broken off in the middle: nothing is lost', async () => {
    const organisation = ids[0] ?? ''
    const [slow, quick] = [by({}), by({})]
    const count = 230
    for (let n = 0; n < count; n++) await slow(organisation, (inside) => write(inside, n))
    expect(await quick(organisation, addKey)).toBe(2)
    // Broken off after the first rows.
    let batches = 0
    const dies: typeof inOrganisation = (id, work) =>
      by({})(id, async (inside) => {
        if (++batches > 2) throw new Error('killed')
        return work(inside as never)
      })
    await expect(resealAll(dies, organisation, [kept])).rejects.toThrow('killed')
    const half = await read(organisation)
    expect([half.texts.length, half.versions]).toEqual([count, [1, 2]])
    // Whoever has not heard of the newer one writes on, and reads what is sealed with it.
    const writes = (async () => {
      for (let n = count; n < count + 60; n++) await slow(organisation, (inside) => write(inside, n))
      for (let n = 0; n < 60; n++) await slow(organisation, (inside) => write(inside, n, undefined, n + 1000))
    })()
    await Promise.all([writes, resealAll(inOrganisation, organisation, [kept]), resealAll(by({}) as never, organisation, [kept])])
    expect((await read(organisation)).versions).toContain(1)
    await resealAll(inOrganisation, organisation, [kept])
    const now = Array.from({ length: count + 60 }, (_, n) => text(n < 60 ? n + 1000 : n)).sort()
    expect(await read(organisation)).toEqual({ texts: now, versions: [2] })
    expect(
      await slow(organisation, async (inside) =>
        unsealAt(inside, kept, place(3), (await rowsOf(inside)).find(({ place: at }) => at.equals(place(3).place))?.sealed ?? Buffer.of()),
      ),
    ).toBe(text(1003))
    // What somebody is writing is theirs: it is neither waited for nor written over. The embedded database has one connection.
    if (kind === 'postgres') {
      await quick(organisation, addKey)
      const [written, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const writing = slow(organisation, async (inside) => {
        await write(inside, 3, undefined, 3003)
        written.resolve()
        await looked.promise
      })
      await written.promise
      await resealAll(inOrganisation, organisation, [kept]).finally(looked.resolve)
      await writing
    }
    const third = (await rowsIn(organisation)).find(({ place: at }) => at.equals(place(3).place))
    expect(third?.says).toBe(text(kind === 'postgres' ? 3003 : 1003))
    // Two at the same moment make one.
    expect((await Promise.all([slow(organisation, addKey), quick(organisation, addKey)])).filter(Boolean).length).toBeGreaterThan(0)
    expect((await read(organisation)).texts.length).toBe(count + 60)
  }, 60_000)

  it('a new sealing key: wrapped anew one organisation at a time, both are read meanwhile; with another key nothing is, and it says so', async () => {
    const [one = '', other = ''] = ids
    const both = houseWith({ newest: keyOf(8), older: [before] })
    const after = houseWith({ newest: keyOf(8), older: [] })
    const wrong = houseWith({ newest: keyOf(9), older: [] })
    await by({})(other, (inside) => write(inside, 1))
    const wrap = (organisation: string) =>
      asOwner(db(), async (tx) => {
        await sql`select set_config('varde.organisations', ${organisation}, true)`.execute(tx)
        return wrapAnew({ tx, house: both, actor: { organisationId: organisation } })
      })
    const was = await read(one)
    expect(await wrap(one)).toBeGreaterThan(1)
    // Ended here: one is wrapped anew, the other not.
    expect(await read(one, both)).toEqual(was)
    expect((await read(other, both)).texts).toEqual([text(1)])
    await expect(read(other, after)).rejects.toThrow(nameOfMaster(before))
    expect(await wrap(other)).toBe(1)
    expect(await wrap(other)).toBe(0)
    expect([(await read(one, after)).texts.length, (await read(other, after)).texts]).toEqual([was.texts.length, [text(1)]])
    for (const house of [houseWith(), wrong]) await expect(read(one, house)).rejects.toThrow(KeyAway)
    await expect(by({}, wrong)(one, (inside) => sealAt(inside, kept, place(1), text(1)))).rejects.toThrow(nameOfMaster(keyOf(8)))
    const state = await by({}, wrong)(one, (inside) => stateOfKeys(inside, [kept]))
    expect(state.versions.every(({ fault }) => fault?.includes(nameOfMaster(keyOf(8))))).toBe(true)
  })

  it('keys that are deleted for good open nothing, and their numbers are not used again', async () => {
    const after = houseWith({ newest: keyOf(8), older: [] })
    const organisation = ids[0] ?? ''
    const { versions: had } = await by({}, after)(organisation, (inside) => stateOfKeys(inside, [kept]))
    await by({}, after)(organisation, ({ tx, house, actor }) =>
      recordLater(
        { tx, house: house as Ctx['house'], actor: clockwork(actor.organisationId, 1), now: new Date('2026-03-02T12:00:00Z') },
        { type: 'deviation', id: crypto.randomUUID() },
        { type: 'access.missed' },
        'day',
      ),
    )
    // Whoever serves pages may not.
    await expect(by({}, after)(organisation, forgetKeys)).rejects.toThrow(/permission denied/)
    await asOwner(db(), async (tx) => {
      await sql`select set_config('varde.organisations', ${organisation}, true)`.execute(tx)
      expect((await forgetKeys({ tx, actor: { organisationId: organisation } })).length).toBe(had.length)
    })
    await expect(read(organisation, after)).rejects.toMatchObject({ name: 'KeyAway', gone: true })
    // What nobody will ever open stands in the way of nothing: neither of the log's later lines, nor of what is taken out of a case.
    await by({}, after)(organisation, async ({ tx, house, actor }) => {
      await rewriteKept(
        tx,
        house,
        actor.organisationId,
        () => true,
        (said) => said,
      )
      const ctx = { tx, house: house as Ctx['house'], actor: clockwork(actor.organisationId, 1), now: new Date('2026-03-05T12:00:00Z') }
      expect(await writeDue(ctx, 500)).toBe(1)
    })
    await cleared(organisation)
    await by({}, after)(organisation, (inside) => write(inside, 1))
    expect(await read(organisation, after)).toEqual({ texts: [text(1)], versions: [had.length + 1] })
    await cleared(organisation)
  })
})
