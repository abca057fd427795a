import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { inAll, type Locale, locales } from '../../kernel/texts.ts'
import { calledFor, questionsOf } from './asking.ts'
import { askedOf, type Content, wantsOf as contentWants, numbered, type Question, readingOf } from './content.ts'
import { definite } from './definite.ts'
import { campaignFields, optionFields, questionFields, questionnaireFields, sectionFields } from './fields.ts'
import { figuresOf } from './figures.ts'
import { mayAnswer, mayReadUnit, seesRespondents } from './permissions.ts'
import type { Answer, Answers, Campaign, CampaignUnit, Questionnaire } from './questionnaire.ts'
import {
  type Answering,
  answer,
  finishAction,
  forward,
  handOver,
  know,
  noAnswer,
  reopen,
  send,
  unanswered,
  wantsOf,
} from './rules-answering.ts'
import { close, edit, frozen, missingUnits, open, plan } from './rules-campaign.ts'
import { begin, discard, moveUp, publish, retire, saidIn, takeOut, writeOption, writeQuestion, writeSection } from './rules-writing.ts'
import { changeOf, countQuestions, coverageIn, listed, mostListed, withBelow } from './score.ts'
import { standard } from './standard.ts'
import { centralSystems } from './standard-own.ts'
import { unitTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const person = (id: string, roles: readonly Role[] = [], leads: readonly string[] = []): Actor => ({
  personId: id,
  organisationId: 'o',
  roles: ['employee', ...roles],
  unitId: null,
  leads,
  profileVersion: 1,
})
const dpo = person('dpo', ['dpo'])
const leader = person('leader', ['leader'], ['u1'])
const other = person('other', ['leader'], ['u2'])
const names = inAll(() => 'X')
const { content } = standard(
  { org: names, dpo: names, controller: names, cert: names, camera: names, systems: names },
  { orgType: 'university', locale: 'nb', ownRules: true },
)

const draft: Questionnaire = {
  ...{ id: 'q', version: 1, familyId: 'q', edition: 1, status: 'draft', publishedAt: null, publishedBy: null },
  values: { name: 'Skjema', source: null, sourceOn: null },
  content,
}
const published: Questionnaire = { ...draft, status: 'published', publishedAt: now, publishedBy: 'dpo' }

describe('The standard questionnaire', () => {
  test('S2-01 has 24 questions in eight sections, numbered from 2.1 to 9.1, each with its words in three languages', () => {
    const all = numbered(content)
    expect(all).toHaveLength(24)
    expect(all.map(({ number }) => number).join(' ')).toBe(
      '2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 5.1 5.2 5.3 6.1 6.2 6.3 6.4 6.5 7.1 8.1 8.2 9.1',
    )
    for (const { text, guidance, rule, ruleSource, ruleReadOn } of all)
      for (const locale of ['nb', 'nn', 'en'] as const) {
        expect(text[locale]).not.toMatch(/[{}]|^$/)
        expect(guidance[locale]).not.toMatch(/[{}]|^$/)
        expect(rule[locale]).not.toMatch(/[{}]|^$/)
        expect([ruleSource, ruleReadOn]).not.toContain(null)
      }
    expect(new Set(all.map(({ key }) => key)).size).toBe(24)
  })

  test.each<[Locale, string, string]>([
    ['nb', 'personvernombud', 'personvernombudet'],
    ['nb', 'kommunedirektør', 'kommunedirektøren'],
    ['nb', 'behandlingsansvarlig', 'den behandlingsansvarlige'],
    ['nb', 'rektor', 'rektor'],
    ['nb', 'UiO-CERT', 'UiO-CERT'],
    ['nb', 'hendelsesteamet', 'hendelsesteamet'],
    ['nn', 'personvernombod', 'personvernombodet'],
    ['nn', 'einingsleiar', 'einingsleiaren'],
    ['en', 'data protection officer', 'the data protection officer'],
    ['en', 'the property department', 'the property department'],
    ['en', 'UiO-CERT', 'UiO-CERT'],
  ])('S2-01 a title stands in a sentence as one is meant: %s %s', (locale, title, said) =>
    expect(definite({ nb: title, nn: title, en: title })[locale]).toBe(said),
  )

  test('a municipality is asked by the law of today: no licence, no team that it has not, no rule that is another’s, each name as in a sentence', () => {
    const said3 = (nbSaid: string, nnSaid: string, enSaid: string) => ({ nb: nbSaid, nn: nnSaid, en: enSaid })
    const filled = {
      org: inAll(() => 'Sandnes kommune'),
      dpo: said3('personvernombud', 'personvernombod', 'data protection officer'),
      controller: said3('kommunedirektør', 'kommunedirektør', 'chief municipal executive'),
      cert: said3('hendelsesteamet', 'hendingsteamet', 'incident response team'),
      camera: said3('eiendomsavdelingen', 'eigedomsavdelinga', 'the property department'),
      systems: centralSystems.sandnes,
    }
    const own = standard(filled, { orgType: 'municipality', locale: 'nb', ownRules: false }).content
    for (const locale of locales) {
      const said = own.sections.flatMap(({ intro, questions }) => [
        intro[locale],
        ...questions.flatMap(({ text, guidance, rule, historic }) => [text[locale], guidance[locale], rule[locale], historic[locale]]),
      ])
      for (const text of said)
        expect(text).not.toMatch(
          /konsesjon|licen[cs]e|hend(else|ing)steam|incident response|sin eige?n regel|a rule of|2016|[Tt]he the|\b(til|fra|frå|Spør) (personvernomb[uo]d|kommunedirektør)\b/,
        )
    }
    const guidance = numbered(own).find(({ key }) => key === 'advice')?.guidance.nb
    expect(guidance).toBe(
      'Spør personvernombudet eller kontoret til kommunedirektøren om det som gjelder behandling av personopplysninger.',
    )
  })

  test('only 8.2 is reversed and only 3.3 is neutral; a bad answer to 8.2 and 9.1 may be reported', () => {
    const of = (is: (one: Question) => boolean) =>
      numbered(content)
        .filter(is)
        .map(({ number }) => number)
    expect(of(({ scoring }) => scoring === 'reversed')).toEqual(['8.2'])
    expect(of(({ scoring }) => scoring === 'neutral')).toEqual(['3.3'])
    expect(of(({ reports }) => reports)).toEqual(['8.2', '9.1'])
  })
})

describe('Writing a questionnaire', () => {
  const option = { ...emptyValues(optionFields), labelNb: 'Delvis dekket', meaning: 'partly' } as const
  const question = { ...emptyValues(questionFields), textNb: 'Er det slik?', scale: 'covered', scoring: 'straight' } as const
  const next = <T>(outcome: { readonly ok: boolean; readonly next?: T }): T => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    return outcome.next as T
  }

  test('only those who run the internal control write, and only in a draft', () => {
    const names = { ...emptyValues(questionnaireFields), name: 'Nytt' }
    const begun = { id: 'q', familyId: 'q', edition: 1, content, names }
    expect(begin(begun, dpo)).toMatchObject({ ok: true })
    expect(begin(begun, leader)).toMatchObject({ why: 'notAllowed' })
    expect(begin({ ...begun, names: { ...names, name: null } }, dpo)).toMatchObject({ why: 'incomplete', fields: ['name'] })
    expect(writeOption(published, 'covered', 'partly', option, dpo)).toMatchObject({ why: 'published' })
    expect(writeSection(published, 'new', { ...emptyValues(sectionFields), titleNb: 'Ny' }, dpo)).toMatchObject({ why: 'published' })
    expect(writeQuestion(published, 'knowledge', 'new', question, dpo)).toMatchObject({ why: 'published' })
    expect(takeOut(published, { section: 'cameras' }, dpo)).toMatchObject({ why: 'published' })
    expect(moveUp(published, { section: 'cameras' }, dpo)).toMatchObject({ why: 'published' })
    expect(discard(published, dpo)).toMatchObject({ why: 'published' })
    expect(writeOption(draft, 'covered', 'partly', option, leader)).toMatchObject({ why: 'notAllowed' })
  })

  test('S2-03 an option gets another label and one is added, in its place; its key stays', () => {
    const renamed = next(writeOption(draft, 'covered', 'notCovered', { ...option, labelNb: 'Stemmer ikke', meaning: 'no' }, dpo))
    const added = next(writeOption(renamed, 'covered', 'partly', option, dpo))
    expect(added.content.scales.covered.map(({ key, label }) => [key, label.nb])).toEqual([
      ['covered', 'Helt dekket'],
      ['partly', 'Delvis dekket'],
      ['notCovered', 'Stemmer ikke'],
    ])
    expect(writeOption(draft, 'covered', 'x', { ...option, labelNb: null }, dpo)).toMatchObject({ fields: ['labelNb'] })
  })

  test('what is written in one language is read in the others', () => {
    expect(saidIn({ aNb: 'ja', aNn: null, aEn: null }, 'a')).toEqual({ nb: 'ja', nn: 'ja', en: 'ja' })
    expect(saidIn({ aNb: null, aNn: 'ja', aEn: 'yes' }, 'a')).toEqual({ nb: 'ja', nn: 'ja', en: 'yes' })
    expect(saidIn({ aNb: ' ', aNn: null, aEn: null }, 'a')).toBeNull()
  })

  test('sections and questions are added, moved and taken out; a rule says where it is written and when it was read', () => {
    const section = next(writeSection(draft, 'new', { ...emptyValues(sectionFields), titleNb: 'Ny del' }, dpo))
    const with1 = next(writeQuestion(section, 'new', 'n1', question, dpo))
    const with2 = next(writeQuestion(with1, 'new', 'n2', { ...question, textNb: 'Og slik?' }, dpo))
    expect(
      numbered(with2.content)
        .slice(-2)
        .map(({ number, text }) => [number, text.nb]),
    ).toEqual([
      ['10.1', 'Er det slik?'],
      ['10.2', 'Og slik?'],
    ])
    expect(numbered(next(moveUp(with2, { question: 'n2' }, dpo)).content).at(-2)?.key).toBe('n2')
    expect(numbered(next(takeOut(with2, { question: 'n1' }, dpo)).content).at(-1)?.key).toBe('n2')
    expect(moveUp(draft, { section: 'knowledge' }, dpo)).toMatchObject({ why: 'nothingChanged' })
    expect(writeQuestion(section, 'new', 'n1', { ...question, ruleNb: 'Artikkel 5' }, dpo)).toMatchObject({
      why: 'ruleWithoutSource',
      fields: ['ruleSource', 'ruleReadOn'],
    })
    expect(writeQuestion(section, 'new', 'control', question, dpo)).toMatchObject({ why: 'notFound' })
    expect(writeQuestion(section, 'new', 'n1', { ...question, textNb: null, scale: null }, dpo)).toMatchObject({
      fields: ['textNb', 'scale'],
    })
  })

  test('S2-01 a question hangs on an answer to one before it, and an edition with a condition that nobody can meet is not published', () => {
    const hangs = { ...question, onlyIf: 'control', onlyIfSays: ['no'] } as const
    const written = next(writeQuestion(draft, 'knowledge', 'n1', { ...hangs, onlyIf: 'responsible' }, dpo))
    expect(numbered(written.content).find(({ key }) => key === 'n1')).toMatchObject({
      condition: { question: 'responsible', says: ['no'] },
    })
    expect(writeQuestion(draft, 'knowledge', 'n1', { ...hangs, onlyIf: 'responsible', onlyIfSays: [] }, dpo)).toMatchObject({
      why: 'incomplete',
      fields: ['onlyIfSays'],
    })
    // What stands after it, and itself, decide nothing.
    for (const onlyIf of ['control', 'n1'])
      expect(writeQuestion(draft, 'knowledge', 'n1', { ...hangs, onlyIf }, dpo)).toMatchObject({ why: 'conditionLater' })
    expect(contentWants(written.content)).toEqual([])
    expect(contentWants(next(takeOut(written, { question: 'responsible' }, dpo)).content)).toEqual(['conditions'])
    const never = next(writeQuestion(draft, 'knowledge', 'n1', { ...hangs, onlyIf: 'responsible', onlyIfSays: ['partly'] }, dpo))
    expect(publish(never, dpo, now)).toMatchObject({ why: 'notWhole', fields: ['conditions'] })
  })

  test('is published whole, by whom and when, and taken out of use for good', () => {
    expect(publish({ ...draft, content: { ...content, sections: [] } }, dpo, now)).toMatchObject({ why: 'notWhole', fields: ['sections'] })
    const noYes: Content = {
      ...content,
      scales: { ...content.scales, covered: content.scales.covered.filter(({ meaning }) => meaning !== 'yes') },
    }
    expect(publish({ ...draft, content: noYes }, dpo, now)).toMatchObject({ fields: ['options', 'meanings'] })
    expect(publish(draft, dpo, now)).toMatchObject({ next: { status: 'published', publishedBy: 'dpo', publishedAt: now } })
    expect(retire(published, dpo)).toMatchObject({ next: { status: 'retired' } })
    expect(retire(draft, dpo)).toMatchObject({ why: 'notNow' })
  })
})

