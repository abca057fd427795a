import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeDelegation } from '../delegations/factory.ts'
import { setActive } from '../people/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { addApprovers, consultRepresentative, decideDisclosure, decidersFor, giveStatement, reportExtract } from './commands.ts'
import { makeDisclosure, makeExtract, makeRule } from './factory.ts'
import { disclosuresOfUnit, extractsOfUnit, findDisclosure } from './queries.ts'

describeExample('disclosures: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const yes = { decision: 'approved', reason: 'Greit.' } as const
  const systemCalled = (slug: string, name: string) =>
    app.ctx(slug, async ({ tx, actor }) => {
      const row = await tx
        .selectFrom('system')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return row.id
    })

  it('S2-34 a user who is not the owner cannot approve; the owner can, and the decision is in the log', async () => {
    const owner = await app.person('sandnes-systemeier')
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { owner: owner.personId }))
    await app.ctx('sandnes-administrator', (ctx) => makeRule(ctx, system))
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeDisclosure(ctx, system))
    for (const slug of ['sandnes-ansatt', 'sandnes-kommunedirektor', 'sandnes-personvernombud', 'sandnes-it-sjef'])
      expect([slug, await app.ctx(slug, (ctx) => decideDisclosure(ctx, id, 1, yes))]).toMatchObject([slug, { why: 'notAllowed' }])
    await app.ctx('sandnes-systemeier', async (ctx) => {
      expect((await tasksOf(ctx, id)).filter(({ status }) => status === 'open')).toMatchObject([{ personId: owner.personId }])
      expect(await decideDisclosure(ctx, id, 1, yes)).toMatchObject({ ok: true })
      const { rows } = await ctx.tx
        .selectFrom('audit_event')
        .select(['type', 'actor_id'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', id)
        .where('type', '=', 'disclosure.approved')
        .execute()
        .then((found) => ({ rows: found }))
      expect(rows).toMatchObject([{ actor_id: owner.personId }])
    })
  })

  it('S2-34 whom the owner has delegated it to decides as well, for the systems named and for as long as it holds', async () => {
    const [owner, delegate] = [await app.person('sandnes-systemeier'), await app.person('sandnes-superbruker')]
    const { system, other } = await app.ctx('sandnes-administrator', async (ctx) => {
      const one = await makeSystem(ctx, { owner: owner.personId })
      await makeRule(ctx, one)
      return { system: one, other: await makeSystem(ctx, { owner: owner.personId }) }
    })
    const asked = await app.ctx('sandnes-ansatt', (ctx) => makeDisclosure(ctx, system))
    const deciders = (of: string) => app.ctx('sandnes-ansatt', (ctx) => decidersFor(ctx, { values: { system: of } }))
    await app.ctx('sandnes-systemeier', (ctx) =>
      makeDelegation(ctx, delegate.personId, { authority: 'disclosure', systems: [system], toDate: '2026-03-31' }),
    )
    expect(await deciders(system)).toEqual([owner.personId, delegate.personId])
    expect(await deciders(other)).toEqual([owner.personId])
    app.clock.now = new Date('2026-04-01T08:00:00Z')
    expect(await app.ctx('sandnes-superbruker', (ctx) => decideDisclosure(ctx, asked, 1, yes))).toMatchObject({ why: 'notAllowed' })
    app.clock.now = new Date('2026-03-31T08:00:00Z')
    expect(await app.ctx('sandnes-superbruker', (ctx) => decideDisclosure(ctx, asked, 1, yes))).toMatchObject({ ok: true })
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S2-34 whom the owner has delegated it to for a unit, and for no system by name, decides for systems of that unit and below alone', async () => {
    const [owner, delegate] = [await app.person('sandnes-systemeier'), await app.person('sandnes-superbruker')]
    const unitOf = (slug: string) => app.ctx(slug, async ({ actor }) => actor.unitId)
    const [above, school, health] = [
      await unitOf('sandnes-virksomhetsleder'),
      await unitOf('sandnes-leder'),
      await unitOf('sandnes-leder-helse'),
    ]
    const systems = await app.ctx('sandnes-administrator', async (ctx) => {
      const made: string[] = []
      for (const ownerUnit of [above, school, health, null]) made.push(await makeSystem(ctx, { owner: owner.personId, ownerUnit }))
      return made
    })
    await app.ctx('sandnes-systemeier', (ctx) => makeDelegation(ctx, delegate.personId, { authority: 'disclosure', unit: above }))
    const delegated = await app.ctx('sandnes-ansatt', async (ctx) => {
      const found: boolean[] = []
      for (const system of systems) found.push((await decidersFor(ctx, { values: { system } })).includes(delegate.personId))
      return found
    })
    expect(delegated).toEqual([true, true, false, false])
  })

  it('S2-34 an owner who has left decides nothing: whoever leads the unit that owns the system does', async () => {
    const [gone, leader] = [await app.person('sandnes-anskaffelser'), await app.person('sandnes-leder-helse')]
    const unit = await app.ctx('sandnes-leder-helse', async ({ actor }) => actor.unitId)
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { owner: gone.personId, ownerUnit: unit }))
    const deciders = () => app.ctx('sandnes-ansatt', (ctx) => decidersFor(ctx, { values: { system } }))
    expect(await deciders()).toEqual([gone.personId])
    const owed = () =>
      app.ctx('sandnes-administrator', async (ctx) =>
        (await tasksOf(ctx, system))
          .filter(({ kind, status }) => kind === 'life.owner' && status === 'open')
          .map(({ personId }) => personId),
      )
    expect(await owed()).toEqual([])
    await app.ctx('sandnes-administrator', (ctx) => setActive(ctx, gone.personId, null, false))
    expect([await deciders(), await owed()]).toEqual([[leader.personId], [leader.personId]])
    await app.ctx('sandnes-administrator', (ctx) => setActive(ctx, gone.personId, null, true))
    expect([await deciders(), await owed()]).toEqual([[gone.personId], []])
  })

  it('S2-39 a request on FS goes to those whom the study administration has named, and to nobody else', async () => {
    const [fs, unit] = await app.ctx('uio-administrator', async (ctx) => {
      const found = await ctx.tx
        .selectFrom('system')
        .select(['id', 'owner_unit_id'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('name', '=', 'FS')
        .executeTakeFirstOrThrow()
      return [found.id, found.owner_unit_id ?? '']
    })
    const approver = await app.person('uio-revisor')
    await app.ctx('uio-administrator', async (ctx) => {
      const given = { name: 'Utlevering fra FS', unit, approvers: [approver.personId] }
      expect(await addApprovers(ctx, newId(ctx.now), given)).toMatchObject({ ok: true })
      await makeRule(ctx, fs)
    })
    const id = await app.ctx('uio-ansatt', (ctx) => makeDisclosure(ctx, fs))
    await app.ctx('uio-ansatt', async (ctx) => {
      const record = await findDisclosure(ctx, id)
      expect(record && (await decidersFor(ctx, record))).toEqual([approver.personId])
      expect((await tasksOf(ctx, id)).map(({ personId }) => personId)).toEqual([approver.personId])
    })
    // Not the person who is registered as the owner either: here the unit decides.
    for (const slug of ['uio-systemeier', 'uio-universitetsdirektor', 'uio-leder'])
      expect([slug, await app.ctx(slug, (ctx) => decideDisclosure(ctx, id, 1, yes))]).toMatchObject([slug, { why: 'notAllowed' }])
    expect(await app.ctx('uio-revisor', (ctx) => decideDisclosure(ctx, id, 1, yes))).toMatchObject({ ok: true })
  })

  it('S2-36 S2-37 outside the rules of the system it is marked so, and waits for the representative', async () => {
    const owner = await app.person('sauda-systemeier')
    const system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { owner: owner.personId }))
    const outside = await app.ctx('sauda-ansatt', (ctx) => makeDisclosure(ctx, system))
    await app.ctx('sauda-systemeier', async (ctx) => {
      expect((await findDisclosure(ctx, outside))?.values).toMatchObject({ routine: 'outside', status: 'consulting' })
      expect(await decideDisclosure(ctx, outside, 1, yes)).toMatchObject({ why: 'waitsForStatement' })
    })
    await app.ctx('sauda-kommunedirektor', async (ctx) => {
      expect(await giveStatement(ctx, outside, 1, 'Det går bra.')).toMatchObject({ ok: true })
    })
    expect(await app.ctx('sauda-systemeier', (ctx) => decideDisclosure(ctx, outside, 2, yes))).toMatchObject({ ok: true })
    await app.ctx('sauda-administrator', (ctx) => makeRule(ctx, system))
    const inside = await app.ctx('sauda-ansatt', (ctx) => makeDisclosure(ctx, system))
    await app.ctx('sauda-systemeier', async (ctx) => {
      expect((await findDisclosure(ctx, inside))?.values).toMatchObject({ routine: 'inside', status: 'asked' })
      expect(await consultRepresentative(ctx, inside, 1, 'Er jeg sikker?')).toMatchObject({ ok: true })
      expect(await decideDisclosure(ctx, inside, 2, yes)).toMatchObject({ why: 'waitsForStatement' })
    })
  })

  it('S2-35 S2-40 a unit has its requests with who decided, and its extracts; one without approval is begun as a deviation', async () => {
    const owner = await app.person('oslomet-systemeier')
    const unit = await app.ctx('oslomet-ansatt', async ({ actor }) => actor.unitId ?? '')
    const system = await app.ctx('oslomet-administrator', async (ctx) => {
      const made = await makeSystem(ctx, { owner: owner.personId })
      await makeRule(ctx, made)
      return made
    })
    const [approved, without, withOne] = await app.ctx('oslomet-ansatt', async (ctx) => {
      const id = await makeDisclosure(ctx, system, { unit })
      return [id, await makeExtract(ctx, system, unit, null), id]
    })
    expect(await app.ctx('oslomet-systemeier', (ctx) => decideDisclosure(ctx, approved, 1, yes))).toMatchObject({ ok: true })
    await app.ctx('oslomet-ansatt', async (ctx) => {
      const resting = await makeExtract(ctx, system, unit, withOne)
      expect(await disclosuresOfUnit(ctx, unit)).toMatchObject([{ id: approved, status: 'approved', decidedBy: 'Systemeier, OsloMet' }])
      const extracts = await extractsOfUnit(ctx, unit)
      expect(extracts.map(({ id, approval }) => [id, approval])).toEqual([
        [without, null],
        [resting, 'Adresser til forsikringsselskapet'],
      ])
      expect(await reportExtract(ctx, resting, newId(ctx.now), (name) => name)).toBeNull()
      expect(await reportExtract(ctx, without, newId(ctx.now), (name) => name)).toMatch(/^[0-9a-f-]{36}$/)
      expect(await extractsOfUnit(ctx, system)).toEqual([])
    })
  })

  it('two who decide at once: one decision stands; another organisation has no such request', async () => {
    const owner = await app.person('sandnes-systemeier')
    const system = await app.ctx('sandnes-administrator', async (ctx) => {
      const made = await makeSystem(ctx, { owner: owner.personId })
      await makeRule(ctx, made)
      return made
    })
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeDisclosure(ctx, system))
    const say = (reason: string) => app.ctx('sandnes-systemeier', (ctx) => decideDisclosure(ctx, id, 1, { ...yes, reason }))
    expect((await Promise.all([say('A'), say('B')])).filter(({ ok }) => ok).length).toBe(1)
    await app.ctx('uio-systemeier', async (ctx) => {
      expect(await findDisclosure(ctx, id)).toBeUndefined()
      expect(await decideDisclosure(ctx, id, null, yes)).toMatchObject({ why: 'notFound' })
    })
    const foreign = await systemCalled('uio-administrator', 'FS')
    await expect(app.ctx('sandnes-ansatt', (ctx) => makeDisclosure(ctx, foreign))).rejects.toThrow('notARecord')
  })
})
