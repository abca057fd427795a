import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeRisk } from '../risks/factory.ts'
import { findRisk } from '../risks/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { addDpia, editDpia } from './commands.ts'
import { approvalsOfDpia } from './commands-approvals.ts'
import { writeScenario } from './commands-parts.ts'
import { adviseDpia, controlDpia, sendDpia } from './commands-rounds.ts'
import { makeDpia, makeScenario } from './factory.ts'
import { wholeAnswers } from './factory-answers.ts'
import { adviceFields, controlFields, dpiaFields, scenarioFields } from './fields.ts'
import { dpiaSweep } from './jobs.ts'
import { assessmentOf, findDpia } from './queries.ts'

describeExample('dpia: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const [keeper, dpo] = ['sandnes-administrator', 'sandnes-personvernombud']
  const person = async (slug: string) => (await app.person(slug)).personId
  const openOf = (id: string) =>
    app.ctx(keeper, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => kind))
  const whole = () =>
    app.ctx(keeper, async (ctx) => {
      const id = await makeDpia(ctx, { ...wholeAnswers, owner: await person('sandnes-systemeier') })
      await makeScenario(ctx, id)
      return id
    })
  const advice = { ...emptyValues(adviceFields), verdict: 'sound', advice: 'Godt beskrevet.', consult: 'no' } as const

  it('S4-118 what the activity says is filled in, and the analysis that asked for it asks no more; two who press at once begin it once', async () => {
    const responsible = await person('sandnes-leder')
    const [processing, risk] = await app.ctx(keeper, async (ctx) => {
      const one = await makeProcessing(ctx, { purpose: 'Følge opp elever.', dataSubjects: ['pupils'], responsible, recipients: 'PPT' })
      return [one, await makeRisk(ctx, { processings: [one], dpiaNeeded: 'yes', dpiaReason: 'Barn' })]
    })
    expect(await openOf(risk)).toContain('risk.dpia')
    const id = newId(app.clock.now)
    const begin = () =>
      app.ctx(keeper, (ctx) => addDpia(ctx, id, { ...emptyValues(dpiaFields), name: 'En gang', processings: [processing], risks: [risk] }))
    const both = await Promise.all([begin(), begin()])
    expect(both.map((one) => (one.ok ? 'added' : one.why)).sort()).toEqual(['added', 'nothingChanged'])
    const values = await app.ctx(keeper, async (ctx) => (await findDpia(ctx, id))?.values)
    expect(values).toMatchObject({ purpose: 'Følge opp elever.', owner: responsible, shared: 'PPT', dataSubjects: ['pupils'] })
    expect(await openOf(risk)).not.toContain('risk.dpia')
    expect((await app.ctx(keeper, (ctx) => findRisk(ctx, risk)))?.values.dpiaBegunAt).not.toBeNull()
    const stranger = await app.ctx('sauda-administrator', (ctx) => makeProcessing(ctx))
    const foreign = { ...emptyValues(dpiaFields), name: 'Fremmed', processings: [stranger] }
    expect(await app.ctx(keeper, (ctx) => addDpia(ctx, newId(ctx.now), foreign))).toMatchObject({ why: 'notARecord' })
  })

  it('S4-080 the task follows whose turn it is, from draft to the control that comes due by the clock', async () => {
    const id = await whole()
    expect(await openOf(id)).toContain('dpia.write')
    const owner = 'sandnes-systemeier'
    expect(await app.ctx(owner, (ctx) => sendDpia(ctx, id, null, 'Holder tiltakene?'))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual(expect.arrayContaining(['dpia.advise']))
    expect(await openOf(id)).not.toContain('dpia.write')
    expect(await app.ctx(owner, (ctx) => adviseDpia(ctx, id, null, advice))).toMatchObject({ why: 'notAllowed' })
    expect(await app.ctx(dpo, (ctx) => adviseDpia(ctx, id, null, advice))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual(expect.arrayContaining(['approval.wanted']))
    await app.ctx(owner, async (ctx) => {
      expect(await (await approvalsOfDpia(ctx, id))?.whole(ctx)).toBeNull()
    })
    expect(await openOf(id)).not.toContain('dpia.control')
    const before = app.clock.now
    app.clock.now = new Date('2026-08-20T08:00:00Z')
    try {
      await dpiaSweep.run(await app.round(keeper))
      expect(await openOf(id)).toContain('dpia.control')
      const found = {
        ...emptyValues(controlFields),
        controlledOn: '2026-08-20',
        result: 'deviates',
        findings: 'Loggen er ikke på.',
      } as const
      expect(await app.ctx(dpo, (ctx) => controlDpia(ctx, id, null, found))).toMatchObject({ ok: true })
      expect(await openOf(id)).toContain('dpia.write')
      expect(await openOf(id)).not.toContain('dpia.control')
    } finally {
      app.clock.now = before
    }
  })

  it('S4-080 advice on something else than what is there now is no advice: a scenario more, and nothing is approved', async () => {
    const id = await whole()
    await app.ctx(keeper, (ctx) => sendDpia(ctx, id, null, null))
    const scenario = { ...emptyValues(scenarioFields), id: newId(app.clock.now), name: 'Ny', cause: 'routine', harms: ['control'] } as const
    expect(await app.ctx(keeper, (ctx) => writeScenario(ctx, id, null, scenario))).toMatchObject({ why: 'isWithDpo' })
    await app.ctx(dpo, (ctx) => adviseDpia(ctx, id, null, advice))
    await app.ctx(keeper, async (ctx) => {
      const read = await approvalsOfDpia(ctx, id)
      expect(read?.state).toBe('open')
      await makeScenario(ctx, id, { name: 'Noe nytt' })
      expect(await read?.whole(ctx)).toMatchObject({ why: 'stale' })
      expect((await approvalsOfDpia(ctx, id))?.state).toBe('incomplete')
    })
  })

  it('a part of another assessment is not written from here, and an editor who saw an older version overwrites nothing', async () => {
    const [one, other] = [await whole(), await whole()]
    await app.ctx(keeper, async (ctx) => {
      const [first] = (await assessmentOf(ctx, (await findDpia(ctx, one)) as never)).scenarios
      if (!first) throw new Error('no scenario')
      expect(await writeScenario(ctx, other, null, first)).toMatchObject({ why: 'notFound' })
      const values = (await findDpia(ctx, one))?.values
      if (!values) throw new Error('no record')
      expect(await editDpia(ctx, one, 1, { ...values, about: 'Et annet omfang' })).toMatchObject({ why: 'stale' })
    })
  })
})
