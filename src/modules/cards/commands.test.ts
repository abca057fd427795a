import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { lendCard, moveCard, orderCard, registerCard } from './commands.ts'

describeExample('cards: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('two who do the same deed at once: one is done', async () => {
    const { personId } = await app.person('sandnes-ansatt')
    const id = randomUUID()
    const issue = { holder: personId, cardNumber: '1', uses: ['access'], zones: null } as const
    await app.ctx('sandnes-kortutsteder', async (ctx) => expect(await registerCard(ctx, id, issue)).toMatchObject({ ok: true }))
    const lose = (slug: string) => app.ctx(slug, (ctx) => moveCard(ctx, id, 'reportLoss', 1))
    const both = await Promise.all([lose('sandnes-ansatt'), lose('sandnes-leder')])
    expect(both.filter(({ ok }) => ok).length).toBe(1)
  })

  it('S4-208 a loan card is lent to one at a time, also when two lend it at once', async () => {
    const { personId } = await app.person('sandnes-ansatt')
    const lend = () => app.ctx('sandnes-servicekontoret', (ctx) => lendCard(ctx, randomUUID(), { holder: personId, cardNumber: 'L9' }))
    const both = await Promise.all([lend(), lend()])
    expect(both.filter(({ ok }) => ok).length).toBe(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ why: 'isLent' })
  })

  it('another organisation’s people and cards are not pointed at', async () => {
    const { personId: foreign } = await app.person('uio-ansatt')
    const own = { cardNumber: '1', uses: ['access'], zones: null } as const
    await app.ctx('sandnes-kortutsteder', async (ctx) =>
      expect(await registerCard(ctx, randomUUID(), { ...own, holder: foreign })).toMatchObject({ why: 'notARecord', fields: ['holder'] }),
    )
    await app.ctx('sandnes-servicekontoret', async (ctx) =>
      expect(await lendCard(ctx, randomUUID(), { holder: foreign, cardNumber: 'L' })).toMatchObject({ why: 'notARecord' }),
    )
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const order = { uses: ['print'], zones: null, delivery: 'mail', replaces: randomUUID() } as const
      expect(await orderCard(ctx, randomUUID(), order, [])).toMatchObject({ why: 'notARecord', fields: ['replaces'] })
    })
  })
})
