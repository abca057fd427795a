import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { removeCamera } from '../cameras/commands.ts'
import { makeCamera } from '../cameras/factory.ts'
import { reference } from '../deviation/deviation.ts'
import { makeReport } from '../deviation/factory.ts'
import { mergeCases } from '../deviation/merging/commands.ts'
import { noFilter } from '../deviation/overview/worklist.ts'
import { sendReport } from '../deviation/report/commands.ts'
import { countDeviations } from '../deviation/statistics/queries.ts'
import { makeAudit, makeFinding, makeInspection, makeRequirement } from '../internal-control/factory.ts'
import { sources } from '../internal-control/fields.ts'
import { addUnit, giveRole, units } from '../people/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeRisk } from '../risks/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { addZone } from '../zones/commands.ts'
import { zoneFields } from '../zones/fields.ts'
import type { Pack } from './annual-wheel.ts'
import { addDpoReport, approveReview, deliverReport, editDecision, editReview, freezeByHand } from './commands.ts'
import { makeDecision, makeReview, wholeMinutes } from './factory.ts'
import { dpoReportFields } from './fields.ts'
import { managementSweep } from './jobs.ts'
import { casesOfReport, decisionsOf, findDecision, findReview, packOfReview, reviewClock } from './queries.ts'
import { packFor } from './queries-pack.ts'
import { wheelEntries } from './queries-wheel.ts'