const values = {
  ...emptyValues(campaignFields),
  ...({ name: 'Årlig internkontroll 2026', year: 2026, questionnaire: 'q', opensOn: '2026-03-02', dueOn: '2026-04-01' } as const),
}
const campaign: Campaign = { id: 'c', version: 1, values, administrator: 'dpo', status: 'open', openedAt: now, closedAt: null }

describe('A round', () => {
  test('S2-01 is planned by those who run it, with year, questionnaire, units and two dates', () => {
    expect(plan('c', values, dpo)).toMatchObject({ next: { status: 'planned', administrator: 'dpo' } })
    expect(plan('c', values, leader)).toMatchObject({ why: 'notAllowed' })
    expect(plan('c', { ...values, year: null, dueOn: null }, dpo)).toMatchObject({ why: 'incomplete', fields: ['year', 'dueOn'] })
    expect(plan('c', { ...values, dueOn: '2026-03-01' }, dpo)).toMatchObject({ why: 'dueBeforeOpening' })
    expect(plan('c', { ...values, contact: 'uio.no' }, dpo)).toMatchObject({ why: 'noAddress' })
    expect(plan('c', { ...values, contact: 'post@uio.no' }, dpo)).toMatchObject({ ok: true })
  })

  test('the units are frozen as they stand, each below the nearest that answers too, and the lowest are due first', () => {
    const tree = [
      { id: 'top', name: 'UiO', kind: 'organisation', path: ['top'] },
      { id: 'fac', name: 'Fakultet', kind: 'faculty', path: ['top', 'fac'] },
      { id: 'dep', name: 'Institutt', kind: 'department', path: ['top', 'fac', 'dep'] },
    ]
    const of = (units: readonly string[], daysALevel: number | null) =>
      frozen(tree, { units, dueOn: '2026-04-01', daysALevel }).map(({ unitId, above, depth, dueOn }) => [unitId, above, depth, dueOn])
    expect(of([], null)).toEqual([
      ['top', null, 0, '2026-04-01'],
      ['fac', 'top', 1, '2026-04-01'],
      ['dep', 'fac', 2, '2026-04-01'],
    ])
    expect(of(['top', 'dep'], 7)).toEqual([
      ['top', null, 0, '2026-04-01'],
      ['dep', 'top', 1, '2026-03-25'],
    ])
  })

  test('opens once, by its runner or the clock, and keeps its questionnaire and units from then on', () => {
    const planned: Campaign = { ...campaign, status: 'planned', openedAt: null }
    expect(open(planned, 3, 'clock', now)).toMatchObject({ next: { status: 'open' }, events: [{ units: 3 }] })
    expect(open(planned, 0, dpo, now)).toMatchObject({ why: 'noUnits' })
    expect(open(planned, 3, leader, now)).toMatchObject({ why: 'notAllowed' })
    expect(open(campaign, 3, dpo, now)).toMatchObject({ why: 'nothingChanged' })
    const moved = edit(campaign, { ...values, dueOn: '2026-05-01', questionnaire: 'other', units: ['u9'] }, dpo)
    expect(moved).toMatchObject({
      next: { values: { dueOn: '2026-05-01', questionnaire: 'q', units: [] } },
      events: [{ fields: ['dueOn'] }],
    })
    expect(edit({ ...campaign, status: 'closed' }, values, dpo)).toMatchObject({ why: 'notNow' })
  })

  test('is closed by those who run it, once, and not before it has opened', () => {
    expect(close(campaign, dpo, now)).toMatchObject({ next: { status: 'closed', closedAt: now } })
    expect(close(campaign, leader, now)).toMatchObject({ why: 'notAllowed' })
    expect(close({ ...campaign, status: 'planned' }, dpo, now)).toMatchObject({ why: 'notNow' })
  })

  test('S2-01 a unit is missing the day after its date, and not on it', () => {
    const units = [
      { status: 'open', dueOn: '2026-04-01' },
      { status: 'sent', dueOn: '2026-03-01' },
    ] as const
    expect(missingUnits(units, '2026-04-01')).toEqual([])
    expect(missingUnits(units, '2026-04-02')).toEqual([units[0]])
  })
})

