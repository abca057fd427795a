import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { expirings } from '../../app/modules.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { removeCamera } from '../cameras/commands.ts'
import { makeCamera } from '../cameras/factory.ts'
import { profileOf } from '../organisation/public.ts'
import { changeProfile } from '../organisation/store.ts'
import { editProcessing } from '../processing/commands.ts'
import { makeProcessing } from '../processing/factory.ts'
import { findProcessing } from '../processing/public.ts'
import { holdRecording, releaseRecording } from '../recordings/commands.ts'
import { makeRecording } from '../recordings/factory.ts'
import { recordingAnyway } from '../recordings/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { carryOut, confirmDeletion } from './commands.ts'
import { proofFields } from './fields.ts'
import { dueSweep, ownSweep } from './jobs.ts'
import { own } from './profile.ts'
import type { Proof, SubjectKind } from './retention.ts'
import { deletionsOf } from './store.ts'

describeExample('retention: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const [keeper, owner, head] = ['sandnes-administrator', 'sandnes-systemeier', 'sandnes-leder']
  const person = async (slug: string) => (await app.person(slug)).personId
  const of = (kind: SubjectKind, id: string) => app.ctx(keeper, async (ctx) => deletionsOf(ctx, kind, id))
  const first = async (kind: SubjectKind, id: string) => (await of(kind, id))[0] ?? expect.unreachable('no deletion')
  const openTasks = (id: string) =>
    app.ctx(keeper, async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind, personId }) => [kind, personId]),
    )
  const proof: Proof = {
    ...emptyValues(proofFields),
    ...{ doneOn: '2026-03-02', what: 'Om lag 200 søknader.', method: 'Slettet i systemet.' },
    ...({ archive: 'no', archiveBasis: 'Kassasjonsplanen', outcome: 'deleted' } as const),
  }
  const ended = async (over: Parameters<typeof makeProcessing>[1] = {}) => {
    const responsible = await person(owner)
    return app.ctx(keeper, (ctx) => makeProcessing(ctx, { responsible, purposeEndsOn: '2026-02-28', ...over }))
  }

  it('S2-58 when the purpose has ended its owner has the task, and the proof ends it', async () => {
    const id = await ended()
    const deletion = await first('processing', id)
    expect(deletion.values).toMatchObject({ state: 'due', why: 'purposeEnded', dueOn: '2026-02-28' })
    expect(await openTasks(deletion.id)).toEqual([['deletion.carryOut', await person(owner)]])
    expect(await app.ctx(owner, (ctx) => carryOut(ctx, deletion.id, null, proof))).toMatchObject({ ok: true })
    expect((await first('processing', id)).values).toMatchObject({
      state: 'done',
      doneBy: await person(owner),
      what: 'Om lag 200 søknader.',
    })
    expect(await openTasks(deletion.id)).toEqual([])
    // What was proved is not asked for again by the clock, nor by another answer.
    await dueSweep.run(await app.round(keeper))
    await edits(id, { recipients: 'Ingen' })
    expect(await of('processing', id)).toHaveLength(1)
  })
  const edits = (id: string, over: object) =>
    app.ctx(keeper, async (ctx) => {
      const { values } = (await findProcessing(ctx, id)) ?? expect.unreachable('no activity')
      expect(await editProcessing(ctx, id, null, { ...values, ...over })).toMatchObject({ ok: true })
    })

  it('S2-58 what ends later comes by the clock; moved it is moved, and taken back it falls', async () => {
    const id = await ended({ purposeEndsOn: null, basisEndsOn: '2026-06-01' })
    expect(await of('processing', id)).toEqual([])
    app.clock.now = new Date('2026-05-20T08:00:00Z')
    await dueSweep.run(await app.round(keeper))
    await dueSweep.run(await app.round(keeper))
    expect((await of('processing', id)).map(({ values }) => [values.state, values.why])).toEqual([['due', 'basisEnded']])
    await edits(id, { basisEndsOn: '2026-06-10' })
    expect((await first('processing', id)).values.dueOn).toBe('2026-06-10')
    await edits(id, { basisEndsOn: null })
    expect((await first('processing', id)).values.state).toBe('dropped')
    expect(await openTasks((await first('processing', id)).id)).toEqual([])
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S4-191 of an activity, a recording and a camera that is taken down, to delete or to anonymise', async () => {
    const activity = await ended({ erase: 'anonymise' })
    const recording = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-03-10', erase: 'anonymise' }))
    const camera = await app.ctx(head, async (ctx) => {
      const made = await makeCamera(ctx, { erase: 'anonymise', retentionDays: 7 })
      expect(await removeCamera(ctx, made, null)).toMatchObject({ ok: true })
      return made
    })
    for (const [kind, id, dueOn] of [
      ['processing', activity, '2026-02-28'],
      ['recording', recording, '2026-03-10'],
      ['camera', camera, '2026-03-09'],
    ] as const)
      expect((await first(kind, id)).values, kind).toMatchObject({ state: 'due', planned: 'anonymise', dueOn })
    expect(await openTasks((await first('camera', camera)).id)).toEqual([['deletion.carryOut', await person(head)]])
    const anonymised = await first('recording', recording)
    expect(await app.ctx(head, (ctx) => carryOut(ctx, anonymised.id, null, { ...proof, outcome: 'anonymised' }))).toMatchObject({
      ok: true,
    })
    expect((await first('recording', recording)).values.outcome).toBe('anonymised')
  })

  it('S4-199 with a hold there is no task of deletion; its release starts it again', async () => {
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-03-01' }))
    const before = await first('recording', id)
    expect(await openTasks(before.id)).toEqual([['deletion.carryOut', await person(head)]])
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: await person(head) } as const
    expect(await app.ctx(head, (ctx) => holdRecording(ctx, id, null, hold))).toMatchObject({ ok: true })
    expect((await first('recording', id)).values.state).toBe('stopped')
    expect(await openTasks(before.id)).toEqual([])
    await dueSweep.run(await app.round(keeper))
    expect(await of('recording', id)).toHaveLength(1)
    expect(await app.ctx(head, (ctx) => carryOut(ctx, before.id, null, proof))).toMatchObject({ why: 'isHeld' })
    expect(await app.ctx(head, (ctx) => releaseRecording(ctx, id, null))).toMatchObject({ ok: true })
    const again = (await of('recording', id)).find(({ values }) => values.state === 'due') ?? expect.unreachable('not due again')
    expect(await openTasks(again.id)).toEqual([['deletion.carryOut', await person(head)]])
  })

  it('S4-198 a recording that is deleted leaves nothing of what was said: not on its page, nor in its history', async () => {
    const over = { name: 'Kanari 3391', eraseOn: '2026-03-01', keepReason: 'Kanari sak', caseReference: '26/3391' }
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, over))
    const deletion = await first('recording', id)
    expect(deletion.values.name).not.toContain('3391')
    expect(await app.ctx(head, (ctx) => carryOut(ctx, deletion.id, null, proof))).toMatchObject({ ok: true })
    const left = await app.ctx(head, async (ctx) => [await recordingAnyway(ctx, id), await versionsOf(ctx, id)])
    expect(JSON.stringify(left)).not.toContain('3391')
    expect(left[0]).toMatchObject({ values: { status: 'erased', erasedOn: '2026-03-02' } })
  })
  const versionsOf = (ctx: Ctx, id: string) => ctx.tx.selectFrom('record_version').selectAll().where('subject_id', '=', id).execute()

  it('where two are wanted the second is another; two who confirm at once are heard once', async () => {
    await app.ctx(keeper, async (ctx) => {
      const profile = own(await profileOf(ctx))
      await changeProfile(ctx, null, () => ({ ...profile, retention: { ...profile.retention, twoPersons: true } }))
    })
    const deletion = await first('processing', await ended())
    expect(await app.ctx(owner, (ctx) => carryOut(ctx, deletion.id, null, proof))).toMatchObject({
      next: { values: { state: 'confirming' } },
    })
    expect((await openTasks(deletion.id)).map(([kind]) => kind)).toEqual(['deletion.confirm'])
    expect(await app.ctx(owner, (ctx) => confirmDeletion(ctx, deletion.id, null))).toMatchObject({ why: 'samePerson' })
    const both = await Promise.all([1, 2].map(() => app.ctx('sandnes-personvernombud', (ctx) => confirmDeletion(ctx, deletion.id, null))))
    expect(both.map((one) => (one.ok ? 'confirmed' : one.why)).sort()).toEqual(['confirmed', 'notNow'])
  })

  it('S4-199 a hold that comes while the second person is waited for stops it, and what the first one said stays', async () => {
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-03-01' }))
    const { id: deletion } = await first('recording', id)
    expect(await app.ctx(head, (ctx) => carryOut(ctx, deletion, null, proof))).toMatchObject({ next: { values: { state: 'confirming' } } })
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: await person(head) } as const
    expect(await app.ctx(head, (ctx) => holdRecording(ctx, id, null, hold))).toMatchObject({ ok: true })
    const said = { outcome: 'deleted', doneOn: '2026-03-02', what: proof.what, method: proof.method, doneBy: await person(head) }
    expect((await first('recording', id)).values).toMatchObject({ state: 'stopped', secondBy: null, ...said })
    expect(await openTasks(deletion)).toEqual([])
    expect(await app.ctx('sandnes-personvernombud', (ctx) => confirmDeletion(ctx, deletion, null))).toMatchObject({ why: 'isHeld' })
    const page = (await (await app.as(head)).get(`/sletting/${deletion}`)).text
    for (const words of ['ingen har bekreftet det', 'Om lag 200 søknader.', 'Slettet i systemet.']) expect(page).toContain(words)
    expect((await (await app.as(head)).get(`/historikk/deletion/${deletion}`)).text).toContain('Om lag 200 søknader.')
    // The recording is there, held; its release asks for the deletion anew, and the first proof stands beside it.
    expect(await app.ctx(head, (ctx) => recordingAnyway(ctx, id))).toMatchObject({ values: { status: 'held' } })
    expect(await app.ctx(head, (ctx) => releaseRecording(ctx, id, null))).toMatchObject({ ok: true })
    expect((await of('recording', id)).map(({ values }) => [values.state, values.what]).sort()).toEqual([
      ['due', null],
      ['stopped', 'Om lag 200 søknader.'],
    ])
  })

  it('S2-58 what was proved and not yet confirmed stays, where the record no longer asks for it', async () => {
    const id = await ended({ purposeEndsOn: '2026-02-27' })
    const { id: deletion } = await first('processing', id)
    expect(await app.ctx(owner, (ctx) => carryOut(ctx, deletion, null, proof))).toMatchObject({ ok: true })
    await edits(id, { purposeEndsOn: null })
    expect((await first('processing', id)).values).toMatchObject({
      state: 'dropped',
      what: 'Om lag 200 søknader.',
      doneBy: await person(owner),
    })
  })

  it('Varde deletes its own: traces of recordings and proofs that are old enough, and says so in the log', async () => {
    const count = (table: 'recording' | 'deletion') =>
      app.ctx(keeper, async ({ tx }) => (await tx.selectFrom(table).select('id').execute()).length)
    const before = [await count('recording'), await count('deletion')]
    await ownSweep(expirings).run(await app.round(keeper))
    expect([await count('recording'), await count('deletion')]).toEqual(before)
    app.clock.now = new Date('2027-04-02T08:00:00Z')
    await ownSweep(expirings).run(await app.round(keeper))
    expect(await count('recording')).toBeLessThan(before[0] ?? 0)
    app.clock.now = new Date('2031-04-02T08:00:00Z')
    await ownSweep(expirings).run(await app.round(keeper))
    // An activity that still stands with the day that was proved keeps its proof: without it the clock would ask for it anew.
    const proved = () =>
      app.ctx(keeper, async ({ tx }) => tx.selectFrom('deletion').select(['subject', 'subject_id']).where('state', '=', 'done').execute())
    const kept = await proved()
    expect(new Set(kept.map(({ subject }) => subject))).toEqual(new Set(['processing']))
    await dueSweep.run(await app.round(keeper))
    for (const { subject_id } of kept) expect(await of('processing', subject_id)).toHaveLength(1)
    await edits(kept[0]?.subject_id ?? '', { purposeEndsOn: null })
    await ownSweep(expirings).run(await app.round(keeper))
    expect(await proved()).toHaveLength(kept.length - 1)
    expect(await (await app.as(keeper)).get('/logg')).toMatchObject({ text: expect.stringContaining('Varde slettet egne oppføringer') })
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })
})