describeExample('annual wheel: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  const dpo = 'sandnes-personvernombud'
  const director = 'sandnes-kommunedirektor'
  const inside = new Date('2026-02-10T09:00:00Z')
  const outside = new Date('2025-11-10T09:00:00Z')
  const period = { from: '2026-01-01', to: '2026-02-28' }
  /** The same deed before the period and in it. */
  const twice = async (slug: string, deed: (ctx: Ctx, name: string) => Promise<unknown>) => {
    for (const [at, name] of [
      [outside, 'Utenfor'],
      [inside, 'Innenfor'],
    ] as const)
      await app.ctx(slug, (ctx) => deed({ ...ctx, now: at }, name))
  }
  const pack = (): Promise<Pack> => app.ctx(ciso, (ctx) => packFor(ctx, newId(ctx.now), period))
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)

  it('S4-176 only the audits held in the period are in the pack, with results and conclusions', async () => {
    await twice(ciso, (ctx, name) =>
      makeAudit(ctx, { name, heldOn: name === 'Innenfor' ? '2026-02-10' : '2025-11-10', results: 'To funn', conclusions: 'Godt nok' }),
    )
    const { audits } = await pack()
    expect(names(audits)).toEqual(['Innenfor'])
    expect(audits[0]).toMatchObject({ results: 'To funn', conclusions: 'Godt nok', open: 0 })
    await app.ctx(ciso, (ctx) =>
      makeFinding(ctx, audits[0]?.id ?? '', { grade: 'minor', action: 'Rydd', owner: ctx.actor.personId, dueOn: '2026-06-01' }),
    )
    expect((await pack()).audits[0]).toMatchObject({ grades: [{ key: 'minor', count: 1 }], open: 1 })
  })

  it('S4-177 S4-182 deviations are counted as the register has them; only technical incidents of the period are listed', async () => {
    const unit = await app.ctx(ciso, async (ctx) => (await units(ctx))[0]?.id ?? null)
    const send = (at: Date, categories: readonly string[], more = {}) =>
      app.ctx('sandnes-ansatt', (ctx) =>
        sendReport(
          { ...ctx, now: at },
          newId(at),
          'form',
          makeReport({
            ...{
              affectedUnit: unit,
              affectedLeader: null,
              categories: categories as never,
              discoveredAt: new Date(at.getTime() - 3_600_000),
            },
            ...{ whatHappened: `Noe skjedde ${at.toISOString()} ${categories.join()}` },
            ...more,
          }),
        ),
      )
    const before = await pack()
    expect((await send(outside, ['THEFT_HACKING'])).ok).toBe(true)
    expect((await send(inside, ['THEFT_HACKING'])).ok).toBe(true)
    expect((await send(inside, ['LOST_ITEM'])).ok).toBe(true)
    const { deviations, incidents } = await pack()
    // The register's own count, of those who see it: the manager sees all of these, so the numbers agree.
    const registered = async (slug: string) => (await app.ctx(slug, (ctx) => countDeviations(ctx, { ...noFilter, ...period }))).total
    const seen = await registered(ciso)
    expect([deviations.total, deviations.total - before.deviations.total]).toEqual([seen, 2])
    // Each of the numbers, and not only their sum.
    const { by } = await app.ctx(ciso, (ctx) => countDeviations(ctx, { ...noFilter, ...period }))
    expect(new Map(deviations.categories.map(({ key, count }) => [key, count]))).toEqual(by.category)
    const closed = (await app.ctx(ciso, (ctx) => countDeviations(ctx, { ...noFilter, ...period, status: 'closed' }))).total
    expect([deviations.closed, deviations.open]).toEqual([closed, seen - closed])
    // One that goes to the service desk alone is counted, and the paper says why the register of whoever reads it may have fewer.
    expect((await send(inside, ['LOST_ITEM'], { caseType: 'itEquipment', personalData: 'no' })).ok).toBe(true)
    expect([(await pack()).deviations.total, await registered(ciso)]).toEqual([seen + 1, seen])
    // One incident that two reported is one, there as in the register.
    const [one, other] = [await send(inside, ['LOST_ITEM']), await send(inside, ['LOST_ITEM'])]
    if (!one.ok || !other.ok) throw new Error('not sent')
    expect((await pack()).deviations.total).toBe(seen + 3)
    expect((await app.ctx(dpo, (ctx) => mergeCases(ctx, one.next.id, null, reference(other.next) ?? ''))).ok).toBe(true)
    expect([(await pack()).deviations.total, await registered(ciso)]).toEqual([seen + 2, seen + 1])
    // The first and the last day are of the period, to the minute; the day before and the day after are not.
    const edges = ['2025-12-31T22:59:00Z', '2025-12-31T23:00:00Z', '2026-02-28T22:59:00Z', '2026-02-28T23:00:00Z']
    for (const [nth, at] of edges.entries())
      expect((await send(new Date(at), ['LOST_ITEM'], { whatHappened: `Ved grensa ${nth}` })).ok).toBe(true)
    expect([(await pack()).deviations.total, await registered(ciso)]).toEqual([seen + 4, seen + 3])
    const paper = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Tallene', periodFrom: period.from, periodTo: period.to }))
    const page = (await (await app.as(ciso)).get(`/ledelsens-gjennomgang/${paper}`)).text
    expect(page).toContain('Alle avvik er talt med, også de du ikke har tilgang til.')
    expect(deviations.open).toBe(deviations.total - deviations.closed)
    expect(incidents).toMatchObject([{ categories: ['THEFT_HACKING'], receivedOn: '2026-02-10', status: 'received' }])
  })

  it('S4-178 only the inspections of the period are in the pack', async () => {
    await twice(ciso, (ctx, name) => makeInspection(ctx, { name, heldOn: name === 'Innenfor' ? '2026-02-10' : '2025-11-10' }))
    expect(names((await pack()).inspections)).toEqual(['Innenfor'])
  })

  it('S4-015 S4-179 requirements that changed in the period are told, and all that are in force, of every source', async () => {
    await twice(ciso, (ctx, name) => makeRequirement(ctx, { name: `${name} krav` }))
    for (const source of sources) await app.ctx(ciso, (ctx) => makeRequirement({ ...ctx, now: outside }, { name: `Fra ${source}`, source }))
    const { requirements } = await pack()
    expect(requirements.changed).toMatchObject([{ name: 'Innenfor krav', what: 'added' }])
    expect(new Set(requirements.inForce.map(({ source }) => source))).toEqual(new Set(sources))
  })

  it('S4-180 only the processing activities that are new, changed or ended in the period are told', async () => {
    await twice(dpo, (ctx, name) => makeProcessing(ctx, { name }))
    expect((await pack()).processings).toMatchObject([{ name: 'Innenfor', what: 'added' }])
  })

  it('S4-181 only the analyses of the period are told, with their highest risks', async () => {
    await twice(ciso, (ctx, name) => makeRisk(ctx, { name }))
    expect(names((await pack()).risks.all)).toEqual(['Innenfor'])
  })

  it('S4-183 only the units and roles that changed in the period are told, and nobody by name', async () => {
    const person = await app.person('sandnes-ansatt')
    await twice('sandnes-administrator', async (ctx, name) => {
      const top = (await units(ctx))[0]?.id ?? null
      await addUnit(ctx, { name, kind: 'unit', researchPortal: null, researchPortalPeople: [], parent: top, leader: null })
      if (name === 'Innenfor') await giveRole(ctx, person.personId, null, { role: 'superUser', unitId: null, from: '2026-02-10', to: null })
    })
    const { organisation } = await pack()
    expect(names(organisation.units)).toEqual(['Innenfor'])
    expect(organisation.roles).toEqual([{ role: 'superUser', given: 1, ended: 0 }])
  })

  it('S4-185 says what is done, planned and late in the year, and what earlier reviews decided that is not done', async () => {
    const review = await app.ctx(ciso, (ctx) => makeReview(ctx))
    const decision = await app.ctx(ciso, (ctx) => makeDecision(ctx, review))
    const { plans } = await pack()
    expect(plans.decisions).toMatchObject([{ id: decision, name: 'Rydd i tilganger', dueOn: '2026-06-01' }])
    expect(plans.done).toBeGreaterThan(0)
    expect(plans.openFindings).toBe(1)
    await app.ctx(ciso, async (ctx) => {
      const stands = (await findDecision(ctx, decision))?.values
      if (!stands) throw new Error('gone')
      const open = async () => (await tasksOf(ctx, decision)).filter(({ status }) => status === 'open')
      expect(await open()).toMatchObject([{ kind: 'management_decision.follow', personId: ctx.actor.personId }])
      expect((await editDecision(ctx, decision, 1, { ...stands, closedOn: '2026-03-02', outcome: 'Ryddet' })).ok).toBe(true)
      expect(await open()).toEqual([])
      expect(await decisionsOf(ctx, null, 'openOfOthers')).toEqual([])
    })
  })

  it('the papers are frozen by the clock on the day of the meeting, and what happens after is not in them', async () => {
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Fryses', heldOn: '2026-03-03', periodTo: '2026-03-31' }))
    await managementSweep.run(await app.round(ciso))
    expect(await app.ctx(ciso, (ctx) => packOfReview(ctx, id))).toBeNull()
    app.clock.now = new Date('2026-03-03T08:00:00Z')
    await managementSweep.run(await app.round(ciso))
    const frozen = await app.ctx(ciso, (ctx) => packOfReview(ctx, id))
    await app.ctx(ciso, (ctx) => makeInspection(ctx, { name: 'Etterpå', heldOn: '2026-03-03' }))
    await managementSweep.run(await app.round(ciso))
    expect(await app.ctx(ciso, (ctx) => packOfReview(ctx, id))).toEqual(frozen)
    expect(names(frozen?.inspections ?? [])).not.toContain('Etterpå')
    await app.ctx(ciso, async (ctx) => {
      const stands = (await findReview(ctx, id))?.values
      if (!stands) throw new Error('gone')
      expect(await editReview(ctx, id, null, { ...stands, periodTo: '2026-04-30' })).toMatchObject({ why: 'frozen' })
      expect(await freezeByHand(ctx, id)).toMatchObject({ why: 'nothingChanged' })
    })
    expect(await app.ctx('sandnes-ansatt', (ctx) => freezeByHand(ctx, id))).toMatchObject({ why: 'notFound' })
  })

  it('S4-184 what has happened to premises and cameras in the period, and how they stand on the day, is in the pack, and frozen with it', async () => {
    await twice(ciso, (ctx, name) =>
      addZone(ctx, newId(ctx.now), { ...emptyValues(zoneFields), name: `${name} arkiv`, protection: 'restricted', inUse: 'yes' }),
    )
    const camera = await app.ctx('sandnes-leder', (ctx) => makeCamera({ ...ctx, now: inside }, { name: 'Inngangen' }))
    const before = (await pack()).premises
    expect(names(before?.zonesChanged ?? [])).toEqual(['Innenfor arkiv'])
    expect(before?.camerasChanged).toMatchObject([{ name: 'Inngangen', what: 'added', status: 'planned' }])
    const inUse = before?.zones.find(({ key }) => key === 'restricted')?.count ?? 0
    expect(inUse).toBeGreaterThanOrEqual(2)
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Med lokaler', periodFrom: period.from, periodTo: period.to }))
    expect((await app.ctx(ciso, (ctx) => freezeByHand(ctx, id))).ok).toBe(true)
    // What happens afterwards is not in what was frozen.
    await app.ctx('sandnes-leder', (ctx) => removeCamera({ ...ctx, now: inside }, camera, null))
    expect((await pack()).premises?.camerasChanged).toMatchObject([{ name: 'Inngangen', what: 'removed', status: 'removed' }])
    const kept = (await app.ctx(ciso, (ctx) => packOfReview(ctx, id)))?.premises
    expect(kept).toEqual(before)
    const page = (await (await app.as(ciso)).get(`/ledelsens-gjennomgang/${id}`)).text
    for (const said of ['Innenfor arkiv', 'Inngangen', 'Ikke godkjent', 'Bare de som trenger det i jobben']) expect(page).toContain(said)
    expect(page).not.toContain('Utenfor arkiv')
  })

  it('S4-173 a year without a review is overdue and a task; approved minutes move it a year', async () => {
    const organisation = (await app.person(ciso)).organisationId
    const tasks = () =>
      app.ctx(ciso, async (ctx) =>
        (await tasksOf(ctx, organisation)).filter(({ status, kind }) => status === 'open' && kind.startsWith('management')),
      )
    app.clock.now = new Date('2027-03-10T08:00:00Z')
    await managementSweep.run(await app.round(ciso))
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['management_review.hold'])
    expect((await app.ctx(ciso, reviewClock)).due < '2027-03-10').toBe(true)
    // It is the controller's as well, and late in the year's wheel, also with a meeting planned for a later day; in the next year too.
    expect((await tasks()).map(({ roles }) => roles)).toEqual([['ciso', 'controller', 'dpo']])
    const late = async (year: number) =>
      (await app.ctx(director, (ctx) => wheelEntries(ctx, { from: `${year}-01-01`, to: `${year}-12-31` }))).filter(
        ({ kind, state }) => kind === 'managementReview' && state === 'late',
      )
    expect((await late(2027)).length).toBeGreaterThan(0)
    const before = await late(2027)
    await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Planlagt for seint', heldOn: '2027-05-01', periodTo: '2027-04-30' }))
    expect(await late(2027)).toEqual(before)
    app.clock.now = new Date('2028-01-10T08:00:00Z')
    expect((await late(2028)).map(({ day }) => day)).toContain('2028-01-01')
    app.clock.now = new Date('2027-03-10T08:00:00Z')
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { ...wholeMinutes, heldOn: '2027-03-09', periodTo: '2027-03-09' }))
    expect((await app.ctx(director, (ctx) => approveReview(ctx, id, 1))).ok).toBe(true)
    expect(await tasks()).toEqual([])
    expect(await app.ctx(ciso, reviewClock)).toEqual({ last: '2027-03-09', due: '2028-03-09' })
    expect(await app.ctx(ciso, (ctx) => packOfReview(ctx, id))).not.toBeNull()
  })

  it('S4-079 the report is marked as delivered to the management group, which is told, and its cases are frozen', async () => {
    const id = newId(app.clock.now)
    await app.ctx(dpo, async (ctx) => {
      const values = { ...emptyValues(dpoReportFields), name: 'H1', periodFrom: '2026-01-01', periodTo: '2026-06-30', summary: 'Godt' }
      await addDpoReport(ctx, id, values)
      await makeSystem(ctx)
      expect((await deliverReport(ctx, id, 1)).ok).toBe(true)
      expect((await casesOfReport(ctx, id))?.deviations).toBeGreaterThan(0)
      expect(await deliverReport(ctx, id, null)).toMatchObject({ why: 'nothingChanged' })
    })
    expect((await (await app.as('sandnes-ledergruppe')).get('/varsler')).text).toContain('har levert en rapport til ledergruppen')
  })

  it('S4-068 the management group has members, and each of them gets the papers of management’s review', async () => {
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    const directory = (await (await app.as('sandnes-ansatt')).get('/roller')).text
    const group = /Ledergruppe<\/dt><dd[^>]*>(.*?)<\/dd>/s.exec(directory)?.[1] ?? ''
    for (const member of ['Kommunedirektør, Sandnes', 'Medlem av ledergruppen, Sandnes']) expect(group).toContain(member)
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Gjennomgang for gruppen' }))
    const told = async (slug: string) => (await (await app.as(slug)).get('/varsler')).text.includes(`/ledelsens-gjennomgang/${id}`)
    expect(await told('sandnes-ledergruppe')).toBe(false)
    expect((await app.ctx(ciso, (ctx) => freezeByHand(ctx, id))).ok).toBe(true)
    for (const slug of ['sandnes-ledergruppe', 'sandnes-kommunedirektor']) expect([slug, await told(slug)]).toEqual([slug, true])
    expect(await told('sandnes-ansatt')).toBe(false)
    const member = await app.as('sandnes-ledergruppe')
    expect((await member.get(`/ledelsens-gjennomgang/${id}`)).text).toContain('Gjennomgang for gruppen')
  })
})
