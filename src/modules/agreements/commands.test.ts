import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { timelineOf } from '../audit/public.ts'
import { tell } from '../messages/public.ts'
import { units } from '../people/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { reviewSweep } from '../reviews/jobs.ts'
import { approveRisk } from '../risks/commands.ts'
import { makeRisk, makeScenario, wholeAnswers as wholeAnalysis } from '../risks/factory.ts'
import { makeSupplier } from '../suppliers/factory.ts'
import { missingSweep } from '../system-life/jobs.ts'
import { makeSystem } from '../systems/factory.ts'
import { editSystem, findSystem } from '../systems/public.ts'
import { taskSweep, tasksOf } from '../tasks/public.ts'
import {
  addAgreement,
  editAgreement,
  endAgreement,
  enterAgreement,
  renewAgreement,
  saveAudit,
  saveSubProcessor,
  signAgreement,
} from './commands.ts'
import { makeAgreement, makeInForce, restsOn } from './factory.ts'
import { wholeAnswers } from './factory-answers.ts'
import { agreementFields, auditFields, subProcessorFields } from './fields.ts'
import { sweepAgreements } from './jobs.ts'
import { agreementsWith, auditsOf, findAgreement, lateAudits, subProcessorsOf, waitingAgreements } from './queries.ts'
import { processedActivities, processedSystems, processingSuppliers } from './queries-coverage.ts'

