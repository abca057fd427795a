import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { tasksOf } from '../tasks/public.ts'
import { answerRequest, registerRequest } from './commands.ts'
import { makeSubjectRequest } from './factory.ts'
import { someAsking } from './factory-answers.ts'
import { findRequest } from './queries.ts'

const at = '/egne-opplysninger'
const receiver = 'sauda-kommunedirektor'

describeDatabase('subject-requests: what was written in wrong', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date('2026-03-02T08:00:00Z'))
  }, 60_000)
  afterAll(() => app.stop())

  const registered = () =>
    app.ctx(receiver, async (ctx) => {
      const made = await registerRequest(ctx, newId(ctx.now), { ...someAsking, channel: 'email', receivedOn: '2026-03-02' })
      return made.ok ? made.next.id : expect.unreachable(made.why)
    })
  const form = { ...(someAsking as Readonly<Record<string, string>>), ownNumber: '', about: '', channel: 'email' }
  const post = async (id: string, over: Readonly<Record<string, string>>, slug = receiver) =>
    (await app.as(slug)).post(`${at}/${id}/retting`, { ...form, version: '1', ...over })

  it('S2-31 another day moves the task, the page says why, and the log which question it was', async () => {
    const id = await registered()
    const client = await app.as(receiver)
    expect((await client.get(`${at}/${id}`)).text).toContain(`${at}/${id}/retting`)
    expect((await client.get(`${at}/${id}/retting`)).text).toMatch(/value="2026-03-02"/)
    const right = { receivedOn: '2026-02-19', correctReason: 'E-posten kom før ferien.' }
    expect(await post(id, right)).toMatchObject({ status: 303, location: `${at}/${id}` })
    // Pressed twice: once.
    expect((await post(id, right)).status).toBe(303)
    const page = (await client.get(`${at}/${id}`)).text
    expect([page.includes('19. februar 2026'), page.split('E-posten kom før ferien.').length]).toEqual([true, 2])
    const tasks = await app.ctx(receiver, (ctx) => tasksOf(ctx, id))
    expect(tasks.map(({ dueAt, status }) => [dueAt?.toISOString(), status])).toEqual([['2026-03-19T23:00:00.000Z', 'open']])
    const log = await app.ctx(receiver, (ctx) =>
      ctx.tx.selectFrom('audit_event').select(['type', 'data']).where('subject_id', '=', id).where('type', 'like', '%corrected').execute(),
    )
    expect(log).toMatchObject([{ type: 'subject_request.corrected', data: { fields: ['receivedOn'] } }])
    expect(JSON.stringify(log)).not.toContain('ferien')
  })

  it('two who correct at once: the second sees what stands beside what they wrote, and nothing is saved', async () => {
    const id = await registered()
    expect((await post(id, { receivedOn: '2026-02-19', correctReason: 'Stempelet.' })).status).toBe(303)
    const late = await post(id, { receivedOn: '2026-02-20', correctReason: 'Konvolutten.' })
    expect([late.status, late.text.includes('19. februar 2026'), late.text.includes('Konvolutten.')]).toEqual([409, true, true])
    expect((await app.ctx(receiver, (ctx) => findRequest(ctx, id)))?.values.receivedOn).toBe('2026-02-19')
  })

  it('is refused with words: to others, of what somebody wrote themselves, after the answer, and without a reason', async () => {
    const id = await registered()
    const right = { receivedOn: '2026-02-19', correctReason: 'Stempelet.' }
    const unread = await post(id, { ...right, correctReason: '' })
    expect([unread.status, unread.text.includes('href="#correctReason"')]).toEqual([422, true])
    expect((await post(id, { ...right, receivedOn: '2026-03-03' })).status).toBe(422)
    expect((await post(id, right, 'sauda-personvernombud')).status).toBe(403)
    expect((await post(id, right, 'sauda-ansatt')).status).toBe(404)
    expect((await post(id, right, 'uio-universitetsdirektor')).status).toBe(404)

    const asked = await app.ctx('sauda-ansatt', (ctx) => makeSubjectRequest(ctx))
    const client = await app.as(receiver)
    expect((await client.get(`${at}/${asked}`)).text).not.toContain('/retting')
    expect(await client.get(`${at}/${asked}/retting`)).toMatchObject({ status: 303, location: `${at}/${asked}` })
    const refused = await post(asked, right)
    expect([refused.status, refused.text.includes('skrive av den som spør')]).toEqual([422, true])

    const answer = { outcome: 'withdrawn', ground: null, answer: null, answeredOn: '2026-03-02' } as const
    expect(await app.ctx(receiver, (ctx) => answerRequest(ctx, id, 1, answer))).toMatchObject({ ok: true })
    const closed = await post(id, { ...right, version: '2' })
    expect([closed.status, closed.text.includes('allereie')]).toEqual([422, true])
  })
})
