import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addTerm, editTerm, fetchTerms } from './commands.ts'
import { termFields } from './fields.ts'
import { termsInUse, termsNamed } from './queries.ts'
import { startTerms } from './start.ts'

describeExample('glossary: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const keeper = 'sandnes-personvernombud'

  it('the ready-made terms come once, and what is written under the same name stays as it is', async () => {
    await app.ctx(keeper, async (ctx) => {
      const own = { ...emptyValues(termFields), name: 'SAMTYKKE', meaningNb: 'Vår egen forklaring.', inUse: 'yes' } as const
      expect(await addTerm(ctx, newId(ctx.now), own)).toMatchObject({ ok: true })
      expect(await fetchTerms(ctx)).toBe(startTerms('municipality').length - 1)
      expect(await fetchTerms(ctx)).toBe(0)
      expect((await termsNamed(ctx, ['samtykke'])).map(({ values }) => values.meaningNb)).toEqual(['Vår egen forklaring.'])
    })
    await app.ctx('sandnes-ansatt', async (ctx) => {
      expect(await fetchTerms(ctx)).toBe(0)
      expect((await termsInUse(ctx)).length).toBe(startTerms('municipality').length)
    })
    await app.ctx('sauda-personvernombud', async (ctx) => expect(await termsInUse(ctx)).toEqual([]))
  })

  it('two who edit the same term: the later with an old page is told', async () => {
    await app.ctx(keeper, async (ctx) => {
      const id = newId(ctx.now)
      const values = { ...emptyValues(termFields), name: 'vaktliste', meaningNb: 'Hvem som er på vakt.', inUse: 'yes' } as const
      await addTerm(ctx, id, values)
      expect(await editTerm(ctx, id, 1, { ...values, meaningNb: 'Hvem som har vakt.' })).toMatchObject({ ok: true })
      expect(await editTerm(ctx, id, 1, { ...values, meaningNb: 'Noe annet.' })).toMatchObject({ ok: false, why: 'stale' })
    })
  })
})