describeExample('agreements: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const officer = 'sandnes-personvernombud'
  const blank = { ...emptyValues(agreementFields), ourRole: 'controller' as const }
  const signature = { signatory: 'Kommunedirektør', signedOn: '2026-02-01' }
  const open = async (ctx: Ctx, id: string) =>
    (await tasksOf(ctx, id)).filter(({ kind, status }) => status === 'open' && kind.startsWith('agreement.')).map(({ kind }) => kind)

  it('S2-42 a processing with an external party and no agreement is missing one, and has one when it covers it', async () => {
    await app.ctx(officer, async (ctx) => {
      const supplier = await makeSupplier(ctx, { name: 'Utenfor AS' })
      const id = await makeProcessing(ctx, { name: 'Med ekstern', processedBy: [supplier] })
      const now = async () => (await processedActivities(ctx, id)).map(({ coverage, by }) => [by.name, coverage])
      expect(await now()).toEqual([['Utenfor AS', 'missing']])
      const draft = await makeAgreement(ctx, { supplier })
      expect(await now()).toEqual([['Utenfor AS', 'draft']])
      await makeInForce(ctx, { supplier })
      expect(await now()).toEqual([['Utenfor AS', 'notCovered']])
      await makeInForce(ctx, { supplier, processings: [id] })
      expect(await now()).toEqual([['Utenfor AS', 'covered']])
      expect((await agreementsWith(ctx, supplier)).map((one) => one.id)).toContain(draft)
    })
  })

  it('S2-42 a system whose supplier processes personal data is missing one, and a party named in text alone as well', async () => {
    const supplier = await app.ctx(officer, (ctx) => makeSupplier(ctx, { name: 'Systemhuset' }))
    const plain = await app.ctx(officer, (ctx) => makeSupplier(ctx, { name: 'Kontorrekvisita', processesData: 'no' }))
    const [system, other] = await app.ctx('sandnes-administrator', async (ctx) => [
      await makeSystem(ctx, { name: 'Fagsystemet', suppliedBy: supplier }),
      await makeSystem(ctx, { name: 'Skriveren', suppliedBy: plain }),
    ])
    await app.ctx(officer, async (ctx) => {
      expect((await processedSystems(ctx, system)).map(({ coverage }) => coverage)).toEqual(['missing'])
      expect(await processedSystems(ctx, other)).toEqual([])
      await makeInForce(ctx, { supplier, systems: [system ?? ''] })
      expect((await processedSystems(ctx, system)).map(({ coverage }) => coverage)).toEqual(['covered'])
      const text = await makeProcessing(ctx, { name: 'Bare tekst', processors: 'Den gamle leverandøren' })
      expect(await processedActivities(ctx, text)).toMatchObject([
        { by: { id: null, name: 'Den gamle leverandøren' }, coverage: 'missing' },
      ])
      for (const [n, processors] of ['Ingen', 'Ikke relevant', 'ingen.'].entries())
        expect(await processedActivities(ctx, await makeProcessing(ctx, { name: `Uten ${n}`, processors }))).toEqual([])
    })
  })

  it('S4-108 a supplier that processes personal data without an agreement in force is in the list of what is missing', async () => {
    await app.ctx(officer, async (ctx) => {
      const supplier = await makeSupplier(ctx, { name: 'Uten avtale' })
      const plain = await makeSupplier(ctx, { name: 'Uten opplysninger', processesData: 'no' })
      const stands = async () => (await processingSuppliers(ctx)).find(({ id }) => id === supplier)?.coverage
      expect(await stands()).toBe('missing')
      expect((await processingSuppliers(ctx)).some(({ id }) => id === plain)).toBe(false)
      const id = await makeInForce(ctx, { supplier, endsOn: '2026-12-31' })
      expect(await stands()).toBe('covered')
      await endAgreement(ctx, id, null, { endedOn: '2026-03-02', endReason: 'terminated' })
      expect(await stands()).toBe('missing')
    })
  })

  it('S2-43 both who sign at the same time are heard, and a double press signs once', async () => {
    const id = await app.ctx(officer, async (ctx) => makeAgreement(ctx, { ...wholeAnswers, supplier: await makeSupplier(ctx) }))
    const of = await app.ctx(officer, (ctx) => restsOn(ctx, id))
    const sign = (party: 'ours' | 'theirs', who = signature) => app.ctx(officer, (ctx) => signAgreement(ctx, id, of, party, who))
    expect((await Promise.all([sign('ours'), sign('theirs')])).map(({ ok }) => ok)).toEqual([true, true])
    expect(await sign('ours')).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(await sign('ours', { ...signature, signatory: 'En annen' })).toMatchObject({ ok: false, why: 'signedAlready' })
    const twice = await Promise.all([1, 2].map(() => app.ctx(officer, (ctx) => enterAgreement(ctx, id, 3))))
    expect(twice.map((one) => (one.ok ? 'inForce' : one.why)).sort()).toEqual(['inForce', 'stale'])
    const said = await app.ctx(officer, (ctx) => timelineOf(ctx, id))
    expect(said.filter(({ type }) => type === 'agreement.signed').length).toBe(2)
  })

  it('what is changed while somebody signs is not signed', async () => {
    await app.ctx(officer, async (ctx) => {
      const supplier = await makeSupplier(ctx)
      const id = await makeAgreement(ctx, {
        ...wholeAnswers,
        supplier,
        subProcessing: 'general',
        subProcessorNoticeDays: 30,
        subProcessorDuties: 'yes',
      })
      const read = await restsOn(ctx, id)
      const line = { ...emptyValues(subProcessorFields), name: 'Under AS', country: 'Irland', inEea: 'yes' as const }
      expect((await saveSubProcessor(ctx, id, 1, newId(ctx.now), line)).ok).toBe(true)
      expect(await signAgreement(ctx, id, read, 'ours', signature)).toMatchObject({ ok: false, why: 'stale' })
      expect((await signAgreement(ctx, id, await restsOn(ctx, id), 'ours', signature)).ok).toBe(true)
    })
  })

  it('the database itself takes no agreement in force with one signature', async () => {
    const id = await app.ctx(officer, async (ctx) => makeAgreement(ctx, { supplier: await makeSupplier(ctx) }))
    await expect(
      app.ctx(officer, (ctx) =>
        sql`update agreement set status = 'inForce', our_signed_on = '2026-02-01' where id = ${id}`.execute(ctx.tx),
      ),
    ).rejects.toThrow(/check/)
  })

  it('another organisation’s supplier, system or activity is not to be had', async () => {
    const [supplier, processing] = await app.ctx('uio-personvernombud', async (ctx) => [
      await makeSupplier(ctx, { name: 'Deres leverandør' }),
      await makeProcessing(ctx, { name: 'Deres behandling' }),
    ])
    await app.ctx(officer, async (ctx) => {
      expect(await addAgreement(ctx, newId(ctx.now), { ...blank, name: 'Fremmed', supplier: supplier ?? '' })).toMatchObject({
        ok: false,
        why: 'notARecord',
        fields: ['supplier'],
      })
      const id = await makeAgreement(ctx)
      const stands = await findAgreement(ctx, id)
      if (!stands) throw new Error('gone')
      expect(await editAgreement(ctx, id, 1, { ...stands.values, processings: [processing ?? ''] })).toMatchObject({
        ok: false,
        why: 'notARecord',
        fields: ['processings'],
      })
    })
  })

  it('S4-121 a renewal is a draft with the same answers; when it is in force the old one ends, and its data go on', async () => {
    await app.ctx(officer, async (ctx) => {
      const supplier = await makeSupplier(ctx)
      const id = await makeInForce(ctx, { name: 'Den gamle avtalen', supplier, archiveReference: '25/1', endsOn: '2026-03-30' })
      const line = { ...emptyValues(subProcessorFields), name: 'Under AS', country: 'Irland', inEea: 'yes' as const }
      expect(await saveSubProcessor(ctx, id, null, newId(ctx.now), line)).toMatchObject({ why: 'noSubProcessors' })
      const next = newId(ctx.now)
      expect(await renewAgreement(ctx, id, next)).toMatchObject({
        ok: true,
        next: { values: { name: 'Den gamle avtalen 2026', replaces: id } },
      })
      expect(await renewAgreement(ctx, id, next)).toMatchObject({ ok: false, why: 'nothingChanged' })
      const another = newId(ctx.now)
      expect(await renewAgreement(ctx, id, another)).toMatchObject({ next: { values: { name: 'Den gamle avtalen 2026 (2)' } } })
      for (const party of ['ours', 'theirs'] as const) await signAgreement(ctx, next, await restsOn(ctx, next), party, signature)
      expect((await findAgreement(ctx, id))?.values.status).toBe('inForce')
      expect((await enterAgreement(ctx, next, null)).ok).toBe(true)
      expect((await findAgreement(ctx, id))?.values).toMatchObject({ status: 'ended', endReason: 'replaced' })
      expect(await open(ctx, id)).toEqual([])
    })
  })

  it('S4-121 the clock reminds of one that runs out, and of a planned audit', async () => {
    const [ends, audited] = await app.ctx(officer, async (ctx) => {
      const supplier = await makeSupplier(ctx)
      const audited = await makeInForce(ctx, { supplier, archiveReference: '26/2', auditEveryMonths: 12 })
      await saveAudit(ctx, audited, null, newId(ctx.now), newId(ctx.now), { ...emptyValues(auditFields), plannedOn: '2026-06-01' })
      return [await makeInForce(ctx, { supplier, archiveReference: '26/1', endsOn: '2026-06-20' }), audited] as const
    })
    expect(await app.ctx(officer, (ctx) => open(ctx, ends))).toEqual([])
    const before = app.clock.now
    app.clock.now = new Date('2026-05-05T08:00:00Z')
    try {
      await sweepAgreements(await app.round(officer))
      expect(await app.ctx(officer, (ctx) => open(ctx, ends))).toEqual(['agreement.ends'])
      expect(await app.ctx(officer, (ctx) => open(ctx, audited))).toEqual(['agreement.audit'])
      app.clock.now = new Date('2026-06-02T08:00:00Z')
      await app.ctx(officer, async (ctx) => {
        expect((await lateAudits(ctx)).map(({ id }) => id)).toEqual([audited])
        const [planned] = await auditsOf(ctx, audited)
        const held = { ...emptyValues(auditFields), plannedOn: '2026-06-01', heldOn: '2026-06-02', finding: 'I orden' }
        const version = (await findAgreement(ctx, audited))?.version ?? 0
        expect((await saveAudit(ctx, audited, version, planned?.id ?? '', newId(ctx.now), held)).ok).toBe(true)
        expect((await auditsOf(ctx, audited)).map(({ values }) => [values.plannedOn, values.heldOn])).toEqual([
          ['2026-06-01', '2026-06-02'],
          ['2027-06-02', null],
        ])
        expect(await lateAudits(ctx)).toEqual([])
      })
    } finally {
      app.clock.now = before
    }
  })

  it('S4-121 an agreement is to be reviewed a year after it was registered, and whoever follows it up is reminded before the day', async () => {
    const { personId } = await app.person('sandnes-systemeier')
    const id = await app.ctx(officer, (ctx) => makeAgreement(ctx, { name: 'Til gjennomgang', responsible: personId }))
    expect((await (await app.as(officer)).get(`/databehandleravtaler/${id}`)).text).toContain('2. mars 2027')
    const before = app.clock.now
    try {
      app.clock.now = new Date('2027-02-10T08:00:00Z')
      await reviewSweep.run(await app.round(officer))
      const due = await app.ctx(officer, async (ctx) => (await tasksOf(ctx, id)).filter(({ kind }) => kind === 'review.due'))
      expect(due).toMatchObject([{ personId, status: 'open', dueAt: new Date('2027-03-02T23:00:00Z') }])
      app.clock.now = new Date('2027-02-20T08:00:00Z')
      await taskSweep(tell).run(await app.round(officer))
      const reminded = (await app.ctx(officer, (ctx) => timelineOf(ctx, id))).filter(({ type }) => type === 'task.reminded')
      expect(reminded.map(({ data }) => data)).toMatchObject([{ kind: 'review.due' }])
      expect((await (await app.as('sandnes-systemeier')).get('/varsler')).text).toContain('10 dager igjen: Gjennomgå (Databehandleravtale)')
    } finally {
      app.clock.now = before
    }
  })

  it('S4-101 the tasks of a system’s agreement that nobody is named for are the system owner’s', async () => {
    const { personId: owner } = await app.person('sandnes-systemeier')
    const id = await app.ctx(officer, async (ctx) => {
      const [system, supplier] = [await makeSystem(ctx, { owner }), await makeSupplier(ctx, { name: 'Eid drift AS' })]
      return makeInForce(ctx, { ...wholeAnswers, name: 'Eid avtale', supplier, systems: [system], responsible: null })
    })
    const open = await app.ctx(officer, (ctx) => tasksOf(ctx, id))
    expect(open.filter(({ kind }) => kind === 'agreement.archive')).toMatchObject([{ personId: owner, status: 'open' }])
  })

  it('S4-101 what a system lacks is its owner’s task until it is there: the risk analysis and the agreement', async () => {
    const [{ personId: owner }, { personId: next }] = [await app.person('sandnes-systemeier'), await app.person('sandnes-leder')]
    const itHead = 'sandnes-it-sjef'
    const [supplier, repairs] = await app.ctx(officer, async (ctx) => [
      await makeSupplier(ctx, { name: 'Mangler avtale AS' }),
      await makeSupplier(ctx, { name: 'Ser ingen data AS', processesData: 'no' }),
    ])
    const registered = { inUse: 'no', dataKinds: ['health'] } as const
    const id = await app.ctx(itHead, (ctx) => makeSystem(ctx, { ...registered, owner, suppliedBy: supplier }))
    const lacking = async (system: string) =>
      (await app.ctx(officer, (ctx) => tasksOf(ctx, system)))
        .filter(({ kind, status }) => kind.startsWith('life.') && status === 'open')
        .map(({ kind, personId }) => [kind, personId])
    const both = (person: string) => [
      ['life.agreement', person],
      ['life.analysis', person],
    ]
    expect((await lacking(id)).sort()).toEqual(both(owner))
    expect((await (await app.as('sandnes-systemeier')).get('/oppgaver')).text).toContain('Få på plass databehandleravtale')
    // Nobody has what nobody owns; a supplier that processes nothing needs no agreement.
    expect(await lacking(await app.ctx(itHead, (ctx) => makeSystem(ctx, { ...registered, suppliedBy: supplier })))).toEqual([])
    const other = await app.ctx(itHead, (ctx) => makeSystem(ctx, { ...registered, owner, suppliedBy: repairs }))
    expect(await lacking(other)).toEqual([['life.analysis', owner]])
    const page = (await (await app.as('sandnes-systemeier')).get(`/systemer/${other}`)).text
    expect(page).toMatch(/Databehandleravtale er på plass(?:(?!<\/li>).)*Ikke aktuelt/s)
    expect(page).toMatch(/Årlig gjennomgang er gjort(?:(?!<\/li>).)*Ikke gjort ennå/s)
    await app.ctx(itHead, async (ctx) => {
      const values = (await findSystem(ctx, id))?.values
      if (!values) throw new Error('no system')
      await editSystem(ctx, id, null, { ...values, owner: next })
    })
    expect((await lacking(id)).sort()).toEqual(both(next))
    await app.ctx(officer, async (ctx) => {
      const risk = await makeRisk(ctx, { ...wholeAnalysis, owner: next, systems: [id] })
      await makeScenario(ctx, risk)
      expect(await approveRisk(ctx, risk, null)).toMatchObject({ ok: true })
    })
    expect(await lacking(id)).toEqual([['life.agreement', next]])
    // It is signed before the system is in use.
    const agreement = await app.ctx(officer, (ctx) =>
      makeInForce(ctx, { ...wholeAnswers, name: 'Ny avtale', supplier, systems: [id], responsible: null }),
    )
    expect(await lacking(id)).toEqual([])
    await app.ctx(officer, (ctx) => endAgreement(ctx, agreement, null, { endedOn: '2026-03-01', endReason: 'terminated' }))
    expect(await lacking(id)).toEqual([['life.agreement', next]])
    // What was there before anybody had it as a task: found by the clock.
    await app.ctx(officer, (ctx) =>
      ctx.tx
        .updateTable('task')
        .set({ status: 'dropped', ended_at: ctx.now })
        .where('subject_id', '=', id)
        .where('status', '=', 'open')
        .execute(),
    )
    await missingSweep.run(await app.round(officer))
    expect(await lacking(id)).toEqual([['life.agreement', next]])
  })

  it('S4-121 one that has ended is reviewed no more', async () => {
    const id = await app.ctx(officer, (ctx) =>
      makeSupplier(ctx, { name: 'Sagt opp AS' }).then((supplier) => makeInForce(ctx, { ...wholeAnswers, name: 'Sagt opp', supplier })),
    )
    const planned = () =>
      app.ctx(
        officer,
        async (ctx) =>
          (
            await ctx.tx
              .selectFrom('review_plan')
              .select('id')
              .where('organisation_id', '=', ctx.actor.organisationId)
              .where('subject_id', '=', id)
              .execute()
          ).length,
      )
    expect(await planned()).toBe(1)
    const day = app.clock.now.toISOString().slice(0, 10)
    expect(await app.ctx(officer, (ctx) => endAgreement(ctx, id, null, { endedOn: day, endReason: 'terminated' }))).toMatchObject({
      ok: true,
    })
    expect(await planned()).toBe(0)
  })

  it('S4-112 in force without an archive reference waits, and no longer when it has one', async () => {
    await app.ctx(officer, async (ctx) => {
      const id = await makeInForce(ctx, { supplier: await makeSupplier(ctx) })
      const waits = async () => (await waitingAgreements(ctx, 90)).some((one) => one.id === id)
      expect([await waits(), await open(ctx, id)]).toEqual([true, ['agreement.archive']])
      const stands = await findAgreement(ctx, id)
      if (!stands) throw new Error('gone')
      expect((await editAgreement(ctx, id, stands.version, { ...stands.values, archiveReference: '26/77' })).ok).toBe(true)
      expect([await waits(), await open(ctx, id)]).toEqual([false, []])
    })
  })

  it('lines belong to one agreement in one organisation', async () => {
    const line = { ...emptyValues(subProcessorFields), name: 'Vår', country: 'Norge', inEea: 'yes' as const }
    const key = newId(new Date())
    const [mine, theirs] = [
      await app.ctx(officer, (ctx) => makeAgreement(ctx, { subProcessing: 'general' })),
      await app.ctx('uio-personvernombud', (ctx) => makeAgreement(ctx, { subProcessing: 'general' })),
    ]
    await app.ctx(officer, (ctx) => saveSubProcessor(ctx, mine, 1, key, line))
    await app.ctx('uio-personvernombud', async (ctx) => {
      expect(await saveSubProcessor(ctx, mine, 1, key, line)).toMatchObject({ ok: false, why: 'notFound' })
      expect((await saveSubProcessor(ctx, theirs, 1, key, { ...line, name: 'Deres' })).ok).toBe(true)
    })
    expect((await app.ctx(officer, (ctx) => subProcessorsOf(ctx, mine))).map(({ values }) => values.name)).toEqual(['Vår'])
    expect(await inOrganisations(db(), [], (tx) => tx.selectFrom('agreement').select('id').execute())).toEqual([])
  })

  it('S2-41 the missing are listed by the unit that answers for the processing', async () => {
    await app.ctx(officer, async (ctx) => {
      const unit = (await units(ctx)).find(({ name }) => name === 'Hjemmetjenesten')?.id ?? null
      const supplier = await makeSupplier(ctx)
      const id = await makeProcessing(ctx, { name: 'Pasientvarsling', unit, processedBy: [supplier] })
      expect((await processedActivities(ctx)).find((one) => one.id === id)).toMatchObject({ unit, coverage: 'missing' })
    })
  })
})
