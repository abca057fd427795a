import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { tasksOf } from '../tasks/public.ts'
import { moveCard, orderCard, registerCard } from './commands.ts'
import { deactivateLoan, handInLoan, lendCard, loseLoan } from './commands-loan.ts'

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

  it('a number opens for one person: another’s is refused when a card is registered and when it is made, until that card is out of use', async () => {
    const [one, other] = [await app.person('sandnes-ansatt'), await app.person('sandnes-helsefagarbeider')]
    const [id, ordered] = [randomUUID(), randomUUID()]
    const issue = (holder: string, cardNumber: string) => ({ holder, cardNumber, uses: ['access'], zones: null }) as const
    const register = (card: string, holder: string, number: string) =>
      app.ctx('sandnes-kortutsteder', (ctx) => registerCard(ctx, card, issue(holder, number)))
    expect(await register(id, one.personId, 'K-777')).toMatchObject({ ok: true })
    const twice = { why: 'isAnothers', fields: ['cardNumber'] }
    expect(await register(randomUUID(), other.personId, 'k-777')).toMatchObject(twice)
    await app.ctx('sandnes-kortutsteder', ({ tx, actor }) =>
      tx
        .insertInto('id_card')
        .values({ organisation_id: actor.organisationId, id: ordered, holder_id: other.personId, uses: ['access'], status: 'passed' })
        .execute(),
    )
    const make = () => app.ctx('sandnes-kortutsteder', (ctx) => moveCard(ctx, ordered, 'produce', null, { cardNumber: 'K-777' }))
    expect(await make()).toMatchObject(twice)
    await app.ctx('sandnes-ansatt', (ctx) => moveCard(ctx, id, 'reportLoss', null))
    expect(await make()).toMatchObject(twice)
    await app.ctx('sandnes-kortutsteder', (ctx) => moveCard(ctx, id, 'deactivate', null))
    expect(await make()).toMatchObject({ ok: true })
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

  it('a lost loan is a task for the issuers until it is deactivated, also when two say so at once; its leader is told once', async () => {
    const { personId } = await app.person('sandnes-ansatt')
    const id = randomUUID()
    await app.ctx('sandnes-servicekontoret', (ctx) => lendCard(ctx, id, { holder: personId, cardNumber: 'L77' }))
    const lose = (slug: string) => app.ctx(slug, (ctx) => loseLoan(ctx, id))
    const both = await Promise.all([lose('sandnes-ansatt'), lose('sandnes-servicekontoret')])
    expect(both.map((one) => (one.ok ? 'lost' : one.why)).sort()).toEqual(['lost', 'nothingChanged'])
    const open = () =>
      app.ctx('sandnes-kortutsteder', async (ctx) =>
        (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => kind),
      )
    expect(await open()).toEqual(['loan_card.deactivate'])
    const told = await app.ctx('sandnes-leder', ({ tx, actor }) =>
      tx
        .selectFrom('message')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('person_id', '=', actor.personId)
        .where('kind', '=', 'loanCard.lost')
        .execute(),
    )
    expect(told).toHaveLength(1)
    expect(await app.ctx('sandnes-servicekontoret', (ctx) => handInLoan(ctx, id))).toMatchObject({ ok: true })
    expect(await open()).toEqual(['loan_card.deactivate'])
    expect(await app.ctx('sandnes-kortutsteder', (ctx) => deactivateLoan(ctx, id))).toMatchObject({ ok: true })
    expect(await open()).toEqual([])
  })
})
