import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { newId } from '../../kernel/ids.ts'
import { makeReport } from '../deviation/factory.ts'
import { sendReport } from '../deviation/report/commands.ts'
import { units } from '../people/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { approveDocument, editActivity, editDocument, sayMajorOutage } from './commands.ts'
import { makeActivity, makeAudit, makeDocument, makeRequirement } from './factory.ts'
import { sources } from './fields.ts'
import { activitiesBetween, auditsBetween, findActivity, findDocument, outageOf, requirementsInForce } from './queries.ts'

describeExample('internal control: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'

  it('S4-015 a requirement of each of the four sources can be stored', async () => {
    await app.ctx(ciso, async (ctx) => {
      for (const source of sources)
        await makeRequirement(ctx, { name: `Krav fra ${source}`, source, measures: source === 'law' ? 'Logging' : null })
      await makeRequirement(ctx, { name: 'Gammelt krav', inForce: 'no' })
      expect((await requirementsInForce(ctx)).map(({ source, measures }) => [source, measures])).toEqual([
        ['law', true],
        ['contract', false],
        ['privacy', false],
        ['ethics', false],
      ])
    })
  })

  it('an activity that comes again is there for the next year when it is done', async () => {
    await app.ctx(ciso, async (ctx) => {
      const id = await makeActivity(ctx, { name: 'Øvelse', kind: 'exercise', dueOn: '2026-05-01', every: '12' })
      const stands = (await findActivity(ctx, id))?.values
      if (!stands) throw new Error('gone')
      await editActivity(ctx, id, 1, { ...stands, doneOn: localDate(ctx.now), outcome: 'Øvd' })
      const next = (await activitiesBetween(ctx, '2027-01-01', '2027-12-31')).filter(({ values }) => values.name === 'Øvelse')
      expect(next).toMatchObject([{ values: { dueOn: '2027-05-01', doneOn: null } }])
      expect((await tasksOf(ctx, id)).filter(({ status }) => status === 'open')).toEqual([])
      expect((await tasksOf(ctx, next[0]?.id ?? '')).map(({ kind }) => kind)).toEqual(['control_activity.carryOut'])
    })
  })

  it('one that is taken back and done anew has one next, and no more', async () => {
    await app.ctx(ciso, async (ctx) => {
      const id = await makeActivity(ctx, { name: 'Kontroll', dueOn: '2026-02-10', every: '3' })
      const said = async (doneOn: string | null) => {
        const stands = (await findActivity(ctx, id))?.values
        if (!stands) throw new Error('gone')
        expect(await editActivity(ctx, id, null, { ...stands, doneOn, outcome: doneOn && 'Gjort' })).toMatchObject({ ok: true })
      }
      for (const doneOn of ['2026-02-10', null, '2026-02-12', null, '2026-02-12']) await said(doneOn)
      const all = (await activitiesBetween(ctx, '2026-01-01', '2027-12-31')).filter(({ values }) => values.name === 'Kontroll')
      expect(all.map(({ values }) => values.dueOn)).toEqual(['2026-02-10', '2026-05-10'])
    })
  })

  it('one that is due on the 31st is on the 31st again after February', async () => {
    await app.ctx(ciso, async (ctx) => {
      await makeActivity(ctx, { name: 'Månedsslutt', dueOn: '2026-01-31', every: '1' })
      const all = async () =>
        (await activitiesBetween(ctx, '2026-01-01', '2026-12-31')).filter(({ values }) => values.name === 'Månedsslutt')
      for (let times = 0; times < 4; times += 1) {
        const last = (await all()).at(-1)
        if (!last) throw new Error('gone')
        const said = { ...last.values, doneOn: last.values.dueOn, outcome: 'Gjort' }
        expect(await editActivity(ctx, last.id, null, said)).toMatchObject({ ok: true })
      }
      expect((await all()).map(({ values }) => values.dueOn)).toEqual([
        ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
      ])
    })
  })

  it('only audits that were held within the days are found', async () => {
    await app.ctx(ciso, async (ctx) => {
      const inside = await makeAudit(ctx, { name: 'Innenfor', heldOn: '2026-01-31' })
      await makeAudit(ctx, { name: 'Utenfor', heldOn: '2025-12-31' })
      await makeAudit(ctx, { name: 'Ikke holdt' })
      expect((await auditsBetween(ctx, '2026-01-01', '2026-01-31')).map(({ id }) => id)).toEqual([inside])
    })
  })

  it('S4-019 a new edition falls back to not approved, and asks the controller again', async () => {
    const id = await app.ctx(ciso, (ctx) => makeDocument(ctx, { name: 'Sikkerhetsmål', kind: 'goals' }))
    await app.ctx('sandnes-kommunedirektor', async (ctx) => {
      expect((await approveDocument(ctx, id, 1)).ok).toBe(true)
      expect((await tasksOf(ctx, id)).filter(({ status, kind }) => status === 'open' && kind.startsWith('governing'))).toEqual([])
    })
    await app.ctx(ciso, async (ctx) => {
      const stands = (await findDocument(ctx, id))?.values
      if (!stands) throw new Error('gone')
      const { approvedAt, approvedBy, ...answers } = stands
      expect([approvedAt, approvedBy === null]).toEqual([app.clock.now, false])
      await editDocument(ctx, id, 2, { ...answers, content: 'Enda tryggere.' })
      expect((await findDocument(ctx, id))?.values).toMatchObject({ approvedAt: null, approvedBy: null })
      expect((await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => kind)).toContain(
        'governing_document.approve',
      )
    })
  })

  it('S4-099 a case that is a major outage shows the plan, and whoever owns it is told; once', async () => {
    const owner = await app.person('sandnes-it-sjef')
    const unit = await app.ctx(ciso, async (ctx) => (await units(ctx))[0]?.id ?? null)
    const plan = await app.ctx(ciso, (ctx) =>
      makeDocument(ctx, { name: 'Beredskapsplan for IT', kind: 'contingencyPlan', owner: owner.personId }),
    )
    // Other governing documents in force are not the plan, however they are called.
    const other = await app.ctx(ciso, (ctx) => makeDocument(ctx, { name: 'A først i listen', kind: 'goals', owner: ctx.actor.personId }))
    const id = newId(app.clock.now)
    await app.ctx('sandnes-ansatt', (ctx) =>
      sendReport(ctx, id, 'form', makeReport({ affectedUnit: unit, affectedLeader: null, whatHappened: 'Alt er nede' })),
    )
    const head = await app.as('sandnes-it-sjef')
    const officer = await app.as('sandnes-personvernombud')
    const before = (await officer.get(`/avvik/${id}`)).text
    expect(before).toContain('Merk som stort driftsavbrudd')
    const empty = await officer.post(`/avvik/${id}/driftsavbrudd`, {})
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Velg minst ett svar: hva som gjør avbruddet stort.')
    expect(empty.text).toMatch(/<h1[^>]*>[^<]*Stort driftsavbrudd/)
    expect(empty.text).toContain(`href="/avvik/${id}"`)
    expect(
      (await officer.post(`/avvik/${id}/driftsavbrudd`, { criteria: ['considerableDisturbance', 'consequentialDamage'] })).status,
    ).toBe(303)
    const after = (await officer.get(`/avvik/${id}`)).text
    expect(after).toContain(`href="/styringsdokumenter/${plan}"`)
    expect(after).not.toContain(`href="/styringsdokumenter/${other}"`)
    expect(after).toContain('Det gir vesentlige forstyrrelser for større deler av virksomheten')
    expect((await head.get('/varsler')).text).toContain('Stort driftsavbrudd: beredskapsplanen skal brukes')
    await app.ctx(ciso, async (ctx) => {
      expect((await outageOf(ctx, id))?.criteria).toEqual(['considerableDisturbance', 'consequentialDamage'])
      expect(await sayMajorOutage(ctx, id, ['considerableDisturbance'])).toMatchObject({ why: 'nothingChanged' })
    })
    expect((await (await app.as('sandnes-leder-helse')).post(`/avvik/${id}/driftsavbrudd`, {})).status).toBe(404)
  })
})
