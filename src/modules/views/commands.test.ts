import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { changeView, removeView, saveView } from './commands.ts'
import { store } from './store.ts'
import type { ViewValues } from './view.ts'

describeExample('saved views: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const values = (ctx: Ctx, name: string): ViewValues => ({
    ...{ name, sharedWith: null, opens: 'no', list: '/systemer', query: 'i-bruk=no' },
    person: ctx.actor.personId,
  })

  it('three who save under one name at once make one', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => app.ctx('sauda-leder', (ctx) => saveView(ctx, newId(ctx.now), values(ctx, 'Samtidig')))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok).map((one) => !one.ok && one.why)).toEqual(['nameTaken', 'nameTaken'])
  })
  it('a second editor of the same version is told, also of a removal, and nothing is changed', async () => {
    const id = newId(app.clock.now)
    const asLeader = <T>(work: (ctx: Ctx) => Promise<T>) => app.ctx('sauda-leder', work)
    await asLeader((ctx) => saveView(ctx, id, values(ctx, 'Endra')))
    expect((await asLeader((ctx) => changeView(ctx, id, 1, values(ctx, 'Endra igjen')))).ok).toBe(true)
    expect(await asLeader((ctx) => changeView(ctx, id, 1, values(ctx, 'Endra sist')))).toMatchObject({ ok: false, why: 'stale' })
    expect(await asLeader((ctx) => removeView(ctx, id, 1))).toMatchObject({ ok: false, why: 'stale' })
    expect((await asLeader((ctx) => store.find(ctx, id)))?.values.name).toBe('Endra igjen')
    expect(await app.ctx('sandnes-administrator', (ctx) => removeView(ctx, id, 2))).toMatchObject({ ok: false, why: 'notFound' })
    expect(await app.ctx('sauda-ansatt', (ctx) => removeView(ctx, id, 2))).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})