const unit: CampaignUnit = {
  ...{ id: 'cu', version: 1, campaignId: 'c', unitId: 'u1', name: 'Institutt', kind: 'department', parentId: null, depth: 1, position: 1 },
  ...({ dueOn: '2026-04-01', status: 'open', sentAt: null, delegate: null, people: 20 } as const),
}
const good = (key: string): Answer => ({ ...noAnswer, option: key === 'licence' || key === 'unreported' ? 'no' : 'covered' })
const whole: Answers = new Map(numbered(content).map(({ key }) => [key, good(key)]))
const at = (answers: Answers = whole, over: Partial<Answering> = {}): Answering => ({ campaign, content, unit, answers, ...over })
const withAnswer = (key: string, over: Partial<Answer>): Answers => new Map([...whole, [key, { ...noAnswer, ...over }]])

describe('Answering for a unit', () => {
  test('is for those who lead it and whoever they gave it to, and read by those above and those who read the report', () => {
    expect(mayAnswer(unit, leader)).toBe(true)
    expect(mayAnswer(unit, other)).toBe(false)
    expect(mayAnswer({ ...unit, delegate: 'other' }, other)).toBe(true)
    expect(mayAnswer(unit, dpo)).toBe(false)
    const all = [leader, dpo, person('a', ['auditor']), other, person('e')]
    expect(all.map((one) => mayReadUnit(unit, one, 5))).toEqual([true, true, true, false, false])
    // Of a unit with few people, those who only read the report read no more than it says.
    expect(all.map((one) => mayReadUnit({ ...unit, people: 4 }, one, 5))).toEqual([true, true, false, false, false])
    expect(handOver(at(), 'other', leader)).toMatchObject({ next: { delegate: 'other' } })
    expect(handOver(at(), 'other', other)).toMatchObject({ why: 'notAllowed' })
    expect(handOver({ ...at(), unit: { ...unit, delegate: 'other' } }, null, other)).toMatchObject({ why: 'notAllowed' })
  })

  test('S2-06 who answered is seen by the administrator of the round, and by no other who runs it', () => {
    expect(seesRespondents(campaign, dpo)).toBe(true)
    expect(seesRespondents(campaign, person('ciso', ['ciso', 'dpo']))).toBe(false)
  })

  test('half is saved; a question or an option that the edition does not have is not', () => {
    const given = new Map([['control', { ...noAnswer, comment: 'Vi leter' }]])
    expect(answer(at(new Map()), given, leader)).toMatchObject({ ok: true, events: [{ questions: ['control'] }] })
    expect(answer(at(new Map()), given, other)).toMatchObject({ why: 'notAllowed' })
    expect(answer(at(), new Map([['control', { ...noAnswer, option: 'perhaps' }]]), leader)).toMatchObject({
      why: 'notAChoice',
      fields: ['control_option'],
    })
    expect(answer(at(), new Map([['nothing', noAnswer]]), leader)).toMatchObject({ why: 'notAChoice' })
    expect(answer(at(), new Map([['control', good('control')]]), leader)).toMatchObject({ why: 'nothingChanged' })
    expect(answer(at(whole, { unit: { ...unit, status: 'sent' } }), given, leader)).toMatchObject({ why: 'sent' })
    expect(answer(at(whole, { campaign: { ...campaign, status: 'closed' } }), given, leader)).toMatchObject({ why: 'closed' })
  })

  test('S2-05 is not sent without the unit, nor for another', () => {
    expect(send(at(), null, leader, now)).toMatchObject({ why: 'unitMissing', fields: ['unit'] })
    expect(send(at(), 'u2', leader, now)).toMatchObject({ why: 'otherUnit', fields: ['unit'] })
    expect(send(at(), 'u1', leader, now)).toMatchObject({ next: { status: 'sent', sentAt: now } })
  })

  test('is not sent before every question is answered, and not twice', () => {
    expect(send(at(new Map()), 'u1', leader, now)).toMatchObject({ why: 'notAnswered' })
    expect(wantsOf(content, new Map())).toHaveLength(24)
    expect(send(at(whole, { unit: { ...unit, status: 'sent' } }), 'u1', leader, now)).toMatchObject({ why: 'nothingChanged' })
    expect(reopen(at(whole, { unit: { ...unit, status: 'sent' } }), leader)).toMatchObject({ next: { status: 'open' } })
    expect(reopen(at(whole, { unit: { ...unit, status: 'sent' } }), other)).toMatchObject({ why: 'notAllowed' })
  })

  test.each([
    ['not covered without anything', { option: 'notCovered' }, ['reason', 'follow']],
    ['an action without what, who and when', { option: 'notCovered', reason: 'Tid', follow: 'action' }, ['action', 'owner', 'dueOn']],
    [
      'an action that is whole',
      { option: 'notCovered', reason: 'Tid', follow: 'action', action: 'Kurs', owner: 'p', dueOn: '2026-06-01' },
      [],
    ],
    ['an acceptance with its reason', { option: 'notCovered', reason: 'Vi har ingen', follow: 'acceptance' }, []],
    ['an acceptance without a reason', { option: 'notCovered', follow: 'acceptance' }, ['reason']],
  ] as const)('S2-12 S2-14 S2-64 %s', (_, over, fields) => {
    for (const key of ['advice', 'duty', 'routine'])
      expect(wantsOf(content, withAnswer(key, over)).map(({ field }) => field)).toEqual(fields)
  })

  test('S2-24 a yes to a licence says which, and a no says no more', () => {
    expect(wantsOf(content, withAnswer('licence', { option: 'yes' }))).toEqual([{ question: 'licence', field: 'comment' }])
    expect(wantsOf(content, withAnswer('licence', { option: 'yes', comment: 'Helseregisteret' }))).toEqual([])
    expect(wantsOf(content, withAnswer('licence', { option: 'no' }))).toEqual([])
  })

  test('S2-24 a yes that does not say which is not counted as answered: what is counted can be sent', () => {
    expect(unanswered(content, new Map()).size).toBe(24)
    expect([...unanswered(content, withAnswer('licence', { option: 'yes' }))]).toEqual(['licence'])
    expect([...unanswered(content, withAnswer('advice', { option: 'notCovered', reason: 'Tid' }))]).toEqual(['advice'])
    expect(unanswered(content, whole).size).toBe(0)
  })

  test('S2-55 a question is sent on to whoever knows, and what they answer goes back in', () => {
    const sentOn = forward(
      at(new Map()),
      { id: 'f', campaignUnitId: 'cu', question: 'authorisation', asked: 'other', note: null },
      [],
      leader,
      now,
    )
    if (!sentOn.ok) throw new Error(sentOn.why)
    expect(forward(at(), { ...sentOn.next, asked: 'leader' }, [], leader, now)).toMatchObject({ why: 'toOneself' })
    expect(forward(at(), sentOn.next, [sentOn.next], leader, now)).toMatchObject({ why: 'nothingChanged' })
    expect(forward(at(), sentOn.next, [], other, now)).toMatchObject({ why: 'notAllowed' })
    const known = know(
      at(withAnswer('authorisation', { reason: 'Før' })),
      sentOn.next,
      { option: 'covered', comment: 'Skjema i HR' },
      other,
    )
    expect(known).toMatchObject({ ok: true })
    expect(known.ok && known.next.get('authorisation')).toEqual({ ...noAnswer, reason: 'Før', option: 'covered', comment: 'Skjema i HR' })
    expect(know(at(), sentOn.next, { option: 'covered', comment: null }, leader)).toMatchObject({ why: 'notAllowed' })
    expect(know(at(), sentOn.next, { option: null, comment: null }, other)).toMatchObject({ why: 'incomplete' })
    expect(know(at(), { ...sentOn.next, status: 'answered' }, { option: 'covered', comment: null }, other)).toMatchObject({
      why: 'nothingChanged',
    })
    expect(know(at(), { ...sentOn.next, status: 'withdrawn' }, { option: 'covered', comment: null }, other)).toMatchObject({
      why: 'withdrawn',
    })
  })

  test('an action is done by its owner or the unit, on a day that has been', () => {
    const answers = withAnswer('duty', {
      option: 'notCovered',
      reason: 'Tid',
      follow: 'action',
      action: 'Kurs',
      owner: 'other',
      dueOn: '2026-06-01',
    })
    const done = { doneOn: '2026-03-01', doneNote: 'Holdt' }
    expect(finishAction(at(answers), 'duty', done, other, '2026-03-02')).toMatchObject({ ok: true })
    expect(finishAction(at(answers), 'duty', done, leader, '2026-03-02')).toMatchObject({ ok: true })
    expect(finishAction(at(answers), 'duty', done, person('x'), '2026-03-02')).toMatchObject({ why: 'notAllowed' })
    expect(finishAction(at(answers), 'duty', { ...done, doneOn: '2026-03-03' }, other, '2026-03-02')).toMatchObject({ why: 'future' })
    expect(finishAction(at(answers), 'control', done, leader, '2026-03-02')).toMatchObject({ why: 'notFound' })
  })
})

