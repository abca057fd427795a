import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { InOrganisation } from '../../kernel/jobs.ts'
import { leaderOfUnit, units } from '../people/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { addWorkProcess } from '../work-processes/public.ts'
import {
  addProcessing,
  approveProcessing,
  checkProcessing,
  confirmProcessing,
  editProcessing,
  endProcessing,
  notifyProcessing,
} from './commands.ts'
import { approvalsOfProcessing } from './commands-approvals.ts'
import { makeProcessing, wholeAnswers } from './factory.ts'
import { checkFields, processingFields, qualities } from './fields.ts'
import { processingSweep } from './jobs.ts'
import { checksOf, findProcessing, runningActivities, systemsWithoutActivity } from './queries.ts'

describeExample('processing: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const officer = 'uio-personvernombud'
  const blank = { ...emptyValues(processingFields), kind: 'administrative' as const, ourRole: 'controller' as const }
  const unitCalled = async (ctx: Ctx, name: string) => (await units(ctx)).find((one) => one.name === name)?.id ?? ''
  const kindsOf = async (ctx: Ctx, id: string) =>
    (await tasksOf(ctx, id)).filter(({ kind, status }) => status === 'open' && kind.startsWith('processing.'))
  const check = (answer: 'yes' | 'no') => ({ ...emptyValues(checkFields), answer, checkedOn: '2026-03-01' })

  it('S4-091 the head of the unit answers for it day by day, unless another is named', async () => {
    await app.ctx(officer, async (ctx) => {
      const unit = await unitCalled(ctx, 'Institutt for informatikk')
      const head = await leaderOfUnit(ctx, unit)
      const id = await makeProcessing(ctx, { unit })
      expect(head).toBeDefined()
      expect((await findProcessing(ctx, id))?.values.responsible).toBe(head?.id)
      const named = await makeProcessing(ctx, { unit, responsible: ctx.actor.personId })
      expect((await findProcessing(ctx, named))?.values.responsible).toBe(ctx.actor.personId)
    })
  })

  it('S0-03 is reached from its system and from its work process', async () => {
    const system = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Studieregisteret' }))
    const work = newId(app.clock.now)
    const id = await app.ctx(officer, async (ctx) => {
      await addWorkProcess(ctx, work, { name: 'Opptak', purpose: null, unit: null, inUse: 'yes' })
      return makeProcessing(ctx, { name: 'Opptak av studenter', systems: [system], workProcesses: [work] })
    })
    const reader = await app.as('uio-ansatt')
    expect(await app.ctx(officer, (ctx) => findProcessing(ctx, id))).toMatchObject({ values: { systems: [system], workProcesses: [work] } })
    for (const page of [`/systemer/${system}`, `/arbeidsprosesser/${work}`]) {
      const { text } = await reader.get(page)
      expect(text).toContain('Behandlinger (1)')
      expect(text).toContain(`href="/behandlinger/${id}"`)
    }
    const { text } = await reader.get(`/behandlinger/${id}`)
    expect(text).toContain(`href="/systemer/${system}"`)
    expect(text).toContain(`href="/arbeidsprosesser/${work}"`)
    const other = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Et annet' }))
    expect((await reader.get(`/systemer/${other}`)).text).not.toContain('Behandlinger (')
  })

  it("another organisation's systems and people are not to be had, one among several neither", async () => {
    const foreign = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Deres' }))
    const own = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Vårt' }))
    await app.ctx(officer, async (ctx) => {
      const outcome = await addProcessing(ctx, newId(ctx.now), { ...blank, name: 'Fremmed', systems: [own, foreign] })
      expect(outcome).toMatchObject({ ok: false, why: 'notARecord', fields: ['systems'] })
    })
  })

  it('S4-035 a system with personal data and no activity is missing from the record; one without personal data is not', async () => {
    const made = await app.ctx('uio-administrator', async (ctx) => ({
      health: await makeSystem(ctx, { name: 'Med helseopplysninger', dataKinds: ['health'] }),
      none: await makeSystem(ctx, { name: 'Uten personopplysninger', dataKinds: ['none'] }),
      old: await makeSystem(ctx, { name: 'Ute av bruk', dataKinds: ['health'], inUse: 'no' }),
    }))
    await app.ctx(officer, async (ctx) => {
      const missing = async () => (await systemsWithoutActivity(ctx)).map(({ id }) => id)
      expect(await missing()).toContain(made.health)
      expect(await missing()).not.toContain(made.none)
      expect(await missing()).not.toContain(made.old)
      const only = await makeProcessing(ctx, { systems: [made.health] })
      expect(await missing()).not.toContain(made.health)
      // What is ended says no longer what the system is for.
      expect(await endProcessing(ctx, only, null)).toMatchObject({ ok: true })
      expect(await missing()).toContain(made.health)
    })
  })

  it('S2-22 S2-21 a notified activity is in the officer’s queue until it is approved, and again when its purpose changes', async () => {
    await app.ctx(officer, async (ctx) => {
      const responsible = ctx.actor.personId
      const id = await makeProcessing(ctx, { ...wholeAnswers, unit: ctx.actor.unitId, responsible, startsOn: '2026-05-01' })
      expect(await kindsOf(ctx, id)).toEqual([])
      expect(await notifyProcessing(ctx, id, 1, null)).toMatchObject({ ok: true })
      expect(await kindsOf(ctx, id)).toMatchObject([{ kind: 'processing.read', roles: ['dpo'] }])
      expect(await notifyProcessing(ctx, id, 1, null)).toMatchObject({ ok: false, why: 'stale' })
      expect(await approveProcessing(ctx, id, 2)).toMatchObject({ ok: true })
      expect(await kindsOf(ctx, id)).toEqual([])
      const stands = await findProcessing(ctx, id)
      expect(stands?.version).toBe(3)
      const kept = await ctx.tx.selectFrom('record_version').select('approved').where('subject_id', '=', id).orderBy('version').execute()
      expect(kept.map(({ approved }) => approved)).toEqual([false, false, true])
      await editProcessing(ctx, id, 3, { ...blank, ...stands?.values, purpose: 'Noe annet' })
      expect(await findProcessing(ctx, id)).toMatchObject({ version: 4, values: { status: 'changed' } })
      expect(await kindsOf(ctx, id)).toMatchObject([{ kind: 'processing.read' }])
    })
  })

  it('what is changed after it was read for an approval is not approved by it', async () => {
    await app.ctx(officer, async (ctx) => {
      const responsible = ctx.actor.personId
      const id = await makeProcessing(ctx, { ...wholeAnswers, name: 'Endret imens', unit: ctx.actor.unitId, responsible })
      const read = await approvalsOfProcessing(ctx, id)
      const stands = await findProcessing(ctx, id)
      expect(await editProcessing(ctx, id, 1, { ...blank, ...stands?.values, storageTime: 'Ti år' })).toMatchObject({ ok: true })
      expect(await read?.whole(ctx)).toMatchObject({ why: 'stale' })
      expect((await findProcessing(ctx, id))?.values.status).toBe('draft')
    })
  })

  it('S0-06 the four sides of data quality are answered one by one, and only then is it confirmed', async () => {
    await app.ctx(officer, async (ctx) => {
      const id = await makeProcessing(ctx)
      for (const [index, point] of qualities.entries()) {
        expect(await confirmProcessing(ctx, id, null)).toMatchObject({ ok: false, why: 'qualityOpen' })
        expect(await checkProcessing(ctx, id, index + 1, point, check('yes'))).toMatchObject({ ok: true })
      }
      expect(await confirmProcessing(ctx, id, null)).toMatchObject({ ok: true })
      expect(await checkProcessing(ctx, id, 1, 'correct', { ...check('no'), note: 'Rettes' })).toMatchObject({ ok: false, why: 'stale' })
      expect(Object.keys(await checksOf(ctx, id)).sort()).toEqual([...qualities].sort())
      expect((await checksOf(ctx, id)).correct).toEqual(check('yes'))
    })
  })

  it('S2-20 S0-06 S2-17 the clock makes a stale activity, a review and the end of a licence into tasks, once', async () => {
    const made = await app.ctx(officer, async (ctx) => {
      const unit = await unitCalled(ctx, 'Institutt for informatikk')
      const stale = await makeProcessing(ctx, { name: 'Gammel', unit })
      const fresh = await makeProcessing(ctx, { name: 'Fersk', unit })
      const licensed = await makeProcessing(ctx, { name: 'Med konsesjon', unit })
      const stands = await findProcessing(ctx, licensed)
      await editProcessing(ctx, licensed, 1, {
        ...blank,
        ...stands?.values,
        priorApproval: 'licence',
        priorApprovalUntil: '2026-03-20',
      })
      const reviewed = await makeProcessing(ctx, { name: 'Vurderes', unit })
      await checkProcessing(ctx, reviewed, 1, 'correct', { ...check('yes'), dueOn: '2026-03-10' })
      await sql`update processing set touched_at = ${new Date('2025-02-02T08:00:00Z')} where id = ${stale}`.execute(ctx.tx)
      return { stale, fresh, licensed, reviewed, head: await leaderOfUnit(ctx, unit), organisationId: ctx.actor.organisationId }
    })
    const inOrganisation: InOrganisation = (_, work) => app.ctx(officer, work)
    const round = { organisationIds: [made.organisationId], inOrganisation, now: app.clock.now }
    await processingSweep.run(round)
    await processingSweep.run(round)
    await app.ctx(officer, async (ctx) => {
      expect(await kindsOf(ctx, made.stale)).toMatchObject([{ kind: 'processing.review', personId: made.head?.id }])
      expect(await kindsOf(ctx, made.fresh)).toEqual([])
      expect(await kindsOf(ctx, made.licensed)).toMatchObject([{ kind: 'processing.priorApproval' }])
      expect(await kindsOf(ctx, made.reviewed)).toMatchObject([{ kind: 'processing.quality' }])
      for (const [index, point] of qualities.entries()) await checkProcessing(ctx, made.stale, index + 1, point, check('yes'))
      await confirmProcessing(ctx, made.stale, null)
      expect(await kindsOf(ctx, made.stale)).toEqual([])
      const overview = (await runningActivities(ctx)).find(({ record }) => record.id === made.reviewed)
      expect(overview?.qualityDueOn).toBe('2026-03-10')
    })
  })
})
