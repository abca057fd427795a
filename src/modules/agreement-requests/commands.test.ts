import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeAgreement } from '../agreements/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { answerRequest, sendRequest } from './commands.ts'
import { findRequest } from './queries.ts'

describeExample('agreement-requests: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const asking = { kind: 'agreement' as const, counterpart: 'Skyen', about: 'Timeplan i skyen', unit: null }

  it('S2-44 the request becomes a task for the controller’s office, once, and ends when it is answered', async () => {
    const id = newId(new Date())
    await app.ctx('uio-ansatt', async (ctx) => {
      expect((await sendRequest(ctx, id, asking)).ok).toBe(true)
      expect(await sendRequest(ctx, id, asking)).toMatchObject({ ok: false, why: 'nothingChanged' })
    })
    const open = () =>
      app.ctx('uio-universitetsdirektor', async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))
    expect(await open()).toMatchObject([{ kind: 'agreement_request.answer', roles: ['controller'] }])
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      const agreement = await makeAgreement(ctx)
      expect((await answerRequest(ctx, id, 1, { answer: 'Her er den.', agreement })).ok).toBe(true)
    })
    expect(await open()).toEqual([])
  })

  it('two who answer at once: one answer stands', async () => {
    const id = newId(new Date())
    await app.ctx('sandnes-ansatt', (ctx) => sendRequest(ctx, id, asking))
    const say = (slug: string, answer: string) => app.ctx(slug, (ctx) => answerRequest(ctx, id, 1, { answer, agreement: null }))
    const both = await Promise.all([say('sandnes-kommunedirektor', 'A'), say('sandnes-personvern-gdpr', 'B')])
    expect(both.filter(({ ok }) => ok).length).toBe(1)
  })

  it('another organisation’s agreement is not pointed at, and its request is not there', async () => {
    const foreign = await app.ctx('uio-personvernombud', (ctx) => makeAgreement(ctx))
    const id = newId(new Date())
    await app.ctx('sandnes-ansatt', (ctx) => sendRequest(ctx, id, asking))
    await app.ctx('sandnes-kommunedirektor', async (ctx) => {
      expect(await answerRequest(ctx, id, 1, { answer: 'x', agreement: foreign })).toMatchObject({
        why: 'notARecord',
        fields: ['agreement'],
      })
    })
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      expect(await findRequest(ctx, id)).toBeUndefined()
      expect(await answerRequest(ctx, id, 1, { answer: 'x', agreement: null })).toMatchObject({ why: 'notFound' })
    })
  })
})
