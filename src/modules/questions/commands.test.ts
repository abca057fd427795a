import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { tasksOf } from '../tasks/public.ts'
import { answerQuestion, sendQuestion } from './commands.ts'
import { findQuestion, missingRoutines } from './queries.ts'

describeDatabase('questions: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S0-08 S2-52 what is not found is the leader’s task and a line more on the list of the unit, with an owner and a date, once', async () => {
    const id = newId(new Date())
    const leader = await app.person('sandnes-leder')
    const lines = () => app.ctx('sandnes-personvernombud', (ctx) => missingRoutines(ctx, null))
    const before = (await lines()).length
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const asking = { kind: 'routine', sentTo: 'leader', about: 'Rutine for utlån', unit: ctx.actor.unitId } as const
      expect(await sendQuestion(ctx, id, asking)).toMatchObject({ ok: true })
      expect(await sendQuestion(ctx, id, asking)).toMatchObject({ why: 'nothingChanged' })
    })
    await app.ctx('sandnes-leder', async (ctx) => {
      const open = (await tasksOf(ctx, id)).filter(({ status }) => status === 'open')
      expect(open).toMatchObject([{ kind: 'question.answer', personId: leader.personId }])
    })
    const after = await lines()
    expect(after.length).toBe(before + 1)
    expect(after.find((one) => one.id === id)).toMatchObject({ about: 'Rutine for utlån', dueOn: '2026-04-01', answered: false })
    expect(after.find((one) => one.id === id)?.owner).toBe('Rektor, Sandnes')
    await app.ctx('sandnes-leder', async (ctx) => {
      expect(await answerQuestion(ctx, id, 1, { answer: 'Den ligger under Rutiner.' })).toMatchObject({ ok: true })
      expect((await tasksOf(ctx, id)).filter(({ status }) => status === 'open')).toEqual([])
    })
  })

  it('a colleague and another organisation have no such question', async () => {
    const id = newId(new Date())
    await app.ctx('sandnes-ansatt', (ctx) => sendQuestion(ctx, id, { kind: 'advice', sentTo: 'dpo', about: 'Hva gjør jeg?', unit: null }))
    for (const slug of ['sandnes-leder', 'sandnes-administrator', 'uio-personvernombud'])
      await app.ctx(slug, async (ctx) => expect([slug, await findQuestion(ctx, id)]).toEqual([slug, undefined]))
    await app.ctx('sandnes-personvernombud', async (ctx) => expect(await findQuestion(ctx, id)).toBeDefined())
  })
})
