import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { approveRisk } from '../risks/commands.ts'
import { makeRisk, makeScenario, wholeAnswers } from '../risks/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { approveChange, editChange } from './commands.ts'
import { makeChange } from './factory.ts'
import { findChange } from './queries.ts'
import type { Answers } from './system-change.ts'

describeExample('system changes', (db) => {
  let app: TestApp
  let system: string
  const keeper = 'sandnes-administrator'
  const owner = 'sandnes-systemeier'
  const id = async (slug: string) => (await app.person(slug)).personId
  beforeAll(async () => {
    app = await testApp(db())
    const [ownerId, superUser] = [await id(owner), await id('sandnes-superbruker')]
    system = await app.ctx(keeper, (ctx) => makeSystem(ctx, { name: 'Endringssystemet', owner: ownerId, superUser }))
  }, 60_000)
  afterAll(() => app.stop())

  const openTasks = (change: string) =>
    app.ctx(keeper, async (ctx) =>
      (await tasksOf(ctx, change))
        .filter(({ status }) => status === 'open')
        .map(({ kind, personId, roles }) => `${kind} ${personId ?? roles.join()}`),
    )
  const invitedTo = (change: string) =>
    app.ctx(keeper, async (ctx) => {
      const rows = await ctx.tx
        .selectFrom('message')
        .select('person_id')
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('kind', '=', 'system_change.invited')
        .where('href', '=', `/systemendringer/${change}`)
        .execute()
      return rows.map((row) => row.person_id).sort()
    })
  const analysed = async () => {
    const risk = await app.ctx(owner, async (ctx) => {
      const made = await makeRisk(ctx, { ...wholeAnswers, systems: [system] })
      await makeScenario(ctx, made)
      return made
    })
    expect(await app.ctx(owner, (ctx) => approveRisk(ctx, risk, null))).toMatchObject({ ok: true })
    return risk
  }

  it('S4-054 S4-101 a large change makes a risk analysis the task of the system’s owner, and is not approved until it is done', async () => {
    // One from before knew nothing of it.
    await analysed()
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    const change = await app.ctx(keeper, (ctx) => makeChange(ctx, { system, size: 'large', name: 'Ny leverandør' }))
    const ownerId = await id(owner)
    expect(await openTasks(change)).toContain(`system_change.analysis ${ownerId}`)
    const browser = await app.as(owner)
    const page = await browser.get(`/systemendringer/${change}`)
    expect(page.text).toContain('Start ROS-analyse')
    expect(page.text).not.toContain('Godkjenn endringen')
    const early = await browser.post(`/systemendringer/${change}/godkjenning`, { version: '1' })
    expect([early.status, early.text.includes('kan ikke godkjennes ennå')]).toEqual([422, true])
    await analysed()
    expect(await openTasks(change)).toContain(`system_change.decide ${ownerId}`)
    expect((await browser.get(`/systemendringer/${change}`)).text).toContain('Godkjenn endringen')
    expect((await (await app.as(keeper)).post(`/systemendringer/${change}/godkjenning`, { version: '1' })).status).toBe(403)
    expect((await browser.post(`/systemendringer/${change}/godkjenning`, { version: '1' })).status).toBe(303)
    expect((await browser.get(`/systemendringer/${change}`)).text).toContain('Godkjent')
    expect(await openTasks(change)).toEqual([])
    expect((await browser.get(`/systemendringer/${change}/endring`)).status).toBe(403)
  })

  it('S4-104 the owner of the system is not passed by where somebody takes them away from the change', async () => {
    const change = await app.ctx(keeper, (ctx) => makeChange(ctx, { name: 'Uten eier', system, size: 'small' }))
    const done = await app.ctx(keeper, async (ctx) => {
      const values = (await findChange(ctx, change))?.values as Answers
      return editChange(ctx, change, null, { ...values, owner: null, about: 'Mer' })
    })
    expect(done).toMatchObject({ ok: true, next: { values: { owner: await id(owner), about: 'Mer' } } })
    expect(await app.ctx(keeper, (ctx) => approveChange(ctx, change, null))).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await app.ctx(owner, (ctx) => approveChange(ctx, change, null))).toMatchObject({ ok: true })
  })

  it('S4-054 an analysis that is changed after it was approved no longer carries the change', async () => {
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    const change = await app.ctx(keeper, (ctx) => makeChange(ctx, { system, size: 'new' }))
    const risk = await analysed()
    await app.ctx(owner, (ctx) => makeScenario(ctx, risk, { name: 'Noe nytt kan skje' }))
    expect(await openTasks(change)).toContain(`system_change.analysis ${await id(owner)}`)
    expect(await app.ctx(owner, (ctx) => approveChange(ctx, change, null))).toMatchObject({ ok: false, why: 'notAssessed' })
  })

  it('S4-106 S4-105 the super user and IT are invited to comment on a change; whoever has commented is asked no more', async () => {
    const change = await app.ctx(keeper, (ctx) => makeChange(ctx, { system, size: 'small' }))
    const [superUser, it] = [await id('sandnes-superbruker'), await id('sandnes-it-sjef')]
    expect(await invitedTo(change)).toEqual([superUser, it].sort())
    expect(await openTasks(change)).toEqual(expect.arrayContaining([`system_change.comment ${superUser}`, 'system_change.comment itHead']))
    for (const slug of ['sandnes-superbruker', 'sandnes-it-sjef']) {
      const browser = await app.as(slug)
      const at = `/kommentarer/system_change/${change}`
      const said = await browser.post(`${at}/ny`, { id: newId(app.clock.now), text: 'Greit for oss.', audience: 'all' })
      expect(said.status).toBe(303)
    }
    expect((await openTasks(change)).filter((one) => one.includes('comment'))).toEqual([])
    expect((await (await app.as(keeper)).get(`/systemendringer/${change}`)).text.split('Har uttalt seg').length - 1).toBe(2)
    // Where somebody is technically responsible, it is they who are asked.
    const technicalResponsible = await id('sandnes-ansatt')
    const other = await app.ctx(keeper, (ctx) => makeSystem(ctx, { technicalResponsible }))
    const theirs = await app.ctx(keeper, (ctx) => makeChange(ctx, { system: other }))
    expect(await invitedTo(theirs)).toEqual([technicalResponsible])
  })
})
