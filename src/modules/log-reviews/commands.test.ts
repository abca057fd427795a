import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'
import { addLogReview, editLogReview } from './commands.ts'
import { logReviewFields } from './fields.ts'
import type { Answers } from './log-review.ts'

describeExample('log reviews: deeds', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  it('S4-168 nobody moves a review to a system of another’s, or changes one that they may not see', async () => {
    const owner = (await app.person('sandnes-systemeier')).personId
    const other = (await app.person('sandnes-leder')).personId
    const [own, foreign] = await app.ctx('sandnes-administrator', async (ctx) => [
      await makeSystem(ctx, { name: 'Journalen', owner }),
      await makeSystem(ctx, { name: 'Timeplanen', owner: other }),
    ])
    const values: Answers = {
      ...emptyValues(logReviewFields),
      ...{ name: 'Februar', system: own ?? null, periodFrom: '2026-02-01', periodTo: '2026-02-28', by: owner, doneOn: '2026-03-01' },
      ...({ reason: 'routine', result: 'nothing' } as const),
    }
    const id = await app.ctx('sandnes-systemeier', async (ctx) => {
      const made = newId(ctx.now)
      expect((await addLogReview(ctx, made, values)).ok).toBe(true)
      return made
    })
    const edited = (slug: string, over: Partial<Answers>) => app.ctx(slug, (ctx) => editLogReview(ctx, id, 1, { ...values, ...over }))
    expect(await edited('sandnes-systemeier', { system: foreign ?? null })).toMatchObject({ why: 'notYours', fields: ['system'] })
    expect(await edited('sandnes-leder', { name: 'Tatt over' })).toMatchObject({ why: 'notFound' })
    expect(await edited('sandnes-revisor', { name: 'Tatt over' })).toMatchObject({ why: 'notYours' })
    expect((await edited('sandnes-systemeier', { name: 'Februar, hele' })).ok).toBe(true)
    expect(await edited('sandnes-systemeier', { name: 'Februar igjen' })).toMatchObject({ why: 'stale' })
  })
})
