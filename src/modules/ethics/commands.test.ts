import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { editUnit, units } from '../people/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { askTalk, discardComplaint, draftComplaint, sendComplaint } from './commands.ts'
import { referenceOf } from './complaint.ts'
import { makeComplaint } from './factory.ts'
import { findComplaint, headsOfStudies } from './queries.ts'

const education = 'Fakultet for lærerutdanning og internasjonale studier'
const social = 'Fakultet for samfunnsvitenskap'

describeExample('ethics: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
    const { personId: leader } = await app.person('oslomet-it-sjef')
    await lead(social, leader)
  }, 60_000)
  afterAll(() => app.stop())

  const unitNamed = async (ctx: Ctx, name: string) => (await units(ctx)).find((one) => one.name === name)
  const unitId = async (ctx: Ctx, name: string) => (await unitNamed(ctx, name))?.id ?? ''
  const lead = (name: string, leader: string | null) =>
    app.ctx('oslomet-administrator', async (ctx) => {
      const unit = await unitNamed(ctx, name)
      if (!unit) throw new Error(name)
      const done = await editUnit(ctx, unit.id, null, {
        name,
        kind: unit.kind,
        researchPortal: null,
        researchPortalPeople: [],
        parent: unit.parentId,
        leader,
      })
      if (!done.ok) throw new Error(done.why)
    })
  const sees = (slug: string, id: string) => app.ctx(slug, async (ctx) => (await findComplaint(ctx, id)) !== undefined)
  const openTask = (slug: string, id: string) =>
    app.ctx(slug, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ personId }) => personId))

  it('S1-51 sent against a person at one faculty, its dean alone can open it', async () => {
    const id = await app.ctx('oslomet-ansatt', async (ctx) => makeComplaint(ctx, { unit: await unitId(ctx, 'Handelshøyskolen') }))
    expect(await sees('oslomet-it-sjef', id)).toBe(true)
    expect(await sees('oslomet-ansatt', id)).toBe(true)
    for (const slug of ['fakultetsleder', 'leder', 'rektor', 'sikkerhet', 'administrator', 'revisor', 'personvernkontakt', 'studieleder'])
      expect([slug, await sees(`oslomet-${slug}`, id)]).toEqual([slug, false])
    const { personId } = await app.person('oslomet-it-sjef')
    expect(await openTask('oslomet-ansatt', id)).toEqual([personId])
  })

  it('S1-51 has a number in a series of its own, without gaps, once', async () => {
    const numbers = await app.ctx('oslomet-ansatt', async (ctx) => {
      const unit = await unitId(ctx, education)
      const all = [await makeComplaint(ctx, { unit }), await makeComplaint(ctx, { unit })]
      expect(await sendComplaint(ctx, all[1] ?? '', null)).toMatchObject({ why: 'nothingChanged' })
      expect(await sendComplaint(ctx, all[1] ?? '', 1)).toMatchObject({ ok: false })
      all.push(await makeComplaint(ctx, { unit }))
      const found = []
      for (const id of all) found.push((await findComplaint(ctx, id))?.values.number ?? 0)
      expect(referenceOf((await findComplaint(ctx, all[0] ?? '')) ?? expect.unreachable())).toMatch(/^FE-2026-\d{4}$/)
      return found
    })
    expect(numbers.map((one) => one - (numbers[0] ?? 0))).toEqual([0, 1, 2])
  })

  it('S1-51 whoever leads no more sees it no more, and the next in line has it', async () => {
    const id = await app.ctx('oslomet-ansatt', async (ctx) => makeComplaint(ctx, { unit: await unitId(ctx, social) }))
    await lead(social, (await app.person('oslomet-systemeier')).personId)
    expect([await sees('oslomet-it-sjef', id), await sees('oslomet-systemeier', id)]).toEqual([false, true])
    expect(await openTask('oslomet-ansatt', id)).toEqual([(await app.person('oslomet-systemeier')).personId])
    await lead(social, null)
    expect([await sees('oslomet-systemeier', id), await sees('oslomet-rektor', id)]).toEqual([false, true])
    expect(await openTask('oslomet-ansatt', id)).toEqual([(await app.person('oslomet-rektor')).personId])
    await lead(social, (await app.person('oslomet-it-sjef')).personId)
  })

  it('S1-51 nobody is named in the log, whoever did it', async () => {
    const id = await app.ctx('oslomet-ansatt', async (ctx) => makeComplaint(ctx, { unit: await unitId(ctx, education) }))
    await app.ctx('oslomet-revisor', async (ctx) => {
      const lines = await ctx.tx.selectFrom('audit_event').select(['actor_id', 'type', 'data']).where('subject_id', '=', id).execute()
      expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['ethics_complaint.drafted', 'ethics_complaint.sent']))
      expect(lines.filter(({ actor_id }) => actor_id !== null)).toEqual([])
      expect(JSON.stringify(lines)).not.toContain('diktet')
    })
  })

  it('S1-52 the head of studies of the chosen faculty is asked; of another faculty nobody is', async () => {
    await app.ctx('oslomet-ansatt', async (ctx) => {
      const department = await unitId(ctx, 'Institutt for barnehagelærerutdanning')
      const heads = await headsOfStudies(ctx, department)
      expect(heads.map(({ name }) => name)).toEqual(['Studieleder, OsloMet'])
      expect(await headsOfStudies(ctx, await unitId(ctx, social))).toEqual([])
      const id = newId(ctx.now)
      const asking = { unit: department, head: heads[0]?.id ?? '' }
      expect(await askTalk(ctx, id, asking)).toMatchObject({ ok: true })
      expect(await askTalk(ctx, id, asking)).toMatchObject({ why: 'nothingChanged' })
      expect(await askTalk(ctx, newId(ctx.now), { ...asking, head: ctx.actor.personId })).toMatchObject({ why: 'notARecord' })
    })
  })

  it('a draft is thrown away by its writer alone, with its files; what is sent is not', async () => {
    const asking = { personGroup: 'employee', against: 'En forsker', aboutLeader: 'no', about: 'x' } as const
    const [draft, sent] = await app.ctx('oslomet-ansatt', async (ctx) => {
      const id = newId(ctx.now)
      await draftComplaint(ctx, id, { ...asking, unit: await unitId(ctx, education) })
      return [id, await makeComplaint(ctx, { unit: await unitId(ctx, education) })]
    })
    const discard = (slug: string, id: string) => app.ctx(slug, (ctx) => discardComplaint(ctx, id, null))
    expect(await discard('oslomet-leder', draft)).toMatchObject({ why: 'notAllowed' })
    expect(await sees('oslomet-ansatt', draft)).toBe(true)
    expect(await discard('oslomet-ansatt', sent)).toMatchObject({ why: 'sentAlready' })
    expect(await discard('oslomet-ansatt', draft)).toMatchObject({ ok: true })
    expect(await sees('oslomet-ansatt', draft)).toBe(false)
    expect(await discard('oslomet-ansatt', draft)).toMatchObject({ why: 'notFound' })
  })

  it('a draft is its writer’s alone, also where the id is guessed; another organisation’s unit is not pointed at', async () => {
    const id = newId(new Date())
    const asking = { personGroup: 'employee', against: 'En forsker', aboutLeader: 'no', about: 'x' } as const
    const foreign = await app.ctx('uio-ansatt', (ctx) => unitId(ctx, 'Det juridiske fakultet'))
    await app.ctx('oslomet-ansatt', async (ctx) => {
      expect(await draftComplaint(ctx, id, { ...asking, unit: foreign })).toMatchObject({ why: 'notARecord', fields: ['unit'] })
      const unit = await unitId(ctx, education)
      expect(await draftComplaint(ctx, id, { ...asking, unit })).toMatchObject({ ok: true })
      expect(await draftComplaint(ctx, id, { ...asking, unit })).toMatchObject({ why: 'nothingChanged' })
    })
    expect(await sees('oslomet-fakultetsleder', id)).toBe(false)
    await app.ctx('oslomet-leder', async (ctx) => {
      const other = await draftComplaint(ctx, id, { ...asking, unit: await unitId(ctx, education) })
      expect(other).toMatchObject({ ok: true })
      expect(other.ok && other.next.id !== id).toBe(true)
      expect(await sendComplaint(ctx, id, 1)).toMatchObject({ ok: false })
    })
  })
})
