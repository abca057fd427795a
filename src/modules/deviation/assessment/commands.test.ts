import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { answersWith, assessCase, done, openCase, openTasksOf, stored, who } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { change } from '../../../kernel/change.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { addPerson, always, giveRole, loadActor } from '../../people/public.ts'
import type { Criterion } from '../assessed.ts'
import { closeDeviation } from '../closing/commands.ts'
import { decideDeviation, decideWhetherBreach } from '../commands.ts'
import type { JointAnswers } from '../fields-assessment.ts'
import type { Handling } from '../fields-handling.ts'
import { suggestLevel } from '../risk.ts'
import { assessmentOf } from '../risk-answers.ts'
import { decideOnAuthority, decideOnSubjects, saveAssessment, signJointAssessment } from './commands.ts'

const hours = (at: Date, n: number) => new Date(at.getTime() + n * 3_600_000)
const low = { level: 'low', levelReason: 'Få opplysninger og kjent mottaker.' } as const
const noEffect = { effectAstray: 'no', effectChanged: 'no', effectLost: 'no' } as const
const notifying = ['deviation.notifyAuthority', 'deviation.informSubjects']

const rows: readonly { readonly row: string; readonly criterion: Criterion; readonly level: 'high' | 'medium' }[] = [
  { row: 'S3-28', criterion: 'H1', level: 'high' },
  { row: 'S3-29', criterion: 'H2', level: 'high' },
  { row: 'S3-30', criterion: 'H3', level: 'high' },
  { row: 'S3-31', criterion: 'H4', level: 'high' },
  { row: 'S3-33', criterion: 'M1', level: 'medium' },
  { row: 'S3-34', criterion: 'M2', level: 'medium' },
  { row: 'S3-35', criterion: 'M3', level: 'medium' },
  { row: 'S3-36', criterion: 'M4', level: 'medium' },
  { row: 'S3-37', criterion: 'M5', level: 'medium' },
  { row: 'S3-38', criterion: 'M6', level: 'medium' },
  { row: 'S3-39', criterion: 'M7', level: 'medium' },
  { row: 'S3-40', criterion: 'M8', level: 'medium' },
  { row: 'S3-41', criterion: 'M9', level: 'medium' },
  { row: 'S3-42', criterion: 'M10', level: 'medium' },
  { row: 'S3-43', criterion: 'M11', level: 'medium' },
  { row: 'S3-44', criterion: 'M12', level: 'medium' },
]

