import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { tell } from '../messages/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { taskSweep, tasksOf } from '../tasks/public.ts'
import { reviewSweep } from './jobs.ts'

describeExample('reviews: by the clock', (db) => {
  let app: TestApp
  let system: string
  let owner: string
  beforeAll(async () => {
    app = await testApp(db())
    owner = (await app.person('sauda-ansatt')).personId
    system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Gjennomgått', owner }))
  }, 180_000)
  afterAll(() => app.stop())

  const tasks = () =>
    app.ctx('sauda-administrator', async (ctx) => (await tasksOf(ctx, system)).filter(({ kind }) => kind.startsWith('review.')))
  const told = (kind: string) =>
    app.ctx(
      'sauda-administrator',
      async (ctx) =>
        (
          await ctx.tx
            .selectFrom('message')
            .select('id')
            .where('organisation_id', '=', ctx.actor.organisationId)
            .where('kind', '=', kind)
            .execute()
        ).length,
    )

  it('S4-119 a system is to be reviewed a year after it was added: the sweep makes its owner’s task once, and a late one is told once and shown at home', async () => {
    expect((await (await app.as('sauda-administrator')).get(`/systemer/${system}`)).text).toContain('2. mars 2027')
    await reviewSweep.run(await app.round('sauda-administrator'))
    expect(await tasks()).toEqual([])
    app.clock.now = new Date('2027-02-10T08:00:00Z')
    await reviewSweep.run(await app.round('sauda-administrator'))
    await reviewSweep.run(await app.round('sauda-administrator'))
    await Promise.all([reviewSweep.run(await app.round('sauda-administrator')), reviewSweep.run(await app.round('sauda-administrator'))])
    expect(await tasks()).toMatchObject([{ kind: 'review.due', personId: owner, status: 'open', dueAt: new Date('2027-03-02T23:00:00Z') }])
    app.clock.now = new Date('2027-04-02T08:00:00Z')
    await taskSweep(tell).run(await app.round('sauda-administrator'))
    const [overdue, escalated] = [await told('task.overdue'), await told('task.escalated')]
    expect([overdue > 0, escalated > 0]).toEqual([true, true])
    await taskSweep(tell).run(await app.round('sauda-administrator'))
    expect([await told('task.overdue'), await told('task.escalated')]).toEqual([overdue, escalated])
    const home = await (await app.as('sauda-ansatt')).get('/')
    expect(home.text).toContain('Gå gjennom')
  })
})