describe('A question that hangs on another', () => {
  const on = (question: string, key: string): Question => ({
    ...({ ...(numbered(content)[0] as Question), key, known: null } as const),
    condition: { question, says: ['no'] },
  })
  const [first, ...rest] = content.sections
  const hanging: Content = {
    ...content,
    sections: [
      { ...(first as NonNullable<typeof first>), questions: [...(first?.questions ?? []), on('responsible', 'why'), on('why', 'what')] },
      ...rest,
    ],
  }
  const chosen = (options: Readonly<Record<string, string>>): Answers =>
    new Map([...whole, ...Object.entries(options).map(([key, option]) => [key, { ...noAnswer, option }] as const)])
  const put = (options: Readonly<Record<string, string>>) =>
    askedOf(hanging, chosen(options)).flatMap(({ key }) => (['why', 'what'].includes(key) ? [key] : []))

  test('S2-01 is asked after its answer alone, and what hangs on it after it', () => {
    expect(put({})).toEqual([])
    expect(put({ responsible: 'notCovered' })).toEqual(['why'])
    expect(put({ responsible: 'notCovered', why: 'notCovered' })).toEqual(['why', 'what'])
    // An answer that stands from before the first was changed asks nothing more.
    expect(put({ responsible: 'covered', why: 'notCovered' })).toEqual([])
  })

  test('S2-01 an action on a question that is no longer asked, or is covered now, is nobody’s task and not in the report; done, it is told', () => {
    const action: Answer = { ...noAnswer, option: 'notCovered', follow: 'action', action: 'Lag rutine', owner: 'p', dueOn: '2026-05-01' }
    const sent: CampaignUnit = { ...unit, status: 'sent', sentAt: now }
    const round = { ...campaign, status: 'open' } as const
    const come = (answers: Answers) => {
      const figures = figuresOf(
        { campaign: round, content: hanging, units: [sent], answers: new Map([[sent.id, answers]]), small: new Set(), fewest: 5 },
        ...([null, null, '2026-04-01'] as const),
      )
      const tasks = unitTasks({ campaign: round, content: hanging, unit: sent, answers, forwards: [], holder: null })
      return { tasks: tasks.map(({ key }) => key), told: figures.actions.map(({ question, state }) => [question, state]) }
    }
    const stands = new Map([...chosen({ responsible: 'notCovered' }), ['why', action]])
    expect(come(stands)).toEqual({ tasks: ['why'], told: [['why', 'open']] })
    // The first is covered after all, so the second is not asked; or the second is itself covered.
    const notAsked = new Map([...stands, ['responsible', good('responsible')]])
    const covered = new Map([...stands, ['why', { ...action, option: 'covered' }]])
    for (const fallen of [notAsked, covered]) {
      expect(come(fallen)).toEqual({ tasks: [], told: [] })
      const done = { doneOn: '2026-03-01', doneNote: null }
      const held = at(fallen, { content: hanging, unit: sent })
      expect(finishAction(held, 'why', done, person('p'), '2026-04-01')).toMatchObject({ why: 'actionFallen' })
      expect(come(new Map([...fallen, ['why', { ...(fallen.get('why') ?? action), ...done }]])).told).toEqual([['why', 'done']])
    }
  })

  test('S2-01 is wanted where it is asked, and counts for nothing where it is not', () => {
    const wanted = (options: Readonly<Record<string, string>>) => wantsOf(hanging, chosen(options)).map(({ question }) => question)
    expect(wanted({})).toEqual([])
    expect(wanted({ responsible: 'notCovered' })).toContain('why')
    expect(coverageIn(readingOf(hanging), chosen({ why: 'notCovered', what: 'notCovered' }))).toBe(1)
    expect(coverageIn(readingOf(hanging), chosen({ responsible: 'notCovered', why: 'covered' }))).toBeCloseTo(23 / 24)
    const counted = countQuestions(readingOf(hanging), [chosen({ why: 'covered' }), chosen({ responsible: 'notCovered', why: 'covered' })])
    expect(counted.find(({ question }) => question.key === 'why')).toMatchObject({ answered: 1, coverage: 1 })
  })

  test('S2-01 the page has what an answer on it may call for, and whoever goes on is shown once what theirs called for', () => {
    const keys = (options: Readonly<Record<string, string>>) => questionsOf(hanging, 'knowledge', chosen(options)).map(({ key }) => key)
    expect(keys({}).slice(-2)).toEqual(['why', 'what'])
    const later: Content = {
      ...content,
      sections: content.sections.map((one, at) => (at === 1 ? { ...one, questions: [on('responsible', 'late')] } : one)),
    }
    expect(questionsOf(later, later.sections[1]?.key ?? '', whole)).toEqual([])
    const now = chosen({ responsible: 'notCovered' })
    expect(calledFor(hanging, 'knowledge', now, ['responsible'])?.key).toBe('why')
    expect(calledFor(hanging, 'knowledge', now, ['responsible', 'why'])).toBeUndefined()
    expect(calledFor(hanging, 'knowledge', chosen({ responsible: 'notCovered', why: 'covered' }), [])).toBeUndefined()
  })
})