describeExample('Assessing a case', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  const kinds = async (preset: Preset, id: string) => (await openTasksOf(app, preset, id)).map((task) => task.kind)
  const told = async (preset: Preset, id: string) => (await kinds(preset, id)).filter((kind) => notifying.includes(kind)).sort()

  describe('the criteria', () => {
    let id: string
    beforeAll(async () => {
      id = await openCase(app, 'sauda')
    })

    test.each(rows)('$row a tick in $criterion is stored with person and time, and suggests $level', async ({ criterion, level }) => {
      app.clock.now = hours(app.clock.now, 0.1)
      const at = app.clock.now
      const answers = answersWith({ levelReason: criterion, h4Explanation: 'Det samme har skjedd i tre skoler.' })
      done(await app.ctx('sauda-personvernombud', (ctx) => saveAssessment(ctx, id, null, answers, [criterion], false)))
      const { personId } = await app.person('sauda-personvernombud')
      const deviation = await stored(app, 'sauda', id)
      expect(deviation.ticks).toEqual([{ criterion, by: personId, at }])
      expect(suggestLevel(assessmentOf(deviation))).toEqual({ level, because: [criterion] })
      // Whoever ticks another later has not ticked this one.
      const save = (ticked: readonly Criterion[]) =>
        app.ctx('sauda-personvernombud', (ctx) => saveAssessment(ctx, id, null, answers, ticked, false))
      app.clock.now = hours(at, 0.1)
      done(await save([criterion, criterion === 'M12' ? 'H1' : 'M12']))
      expect((await stored(app, 'sauda', id)).ticks.find((tick) => tick.criterion === criterion)).toEqual({ criterion, by: personId, at })
      done(await save([]))
    })

    test('a tick that stands keeps its time when another is set, and one that is taken away is gone', async () => {
      const save = (ticked: readonly Criterion[]) =>
        app.ctx('sauda-personvernombud', (ctx) => saveAssessment(ctx, id, null, answersWith({}), ticked, false))
      const first = app.clock.now
      done(await save(['M1', 'M2']))
      app.clock.now = hours(app.clock.now, 1)
      done(await save(['M2', 'M3']))
      expect((await stored(app, 'sauda', id)).ticks.map(({ criterion, at }) => [criterion, at]).sort()).toEqual([
        ['M2', first],
        ['M3', app.clock.now],
      ])
    })

    test('S3-31 H4 alone cannot be finished without an explanation', async () => {
      const finish = (h4Explanation: string | null) =>
        app.ctx('sauda-personvernombud', (ctx) =>
          saveAssessment(ctx, id, null, answersWith({ level: 'high', h4Explanation }), ['H4'], true),
        )
      expect(await finish(null)).toMatchObject({ ok: false, why: 'incomplete', fields: ['h4Explanation'] })
      expect(done(await finish('Det samme har skjedd i tre skoler.')).assessedAt).toEqual(app.clock.now)
    })

    test('S3-32 new technology asks for a comment and leaves the level as it is', async () => {
      const finish = (newTechnologyComment: string | null) =>
        app.ctx('sauda-personvernombud', (ctx) =>
          saveAssessment(ctx, id, null, answersWith({ ...low, certainty: 'unsure', newTechnology: 'yes', newTechnologyComment }), [], true),
        )
      expect(await finish(null)).toMatchObject({ ok: false, fields: ['newTechnologyComment'] })
      const deviation = done(await finish('Et nytt verktøy for tale til tekst.'))
      expect(deviation.assessment.level).toBe('low')
      expect(suggestLevel(assessmentOf(deviation)).level).toBe('low')
    })

    test('S3-45 no tick suggests low; with M7 ticked, low must be reasoned', async () => {
      const finish = (ticked: readonly Criterion[], levelReason: string | null) =>
        app.ctx('sauda-personvernombud', (ctx) =>
          saveAssessment(ctx, id, null, answersWith({ level: 'low', levelReason, certainty: 'notCertain' }), ticked, true),
        )
      expect(await finish(['M7'], null)).toMatchObject({ ok: false, fields: ['levelReason'] })
      expect(done(await finish(['M7'], 'Kontoen var sperret før noen så listen.')).assessment.level).toBe('low')
      expect(suggestLevel(assessmentOf(done(await finish([], 'Få og kjente.')))).level).toBe('low')
    })
  })

  describe('who may assess', () => {
    test('S1-44 a unit leader can neither assess nor say that it is a breach; the central level can, with reasons', async () => {
      const id = await openCase(app, 'oslomet')
      const assess = (slug: string) => app.ctx(slug, (ctx) => saveAssessment(ctx, id, null, answersWith({ level: 'medium' }), [], true))
      const decide = (slug: string, reason: string | null) => app.ctx(slug, (ctx) => decideWhetherBreach(ctx, id, null, 'yes', reason))
      expect(await assess('oslomet-leder')).toMatchObject({ ok: false, why: 'notAllowed' })
      expect(await decide('oslomet-leder', 'Åpenbart.')).toMatchObject({ ok: false, why: 'notAllowed' })
      expect(await decide('oslomet-sikkerhet', null)).toMatchObject({ ok: false, why: 'reasonMissing' })
      expect(done(await decide('oslomet-sikkerhet', 'Listen kom til en fremmed.')).breach).toBe('yes')
      expect(done(await assess('oslomet-sikkerhet')).assessedBy).toBe((await app.person('oslomet-sikkerhet')).personId)
    })

    test.each([
      'ansatt',
      'leder',
      'sykepleier',
      'kommunedirektor',
      'personvernradgiver',
      'systemeier',
      'it-sjef',
      'servicedesk',
      'revisor',
      'administrator',
    ])("S3-10 the data protection officer assesses in Sauda; %s cannot touch the officer's assessment", async (seat) => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'medium' }, ['M2'])
      const before = await stored(app, 'sauda', id)
      expect(before.assessedBy).toBe((await app.person('sauda-personvernombud')).personId)
      const outcome = await app.ctx(`sauda-${seat}`, (ctx) =>
        saveAssessment(ctx, id, null, answersWith({ ...low, certainty: 'certain', certaintyReasons: 'x' }), [], true),
      )
      expect(outcome).toMatchObject({ ok: false, why: expect.stringMatching(/^(notAllowed|notFound)$/) })
      expect(await stored(app, 'sauda', id)).toEqual(before)
    })

    test('two who edit at once: the second is told, and nothing of the first is lost', async () => {
      const id = await openCase(app, 'sauda')
      const { version } = await stored(app, 'sauda', id)
      const save = (advice: string) =>
        app.ctx('sauda-personvernombud', (ctx) => saveAssessment(ctx, id, version, answersWith({ advice }), [], false))
      done(await save('Meld.'))
      expect(await save('Vent.')).toMatchObject({ ok: false, why: 'stale' })
      expect((await stored(app, 'sauda', id)).assessment.advice).toBe('Meld.')
    })
  })

  describe('what follows', () => {
    test('S3-24 containing and assessing are open tasks at the same time from the start', async () => {
      const id = await openCase(app, 'sauda')
      expect(await kinds('sauda', id)).toEqual(expect.arrayContaining(['deviation.contain', 'deviation.assess']))
    })

    test.each(['oslomet', 'uio', 'sauda', 'sandnes'] as const)(
      'S1-45 medium in %s: the task to notify is due 72 hours after discovery, and overdue a minute later',
      async (preset) => {
        const discoveredAt = hours(app.clock.now, -5)
        const id = await openCase(app, preset, { discoveredAt })
        await assessCase(app, preset, id, { level: 'medium', ...noEffect })
        const task = (await openTasksOf(app, preset, id)).find((one) => one.kind === 'deviation.notifyAuthority')
        expect(task).toMatchObject({ dueAt: hours(discoveredAt, 72), overdue: false })
        const before = app.clock.now
        app.clock.now = hours(discoveredAt, 72)
        expect((await openTasksOf(app, preset, id)).find((one) => one.kind === 'deviation.notifyAuthority')?.overdue).toBe(false)
        app.clock.now = new Date(hours(discoveredAt, 72).getTime() + 60_000)
        expect((await openTasksOf(app, preset, id)).find((one) => one.kind === 'deviation.notifyAuthority')?.overdue).toBe(true)
        app.clock.now = before
      },
    )

    test('S3-25 unlikely makes no task to tell anybody, and asks for documentation all the same', async () => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'unlikely', levelReason: 'Brevet kom tilbake uåpnet.' })
      expect(await told('sauda', id)).toEqual([])
      const decided = await app.ctx('sauda-personvernombud', (ctx) =>
        decideOnAuthority(ctx, id, null, 'notNotify', 'Brevet kom tilbake uåpnet.'),
      )
      expect(done(decided).authorityTrack).toBe('notOwed')
      done(await app.ctx('sauda-personvernombud', (ctx) => decideWhetherBreach(ctx, id, null, 'yes', 'Feil adresse.')))
      const closing = await app.ctx('sauda-personvernombud', (ctx) => closeDeviation(ctx, id, null, null))
      expect(closing).toMatchObject({ ok: false, fields: expect.arrayContaining(['circumstances', 'actualEffects', 'correction']) })
    })

    test('S3-26 a risk that is not high makes one task', async () => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'medium' }, ['M2'])
      expect(await told('sauda', id)).toEqual(['deviation.notifyAuthority'])
      // That those affected need not be told is confirmed when it has been notified, and not beside it.
      expect(await kinds('sauda', id)).not.toContain('deviation.decideSubjects')
    })

    test.each(['oslomet', 'uio', 'sauda', 'sandnes'] as const)(
      'S1-49, S3-27 high in %s makes two tasks, and the case cannot be closed while either is open',
      async (preset) => {
        const id = await openCase(app, preset)
        await assessCase(app, preset, id, { level: 'high', ...noEffect }, ['H2'])
        expect(await told(preset, id)).toEqual(['deviation.informSubjects', 'deviation.notifyAuthority'])
        const closer =
          preset === 'uio' ? 'uio-universitetsdirektor' : preset === 'sandnes' ? 'sandnes-kommunedirektor' : who[preset].assessor
        const close = () => app.ctx(closer, (ctx) => closeDeviation(ctx, id, null, null))
        expect(await close()).toMatchObject({ ok: false, fields: expect.arrayContaining(['authorityOpen', 'subjectsOpen']) })
        // A reasoned exception settles the one track and leaves the other open.
        done(
          await app.ctx(who[preset].assessor, (ctx) =>
            decideOnSubjects(ctx, id, null, 'notInform', 'unintelligible', 'Disken var kryptert, og nøkkelen er trygg.'),
          ),
        )
        const after = await close()
        expect(after).toMatchObject({ ok: false, fields: expect.arrayContaining(['authorityOpen']) })
        expect(after.ok ? [] : after.fields).not.toContain('subjectsOpen')
      },
    )

    test.each(['yes', 'unsure'] as const)(
      'S3-05 "%s" to whether it may harm rights and freedoms makes the task with its due time',
      async (mayHarmRights) => {
        const discoveredAt = hours(app.clock.now, -2)
        const id = await openCase(app, 'sauda', { discoveredAt })
        await assessCase(app, 'sauda', id, { ...low, certainty: 'certain', certaintyReasons: 'Kjent mottaker.', mayHarmRights })
        const task = (await openTasksOf(app, 'sauda', id)).find((one) => one.kind === 'deviation.notifyAuthority')
        expect(task?.dueAt).toEqual(hours(discoveredAt, 72))
      },
    )

    test.each(['yes', 'danger'] as const)(
      'S4-133 "changed: %s" with level low makes the task in Sandnes, and none in OsloMet',
      async (effectChanged) => {
        const answers = { ...low, certainty: 'certain', certaintyReasons: 'Rettet samme dag.', ...noEffect, effectChanged } as const
        const sandnes = await openCase(app, 'sandnes')
        await assessCase(app, 'sandnes', sandnes, answers)
        expect(await told('sandnes', sandnes)).toContain('deviation.notifyAuthority')
        const oslomet = await openCase(app, 'oslomet')
        await assessCase(app, 'oslomet', oslomet, answers)
        expect(await told('oslomet', oslomet)).toEqual([])
      },
    )

    test('S4-127 lost and encrypted still makes the task in Sandnes', async () => {
      const id = await openCase(app, 'sandnes')
      await assessCase(app, 'sandnes', id, {
        ...low,
        certainty: 'certain',
        certaintyReasons: 'Disken er kryptert.',
        ...noEffect,
        effectLost: 'yes',
        dataEncrypted: 'yes',
      })
      expect(await told('sandnes', id)).toContain('deviation.notifyAuthority')
    })

    test('an unfinished assessment is kept, and a finished one that no longer holds is unfinished again', async () => {
      const id = await openCase(app, 'sauda')
      const save = (over: Parameters<typeof answersWith>[0], finish: boolean) =>
        app.ctx('sauda-personvernombud', (ctx) => saveAssessment(ctx, id, null, answersWith(over), [], finish))
      expect(done(await save({ advice: 'Vent på logg.' }, false)).assessedAt).toBeNull()
      expect(done(await save({ level: 'medium' }, true)).assessedAt).not.toBeNull()
      expect(done(await save({ level: 'high' }, false)).assessedAt).not.toBeNull()
      expect(done(await save({ level: 'low' }, false)).assessedAt).toBeNull()
    })
  })

  describe('the decision about Datatilsynet', () => {
    const decide = (preset: Preset, id: string, outcome: 'notify' | 'notNotify', reason: string | null, certainty?: 'certain' | 'unsure') =>
      app.ctx(who[preset].assessor, (ctx) => decideOnAuthority(ctx, id, null, outcome, reason, certainty))
    const certain = { ...low, certainty: 'certain', certaintyReasons: 'Mottakeren har slettet listen og bekreftet det.' } as const

    test('S3-15 no decision before the risk is assessed', async () => {
      const id = await openCase(app, 'sauda')
      expect(await decide('sauda', id, 'notify', 'Best.')).toMatchObject({ ok: false, why: 'assessFirst' })
      expect(await decide('sauda', id, 'notNotify', 'Best.')).toMatchObject({ ok: false, why: 'assessFirst' })
      const subjects = await app.ctx('sauda-personvernombud', (ctx) => decideOnSubjects(ctx, id, null, 'inform', null, 'Best.'))
      expect(subjects).toMatchObject({ ok: false, why: 'assessFirst' })
    })

    test('S1-47 not notifying without near certainty and reasons is refused; with both it is stored with who and when', async () => {
      const id = await openCase(app, 'oslomet')
      const unsaid = await app.ctx('oslomet-sikkerhet', (ctx) => saveAssessment(ctx, id, null, answersWith(low), [], true))
      expect(unsaid).toMatchObject({ ok: false, fields: ['certainty'] })
      const unreasoned = await app.ctx('oslomet-sikkerhet', (ctx) =>
        saveAssessment(ctx, id, null, answersWith({ ...low, certainty: 'certain' }), [], true),
      )
      expect(unreasoned).toMatchObject({ ok: false, fields: ['certaintyReasons'] })
      await assessCase(app, 'oslomet', id, certain)
      expect((await stored(app, 'oslomet', id)).authorityTrack).toBe('undecided')
      const reason = 'Mottakeren er ansatt her og slettet listen etter fem minutter.'
      expect(await decide('oslomet', id, 'notNotify', reason, 'unsure')).toMatchObject({ ok: false, fields: ['certainty'] })
      const deviation = done(await decide('oslomet', id, 'notNotify', reason, 'certain'))
      expect(deviation.authorityTrack).toBe('notOwed')
      const { personId } = await app.person('oslomet-sikkerhet')
      expect((await stored(app, 'oslomet', id)).decisions).toMatchObject([
        { kind: 'authority', outcome: 'notNotify', reason, by: personId, at: app.clock.now },
      ])
    })

    test('S1-47 at a medium level the exception cannot be used at all', async () => {
      const id = await openCase(app, 'oslomet')
      await assessCase(app, 'oslomet', id, { level: 'medium', certainty: 'certain', certaintyReasons: 'Trygt.' })
      expect(await decide('oslomet', id, 'notNotify', 'Trygt.', 'certain')).toMatchObject({ ok: false, why: 'noticeRequired' })
    })

    test('S1-48 unsure: the recommendation is to notify, and the task is made', async () => {
      const id = await openCase(app, 'oslomet')
      await assessCase(app, 'oslomet', id, { ...low, certainty: 'unsure' })
      expect(await told('oslomet', id)).toEqual(['deviation.notifyAuthority'])
      expect(await decide('oslomet', id, 'notNotify', 'Det går nok bra.', 'certain')).toMatchObject({ ok: false, fields: ['certainty'] })
    })

    test('notifying may be decided beyond the duty, and stands', async () => {
      const id = await openCase(app, 'oslomet')
      await assessCase(app, 'oslomet', id, certain)
      expect(done(await decide('oslomet', id, 'notify', 'For å være på den sikre siden.')).authorityTrack).toBe('owed')
      expect(await told('oslomet', id)).toEqual(['deviation.notifyAuthority'])
    })

    test('a decision not to notify falls when a new assessment makes it a duty', async () => {
      const id = await openCase(app, 'oslomet')
      await assessCase(app, 'oslomet', id, certain)
      done(await decide('oslomet', id, 'notNotify', 'Slettet.', 'certain'))
      expect((await assessCase(app, 'oslomet', id, { level: 'high' }, ['H2'])).authorityTrack).toBe('owed')
    })

    test('what was found to be no breach and then is one is undecided, not decided', async () => {
      const id = await openCase(app, 'oslomet')
      const breach = (outcome: 'yes' | 'no') =>
        app.ctx('oslomet-sikkerhet', (ctx) => decideWhetherBreach(ctx, id, null, outcome, 'Loggen.'))
      expect(done(await breach('no'))).toMatchObject({ authorityTrack: 'notOwed', subjectsTrack: 'notOwed' })
      expect(done(await breach('yes'))).toMatchObject({ authorityTrack: 'undecided', subjectsTrack: 'undecided' })
    })
  })

  describe('the decision about those affected', () => {
    test.each(['unintelligible', 'riskRemoved', 'disproportionate', 'secrecy'] as const)(
      'the ground %s settles the track although the duty stands, and a reason is demanded',
      async (ground) => {
        const id = await openCase(app, 'sauda')
        await assessCase(app, 'sauda', id, { level: 'high' }, ['H2'])
        const decide = (given: typeof ground | 'lowRisk' | null, reason: string | null) =>
          app.ctx('sauda-personvernombud', (ctx) => decideOnSubjects(ctx, id, null, 'notInform', given, reason))
        expect(await decide(null, 'Fordi.')).toMatchObject({ ok: false, fields: ['ground'] })
        expect(await decide('lowRisk', 'Fordi.')).toMatchObject({ ok: false, why: 'noticeRequired' })
        expect(await decide(ground, null)).toMatchObject({ ok: false, why: 'reasonMissing' })
        expect(done(await decide(ground, 'Se loggen.'))).toMatchObject({ subjectsTrack: 'notOwed', authorityTrack: 'owed' })
      },
    )

    test('what is not known is not "no": low risk is no ground while the effects are unknown in Sandnes', async () => {
      const id = await openCase(app, 'sandnes')
      await assessCase(app, 'sandnes', id, { level: 'medium', ...noEffect, effectLost: 'unknown' })
      const outcome = await app.ctx('sandnes-personvernombud', (ctx) =>
        decideOnSubjects(ctx, id, null, 'notInform', 'lowRisk', 'Ingen fare.'),
      )
      expect(outcome).toMatchObject({ ok: false, why: 'noticeRequired' })
    })
  })

  describe('the joint assessment in Sandnes', () => {
    const view = (over: Partial<JointAnswers> = {}): JointAnswers => ({
      extent: 'Ni beboere og deres pårørende.',
      severity: 'Alvorlig for to av dem.',
      measures: 'Tilgangen er stengt.',
      notify: 'no',
      notifyReason: 'Ingen utenfor huset har sett det.',
      enough: 'yes',
      enoughReason: 'Rutinen er endret og lest av alle.',
      ...over,
    })
    const four = [
      ['sandnes-personvernombud', 'dpo'],
      ['sandnes-informasjonssikkerhetssjef', 'ciso'],
      ['sandnes-kommunedirektor', 'controller'],
      ['sandnes-leder', 'systemOwner'],
    ] as const
    const sign = (slug: string, role: string, id: string, over: Partial<JointAnswers> = {}) =>
      app.ctx(slug, (ctx) => signJointAssessment(ctx, id, null, role, view(over)))
    const clarify = (id: string, over: Partial<Handling>) =>
      app.ctx('sandnes-personvernombud', (ctx) =>
        decideDeviation(ctx, id, null, (deviation) =>
          change(
            { ...deviation, handling: { ...deviation.handling, ...over } },
            { type: 'deviation.edited', part: 'handling', fields: Object.keys(over) },
          ),
        ),
      )
    const clear = { reality: 'Ja, loggen viser det.', extent: 'Ni personer.', proposedMeasures: 'Steng tilgangen.' }
    const ready = async (discoveredAt?: Date) => {
      const id = await openCase(app, 'sandnes', discoveredAt ? { discoveredAt } : {})
      await assessCase(app, 'sandnes', id, { ...low, certainty: 'certain', certaintyReasons: 'Bare sett av to i huset.', ...noEffect })
      done(await clarify(id, clear))
      return id
    }

    test('S4-138 reality, extent and proposed measures come first, by name', async () => {
      const id = await openCase(app, 'sandnes')
      await assessCase(app, 'sandnes', id, { ...low, certainty: 'unsure', ...noEffect })
      expect(await sign(...four[0], id)).toMatchObject({
        ok: false,
        why: 'clarifyFirst',
        fields: ['reality', 'extent', 'proposedMeasures'],
      })
      done(await clarify(id, { reality: 'Ja.', extent: 'Ni.' }))
      expect(await sign(...four[0], id)).toMatchObject({ ok: false, why: 'clarifyFirst', fields: ['proposedMeasures'] })
    })

    test('S4-139 each of the four has a task, and it is done only when all four have signed', async () => {
      const id = await ready()
      const owners = (await openTasksOf(app, 'sandnes', id)).filter((task) => task.personId !== null && task.kind === 'deviation.signOff')
      expect(owners.map((task) => task.personId)).toEqual([(await app.person('sandnes-leder')).personId])
      const waiting = async () => (await kinds('sandnes', id)).filter((kind) => kind === 'deviation.signOff').length
      for (const [index, [slug, role]] of four.entries()) {
        expect(await waiting()).toBe(4 - index)
        const closing = await app.ctx('sandnes-kommunedirektor', (ctx) => closeDeviation(ctx, id, null, null))
        expect(closing).toMatchObject({ ok: false, fields: expect.arrayContaining(['signOffs']) })
        done(await sign(slug, role, id))
      }
      expect(await waiting()).toBe(0)
      const closing = await app.ctx('sandnes-kommunedirektor', (ctx) => closeDeviation(ctx, id, null, null))
      expect(closing.ok ? [] : closing.fields).not.toContain('signOffs')
      expect((await stored(app, 'sandnes', id)).signOffs.map((one) => one.role).sort()).toEqual([
        'ciso',
        'controller',
        'dpo',
        'systemOwner',
      ])
    })

    test('S4-139 a deputy who holds the role signs in its place', async () => {
      const id = await ready()
      const deputy = await app.ctx('sandnes-administrator', async (ctx) => {
        const added = await addPerson(ctx, {
          name: 'Stedfortreder, Sandnes',
          email: null,
          unit: ctx.actor.unitId,
          leader: null,
          locale: null,
        })
        if (!added.ok) throw new Error(added.why)
        const given = await giveRole(ctx, added.next.id, null, always('controller', '2026-01-01', null))
        if (!given.ok) throw new Error(given.why)
        return added.next.id
      })
      const signed = await app.ctx('sandnes-administrator', async (ctx) => {
        const loaded = await loadActor(ctx.tx, ctx.actor.organisationId, deputy, ctx.now)
        if (!loaded) throw new Error('the deputy cannot act')
        return signJointAssessment({ ...ctx, actor: loaded.actor }, id, null, 'controller', view())
      })
      expect(done(signed).signOffs).toMatchObject([{ role: 'controller', by: deputy }])
    })

    test('nobody signs in a role of another, and the owner of some other system does not sign here', async () => {
      const id = await ready()
      expect(await sign('sandnes-informasjonssikkerhetssjef', 'controller', id)).toMatchObject({ ok: false, why: 'notAllowed' })
      expect(await sign('sandnes-systemeier', 'systemOwner', id)).toMatchObject({ ok: false, why: 'notFound' })
      expect(await sign('sandnes-personvern-gdpr', 'dpo', id)).toMatchObject({ ok: false, why: 'notAllowed' })
    })

    test('S4-140 yes from one makes the task with its due time; answer and reason are stored', async () => {
      const discoveredAt = hours(app.clock.now, -3)
      const id = await ready(discoveredAt)
      expect(await told('sandnes', id)).toEqual([])
      done(await sign(...four[1], id, { notify: 'yes', notifyReason: 'Listen lå åpent en natt.' }))
      const task = (await openTasksOf(app, 'sandnes', id)).find((one) => one.kind === 'deviation.notifyAuthority')
      expect(task?.dueAt).toEqual(hours(discoveredAt, 72))
      expect((await stored(app, 'sandnes', id)).signOffs).toMatchObject([
        { role: 'ciso', notify: 'yes', notifyReason: 'Listen lå åpent en natt.' },
      ])
    })

    test('S4-141 measures found good enough by all open the proposal; one "no" stops it, and the answer and reason are stored', async () => {
      const id = await ready()
      for (const [slug, role] of four.slice(0, 3)) done(await sign(slug, role, id))
      done(await sign(...four[3], id, { enough: 'no', enoughReason: 'To har fortsatt tilgang.' }))
      const gaps = async () => {
        const outcome = await app.ctx('sandnes-kommunedirektor', (ctx) => closeDeviation(ctx, id, null, null))
        return outcome.ok ? [] : outcome.fields
      }
      expect(await gaps()).toContain('measuresNotEnough')
      expect((await stored(app, 'sandnes', id)).signOffs.find((one) => one.role === 'systemOwner')).toMatchObject({
        enough: 'no',
        enoughReason: 'To har fortsatt tilgang.',
      })
      done(await sign(...four[3], id))
      expect(await gaps()).not.toContain('measuresNotEnough')
    })

    test('a changed assessment clears the signatures, and not notifying waits for all four', async () => {
      const id = await ready()
      const decide = () =>
        app.ctx('sandnes-personvernombud', (ctx) => decideOnAuthority(ctx, id, null, 'notNotify', 'Ingen utenfor huset så det.', 'certain'))
      expect(await decide()).toMatchObject({ ok: false, why: 'signOffsMissing' })
      for (const [slug, role] of four) done(await sign(slug, role, id))
      expect(done(await decide()).authorityTrack).toBe('notOwed')
      await assessCase(app, 'sandnes', id, { ...low, certainty: 'certain', certaintyReasons: 'Sett av tre i huset.', ...noEffect })
      expect((await stored(app, 'sandnes', id)).signOffs.every((one) => one.fellAt !== null)).toBe(true)
    })
  })
})
