import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { house, makePlace, type Place } from '../people/factory.ts'
import { addPerson } from '../people/public.ts'
import type { Draft } from './attributes.ts'
import { addEntry, changeEntry, connect, followUnit, removeEntry } from './commands.ts'
import { directorySweep } from './jobs.ts'
import { entryOf, unplaced, waiting } from './queries.ts'

const now = new Date('2026-03-02T09:00:00Z')
const objectId = '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef'
const of = (name: string, more: Partial<Draft> = {}): Draft => ({
  ...{
    userName: `${name}@sandnes.example`,
    externalId: `id-${name}`,
    displayName: name,
    formatted: null,
    givenName: null,
    familyName: null,
  },
  ...{ email: `${name}@sandnes.example`, department: null, manager: null, active: true },
  ...more,
})

describeDatabase('people from the directory', (db) => {
  let place: Place
  beforeAll(async () => {
    place = await makePlace(db(), now)
  })
  const inside = <T>(work: (ctx: Ctx) => Promise<T>) =>
    inOrganisations(db(), [place.id], (tx) => work({ tx, now, house, actor: clockwork(place.id, 1) }))
  const added = async (draft: Draft) => {
    const outcome = await inside((ctx) => addEntry(ctx, draft))
    if (!outcome.ok) throw new Error(outcome.detail)
    return outcome.entry
  }
  const personOf = (id: string) =>
    inside(({ tx }) =>
      tx.selectFrom('person').select(['name', 'email', 'unit_id', 'leader_id', 'active']).where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const change = (id: string, more: Partial<Draft>) =>
    inside((ctx) => changeEntry(ctx, id, null, (stands) => ({ ok: true, draft: { ...stands, active: null, ...more } })))

  it('two who are the same, at once, are one person and one refusal', async () => {
    const both = await Promise.all([inside((ctx) => addEntry(ctx, of('ola'))), inside((ctx) => addEntry(ctx, of('ola')))])
    expect(both.map((one) => (one.ok ? 'made' : one.status)).toSorted()).toEqual([409, 'made'])
    expect(
      await inside(({ tx }) => tx.selectFrom('person').select('id').where('email', '=', 'ola@sandnes.example').execute()),
    ).toHaveLength(1)
  })

  it('a leader who comes after is the leader then, by our id or by their own; nobody is their own', async () => {
    const led = await added(of('under', { manager: 'id-over' }))
    expect((await personOf(led.id)).leader_id).toBe(null)
    const over = await added(of('over'))
    expect((await personOf(led.id)).leader_id).toBe(over.id)
    expect(await change(led.id, { manager: 'id-under' })).toMatchObject({ ok: false, status: 400 })
    expect((await personOf(led.id)).leader_id).toBe(over.id)
    await change(led.id, { manager: over.id })
    expect((await personOf(led.id)).leader_id).toBe(over.id)
    // A leader who has left leads nobody.
    await change(over.id, { active: false })
    const later = await added(of('later', { manager: over.id }))
    expect((await personOf(later.id)).leader_id).toBe(null)
  })

  it('a department is the unit of that name, now or when there is one', async () => {
    expect((await personOf((await added(of('larar', { department: 'SKOLE' }))).id)).unit_id).toBe(place.school)
    const bath = await added(of('bader', { department: 'Bad' }))
    expect((await personOf(bath.id)).unit_id).toBe(null)
    expect(await inside(unplaced)).toEqual([{ department: 'Bad', people: 1, units: 0 }])
    await inside(({ tx }) => tx.updateTable('unit').set({ name: 'Bad' }).where('id', '=', place.classroom).execute())
    await inside((ctx) => followUnit(ctx, place.classroom))
    expect((await personOf(bath.id)).unit_id).toBe(place.classroom)
    expect(await inside(unplaced)).toEqual([])
    // Taken out of the directory, or unknown: nobody is moved.
    await change(bath.id, { department: null })
    await change(bath.id, { department: 'Finnes ikke' })
    expect((await personOf(bath.id)).unit_id).toBe(place.classroom)
  })

  it('whoever has the address of somebody here waits for an administrator, and takes nobody over', async () => {
    const before = await personOf(place.teacher)
    const refused = await inside((ctx) => addEntry(ctx, of('annen', { email: 'LAERER@sandnes.example', displayName: 'En annen' })))
    expect(refused).toMatchObject({ ok: false, status: 409, scimType: 'uniqueness' })
    // By the name of sign-in too, and again and again it is one who waits.
    await inside((ctx) => addEntry(ctx, of('annen', { email: 'laerer@sandnes.example' })))
    await inside((ctx) => addEntry(ctx, of('rektor', { email: null })))
    expect((await inside(waiting)).map(({ userName, person }) => [userName, person.id])).toEqual([
      ['annen@sandnes.example', place.teacher],
      ['rektor@sandnes.example', place.principal],
    ])
    expect(await personOf(place.teacher)).toEqual(before)
    expect(await inside((ctx) => entryOf(ctx, place.teacher))).toBe(undefined)
    // Nobody connects but an administrator.
    const [one] = await inside(waiting)
    expect(await inside((ctx) => connect(ctx, [one?.id ?? '']))).toBe(0)
    const as = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, personId: place.admin, roles: ['admin'] } })
    expect(await inside((ctx) => connect(as(ctx), [one?.id ?? '']))).toBe(1)
    expect((await inside(waiting)).map(({ person }) => person.id)).toEqual([place.principal])
    expect(await inside((ctx) => entryOf(ctx, place.teacher))).toMatchObject({
      attributes: { userName: 'annen@sandnes.example', externalId: 'id-annen' },
    })
    // Now the directory may change them; and another's address it may not take.
    expect(await change(place.teacher, { displayName: 'Lærer Ny' })).toMatchObject({ ok: true })
    expect((await personOf(place.teacher)).name).toBe('Lærer Ny')
    expect(await change(place.teacher, { email: 'kommunedirektor@sandnes.example' })).toMatchObject({ ok: false, status: 409 })
    expect(await change(place.teacher, { userName: 'OLA@sandnes.example' })).toMatchObject({ ok: false, status: 409 })
    expect(await change(place.teacher, { externalId: 'id-ola' })).toMatchObject({ ok: false, status: 409 })
    expect((await personOf(place.teacher)).email).toBe('laerer@sandnes.example')
  })

  it('whoever waits is forgotten when the directory has not asked for thirty days', async () => {
    const here = await inside((ctx) =>
      addPerson(ctx, { name: 'Venter Her', email: 'venter@sandnes.example', unit: null, leader: null, locale: null }),
    )
    expect(here.ok).toBe(true)
    expect(await inside((ctx) => addEntry(ctx, of('venter')))).toMatchObject({ ok: false, status: 409 })
    const names = () => inside(async (ctx) => (await waiting(ctx)).map(({ name }) => name))
    expect(await names()).toContain('venter')
    const swept = (days: number) => {
      const at = new Date(now.getTime() + days * 86_400_000)
      return directorySweep.run({
        organisationIds: [place.id],
        now: at,
        inOrganisation: (id, work) => inOrganisations(db(), [id], (tx) => work({ tx, now: at, house, actor: clockwork(id, 1) })),
      })
    }
    await swept(29)
    expect(await names()).toContain('venter')
    await swept(31)
    expect(await names()).not.toContain('venter')
  })

  it('whoever is deleted has left; the same id brings the same person back, the same name does not', async () => {
    const gone = await added(of('borte', { externalId: objectId }))
    expect(await inside((ctx) => removeEntry(ctx, gone.id, ['1.0']))).toMatchObject({ ok: false, status: 412 })
    expect(await inside((ctx) => removeEntry(ctx, gone.id, null))).toEqual({ ok: true })
    expect(await personOf(gone.id)).toMatchObject({ active: false, name: 'borte' })
    expect(await inside((ctx) => removeEntry(ctx, gone.id, null))).toMatchObject({ ok: false, status: 404 })
    const back = await added(of('tilbake', { externalId: objectId, email: 'borte@sandnes.example' }))
    expect([back.id, (await personOf(back.id)).active, (await personOf(back.id)).name]).toEqual([gone.id, true, 'tilbake'])

    // A short name is given to the next who is called so: that is another person.
    const short = await added(of('kort', { externalId: 'kari' }))
    await inside((ctx) => removeEntry(ctx, short.id, null))
    const next = await added(of('neste', { externalId: 'kari' }))
    expect(next.id).not.toBe(short.id)
    expect((await personOf(short.id)).active).toBe(false)
  })

  it('is all or nothing: the last administrator stays, with the name that stood', async () => {
    await inside((ctx) => addEntry(ctx, of('administrator', { externalId: 'id-admin' })))
    const as = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, personId: place.admin, roles: ['admin'] } })
    const own = (await inside(waiting)).find(({ person }) => person.id === place.admin)
    await inside((ctx) => connect(as(ctx), [own?.id ?? '']))
    const before = await personOf(place.admin)
    expect(await change(place.admin, { displayName: 'Noe nytt', active: false })).toMatchObject({ ok: false, status: 409 })
    expect(await inside((ctx) => removeEntry(ctx, place.admin, null))).toMatchObject({ ok: false, status: 409 })
    expect(await personOf(place.admin)).toEqual(before)
    expect((await inside((ctx) => entryOf(ctx, place.admin)))?.attributes.displayName).not.toBe('Noe nytt')
  })

  it('takes neither a mailbox of many, nor a national identity number, nor an address that is none', async () => {
    for (const wrong of [of('postmottak'), of('tall', { displayName: 'Kari 15838530181' }), of('adresse', { email: 'ikke en adresse' })])
      expect(await inside((ctx) => addEntry(ctx, wrong))).toMatchObject({ ok: false, status: 400, scimType: 'invalidValue' })
  })
})
