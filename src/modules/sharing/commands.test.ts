import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { modules } from '../../app/modules.ts'
import { ofKind } from '../../app/of-kind.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { sharedKinds } from '../../kernel/shared.ts'
import { approveProcessing, editProcessing } from '../processing/commands.ts'
import { makeProcessing, wholeAnswers } from '../processing/factory.ts'
import { findProcessing } from '../processing/queries.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { share, withdraw } from './commands.ts'
import { nameMember, removeCircle, removeMember, saveCircle } from './commands-circles.ts'
import { answer, release, take } from './commands-take.ts'
import { makeCircle, shareRecord } from './factory.ts'
import { sharingSweep } from './jobs.ts'
import { findShared, sharedOf, sharedWithUs, takenOf } from './queries.ts'
import type { Choice, Shareables } from './sharing.ts'

const kinds: Shareables = (type) =>
  ofKind(
    modules.map((one) => one.shared),
    type,
  )
const host = 'sandnes-personvernombud'
const member = 'sauda-personvernombud'
const stranger = 'oslomet-administrator'

describeExample('sharing: commands', (db) => {
  let app: TestApp
  let circle: string
  beforeAll(async () => {
    app = await testApp(db())
    circle = await app.ctx(host, (ctx) => makeCircle(ctx, 'IKT-samarbeidet', 'sauda'))
  }, 60_000)
  afterAll(() => app.stop())

  const organisation = async (slug: string) => (await app.person(slug)).organisationId
  /** An approved activity of the host, with all that the law asks. */
  const approved = async (ctx: Ctx, over: Parameters<typeof makeProcessing>[1] = {}): Promise<string> => {
    const { personId, unitId } = ctx.actor
    const id = await makeProcessing(ctx, { ...wholeAnswers, responsible: personId, unit: unitId, ...over })
    expect(await approveProcessing(ctx, id, null)).toMatchObject({ ok: true })
    return id
  }
  const edited = async (ctx: Ctx, id: string, over: object) => {
    const values = (await findProcessing(ctx, id))?.values
    if (!values) throw new Error('gone')
    expect(await editProcessing(ctx, id, null, { ...values, ...over })).toMatchObject({ ok: true })
    expect(await approveProcessing(ctx, id, null)).toMatchObject({ ok: true })
  }
  const subjectOf = (id: string) => ({ type: 'processing', id })
  const sourceOf = async (id: string) => ({ organisation: await organisation(host), type: 'processing', id })
  const taking = (ctx: Ctx, name: string, edition = 1) => ({ edition, name, unit: ctx.actor.unitId, owner: ctx.actor.personId, due: null })
  const taken = async (id: string, name: string) => {
    const own = newId(app.clock.now)
    expect(await app.ctx(member, async (ctx) => take(ctx, kinds, await sourceOf(id), own, taking(ctx, name)))).toMatchObject({ ok: true })
    return own
  }
  const swept = async () => sharingSweep(kinds).run(await app.round(member))
  const openOf = (id: string) =>
    app.ctx(member, async (ctx) => (await tasksOf(ctx, id)).filter(({ status, kind }) => status === 'open' && kind.startsWith('sharing.')))
  const valuesOf = (id: string) => app.ctx(member, async (ctx) => (await findProcessing(ctx, id))?.values)
  const answering = async (id: string, edition: number, choice: (name: string) => Choice | undefined) => {
    const version = await app.ctx(member, async (ctx) => (await findProcessing(ctx, id))?.version ?? -1)
    return app.ctx(member, (ctx) => answer(ctx, kinds, subjectOf(id), { edition, version, choice }))
  }

  it('a host shares, a member takes, adds and decides, and sees what changed: what is accepted is theirs, and their approval falls', async () => {
    await app.ctx(member, (ctx) => makeSystem(ctx, { name: 'gerica', inUse: 'yes' }))
    const id = await app.ctx(host, async (ctx) => {
      const [known, own] = [
        await makeSystem(ctx, { name: 'Gerica', inUse: 'yes' }),
        await makeSystem(ctx, { name: 'Vertssystemet', inUse: 'yes' }),
      ]
      const made = await approved(ctx, { name: 'Barnehageopptak', systems: [known, own], sources: 'Ring 412 34 567.' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'circle', circle })
      return made
    })
    // What goes along holds no person, no unit and no number of anybody.
    const shared = await app.ctx(member, async (ctx) => findShared(ctx, await sourceOf(id)))
    expect(shared).toMatchObject({ from: 'Sandnes kommune', edition: 1, content: { processing: { systems: ['Gerica', 'Vertssystemet'] } } })
    const { personId } = await app.person(host)
    expect(JSON.stringify(shared)).not.toContain(personId)
    expect(JSON.stringify(shared)).not.toContain('412 34 567')

    const own = newId(app.clock.now)
    const outcome = await app.ctx(member, async (ctx) => take(ctx, kinds, await sourceOf(id), own, taking(ctx, 'Vårt barnehageopptak')))
    expect(outcome).toMatchObject({ ok: true, next: { id: own, lacking: ['Vertssystemet'] } })
    expect(await valuesOf(own)).toMatchObject({
      status: 'draft',
      name: 'Vårt barnehageopptak',
      purpose: wholeAnswers.purpose,
      securityJudged: null,
    })
    expect((await valuesOf(own))?.systems).toHaveLength(1)

    await app.ctx(member, (ctx) =>
      edited(ctx, own, {
        dataKinds: ['name', 'contact', 'education'],
        recipients: 'Nabokommunen',
        securityJudged: 'satisfactory',
        securityJudgedOn: '2026-02-01',
      }),
    )
    expect(await valuesOf(own)).toMatchObject({ status: 'approved' })
    await swept()
    expect(await openOf(own)).toEqual([])

    await app.ctx(host, async (ctx) => {
      await edited(ctx, id, { purpose: 'Nytt formål.', dataKinds: ['name', 'contact', 'nationalId'], recipients: 'Staten' })
      expect(await shareRecord(ctx, kinds, subjectOf(id), { to: 'circle', circle }, 'Ny lov.')).toMatchObject({ edition: 2 })
    })
    await swept()
    await swept()
    expect(await openOf(own)).toMatchObject([{ kind: 'sharing.changed', personId: (await app.person(member)).personId }])

    expect(await answering(own, 2, (name) => (name.endsWith('purpose') ? 'accept' : undefined))).toMatchObject({ why: 'unanswered' })
    const choice = (name: string) => (name.endsWith('recipients') ? ('keep' as const) : ('accept' as const))
    expect(await answering(own, 2, choice)).toMatchObject({ ok: true })
    expect(await valuesOf(own)).toMatchObject({
      ...{ status: 'changed', name: 'Vårt barnehageopptak', purpose: 'Nytt formål.', recipients: 'Nabokommunen' },
      dataKinds: ['name', 'contact', 'nationalId', 'education'],
    })
    expect(await openOf(own)).toEqual([])
    expect(await answering(own, 2, choice)).toMatchObject({ why: 'nothingChanged' })
    await swept()
    expect(await openOf(own)).toEqual([])
  })

  it('pressed twice, or by two at once, takes once; another unit may take for itself, and nobody what has changed since it was shown', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const made = await approved(ctx, { name: 'Skyss' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'circle', circle })
      return made
    })
    const own = newId(app.clock.now)
    const source = await sourceOf(id)
    const press = (by = member, at = own, name = 'Skyss', edition = 1) =>
      app.ctx(by, (ctx) => take(ctx, kinds, source, at, { ...taking(ctx, name, edition), unit: null }))
    const both = await Promise.all([press(), press()])
    expect(both.map((one) => (one.ok ? 'taken' : one.why)).sort()).toEqual(['nothingChanged', 'taken'])
    expect(await press(member, newId(app.clock.now), 'Skyss 2')).toMatchObject({ why: 'alreadyTaken' })
    const forUnit = (edition: number) => app.ctx(member, (ctx) => take(ctx, kinds, source, newId(ctx.now), taking(ctx, 'Skyss 3', edition)))
    expect(await forUnit(7)).toMatchObject({ why: 'stale' })
    expect(await forUnit(1)).toMatchObject({ ok: true })
    // Its own module decides: a name that stands, somebody who may not.
    expect(await press('sauda-ansatt', newId(app.clock.now))).toMatchObject({ why: 'notAllowed' })
    const other = await app.ctx(host, async (ctx) => {
      const made = await approved(ctx, { name: 'Skyss to' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'circle', circle })
      return sourceOf(made)
    })
    const twin = newId(app.clock.now)
    expect(await app.ctx(member, (ctx) => take(ctx, kinds, other, twin, taking(ctx, 'SKYSS')))).toMatchObject({ why: 'nameTaken' })
    expect(await app.ctx(member, (ctx) => takenOf(ctx, subjectOf(twin)))).toBeNull()
  })

  it('two who answer at once answer once; what was edited meanwhile is read again first, and who may not edit answers nothing', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const made = await approved(ctx, { name: 'Elevmapper' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'circle', circle })
      return made
    })
    const own = await taken(id, 'Elevmapper')
    await app.ctx(host, async (ctx) => {
      await edited(ctx, id, { purpose: 'Annet.' })
      await shareRecord(ctx, kinds, subjectOf(id), { to: 'circle', circle })
    })
    const at = (version: number, by = member) =>
      app.ctx(by, (ctx) => answer(ctx, kinds, subjectOf(own), { edition: 2, version, choice: () => 'keep' }))
    expect(await at(9)).toMatchObject({ why: 'stale' })
    expect(await at(1, 'sauda-ansatt')).toMatchObject({ why: 'notAllowed' })
    const both = await Promise.all([at(1), at(1)])
    expect(both.map((one) => (one.ok ? 'answered' : one.why)).sort()).toEqual(['answered', 'nothingChanged'])
    expect(await valuesOf(own)).toMatchObject({ purpose: wholeAnswers.purpose })
  })

  it('what is withdrawn stays with those who took it, who are told and go on alone; shared again it is followed again', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const made = await approved(ctx, { name: 'Kulturskole' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'circle', circle })
      return made
    })
    const own = await taken(id, 'Kulturskole')
    await app.ctx(host, async (ctx) => {
      expect(await withdraw(ctx, kinds, subjectOf(id))).toMatchObject({ ok: true })
      expect(await withdraw(ctx, kinds, subjectOf(id))).toMatchObject({ why: 'nothingChanged' })
    })
    await swept()
    expect(await openOf(own)).toMatchObject([{ kind: 'sharing.gone' }])
    expect(await valuesOf(own)).toMatchObject({ purpose: wholeAnswers.purpose })
    expect(await answering(own, 1, () => 'accept')).toMatchObject({ why: 'notFound' })
    // What is shared anew is another edition: it may say something else.
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, subjectOf(id), { to: 'circle', circle }))
    await swept()
    expect(await openOf(own)).toMatchObject([{ kind: 'sharing.changed' }])
    // One who is no longer named is told the same.
    const { organisationId } = await app.person(member)
    await app.ctx(host, async (ctx) => expect(await removeMember(ctx, circle, organisationId)).toMatchObject({ ok: true }))
    await swept()
    expect(await openOf(own)).toMatchObject([{ kind: 'sharing.gone' }])
    expect(await app.ctx('sauda-ansatt', (ctx) => release(ctx, kinds, subjectOf(own)))).toMatchObject({ why: 'notAllowed' })
    await app.ctx(member, async (ctx) => {
      expect(await release(ctx, kinds, subjectOf(own))).toMatchObject({ ok: true })
      expect(await release(ctx, kinds, subjectOf(own))).toMatchObject({ why: 'nothingChanged' })
    })
    expect(await openOf(own)).toEqual([])
    await app.ctx(host, async (ctx) => expect(await nameMember(ctx, circle, ' SAUDA ')).toMatchObject({ ok: true }))
  })

  it('a unit of the organisation itself takes what is shared with its own units, and nobody else sees it', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const made = await approved(ctx, { name: 'Felles arkiv' })
      await shareRecord(ctx, kinds, subjectOf(made), { to: 'own' })
      return made
    })
    const source = await sourceOf(id)
    for (const slug of [member, stranger]) expect(await app.ctx(slug, (ctx) => findShared(ctx, source))).toBeNull()
    const own = newId(app.clock.now)
    expect(await app.ctx(host, (ctx) => take(ctx, kinds, source, own, taking(ctx, 'Arkivet på skolen')))).toMatchObject({ ok: true })
    expect(await app.ctx(host, async (ctx) => (await findProcessing(ctx, own))?.values)).toMatchObject({
      status: 'draft',
      purpose: wholeAnswers.purpose,
    })
  })

  it('only what is decided is shared, as it was shown, without names of people, with whom one has named', async () => {
    await app.ctx(host, async (ctx) => {
      const draft = await makeProcessing(ctx, { ...wholeAnswers, name: 'Utkast' })
      const at = (id: string, version: number, audience: Parameters<typeof share>[3]['audience']) =>
        share(ctx, kinds, subjectOf(id), { version, audience, note: null })
      expect(await at(draft, 1, { to: 'own' })).toMatchObject({ why: 'notDecided' })
      const { name } = (await ctx.tx
        .selectFrom('person')
        .select('name')
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', ctx.actor.personId)
        .executeTakeFirst()) ?? { name: '' }
      const named = await approved(ctx, { name: 'Med navn', sources: `Spør ${name}.` })
      expect(await at(named, 2, { to: 'own' })).toMatchObject({ why: 'namesPersons' })
      const id = await approved(ctx, { name: 'Vigsel' })
      expect(await at(id, 1, { to: 'own' })).toMatchObject({ why: 'stale' })
      expect(await at(id, 2, { to: 'circle', circle: newId(ctx.now) })).toMatchObject({ why: 'circleMissing' })
      expect(await at(id, 2, { to: 'everyone' })).toMatchObject({ ok: true })
      expect(await at(id, 2, { to: 'everyone' })).toMatchObject({ why: 'nothingChanged' })
    })
    expect((await app.ctx(stranger, (ctx) => sharedWithUs(ctx, sharedKinds))).map(({ name }) => name)).toEqual(['Vigsel'])
    expect(
      await app.ctx('sandnes-leder', (ctx) =>
        share(ctx, kinds, subjectOf(newId(ctx.now)), { version: 1, audience: { to: 'own' }, note: null }),
      ),
    ).toMatchObject({ why: 'notAllowed' })
  })

  it('a circle is named once, by exact short names, and kept while something is shared with it', async () => {
    await app.ctx(host, async (ctx) => {
      const id = newId(ctx.now)
      expect(await saveCircle(ctx, id, 0, 'Barnevern')).toMatchObject({ ok: true })
      expect(await saveCircle(ctx, id, 0, 'Barnevern')).toMatchObject({ why: 'nothingChanged' })
      expect(await saveCircle(ctx, id, 0, 'Barnevernet')).toMatchObject({ why: 'stale' })
      expect(await saveCircle(ctx, id, 1, 'ikt-samarbeidet')).toMatchObject({ why: 'nameTaken' })
      expect(await nameMember(ctx, id, 'saud')).toMatchObject({ why: 'noSuchOrganisation' })
      expect(await nameMember(ctx, id, 'sandnes')).toMatchObject({ why: 'ownOrganisation' })
      expect(await nameMember(ctx, id, 'oslomet')).toMatchObject({ ok: true })
      expect(await nameMember(ctx, id, 'oslomet')).toMatchObject({ why: 'nothingChanged' })
      expect(await removeCircle(ctx, circle)).toMatchObject({ why: 'inUse' })
      expect(await removeCircle(ctx, id)).toMatchObject({ ok: true })
    })
    for (const deed of [
      (ctx: Ctx) => saveCircle(ctx, newId(ctx.now), 0, 'X'),
      (ctx: Ctx) => nameMember(ctx, circle, 'uio'),
      (ctx: Ctx) => removeCircle(ctx, circle),
    ])
      expect(await app.ctx('sandnes-leder', deed)).toMatchObject({ why: 'notAllowed' })
    expect(await app.ctx(member, (ctx) => nameMember(ctx, circle, 'uio'))).toMatchObject({ why: 'notFound' })
    expect(await app.ctx(member, async (ctx) => sharedOf(ctx, subjectOf(circle)))).toBeNull()
  })
})
