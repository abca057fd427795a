import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { reviewSweep } from '../reviews/jobs.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { acceptRisk, addRisk, approveRisk, demandsOfSystem, takeOutScenario, writeMeasure, writeScenario } from './commands.ts'
import { approvalsOfRisk } from './commands-approvals.ts'
import { makeMeasure, makeRisk, makeScenario, wholeAnswers } from './factory.ts'
import { measureFields, riskFields } from './fields.ts'
import { riskSweep } from './jobs.ts'
import { findRisk, partsIn, risksOf } from './queries.ts'

describeExample('risks: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const keeper = 'sandnes-administrator'
  const owner = async () => (await app.person('sandnes-systemeier')).personId
  const openOf = (id: string) =>
    app.ctx(keeper, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => kind))

  it('the owner and whoever prepares it are those of the system; two who press at once begin it once', async () => {
    const [person, superUser] = [await owner(), (await app.person('sandnes-superbruker')).personId]
    const system = await app.ctx(keeper, (ctx) => makeSystem(ctx, { owner: person, superUser }))
    const id = newId(app.clock.now)
    const begin = () =>
      app.ctx(keeper, (ctx) => addRisk(ctx, id, { ...emptyValues(riskFields), name: 'En gang', reason: 'new', systems: [system] }))
    const both = await Promise.all([begin(), begin()])
    expect(both.map((one) => (one.ok ? 'added' : one.why)).sort()).toEqual(['added', 'nothingChanged'])
    const values = await app.ctx(keeper, async (ctx) => (await findRisk(ctx, id))?.values)
    expect([values?.owner, values?.author]).toEqual([person, superUser])
    const twice = { ...emptyValues(riskFields), name: 'EN GANG', reason: 'new' as const }
    expect(await app.ctx(keeper, (ctx) => addRisk(ctx, newId(ctx.now), twice))).toMatchObject({ why: 'nameTaken' })
  })

  it('S4-098 of infrastructure, hardware or security systems the head of IT is the owner, unless another is named', async () => {
    const itHead = (await app.person('sandnes-it-sjef')).personId
    const ownerOf = (over: object, who = keeper) =>
      app.ctx(who, async (ctx) => {
        const id = newId(ctx.now)
        const asked = {
          ...emptyValues(riskFields),
          name: `Område ${id.slice(-6)}`,
          reason: 'new' as const,
          unit: ctx.actor.unitId,
          ...over,
        }
        expect(await addRisk(ctx, id, asked)).toMatchObject({ ok: true })
        return (await findRisk(ctx, id))?.values.owner
      })
    for (const area of ['infrastructure', 'hardware', 'securitySystems']) expect([area, await ownerOf({ area })]).toEqual([area, itHead])
    expect(await ownerOf({ area: 'hardware', owner: await owner() })).toBe(await owner())
    expect(await ownerOf({}, 'sandnes-leder')).not.toBe(itHead)
  })

  it('the yearly review of an analysis comes due by the clock, which reads none of it', async () => {
    const person = await owner()
    const id = await app.ctx(keeper, (ctx) => makeRisk(ctx, { owner: person }))
    const before = app.clock.now
    app.clock.now = new Date('2027-02-20T08:00:00Z')
    try {
      await reviewSweep.run(await app.round(keeper))
      expect(await openOf(id)).toContain('review.due')
    } finally {
      app.clock.now = before
    }
  })

  it('what is changed after it was read for an approval is not approved by it', async () => {
    await app.ctx(keeper, async (ctx) => {
      const id = await makeRisk(ctx, { ...wholeAnswers, owner: await owner() })
      await makeScenario(ctx, id)
      const read = await approvalsOfRisk(ctx, id)
      await makeScenario(ctx, id, { name: 'Noe nytt' })
      expect(await read?.whole(ctx)).toMatchObject({ why: 'stale' })
    })
  })

  it('who accepted what one may not read is not said on the page of the system', async () => {
    const person = await owner()
    const id = await app.ctx(keeper, async (ctx) => {
      const system = await makeSystem(ctx, { name: 'Merket system', owner: person })
      const risk = await makeRisk(ctx, { systems: [system], owner: person })
      await makeScenario(ctx, risk, { likelihood: '4', forSubjects: '4', forOrganisation: '4' })
      return { system, risk }
    })
    const accepted = await app.ctx('sandnes-systemeier', (ctx) =>
      acceptRisk(ctx, id.risk, null, { until: '2026-06-30', reason: 'Tiltak kommer.' }),
    )
    expect(accepted.ok).toBe(true)
    const page = async (slug: string) => (await (await app.as(slug)).get(`/systemer/${id.system}`)).text
    expect(await page(keeper)).toContain('Endret av')
    const theirs = await page('sandnes-ansatt')
    expect(theirs).toContain('Noe du ikke har tilgang til')
    expect(theirs).not.toContain('Endret av')
  })

  it('a part of one analysis is not written from another', async () => {
    await app.ctx(keeper, async (ctx) => {
      const [one, other] = [await makeRisk(ctx), await makeRisk(ctx)]
      const [scenario, measure] = [await makeScenario(ctx, other), await makeMeasure(ctx, other)]
      const parts = await partsIn(ctx, other)
      const [theirs] = parts.scenarios
      if (!theirs) throw new Error('no scenario')
      expect(await writeScenario(ctx, one, null, { ...theirs, id: scenario, name: 'Skrevet over' })).toMatchObject({ why: 'notFound' })
      const written = { ...emptyValues(measureFields), id: measure, name: 'Skrevet over', kind: 'technical' as const, effect: [] }
      expect(await writeMeasure(ctx, one, null, written)).toMatchObject({ why: 'notFound' })
      expect(await partsIn(ctx, other)).toEqual(parts)
    })
  })

  it('a measure is against scenarios of its own analysis, and by people who work here', async () => {
    await app.ctx(keeper, async (ctx) => {
      const [one, other] = [await makeRisk(ctx), await makeRisk(ctx)]
      const elsewhere = await makeScenario(ctx, other)
      const measure = { ...emptyValues(measureFields), id: newId(ctx.now), name: 'X', kind: 'technical' as const, effect: [] }
      expect(await writeMeasure(ctx, one, null, { ...measure, scenarios: [elsewhere] })).toMatchObject({
        why: 'notARecord',
        fields: ['scenarios'],
      })
      const foreign = (await app.person('uio-leder')).personId
      expect(await writeMeasure(ctx, one, null, { ...measure, owner: foreign })).toMatchObject({ why: 'notARecord', fields: ['owner'] })
      expect((await partsIn(ctx, one)).measures).toEqual([])
    })
  })

  it('what is refused writes nothing, and a scenario taken out is no longer what a measure is against', async () => {
    const [id, scenario] = await app.ctx(keeper, async (ctx) => {
      const risk = await makeRisk(ctx)
      return [risk, await makeScenario(ctx, risk)] as const
    })
    await app.ctx(keeper, (ctx) => makeMeasure(ctx, id, { scenarios: [scenario] }))
    expect(await app.ctx('sandnes-ansatt', (ctx) => takeOutScenario(ctx, id, null, scenario))).toMatchObject({ why: 'notAllowed' })
    expect(await app.ctx(keeper, (ctx) => takeOutScenario(ctx, id, 1, scenario))).toMatchObject({ why: 'stale' })
    expect((await app.ctx(keeper, (ctx) => partsIn(ctx, id))).scenarios).toHaveLength(1)
    expect(await app.ctx(keeper, (ctx) => takeOutScenario(ctx, id, null, scenario))).toMatchObject({ ok: true })
    expect((await app.ctx(keeper, (ctx) => partsIn(ctx, id))).measures[0]?.scenarios).toEqual([])
  })

  it('S4-005 each version holds what the scenarios and measures said then', async () => {
    const id = await app.ctx(keeper, async (ctx) => {
      const risk = await makeRisk(ctx)
      await makeScenario(ctx, risk, { name: 'Først' })
      await makeMeasure(ctx, risk, { name: 'Så' })
      return risk
    })
    const versions = await app.ctx(keeper, (ctx) =>
      ctx.tx
        .selectFrom('record_version')
        .select(['version', 'content'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', id)
        .orderBy('version')
        .execute(),
    )
    const said = versions.map(({ content }) => JSON.stringify(content))
    expect(said.map((one) => [one.includes('Først'), one.includes('"Så"')])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ])
  })

  it('an acceptance that ends within a month is a task of the risk owner again, once', async () => {
    const person = await owner()
    const id = await app.ctx(keeper, async (ctx) => {
      const risk = await makeRisk(ctx, { ...wholeAnswers, owner: person })
      await makeScenario(ctx, risk, { likelihood: '5', forSubjects: '5' })
      return risk
    })
    expect(await openOf(id)).toContain('risk.accept')
    const accepted = await app.ctx('sandnes-systemeier', (ctx) =>
      acceptRisk(ctx, id, null, { until: '2026-06-30', reason: 'Tiltak kommer.' }),
    )
    expect(accepted.ok).toBe(true)
    expect(await openOf(id)).not.toContain('risk.accept')
    const started = app.clock.now
    app.clock.now = new Date('2026-05-30T08:00:00Z')
    await riskSweep.run(await app.round(keeper))
    expect(await openOf(id)).not.toContain('risk.accept')
    app.clock.now = new Date('2026-05-31T08:00:00Z')
    await riskSweep.run(await app.round(keeper))
    await riskSweep.run(await app.round(keeper))
    expect((await openOf(id)).filter((kind) => kind === 'risk.accept')).toHaveLength(1)
    app.clock.now = started
  })

  it('S4-037 S4-119 another organisation’s analyses and those that wait do not stand in for one of the system', async () => {
    const person = await owner()
    const [system, id] = await app.ctx(keeper, async (ctx) => {
      const one = await makeSystem(ctx, { owner: person, inUse: 'no' })
      const risk = await makeRisk(ctx, { ...wholeAnswers, systems: [one] })
      await makeScenario(ctx, risk)
      return [one, risk] as const
    })
    const asks = (deed: 'use' | 'review') =>
      app.ctx(keeper, async (ctx) => demandsOfSystem(ctx, await risksOf(ctx, 'systems_ids', system), deed))
    expect(await asks('use')).toMatchObject({ why: 'notAssessed' })
    expect(await asks('review')).toMatchObject({ why: 'rosNotReviewed' })
    const told = async (slug: string) =>
      (await app.ctx(slug, (ctx) => risksOf(ctx, 'systems_ids', system))).map((line) => [line.id, line.status])
    expect(await told(keeper)).toEqual([[id, 'draft']])
    expect((await app.ctx(keeper, (ctx) => approveRisk(ctx, id, null))).ok).toBe(true)
    expect(await told(keeper)).toEqual([[id, 'approved']])
    expect([await asks('use'), await asks('review')]).toEqual([null, null])
    expect(await told('uio-administrator')).toEqual([])
  })
})
