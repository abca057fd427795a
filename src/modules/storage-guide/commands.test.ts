import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeProcessing } from '../processing/factory.ts'
import { fetchPlaces, keepAssessment } from './commands.ts'
import { assessmentsOf, places } from './queries.ts'

describeExample('storage-guide: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('the places of the profile come once, and only to those who keep the guide', async () => {
    await app.ctx('oslomet-ansatt', async (ctx) => expect(await fetchPlaces(ctx)).toBe(0))
    await app.ctx('oslomet-informasjonssikkerhetssjef', async (ctx) => {
      expect(await fetchPlaces(ctx)).toBeGreaterThan(5)
      expect(await fetchPlaces(ctx)).toBe(0)
      expect((await places(ctx)).map(({ values }) => values.name)).toContain('Hjemmeområde')
    })
    await app.ctx('sandnes-personvernombud', async (ctx) => expect(await places(ctx)).toEqual([]))
  })

  it('S0-30 what a survey was judged to be is kept with its processing, once; another organisation’s processing takes nothing', async () => {
    const foreign = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx))
    await app.ctx('sandnes-personvernombud', async (ctx) => {
      const processing = await makeProcessing(ctx)
      const values = { sends: 'survey', content: 'internal', reveals: 'yes', processing } as const
      const id = newId(ctx.now)
      expect(await keepAssessment(ctx, id, values)).toMatchObject({ ok: true })
      expect(await keepAssessment(ctx, id, values)).toMatchObject({ why: 'nothingChanged' })
      expect(await assessmentsOf(ctx, processing)).toMatchObject([{ values: { sends: 'survey', reveals: 'yes' } }])
      expect(await keepAssessment(ctx, newId(ctx.now), { ...values, processing: foreign })).toMatchObject({ why: 'notARecord' })
      expect(await keepAssessment(ctx, newId(ctx.now), { ...values, sends: 'nothing' })).toMatchObject({ why: 'notNow' })
    })
  })
})
