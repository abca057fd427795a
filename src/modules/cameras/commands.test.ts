import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeDpia } from '../dpia/factory.ts'
import { leaderOfUnit, units } from '../people/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { activateCamera, addCamera, approveCamera, editCamera, followDpia, removeCamera, reportCamera } from './commands.ts'
import { makeCamera } from './factory.ts'
import { wholeAnswers } from './factory-answers.ts'
import { cameraFields } from './fields.ts'
import { findCamera, reviewOfCamera } from './queries.ts'

describeExample('cameras: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const [head, controller] = ['sandnes-virksomhetsleder', 'sandnes-kommunedirektor']
  const openOf = (id: string) =>
    app.ctx(head, async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind, personId }) => [kind, personId]),
    )
  const read = (id: string) => app.ctx(head, async (ctx) => (await findCamera(ctx, id))?.values)

  it('S4-190 the tasks go to the head of the unit, and the decision to the controller; the yearly review is the head’s', async () => {
    const person = (await app.person(head)).personId
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, { justification: null }))
    expect(await openOf(id)).toEqual([['camera.complete', person]])
    await app.ctx(head, async (ctx) => {
      const { values } = (await findCamera(ctx, id)) ?? expect.unreachable('no camera')
      expect(await editCamera(ctx, id, null, { ...values, justification: 'Fire skader i fjor.' })).toMatchObject({ ok: true })
      expect(await reviewOfCamera(ctx, id)).toMatchObject({ owner: person, mayPlan: true })
    })
    expect(await openOf(id)).toEqual([['camera.approve', null]])
    expect(await app.ctx(controller, (ctx) => approveCamera(ctx, id, null, 'Kan settes opp.'))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual([['camera.complete', person]])
    await app.ctx(head, async (ctx) => {
      const { values } = (await findCamera(ctx, id)) ?? expect.unreachable('no camera')
      expect(await activateCamera(ctx, id, null)).toMatchObject({ why: 'answersMissing' })
      expect(await editCamera(ctx, id, null, { ...values, signOn: '2026-03-01' })).toMatchObject({ ok: true })
    })
    expect(await openOf(id)).toEqual([['camera.activate', person]])
    expect(await app.ctx(head, (ctx) => activateCamera(ctx, id, null))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual([])
  })

  it('S2-66 with the profile of UiO a head of unit registers none that is to be put up, and the Property Department does', async () => {
    const values = (unit: string | null) => ({ ...emptyValues(cameraFields), ...wholeAnswers, name: 'Aulaen', unit })
    const refused = await app.ctx('uio-enhetsleder', (ctx) => addCamera(ctx, newId(ctx.now), values(ctx.actor.leads[0] ?? null)))
    expect(refused).toMatchObject({ ok: false, why: 'onlyRegistrars' })
    const id = await app.ctx('uio-eiendom', (ctx) => makeCamera(ctx, { name: 'Aulaen' }))
    expect(await app.ctx('uio-enhetsleder', (ctx) => approveCamera(ctx, id, null, 'Ja'))).toMatchObject({ why: 'notAllowed' })
    expect(await app.ctx('uio-eiendom', (ctx) => approveCamera(ctx, id, null, 'Ja'))).toMatchObject({ ok: true })
  })

  it('S2-66 one that was found begins a report of a deviation with its unit, and is followed up by who leads there', async () => {
    const { id, unit } = await app.ctx('uio-enhetsleder', async (ctx) => ({
      id: await makeCamera(ctx, { origin: 'found', purposes: [], name: 'Kamera i trappen' }),
      unit: ctx.actor.leads[0],
    }))
    expect((await openOfUio(id)).map(([kind]) => kind)).toEqual(['camera.found'])
    const reported = await app.ctx('uio-enhetsleder', (ctx) => reportCamera(ctx, id, null, 'nb', newId(ctx.now)))
    const { draft } = reported as { draft?: string }
    const row = await app.ctx('uio-enhetsleder', ({ tx }) =>
      tx
        .selectFrom('deviation')
        .select(['affected_unit_id', 'what_happened', 'status'])
        .where('id', '=', draft ?? '')
        .executeTakeFirst(),
    )
    expect(row).toMatchObject({ affected_unit_id: unit, status: 'draft' })
    expect(row?.what_happened).toContain('Kamera i trappen')
    expect(await app.ctx('uio-enhetsleder', (ctx) => removeCamera(ctx, id, null))).toMatchObject({ ok: true })
    expect(await openOfUio(id)).toEqual([])
  })
  const openOfUio = (id: string) =>
    app.ctx('uio-enhetsleder', async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => [kind]))

  it('S4-187 S3-30 what needs a DPIA waits for it to be approved, and can then be taken into use', async () => {
    const dpia = await app.ctx('sandnes-administrator', (ctx) => makeDpia(ctx, { decision: 'do', highRisk: 'yes' }))
    const id = await app.ctx(head, (ctx) =>
      makeCamera(ctx, { systematic: 'yes', largeScale: 'yes', publicPlace: 'yes', dpia, signOn: '2026-03-01' }),
    )
    expect(await app.ctx(controller, (ctx) => approveCamera(ctx, id, null, 'Ja'))).toMatchObject({ ok: true })
    expect(await app.ctx(head, (ctx) => activateCamera(ctx, id, null))).toMatchObject({ ok: false, why: 'dpiaMissing' })
    expect((await openOf(id)).map(([kind]) => kind)).toEqual(['camera.complete'])
    await app.ctx('sandnes-administrator', async (ctx) => {
      await ctx.tx.updateTable('dpia').set({ status: 'approved' }).where('id', '=', dpia).execute()
    })
    await app.ctx('sandnes-administrator', (ctx) => followDpia(ctx, dpia))
    expect((await openOf(id)).map(([kind]) => kind)).toEqual(['camera.activate'])
    expect(await app.ctx(head, (ctx) => activateCamera(ctx, id, null))).toMatchObject({ ok: true })
  })

  it('pressed twice it is added once; two who edit at once are told; another organisation’s unit is none of ours', async () => {
    const id = newId(app.clock.now)
    const add = () =>
      app.ctx(head, (ctx) =>
        addCamera(ctx, id, { ...emptyValues(cameraFields), ...wholeAnswers, name: 'En gang', unit: ctx.actor.leads[0] ?? null }),
      )
    const both = await Promise.all([add(), add()])
    expect(both.map((one) => (one.ok ? 'added' : one.why)).sort()).toEqual(['added', 'nothingChanged'])
    const values = (await read(id)) ?? expect.unreachable('no camera')
    expect(await app.ctx(head, (ctx) => editCamera(ctx, id, 1, { ...values, site: 'B' }))).toMatchObject({ ok: true })
    expect(await app.ctx(head, (ctx) => editCamera(ctx, id, 1, { ...values, site: 'C' }))).toMatchObject({ why: 'stale' })
    const foreign = await app.ctx('sauda-administrator', async (ctx) => (await units(ctx))[0]?.id ?? null)
    expect(await app.ctx(head, (ctx) => editCamera(ctx, id, null, { ...values, unit: foreign }))).toMatchObject({ why: 'notARecord' })
    expect(await app.ctx(head, (ctx) => leaderOfUnit(ctx, values.unit ?? ''))).toBeDefined()
  })
})