describe('What is covered', () => {
  test('S2-24 yes or no to what is neutral does not change the coverage of the unit', () => {
    expect(coverageIn(readingOf(content), whole)).toBe(1)
    expect(coverageIn(readingOf(content), withAnswer('licence', { option: 'yes' }))).toBe(1)
    expect(coverageIn(readingOf(content), new Map([['licence', { ...noAnswer, option: 'yes' }]]))).toBeNull()
  })

  test('S2-65 yes to what is not reported lowers the coverage of the unit, and no does not', () => {
    expect(coverageIn(readingOf(content), withAnswer('unreported', { option: 'yes' }))).toBeCloseTo(22 / 23)
    expect(coverageIn(readingOf(content), withAnswer('unreported', { option: 'no' }))).toBe(1)
  })

  test('each question counts how many units answered what; partly is half, and what is not known is nothing', () => {
    const scaled: Content = {
      ...content,
      scales: {
        ...content.scales,
        covered: [
          ...content.scales.covered,
          { key: 'partly', meaning: 'partly', label: names, hint: names },
          { key: 'unsure', meaning: 'unknown', label: names, hint: names },
        ],
      },
    }
    const units = ['covered', 'partly', 'notCovered', 'unsure'].map((option) => new Map([['control', { ...noAnswer, option }]]))
    const counted = countQuestions(readingOf(scaled), units).find(({ question }) => question.key === 'control')
    expect(counted).toMatchObject({ counts: { yes: 1, partly: 1, no: 1, unknown: 1 }, answered: 4, coverage: 1.5 / 4 })
    expect(countQuestions(readingOf(scaled), units)[0]).toMatchObject({ answered: 0, coverage: null })
  })

  test('the change since last year is in whole points, and unknown where one of the two is', () => {
    expect(changeOf(0.75, 0.5)).toBe(25)
    expect(changeOf(0.5, 0.75)).toBe(-25)
    expect(changeOf(null, 0.5)).toBeNull()
  })

  test('a unit is read with all below it, as they stood', () => {
    const lines = [
      ['a', null],
      ['b', 'a'],
      ['c', 'b'],
      ['d', 'a'],
    ].map(([id, parentId]) => ({ id: String(id), parentId: parentId ?? null }))
    expect(withBelow(lines, 'b').map(({ id }) => id)).toEqual(['b', 'c'])
    expect(withBelow(lines, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('S2-01 few units are listed whole; of hundreds the uppermost, and of one of them those right below it', () => {
    const faculties = Array.from({ length: 3 }, (_, at) => ({ id: `f${at}`, parentId: 'top' }))
    const below = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `d${at}`, parentId: `f${at % 3}` }))
    const few = [{ id: 'top', parentId: null }, ...faculties, ...below(mostListed - 4)]
    expect(listed(few, null)).toEqual(few)
    const many = [...few, { id: 'one more', parentId: 'f0' }]
    expect(listed(many, null).map(({ id }) => id)).toEqual(['top', 'f0', 'f1', 'f2'])
    expect(listed(many, 'f1').map(({ id }) => id)).toEqual(['f1', ...many.filter(({ parentId }) => parentId === 'f1').map(({ id }) => id)])
  })
})
