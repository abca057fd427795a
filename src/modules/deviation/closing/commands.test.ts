import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { done, openTasksOf, stored } from '../../../../test/support/cases.ts'
import { closers, readyCase } from '../../../../test/support/closing.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { timelineOf } from '../../audit/public.ts'
import { type StoredDocument, storedDocuments, storedPdf } from '../../documents/public.ts'
import { myTasks } from '../../tasks/public.ts'
import type { Measure } from '../deviation.ts'
import { closingPart } from '../fields-closing.ts'
import { saveMeasures } from '../handling/commands.ts'
import { fingerprintOf } from '../seen.ts'
import { closeDeviation, followUpOn, proposeToClose, reopenDeviation, saveClosing, sendBack } from './commands.ts'
import { writtenClosing } from './factory.ts'

const presets = ['oslomet', 'uio', 'sauda', 'sandnes'] as const
const assessorOf: Readonly<Record<Preset, string>> = {
  oslomet: 'oslomet-sikkerhet',
  uio: 'uio-cert',
  sauda: 'sauda-personvernombud',
  sandnes: 'sandnes-personvernombud',
}

describeExample('Closing a case', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  const documents = (preset: Preset, id: string): Promise<readonly StoredDocument[]> =>
    app.ctx(assessorOf[preset], (ctx) => storedDocuments(ctx, id))
  const editions = async (preset: Preset, id: string) => (await documents(preset, id)).map(({ kind, number }) => `${kind} ${number}`)
  const close = (slug: string, id: string, reason: string | null = null) => app.ctx(slug, (ctx) => closeDeviation(ctx, id, null, reason))
  const propose = (slug: string, id: string) => app.ctx(slug, (ctx) => proposeToClose(ctx, id, null, 'Tiltakene er gode nok.'))
  const taskKinds = async (preset: Preset, id: string) => (await openTasksOf(app, preset, id)).map((task) => task.kind)

  test.each(presets)('a case of %s is proposed, closed by whoever decides, and its documents are kept', async (preset) => {
    const id = await readyCase(app, preset)
    done(await propose(assessorOf[preset], id))
    expect(await taskKinds(preset, id)).toContain('deviation.decideClosing')
    expect(await editions(preset, id)).toEqual(['memo 1'])
    const closed = done(await close(closers[preset].closer, id, 'Alt er på plass.'))
    expect(closed.decisions.at(-1)).toMatchObject({ kind: 'closing', outcome: 'close', reason: 'Alt er på plass.' })
    expect(await editions(preset, id)).toEqual(['memo 1', 'breachDocumentation 1', 'caseFile 1'])
    // What was left to do outlives the case.
    expect(await taskKinds(preset, id)).toEqual(['deviation.followUp'])
    for (const document of await documents(preset, id)) {
      expect(document.content).toMatchObject({ draft: false, reference: expect.stringMatching(/^2026-\d{4}$/) })
      const pdf = await app.ctx(assessorOf[preset], (ctx) => storedPdf(ctx, id, document.id))
      expect(
        Buffer.from(pdf ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  })

  test('S4-005 S4-154 the points that are left become tasks with an owner and a date, and end when each is done', async () => {
    const [dpo, gdpr] = ['sandnes-personvernombud', 'sandnes-personvern-gdpr']
    const id = await readyCase(app, 'sandnes')
    const followUps = async () => (await openTasksOf(app, 'sandnes', id)).filter((task) => task.kind === 'deviation.followUp')
    expect(await followUps()).toEqual([])
    done(await propose(dpo, id))
    const owner = (await app.person(dpo)).personId
    expect(await followUps()).toMatchObject([{ personId: owner, roles: ['dpo', 'gdprUnit'], dueAt: new Date('2026-04-01T21:59:00Z') }])
    done(await close(closers.sandnes.closer, id, 'Alt er på plass.'))
    expect(await followUps()).toHaveLength(1)

    const [point] = (await stored(app, 'sandnes', id)).measures
    const follow = (slug: string, measure: string | null, doneOn: string | null) =>
      app.ctx(slug, (ctx) => followUpOn(ctx, id, measure, doneOn, 'Rutinen er ny'))
    expect(await follow('sandnes-ansatt', point?.id ?? '', '2026-03-01')).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await follow(dpo, null, '2026-03-01')).toMatchObject({ why: 'incomplete', fields: ['measure'] })
    expect(await follow(dpo, point?.id ?? '', null)).toMatchObject({ why: 'incomplete', fields: ['doneOn'] })
    expect(await follow(dpo, point?.id ?? '', '2026-03-03')).toMatchObject({ why: 'future', fields: ['doneOn'] })
    expect(await app.ctx(gdpr, (ctx) => followUpOn(ctx, id, point?.id ?? '', '2026-03-02', null))).toMatchObject({
      why: 'evidenceMissing',
      fields: ['evidence'],
    })
    const followed = done(await follow(gdpr, point?.id ?? '', '2026-03-02'))
    expect(followed).toMatchObject({ status: 'closed', measures: [{ state: 'done', doneOn: '2026-03-02', evidence: 'Rutinen er ny' }] })
    expect(await followUps()).toEqual([])
    expect(await follow(dpo, point?.id ?? '', '2026-03-02')).toMatchObject({ why: 'nothingChanged' })
    const log = await app.ctx(dpo, (ctx) => timelineOf(ctx, id))
    expect(log.map((event) => event.type)).toContain('deviation.followedUp')
  })

  test('S4-154 a measure is the task of the person or the role it is given to, and ends when it is done; a vacant role has its stand-in', async () => {
    const dpo = 'sandnes-personvernombud'
    const id = await readyCase(app, 'sandnes')
    const named = (await app.person('sandnes-ansatt')).personId
    const [old] = (await stored(app, 'sandnes', id)).measures
    if (!old) throw new Error('the case has a measure')
    const given = (what: string, to: Partial<Measure>): Measure => ({ ...old, id: newId(app.clock.now), what, responsible: null, ...to })
    const [byName, byRole, vacant] = [
      given('Rydde i lista', { responsiblePerson: named }),
      given('Slå av', { responsibleRole: 'itHead' }),
      given('Lære opp', { responsibleRole: 'cert' }),
    ]
    done(await app.ctx(dpo, (ctx) => saveMeasures(ctx, id, null, [old, byName, byRole, vacant])))
    const mine = (slug: string) =>
      app.ctx(slug, async (ctx) => (await myTasks(ctx, 200)).filter((task) => task.subjectId === id && task.kind === 'deviation.followUp'))
    // What is given to nobody waits for the case to be proposed closed; what is given waits for nobody.
    expect(await mine('sandnes-ansatt')).toMatchObject([{ personId: named, about: null, href: `/avvik/${id}/oppfolging` }])
    expect(await mine('sandnes-it-sjef')).toMatchObject([{ personId: null, roles: ['itHead'], dueAt: new Date('2026-04-01T21:59:00Z') }])
    expect(await mine(dpo)).toMatchObject([{ roles: ['cert'] }])
    expect(await mine('sandnes-helsefagarbeider')).toEqual([])

    const follow = (slug: string, measure: Measure) =>
      app.ctx(slug, (ctx) => followUpOn(ctx, id, measure.id, '2026-03-02', 'Kvittering fra IT'))
    expect(await follow('sandnes-helsefagarbeider', byName)).toMatchObject({ why: 'notFound' })
    expect(await follow('sandnes-ansatt', byRole)).toMatchObject({ why: 'incomplete' })
    done(await follow('sandnes-it-sjef', byRole))
    expect(await mine('sandnes-it-sjef')).toEqual([])
    // Registered twice is no fault, and the case is theirs no more than before.
    expect(await follow('sandnes-it-sjef', byRole)).toMatchObject({ why: 'nothingChanged' })
    done(await follow('sandnes-ansatt', byName))
    expect(await mine('sandnes-ansatt')).toEqual([])
  })

  test('S4-154 a point that is given to a role is that role’s also when the case is closed', async () => {
    const dpo = 'sandnes-personvernombud'
    const id = await readyCase(app, 'sandnes')
    const [old] = (await stored(app, 'sandnes', id)).measures
    if (!old) throw new Error('the case has a measure')
    // Who does it is not what was held good enough: nobody signs again.
    done(await app.ctx(dpo, (ctx) => saveMeasures(ctx, id, null, [{ ...old, responsibleRole: 'itHead' }])))
    done(await propose(dpo, id))
    done(await close(closers.sandnes.closer, id, 'Alt er på plass.'))
    const open = async () => (await openTasksOf(app, 'sandnes', id)).map(({ kind, personId, roles }) => ({ kind, personId, roles }))
    expect(await open()).toEqual([{ kind: 'deviation.followUp', personId: null, roles: ['itHead'] }])
    done(await app.ctx('sandnes-it-sjef', (ctx) => followUpOn(ctx, id, old.id, '2026-03-02', 'Kvittering fra IT')))
    expect(await open()).toEqual([])
  })

  test.each(['circumstances', 'volume', 'actualEffects', 'correction'] as const)(
    'S3-06 the case is not closed with %s empty, and nothing is kept',
    async (field) => {
      const { [field]: _, ...rest } = writtenClosing
      const id = await readyCase(app, 'sauda', { closing: rest })
      expect(await close('sauda-personvernombud', id)).toMatchObject({ ok: false, why: 'incomplete', fields: [field] })
      expect(await editions('sauda', id)).toEqual([])
      expect((await stored(app, 'sauda', id)).status).toBe('open')
    },
  )

  test('S3-07 a breach of low risk that touched nobody is not closed without the four parts', async () => {
    const id = await readyCase(app, 'sauda', {
      level: 'low',
      report: { affectedCount: 0 },
      closing: { lessons: 'Ja.', routineChange: 'Nei.' },
    })
    expect(await close('sauda-personvernombud', id)).toMatchObject({
      why: 'incomplete',
      fields: ['circumstances', 'volume', 'actualEffects', 'correction'],
    })
    done(await app.ctx('sauda-personvernombud', (ctx) => saveClosing(ctx, id, null, writtenClosing)))
    expect(done(await close('sauda-personvernombud', id)).status).toBe('closed')
  })

  describe('S4-148 in Sandnes', () => {
    test('the data protection officer cannot close, the controller can', async () => {
      const id = await readyCase(app, 'sandnes')
      expect(await close('sandnes-kommunedirektor', id)).toMatchObject({ why: 'incomplete', fields: ['notProposed'] })
      done(await propose('sandnes-personvernombud', id))
      expect(await close('sandnes-personvernombud', id)).toMatchObject({ ok: false, why: 'notAllowed' })
      expect(done(await close('sandnes-kommunedirektor', id)).status).toBe('closed')
    })

    test('"no" sends the case back with the reason; the memo can be written again, and both editions stay', async () => {
      const id = await readyCase(app, 'sandnes')
      done(await propose('sandnes-personvernombud', id))
      const back = (reason: string | null) => app.ctx('sandnes-kommunedirektor', (ctx) => sendBack(ctx, id, null, reason))
      expect(await back(null)).toMatchObject({ why: 'reasonMissing' })
      expect(done(await back('Rutinen må endres først.'))).toMatchObject({ status: 'open' })
      done(await app.ctx('sandnes-personvernombud', (ctx) => saveClosing(ctx, id, null, { memoConclusion: 'Rutinen er endret.' })))
      done(await propose('sandnes-personvernombud', id))
      const memos = (await documents('sandnes', id)).filter(({ kind }) => kind === 'memo')
      expect(memos.map(({ number, content }) => [number, content.sections[5]?.blocks[0]])).toEqual([
        [1, { kind: 'text', text: writtenClosing.memoConclusion }],
        [2, { kind: 'text', text: 'Rutinen er endret.' }],
      ])
    })
  })

  describe('S3-14 in Sauda', () => {
    test('the leader who is left an internal deviation writes, closes and has the task; the report to Datatilsynet is not the leader’s', async () => {
      const internal = await readyCase(app, 'sauda', { level: 'low', internal: true, closing: {} })
      expect(await taskKinds('sauda', internal)).toContain('deviation.closeInternal')
      done(await app.ctx('sauda-leder', (ctx) => saveClosing(ctx, internal, null, writtenClosing)))
      expect(done(await close('sauda-leder', internal)).status).toBe('closed')
      const other = await readyCase(app, 'sauda')
      expect(await close('sauda-leder', other)).toMatchObject({ ok: false, why: 'notFound' })
      expect(await app.ctx('sauda-leder', (ctx) => saveClosing(ctx, other, null, { lessons: 'Nei.' }))).toMatchObject({ why: 'notFound' })
    })
  })

  test('a closed case is opened with a reason, and closed again as a second edition', async () => {
    const id = await readyCase(app, 'oslomet')
    done(await close('oslomet-sikkerhet', id))
    const reopen = (reason: string | null) => app.ctx('oslomet-sikkerhet', (ctx) => reopenDeviation(ctx, id, null, reason))
    expect(await reopen(null)).toMatchObject({ why: 'reasonMissing' })
    expect(done(await reopen('Det skjedde igjen.'))).toMatchObject({ status: 'open', closedAt: null })
    done(await close('oslomet-sikkerhet', id))
    expect(await editions('oslomet', id)).toEqual([
      'memo 1',
      'breachDocumentation 1',
      'caseFile 1',
      'memo 2',
      'breachDocumentation 2',
      'caseFile 2',
    ])
    const events = await app.ctx('oslomet-sikkerhet', (ctx) => timelineOf(ctx, id))
    expect(events.filter(({ type }) => type === 'deviation.documentMade').map(({ data }) => data.what)).toHaveLength(6)
  })

  test('S3-07 an edit is held against its own answers: another’s memo is no conflict, another’s documentation is', async () => {
    const id = await readyCase(app, 'sandnes', { closing: {} })
    const version = (await stored(app, 'sandnes', id)).version
    const save = (seen: { version: number; fingerprint: string } | null, answers: Parameters<typeof saveClosing>[3]) =>
      app.ctx('sandnes-personvernombud', (ctx) => saveClosing(ctx, id, seen, answers))
    const seenVolume = async () => fingerprintOf(closingPart((await stored(app, 'sandnes', id)).closing, ['volume']))
    const seen = { version, fingerprint: await seenVolume() }
    done(await save(null, { memoBriefing: 'Kort.' }))
    expect((await stored(app, 'sandnes', id)).version).toBeGreaterThan(version)
    expect(done(await save(seen, { volume: 'Ti.' })).closing).toMatchObject({ volume: 'Ti.', memoBriefing: 'Kort.' })
    expect(await save(seen, { volume: 'Elleve.' })).toMatchObject({ why: 'stale' })
    expect((await stored(app, 'sandnes', id)).closing.volume).toBe('Ti.')
  })

  test('another organisation neither finds, closes nor reads', async () => {
    const id = await readyCase(app, 'oslomet')
    expect(await close('sandnes-kommunedirektor', id)).toMatchObject({ ok: false, why: 'notFound' })
    done(await close('oslomet-sikkerhet', id))
    expect(await app.ctx('sandnes-personvernombud', (ctx) => storedDocuments(ctx, id))).toEqual([])
  })
})
