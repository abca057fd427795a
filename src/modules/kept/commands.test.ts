import { expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { asPerson, makePlace } from '../people/factory.ts'
import { discardCopy, discardKept, keepCopy } from './commands.ts'
import { countWaiting, keptAt, postedBy } from './queries.ts'
import { keptAtMost } from './rules.ts'
import { keepForm } from './store.ts'

const now = new Date('2026-03-02T08:00:00Z')

describeDatabase('keeping what is written', (db) => {
  it('the latest at an address stands; what was sent stays among what waits, whatever comes after it', async () => {
    const place = await makePlace(db(), now, 'sandnes')
    await asPerson(db(), place.id, place.admin, now, async (ctx) => {
      await keepCopy(ctx, '/a', { text: 'en' })
      await keepCopy(ctx, '/a', { text: ['to', 'tre'] })
      expect((await keptAt(ctx.tx, ctx.house, ctx.actor, '/a'))?.form).toEqual({ text: ['to', 'tre'] })
      expect(await countWaiting(ctx.tx, ctx.house, ctx.actor)).toBe(0)
      await keepForm(ctx.tx, ctx.house, ctx.actor, { address: '/a', form: { text: 'fire' }, posted: true }, ctx.now)
      await keepCopy(ctx, '/a', { text: 'fem' })
      const [sent] = await postedBy(ctx.tx, ctx.house, ctx.actor)
      expect(sent?.form).toEqual({ text: 'fem' })
      expect(await discardKept(ctx, sent?.id ?? '')).toBe(true)
      expect(await discardKept(ctx, sent?.id ?? '')).toBe(false)
      await keepCopy(ctx, '/a', { text: 'seks' })
      await discardCopy(ctx, '/a')
      expect(await keptAt(ctx.tx, ctx.house, ctx.actor, '/a')).toBeUndefined()
    })
  })
  it('nobody fills the house: copies give way before what was sent', async () => {
    const place = await makePlace(db(), now, 'sauda')
    await asPerson(db(), place.id, place.admin, now, async (ctx) => {
      await keepForm(ctx.tx, ctx.house, ctx.actor, { address: '/sent', form: {}, posted: true }, ctx.now)
      for (let n = 0; n < keptAtMost + 5; n++) await keepCopy(ctx, `/copy/${n}`, { n: String(n) })
      const all = await ctx.tx.selectFrom('kept_form').select('id').where('organisation_id', '=', ctx.actor.organisationId).execute()
      expect(all).toHaveLength(keptAtMost)
      expect(await countWaiting(ctx.tx, ctx.house, ctx.actor)).toBe(1)
      expect(await keptAt(ctx.tx, ctx.house, ctx.actor, `/copy/${keptAtMost + 4}`)).toBeDefined()
    })
  })
})
