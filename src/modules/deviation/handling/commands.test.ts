import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import { unreadCount } from '../../messages/public.ts'
import { myMessages } from '../../messages/queries.ts'
import { myTasks } from '../../tasks/public.ts'
import { hoursFrom, must, someMonday } from '../factory.ts'
import { reportFields } from '../fields-report.ts'
import { caseView } from '../queries.ts'
import { sendReport } from '../report/commands.ts'
import { fingerprintOf } from '../seen.ts'
import { answerInquiry, askFor, containDeviation, saveHandling, saveMeasures } from './commands.ts'

describeDatabase('handling a case', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
  })
  afterAll(() => app.stop())

  const report = (slug: string): Promise<string> =>
    app.ctx(slug, async (ctx) => {
      const id = newId(ctx.now)
      const answers = { personalData: 'yes', affectedUnit: ctx.actor.unitId, whatHappened: 'En liste kom bort.' } as const
      must(await sendReport(ctx, id, 'form', { ...emptyValues(reportFields), ...answers, discoveredAt: hoursFrom(someMonday, -1) }))
      return id
    })
  const dpo = 'sauda-personvernombud'
  const read = async (id: string, slug = dpo) => {
    const view = await app.ctx(slug, (ctx) => caseView(ctx, id))
    if (!view) throw new Error('the case is there')
    return view.deviation
  }
  const question = (id: string, personId: string | null) => ({
    id,
    toReporter: personId === null,
    personId,
    resourceRole: personId === null ? null : 'it',
    question: 'Var maskinen kryptert?',
    dueAt: hoursFrom(someMonday, 8),
  })

  it('S1-46 S3-10 the assessor asks, the reporter gets a task and a message without the case’s words, and the answer comes in', async () => {
    const id = await report('sauda-ansatt')
    const asked = newId(someMonday)
    const unread = () => app.ctx('sauda-ansatt', (ctx) => unreadCount(ctx))
    const before = await unread()
    must(await app.ctx(dpo, (ctx) => askFor(ctx, id, question(asked, null))))
    expect(await unread()).toBe(before + 1)
    const tasks = await app.ctx('sauda-ansatt', (ctx) => myTasks(ctx, 50))
    const task = tasks.find((one) => one.subjectId === id)
    expect(task).toMatchObject({ kind: 'deviation.answer', dueAt: hoursFrom(someMonday, 8) })
    expect(JSON.stringify(task)).not.toContain('kryptert')
    must(await app.ctx('sauda-ansatt', (ctx) => answerInquiry(ctx, id, asked, 'Ja, hele disken.')))
    expect((await read(id)).inquiries).toMatchObject([{ answer: 'Ja, hele disken.', answeredAt: someMonday }])
    expect((await app.ctx('sauda-ansatt', (ctx) => myTasks(ctx, 50))).some((one) => one.subjectId === id)).toBe(false)
  })

  it('S4-138 whoever is asked may come in and answer; another organisation’s person can be asked by nobody', async () => {
    const id = await report('sauda-ansatt')
    const { personId } = await app.person('sauda-it-sjef')
    const asked = newId(someMonday)
    expect(await app.ctx('sauda-it-sjef', (ctx) => caseView(ctx, id))).toBeUndefined()
    must(await app.ctx(dpo, (ctx) => askFor(ctx, id, question(asked, personId))))
    must(await app.ctx('sauda-it-sjef', (ctx) => answerInquiry(ctx, id, asked, 'Ja.')))
    const stranger = (await app.person('sandnes-it-sjef')).personId
    const refused = await app.ctx(dpo, (ctx) => askFor(ctx, id, question(newId(someMonday), stranger)))
    expect(refused).toMatchObject({ ok: false, why: 'incomplete', fields: ['person'] })
    expect(await app.ctx('sandnes-it-sjef', (ctx) => answerInquiry(ctx, id, asked, 'Nei.'))).toMatchObject({ ok: false, why: 'notFound' })
  })

  it('a question that carries the id of another case’s question writes over nothing', async () => {
    const [one, other] = [await report('sauda-ansatt'), await report('sauda-ansatt')]
    const asked = newId(someMonday)
    must(await app.ctx(dpo, (ctx) => askFor(ctx, one, question(asked, null))))
    must(await app.ctx('sauda-ansatt', (ctx) => answerInquiry(ctx, one, asked, 'Ja.')))
    expect(await app.ctx(dpo, (ctx) => askFor(ctx, other, question(asked, null)))).toMatchObject({ ok: false, why: 'notNow' })
    expect((await read(one)).inquiries).toMatchObject([{ answer: 'Ja.' }])
    expect((await read(other)).inquiries).toEqual([])
  })

  it('S4-131 a protected reporter is asked, is told without the case number, and answers without a name in the log', async () => {
    const id = await report('sandnes-ansatt')
    const asked = newId(someMonday)
    must(await app.ctx('sandnes-personvernombud', (ctx) => askFor(ctx, id, question(asked, null))))
    expect((await read(id, 'sandnes-personvernombud')).inquiries).toMatchObject([{ toReporter: true, personId: null }])
    const { personId } = await app.person('sandnes-ansatt')
    const kept = await app.ctx('sandnes-ansatt', async (ctx) => ({
      tasks: await ctx.tx.selectFrom('task').select('id').where('subject_id', '=', id).where('person_id', '=', personId).execute(),
      messages: await ctx.tx.selectFrom('message').select('id').where('person_id', '=', personId).execute(),
      mine: await myMessages(ctx, 10, null),
    }))
    expect(kept.tasks).toEqual([])
    expect(kept.messages).toEqual([])
    expect(kept.mine).toMatchObject([{ kind: 'deviation.reporterAsked', reference: null, href: '/avvik/mine', readAt: null }])
    must(await app.ctx('sandnes-ansatt', (ctx) => answerInquiry(ctx, id, asked, 'Ja.')))
    const events = await app.ctx('sandnes-personvernombud', (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['actor_id', 'actor_kind'])
        .where('subject_id', '=', id)
        .where('type', '=', 'deviation.answered')
        .execute(),
    )
    expect(events).toEqual([{ actor_id: null, actor_kind: 'protected' }])
  })

  it('S3-24 S4-023 two hands work at once: different parts do not stop each other, the same part is never written over unseen', async () => {
    const id = await report('sauda-ansatt')
    const seen = await read(id)
    const fingerprint = (names: readonly (keyof typeof seen.handling)[]) => fingerprintOf(names.map((name) => seen.handling[name]))
    const contain = { contained: 'yes', containedAt: null, containment: 'Sperret.' } as const
    const save = (answers: Parameters<typeof saveHandling>[3], version: number) =>
      app.ctx(dpo, (ctx) => saveHandling(ctx, id, { version, fingerprint: fingerprint(Object.keys(answers) as never) }, answers))
    must(await app.ctx(dpo, (ctx) => containDeviation(ctx, id, { version: seen.version, fingerprint: null }, contain)))
    must(await save({ extent: 'Tolv elever.' }, seen.version))
    expect(await save({ extent: 'Tretti elever.' }, seen.version)).toMatchObject({ ok: false, why: 'stale' })
    expect((await read(id)).handling).toMatchObject({ extent: 'Tolv elever.', containment: 'Sperret.' })
  })

  it('S1-40 the list of measures is kept in its order, and a measure keeps its id', async () => {
    const id = await report('sauda-ansatt')
    const measure = (what: string) =>
      ({
        id: newId(someMonday),
        purpose: 'repair',
        what,
        state: 'planned',
        responsibleRole: null,
        responsiblePerson: null,
        responsible: 'IT',
        dueOn: '2026-03-04',
        doneOn: null,
        evidence: null,
      }) as const
    const [first, second] = [measure('Be om sletting'), measure('Endre rutinen')]
    must(await app.ctx(dpo, (ctx) => saveMeasures(ctx, id, null, [first, second])))
    must(
      await app.ctx(dpo, (ctx) =>
        saveMeasures(ctx, id, null, [{ ...second, state: 'done', doneOn: '2026-03-02', evidence: 'Ny rutine' }, first]),
      ),
    )
    expect((await read(id)).measures.map(({ id: one, state }) => [one, state])).toEqual([
      [second.id, 'done'],
      [first.id, 'planned'],
    ])
  })

  it('a refused deed changes nothing and leaves a trace', async () => {
    const id = await report('oslomet-ansatt')
    const before = await read(id, 'oslomet-sikkerhet')
    const refused = await app.ctx('oslomet-leder', (ctx) => saveHandling(ctx, id, null, { extent: 'x' }))
    expect(refused).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await read(id, 'oslomet-sikkerhet')).toEqual(before)
    const events = await app.ctx('oslomet-sikkerhet', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('data').where('subject_id', '=', id).where('type', '=', 'deviation.refused').execute(),
    )
    expect(events).toEqual([{ data: { why: 'notAllowed', fields: [] } }])
  })
})
