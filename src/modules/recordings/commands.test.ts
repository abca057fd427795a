import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { tasksOf } from '../tasks/public.ts'
import { archiveNote, editRecording, holdRecording, moveHold, releaseRecording } from './commands.ts'
import { makeRecording } from './factory.ts'
import { findRecording, holdsOf } from './queries.ts'

describeExample('recordings: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const maker = 'sandnes-ansatt'
  const person = async (slug: string) => (await app.person(slug)).personId
  const openOf = (id: string) =>
    app.ctx(maker, async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind, personId }) => [kind, personId]),
    )

  it('S4-196 with a note the caseworker has the task, until the note is in the case', async () => {
    const caseworker = await person('sandnes-helsefagarbeider')
    const complaint = { situation: 'complaint', complaint: 'notAvailable', caseReference: '26/77' } as const
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx, complaint))
    expect(await openOf(id)).toEqual([])
    await app.ctx(maker, async (ctx) => {
      const { values } = (await findRecording(ctx, id)) ?? expect.unreachable('no recording')
      expect(await editRecording(ctx, id, null, { ...values, note: 'Vil ha svar innen fredag.', caseworker })).toMatchObject({ ok: true })
    })
    expect(await openOf(id)).toEqual([['recording.note', caseworker]])
    expect(await app.ctx(maker, (ctx) => archiveNote(ctx, id, null, { archiveReference: '26/77-3' }))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual([])
  })

  it('S4-199 a hold is considered again by whoever it names, and released; two at once are heard once', async () => {
    const holdReviewer = await person('sandnes-leder')
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx))
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer } as const
    const both = await Promise.all([1, 2].map(() => app.ctx(maker, (ctx) => holdRecording(ctx, id, null, hold))))
    expect(both.map((one) => (one.ok ? 'held' : one.why)).sort()).toEqual(['held', 'nothingChanged'])
    expect(await openOf(id)).toEqual([['recording.hold', holdReviewer]])
    expect(await app.ctx('sandnes-leder', (ctx) => releaseRecording(ctx, id, null))).toMatchObject({ ok: true })
    expect(await openOf(id)).toEqual([])
    const stranger = await person('sauda-ansatt')
    expect(await app.ctx(maker, (ctx) => holdRecording(ctx, id, null, { ...hold, holdReviewer: stranger }))).toMatchObject({
      why: 'notARecord',
    })
  })

  it('S4-199 a later day and a second reason: a task for each, and it is not to be deleted before both have ended', async () => {
    const [one, other] = [await person('sandnes-helsefagarbeider'), await person('sandnes-systemeier')]
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx))
    const state = () => app.ctx(maker, async (ctx) => (await findRecording(ctx, id))?.values.status)
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: one } as const
    await app.ctx(maker, (ctx) => holdRecording(ctx, id, null, hold))
    const second = { holdReason: 'accident', holdReviewOn: '2026-05-01', holdReviewer: other } as const
    expect(await app.ctx('sandnes-helsefagarbeider', (ctx) => holdRecording(ctx, id, null, second))).toMatchObject({ ok: true })
    const [first, last] = await app.ctx(maker, (ctx) => holdsOf(ctx, id))
    const later = { holdReviewOn: '2026-06-01', holdReviewer: one }
    expect(await app.ctx('sandnes-helsefagarbeider', (ctx) => moveHold(ctx, id, null, first?.id ?? '', later))).toMatchObject({ ok: true })
    expect((await openOf(id)).map(([, who]) => who).sort()).toEqual([one, other].sort())
    expect(await app.ctx('sandnes-helsefagarbeider', (ctx) => moveHold(ctx, id, null, last?.id ?? '', later))).toMatchObject({
      why: 'notAllowed',
    })
    expect(await app.ctx('sandnes-helsefagarbeider', (ctx) => releaseRecording(ctx, id, null, first?.id ?? ''))).toMatchObject({ ok: true })
    expect([await state(), await openOf(id)]).toEqual(['held', [['recording.hold', other]]])
    expect(await app.ctx('sandnes-systemeier', (ctx) => releaseRecording(ctx, id, null, last?.id ?? ''))).toMatchObject({ ok: true })
    expect([await state(), await openOf(id)]).toEqual(['kept', []])
    expect((await app.ctx(maker, (ctx) => holdsOf(ctx, id))).map(({ reason, endedOn }) => [reason, endedOn !== null])).toEqual([
      ['crime', true],
      ['accident', true],
    ])
  })
})
