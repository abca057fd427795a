import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { tasksOf } from '../tasks/public.ts'
import { addDelegation, editDelegation } from './commands.ts'
import { makeDelegation } from './factory.ts'
import { delegationAnswers } from './factory-answers.ts'
import { delegationSweep } from './jobs.ts'

describeExample('delegations: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const director = 'sandnes-kommunedirektor'
  const personOf = async (slug: string) => (await app.person(slug)).personId
  const open = (id: string) =>
    app.ctx(director, async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind, personId }) => [kind, personId]),
    )

  it('S4-091 one that runs out is the giver’s task, and one whose receiver has left is looked at again; named before they leave', async () => {
    const receiver = await personOf('sandnes-systemeier')
    const id = await app.ctx('sandnes-virksomhetsleder', (ctx) =>
      makeDelegation(ctx, receiver, { name: 'Tilganger i fagsystemet', authority: 'access', toDate: '2026-06-30' }),
    )
    const giver = await personOf('sandnes-virksomhetsleder')
    expect(await open(id)).toEqual([])
    app.clock.now = new Date('2026-05-31T08:00:00Z')
    await delegationSweep.run(await app.round(director))
    await delegationSweep.run(await app.round(director))
    expect(await open(id)).toEqual([['delegation.ends', giver]])
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    const admin = await app.as('sandnes-administrator')
    const before = (await admin.get(`/personer/${receiver}/slutt`)).text
    expect(before).toMatch(/Tilganger i fagsystemet<\/a>: har fått den/)
    const version = /name="version" value="(\d+)"/.exec(before)?.[1] ?? ''
    expect((await admin.post(`/personer/${receiver}/slutt`, { version })).status).toBe(303)
    expect((await open(id)).map(([kind]) => kind)).toEqual(['delegation.anew'])
  })

  it('another organisation’s people are not pointed at; two who edit at once are told; whoever leads gives nobody else’s away', async () => {
    const [own, foreign] = [await personOf('sandnes-leder'), await personOf('sauda-leder')]
    const values = { ...delegationAnswers, delegatedBy: await personOf(director), delegatedTo: own }
    await app.ctx(director, async (ctx) => {
      expect(await addDelegation(ctx, newId(ctx.now), { ...values, delegatedTo: foreign })).toMatchObject({ why: 'notARecord' })
      const id = await makeDelegation(ctx, own)
      expect(await editDelegation(ctx, id, 1, { ...values, inForce: 'no' })).toMatchObject({ ok: true })
      expect(await editDelegation(ctx, id, 1, { ...values, name: 'Noe annet' })).toMatchObject({ why: 'stale' })
    })
    await app.ctx('sandnes-virksomhetsleder', async (ctx) =>
      expect(await addDelegation(ctx, newId(ctx.now), values)).toMatchObject({ why: 'notYours' }),
    )
  })
})
