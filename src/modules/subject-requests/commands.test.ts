import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { tell } from '../messages/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { taskSweep, tasksOf } from '../tasks/public.ts'
import {
  answerRequest,
  answerSearch,
  askRequest,
  assignRequest,
  beginSearch,
  extendRequest,
  registerRequest,
  sendOnRequest,
} from './commands.ts'
import { makeSubjectRequest } from './factory.ts'
import { someAsking } from './factory-answers.ts'
import { findRequest } from './queries.ts'
import { activitiesOn } from './queries-overview.ts'

describeExample('subject-requests: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const openTasks = (slug: string, id: string) =>
    app.ctx(slug, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))

  it('S2-29 a request has the next number of the year, without gaps and once, and is a task for those who receive', async () => {
    const id = newId(new Date())
    await app.ctx('uio-ansatt', async (ctx) => {
      expect(await askRequest(ctx, id, { ...someAsking, name: null }, 'signedIn')).toMatchObject({ why: 'incomplete' })
      expect(await askRequest(ctx, id, someAsking, 'signedIn')).toMatchObject({ next: { values: { reference: 'K-2026-0001' } } })
      expect(await askRequest(ctx, id, someAsking, 'signedIn')).toMatchObject({ why: 'nothingChanged' })
    })
    const numbers = await Promise.all(
      [1, 2, 3].map(() => app.ctx('uio-ansatt', (ctx) => askRequest(ctx, newId(ctx.now), someAsking, 'signedIn'))),
    )
    expect(numbers.map((one) => (one.ok ? one.next.values.reference : one.why)).sort()).toEqual([
      'K-2026-0002',
      'K-2026-0003',
      'K-2026-0004',
    ])
    expect(await openTasks('uio-universitetsdirektor', id)).toMatchObject([
      { kind: 'subject_request.answer', roles: ['controller'], reference: 'K-2026-0001' },
    ])
  })

  it('S2-31 received 1 March, due 31 March; on 1 April it is overdue and the leader is told', async () => {
    const leader = await app.person('uio-leder')
    const clerk = await app.person('uio-ansatt')
    const id = newId(new Date())
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      const values = { ...someAsking, channel: 'letter', receivedOn: '2026-03-01' } as const
      expect(await registerRequest(ctx, id, values)).toMatchObject({ next: { values: { dueOn: '2026-03-31' } } })
      expect(await assignRequest(ctx, id, 1, { unit: null, responsible: clerk.personId })).toMatchObject({ ok: true })
    })
    const then = app.clock.now
    const told = () =>
      app.ctx('uio-leder', async ({ tx, actor }) => {
        const rows = await tx
          .selectFrom('message')
          .select(['kind', 'title'])
          .where('organisation_id', '=', actor.organisationId)
          .where('person_id', '=', leader.personId)
          .where('kind', '=', 'task.escalated')
          .execute()
        return rows.filter(({ title }) => JSON.stringify(title).includes('krav om egne opplysninger')).length
      })
    app.clock.now = new Date('2026-03-31T21:30:00Z')
    await taskSweep(tell).run(await app.round('uio-leder'))
    expect(await told()).toBe(0)
    app.clock.now = new Date('2026-03-31T22:30:00Z')
    await taskSweep(tell).run(await app.round('uio-leder'))
    expect(await told()).toBe(1)
    expect((await openTasks('uio-ansatt', id)).map(({ overdue }) => overdue)).toEqual([true])
    app.clock.now = then
  })

  it('S2-31 an extension moves the task, and an answer ends it', async () => {
    const id = await app.ctx('uio-ansatt', (ctx) => makeSubjectRequest(ctx))
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      const given = { extendReason: 'Mange systemer.', extendToldOn: '2026-03-02' }
      expect(await extendRequest(ctx, id, 1, given)).toMatchObject({ ok: true })
    })
    expect(await openTasks('uio-universitetsdirektor', id)).toMatchObject([{ dueAt: new Date('2026-06-02T22:00:00Z') }])
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      const answer = { outcome: 'granted', ground: null, answer: null, answeredOn: '2026-03-02' } as const
      expect(await answerRequest(ctx, id, 1, answer)).toMatchObject({ why: 'stale' })
      expect(await answerRequest(ctx, id, 2, answer)).toMatchObject({ ok: true })
    })
    expect(await openTasks('uio-universitetsdirektor', id)).toEqual([])
  })

  it('the systems that hold data on the group are looked in by their owners, each once', async () => {
    const owner = await app.person('sandnes-systemeier')
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeSubjectRequest(ctx, { subjects: 'callers' }))
    const refused = await app.ctx('sandnes-personvern-gdpr', (ctx) => beginSearch(ctx, id, 1))
    expect(refused).toMatchObject({ why: 'noSystems' })
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Sentralbord', owner: owner.personId }))
    await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { dataSubjects: ['callers'], systems: [system] }))
    await app.ctx('sandnes-personvern-gdpr', async (ctx) => {
      expect(await beginSearch(ctx, id, 1)).toMatchObject({ ok: true })
      expect(await beginSearch(ctx, id, 2)).toMatchObject({ why: 'nothingChanged' })
    })
    const [line] = (await app.ctx('sandnes-systemeier', (ctx) => findRequest(ctx, id)))?.searches ?? []
    expect(line).toMatchObject({ system, searcher: owner.personId, finding: null })
    expect((await openTasks('sandnes-systemeier', id)).map(({ kind, personId }) => [kind, personId])).toContainEqual([
      'subject_request.search',
      owner.personId,
    ])
    await app.ctx('sandnes-systemeier', async (ctx) => {
      expect(await answerSearch(ctx, id, line?.id ?? '', 1, { finding: 'nothing', note: null })).toMatchObject({ ok: true })
      expect(await answerSearch(ctx, id, line?.id ?? '', 1, { finding: 'found', note: null })).toMatchObject({ why: 'stale' })
    })
    expect((await openTasks('sandnes-systemeier', id)).map(({ kind }) => kind)).toEqual(['subject_request.answer'])
  })

  it('S2-30 the overview for a group has every activity that keeps data on it, of one unit or all, and none that has ended', async () => {
    const unit = await app.ctx('uio-leder', async ({ actor }) => actor.leads[0] ?? '')
    await app.ctx('uio-personvernombud', async (ctx) => {
      await makeProcessing(ctx, { name: 'Innringere her', dataSubjects: ['callers'], unit })
      await makeProcessing(ctx, { name: 'Innringere der', dataSubjects: ['callers', 'students'] })
      await makeProcessing(ctx, { name: 'Bare studenter', dataSubjects: ['students'] })
      const names = async (of: string | null) => (await activitiesOn(ctx, 'callers', of)).map(({ values }) => values.name).sort()
      expect(await names(null)).toEqual(['Innringere der', 'Innringere her'])
      expect(await names(unit)).toEqual(['Innringere her'])
    })
  })

  it('two who answer at once: one answer stands; another organisation has no such request', async () => {
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeSubjectRequest(ctx))
    const say = (answer: string) =>
      app.ctx('sandnes-personvern-gdpr', (ctx) =>
        answerRequest(ctx, id, 1, { outcome: 'granted', ground: null, answer, answeredOn: '2026-03-02' }),
      )
    expect((await Promise.all([say('A'), say('B')])).filter(({ ok }) => ok).length).toBe(1)
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      expect(await findRequest(ctx, id)).toBeUndefined()
      expect(await sendOnRequest(ctx, id, null)).toMatchObject({ why: 'notFound' })
    })
  })
})
