import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { unitsNamed } from '../people/queries.ts'
import { editCampaign, planCampaign } from './commands.ts'
import { answerForward, forwardQuestion, handOverUnit, moveUnitDue, reopenAnswers, saveAnswers, sendAnswers } from './commands-answering.ts'
import { beginEdition, renameQuestionnaire, writeSection } from './commands-writing.ts'
import { answersFor, makeCampaign, makeQuestionnaire, sendUnit, unitNamed } from './factory.ts'
import { sectionFields } from './fields.ts'
import { campaignSweep } from './jobs.ts'
import { findCampaign, findQuestionnaire, findUnit, forwardsOf, readAnswers, respondentsOf, unitsOfCampaign } from './queries.ts'
import { noAnswer } from './rules-answering.ts'

describeExample('questionnaire: deeds', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())
  const dpo = <T>(work: Parameters<typeof app.ctx<T>>[1]) => app.ctx('uio-personvernombud', work)
  const ids = (...names: readonly string[]) => dpo(async (ctx) => (await unitsNamed(ctx, names)).map(({ id }) => id))
  const tasksOf = (id: string) =>
    dpo((ctx) =>
      ctx.tx
        .selectFrom('task')
        .select(['kind', 'person_id', 'due_at'])
        .where('subject_id', '=', id)
        .where('status', '=', 'open')
        .orderBy('kind')
        .execute(),
    )
  const person = async (slug: string) => (await app.person(slug)).personId

  it('S2-01 a planned round opens by itself on its day, once, with the units as they stand', async () => {
    const units = await ids('USIT', 'UiO-CERT')
    const id = newId(app.clock.now)
    const questionnaire = await dpo(makeQuestionnaire)
    const values = {
      name: 'Vår',
      year: 2026,
      questionnaire,
      units,
      opensOn: '2026-03-10',
      dueOn: '2026-04-10',
      daysALevel: 7,
      contact: null,
    }
    expect((await dpo((ctx) => planCampaign(ctx, id, values))).ok).toBe(true)
    expect(await dpo((ctx) => planCampaign(ctx, id, values))).toMatchObject({ why: 'nothingChanged' })
    const sweep = async () => campaignSweep.run(await app.round('uio-personvernombud'))
    await sweep()
    expect(await dpo((ctx) => findCampaign(ctx, id))).toMatchObject({ status: 'planned' })
    app.clock.now = new Date('2026-03-10T08:00:00Z')
    await sweep()
    await sweep()
    expect(await dpo((ctx) => findCampaign(ctx, id))).toMatchObject({ status: 'open' })
    const all = await dpo((ctx) => unitsOfCampaign(ctx, id))
    expect(all.map(({ name, depth, dueOn }) => [name, depth, dueOn])).toEqual([
      ['USIT', 0, '2026-04-10'],
      ['UiO-CERT', 1, '2026-04-03'],
    ])
    expect(all[1]?.parentId).toBe(all[0]?.id)
    await dpo((ctx) =>
      ctx.tx
        .updateTable('unit')
        .set({ name: 'Ny IT' })
        .where('id', '=', units.find((one) => one === all[0]?.unitId) ?? '')
        .execute(),
    )
    expect((await dpo((ctx) => unitsOfCampaign(ctx, id)))[0]?.name).toBe('USIT')
    await dpo((ctx) =>
      ctx.tx
        .updateTable('unit')
        .set({ name: 'USIT' })
        .where('id', '=', all[0]?.unitId ?? '')
        .execute(),
    )
    const moved = await dpo((ctx) => editCampaign(ctx, id, null, { ...values, dueOn: '2026-04-20' }))
    expect(moved.ok).toBe(true)
    expect((await dpo((ctx) => unitsOfCampaign(ctx, id))).map(({ dueOn }) => dueOn)).toEqual(['2026-04-20', '2026-04-13'])
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('a unit’s task is its leader’s, the nearest above where it has none, or whoever it was given to; and ends when it is sent', async () => {
    const units = await ids('Institutt for informatikk', 'Kjemisk institutt')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const [own, chemistry] = await dpo(
      async (ctx) => [await unitNamed(ctx, id, 'Institutt for informatikk'), await unitNamed(ctx, id, 'Kjemisk institutt')] as const,
    )
    expect(await tasksOf(own.id)).toMatchObject([{ kind: 'campaign.answer', person_id: await person('uio-leder') }])
    expect(await tasksOf(chemistry.id)).toMatchObject([{ person_id: await person('uio-enhetsleder') }])
    const to = await person('uio-ansatt')
    expect(await app.ctx('uio-ansatt', (ctx) => handOverUnit(ctx, own.id, null, to))).toMatchObject({ why: 'notAllowed' })
    expect((await app.ctx('uio-leder', (ctx) => handOverUnit(ctx, own.id, null, to))).ok).toBe(true)
    expect(await tasksOf(own.id)).toMatchObject([{ person_id: to }])
    const moved = await dpo((ctx) => moveUnitDue(ctx, own.id, null, '2026-05-05'))
    expect(moved.ok).toBe(true)
    expect((await tasksOf(own.id))[0]?.due_at?.toISOString()).toBe('2026-05-05T22:00:00.000Z')
    await app.ctx('uio-ansatt', (ctx) =>
      sendUnit(ctx, own.id, {
        duty: { option: 'notCovered', reason: 'x', follow: 'action', action: 'Kurs', owner: to, dueOn: '2026-06-01' },
      }),
    )
    expect(await tasksOf(own.id)).toMatchObject([{ kind: 'campaign.action', person_id: to }])
    expect((await app.ctx('uio-leder', (ctx) => reopenAnswers(ctx, own.id, null))).ok).toBe(true)
    expect((await tasksOf(own.id)).map(({ kind }) => kind)).toEqual(['campaign.action', 'campaign.answer'])
  })

  it('S2-55 what nobody has answered when the unit sends is asked no more', async () => {
    const units = await ids('Institutt for informatikk')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const own = await dpo((ctx) => unitNamed(ctx, id, 'Institutt for informatikk'))
    const asked = await person('uio-it-sjef')
    const forward = newId(app.clock.now)
    expect((await app.ctx('uio-leder', (ctx) => forwardQuestion(ctx, own.id, forward, 'attempts', { asked, note: null }))).ok).toBe(true)
    expect(
      await app.ctx('uio-leder', (ctx) => forwardQuestion(ctx, own.id, newId(app.clock.now), 'attempts', { asked, note: null })),
    ).toMatchObject({ why: 'nothingChanged' })
    expect((await tasksOf(own.id)).map(({ kind, person_id }) => [kind, person_id])).toContainEqual(['campaign.asked', asked])
    await app.ctx('uio-leder', (ctx) => sendUnit(ctx, own.id))
    expect((await dpo((ctx) => forwardsOf(ctx, own.id))).map(({ status }) => status)).toEqual(['withdrawn'])
    expect(await app.ctx('uio-it-sjef', (ctx) => answerForward(ctx, forward, { option: 'covered', comment: null }))).toMatchObject({
      why: 'withdrawn',
    })
  })

  it('S2-55 whoever was asked keeps the question when the round is given another day, by that day', async () => {
    const units = await ids('Institutt for informatikk')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const own = await dpo((ctx) => unitNamed(ctx, id, 'Institutt for informatikk'))
    const asked = await person('uio-it-sjef')
    await app.ctx('uio-leder', (ctx) => forwardQuestion(ctx, own.id, newId(ctx.now), 'attempts', { asked, note: null }))
    const values = (await dpo((ctx) => findCampaign(ctx, id)))?.values
    if (!values) throw new Error('gone')
    expect((await dpo((ctx) => editCampaign(ctx, id, null, { ...values, dueOn: '2026-06-30' }))).ok).toBe(true)
    const due = new Date('2026-06-30T22:00:00Z')
    expect(await tasksOf(own.id)).toMatchObject([
      { kind: 'campaign.answer', due_at: due },
      { kind: 'campaign.asked', person_id: asked, due_at: due },
    ])
  })

  it('S2-06 who answered lies apart: no answer has a name, and no line of the log', async () => {
    const units = await ids('USIT')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const own = await dpo((ctx) => unitNamed(ctx, id, 'USIT'))
    await app.ctx('uio-it-sjef', (ctx) => sendUnit(ctx, own.id))
    expect(await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, null, new Map([['control', noAnswer]])))).toMatchObject({
      why: 'sent',
    })
    expect(await dpo((ctx) => respondentsOf(ctx, id))).toMatchObject([{ unit: 'USIT', person: 'IT-direktør, UiO', sent: true }])
    const lines = await dpo((ctx) =>
      ctx.tx.selectFrom('audit_event').select(['type', 'actor_id']).where('subject_id', '=', own.id).execute(),
    )
    expect(lines.map(({ type }) => type)).toEqual(['campaign_unit.answered', 'campaign_unit.sent', 'campaign_unit.refused'])
    expect(lines.map(({ actor_id }) => actor_id)).toEqual([null, null, null])
    const answers = await dpo((ctx) => ctx.tx.selectFrom('campaign_answer').selectAll().where('campaign_unit_id', '=', own.id).execute())
    expect(JSON.stringify(answers)).not.toContain(await person('uio-it-sjef'))
  })

  it('two who save at once: the later with an old page is told, and a double press sends once', async () => {
    const units = await ids('USIT')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const own = await dpo((ctx) => unitNamed(ctx, id, 'USIT'))
    const given = await dpo((ctx) => answersFor(ctx, own))
    expect((await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, own.version, given))).ok).toBe(true)
    expect(await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, own.version, given))).toMatchObject({ why: 'stale' })
    const stranger = await app.person('sauda-personvernombud')
    const strange = new Map([['control', { ...noAnswer, owner: stranger.personId }]])
    expect(await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, null, strange))).toMatchObject({
      why: 'notARecord',
      fields: ['control_owner'],
    })
    expect((await app.ctx('uio-it-sjef', (ctx) => sendAnswers(ctx, own.id, null, own.unitId))).ok).toBe(true)
    expect(await app.ctx('uio-it-sjef', (ctx) => sendAnswers(ctx, own.id, null, own.unitId))).toMatchObject({ why: 'nothingChanged' })
    expect((await dpo((ctx) => readAnswers(ctx, own.id))).size).toBe(24)
    expect(await dpo((ctx) => findUnit(ctx, own.id))).toMatchObject({ status: 'sent' })
  })

  it('whoever has left stays responsible for an action that they had, and is not chosen anew', async () => {
    const units = await ids('USIT')
    const id = await dpo((ctx) => makeCampaign(ctx, { units }))
    const own = await dpo((ctx) => unitNamed(ctx, id, 'USIT'))
    const owner = await person('uio-saksbehandler')
    const active = (is: boolean) => dpo((ctx) => ctx.tx.updateTable('person').set({ active: is }).where('id', '=', owner).execute())
    const given = (comment: string, key = 'duty') => new Map([[key, { ...noAnswer, comment, owner }]])
    expect((await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, null, given('før')))).ok).toBe(true)
    await active(false)
    expect((await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, null, given('etter')))).ok).toBe(true)
    expect(await app.ctx('uio-it-sjef', (ctx) => saveAnswers(ctx, own.id, null, given('ny', 'control')))).toMatchObject({
      why: 'notARecord',
    })
    await active(true)
  })

  it('a published edition never changes: not by a deed, and not in the database', async () => {
    const id = await dpo(makeQuestionnaire)
    expect(await dpo((ctx) => renameQuestionnaire(ctx, id, null, { name: 'X', source: null, sourceOn: null }))).toMatchObject({
      why: 'published',
    })
    expect(await dpo((ctx) => writeSection(ctx, id, null, 'k1', { ...emptyValues(sectionFields), titleNb: 'X' }))).toMatchObject({
      why: 'published',
    })
    await expect(dpo((ctx) => ctx.tx.updateTable('questionnaire').set({ name: 'X' }).where('id', '=', id).execute())).rejects.toThrow(
      'stands',
    )
    await expect(dpo((ctx) => ctx.tx.deleteFrom('questionnaire').where('id', '=', id).execute())).rejects.toThrow('stands')
    const next = newId(app.clock.now)
    expect((await dpo((ctx) => beginEdition(ctx, id, next))).ok).toBe(true)
    expect(await dpo((ctx) => beginEdition(ctx, id, newId(app.clock.now)))).toMatchObject({ why: 'editionBegun' })
    expect(await dpo((ctx) => findQuestionnaire(ctx, next))).toMatchObject({ edition: 2, status: 'draft', familyId: id })
  })
})
