import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { measureFields } from '../risks/public.ts'
import type { Answers, Assessment, Dpia, Round, Scenario } from './dpia.ts'
import { wholeAnswers } from './factory-answers.ts'
import {
  adviceFields,
  consultationFields,
  controlFields,
  criteria,
  dpiaFields,
  recordFields,
  roundFields,
  scenarioFields,
} from './fields.ts'
import { isNeeded } from './needed.ts'
import {
  addDpia,
  approveDpia,
  controlMonths,
  editDpia,
  endDpia,
  mayAdd,
  mayApprove,
  mayEdit,
  mayEnd,
  mayKeep,
  mayRead,
  reopenDpia,
  returnDpia,
  riskOwnerOf,
  touched,
} from './rules.ts'
import {
  adviseDpia,
  answerAdvice,
  consultAuthority,
  contentGaps,
  controlDpia,
  gapsOf,
  sendDpia,
  takeHome,
  turnOf,
  waiveAdvice,
} from './rules-rounds.ts'
import { mayLeave, screen } from './screening.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const by = (personId: string, roles: readonly Role[] = []): Actor => ({
  ...{ personId, organisationId: 'o', roles, leads: [], unitId: null, profileVersion: 1 },
})
const unknown = { likeApproved: false, known: { before: [], after: [] } }
const [owner, dpo, controller] = [by('owner'), by('dpo', ['dpo']), by('chief', ['controller'])]
const answers: Answers = { ...emptyValues(dpiaFields), ...wholeAnswers, name: 'Elevoppfølging', owner: 'owner', dataSubjects: ['pupils'] }
const record: Dpia = {
  id: 'd',
  version: 1,
  values: { ...emptyValues(recordFields), ...answers, status: 'draft', scale: '5', edition: 0, begunOn: today, touchedAt: now },
}
const but = (values: Partial<Dpia['values']>): Dpia => ({ ...record, values: { ...record.values, ...values } })
const scenario = (over: Partial<Scenario> = {}): Scenario => ({
  ...emptyValues(scenarioFields),
  ...({
    id: 's',
    name: 'Kjent av naboen',
    cause: 'humanProtection',
    harms: ['confidentiality'],
    likelihood: '1',
    forSubjects: '2',
  } as const),
  ...over,
})
const round = (over: Partial<Round> = {}): Round => ({ ...emptyValues(roundFields), id: 'r', sentAt: now, sentFor: 'as read', ...over })
const advised = (over: Partial<Round> = {}) =>
  round({ verdict: 'sound', advice: 'Godt.', consult: 'no', advisedBy: 'dpo', advisedAt: now, ...over })
const all = (over: Partial<Assessment> = {}): Assessment => ({
  ...{ record, scenarios: [scenario()], measures: [], rounds: [], stamp: 'as read', likeApproved: false },
  ...over,
})
const high = scenario({ likelihood: '5', forSubjects: '5' })
const whatOf = (given: Assessment) => gapsOf(given).map(({ what }) => what)

describe('screening', () => {
  const no = Object.fromEntries(criteria.map((name) => [name, 'no'])) as Partial<Answers>
  const asked = (over: Partial<Answers>) => screen({ ...emptyValues(dpiaFields), ...no, highRisk: 'no', onList: 'no', ...over }, false)

  it.each<[string, Partial<Answers>, string, string]>([
    ['high risk comes first', { highRisk: 'yes', assessedInLaw: 'yes' }, 'required', 'risk'],
    ['the list', { onList: 'yes' }, 'required', 'list'],
    ['two of the nine', { sensitive: 'yes', vulnerable: 'yes' }, 'required', 'criteria'],
    ['one of the nine', { sensitive: 'yes' }, 'recommended', 'one'],
    ['none', {}, 'notRequired', 'none'],
    ['the law covers it', { onList: 'yes', assessedInLaw: 'yes' }, 'covered', 'law'],
    ['an exemption hides no unknown risk', { onList: 'yes', assessedInLaw: 'yes', highRisk: 'undetermined' }, 'required', 'list'],
    ['not known whether the risk is high', { highRisk: 'undetermined' }, 'undetermined', 'open'],
    ['nobody has answered', { highRisk: null }, 'undetermined', 'open'],
    ['not known whether it is on the list', { onList: 'undetermined' }, 'undetermined', 'open'],
    ['one met and one unknown', { sensitive: 'yes', largeScale: 'undetermined' }, 'undetermined', 'open'],
    ['one unknown alone makes no two', { largeScale: 'undetermined' }, 'notRequired', 'none'],
  ])('%s', (_, over, outcome, because) => {
    expect(asked(over)).toMatchObject({ outcome, because })
  })

  it('one that is like it and approved covers it, but not where the risk is high', () => {
    const values = { ...emptyValues(dpiaFields), ...no, highRisk: 'no', onList: 'yes' } as const
    expect(screen(values, true)).toMatchObject({ outcome: 'covered', because: 'like' })
    expect(screen({ ...values, highRisk: 'yes' }, true)).toMatchObject({ outcome: 'required', because: 'risk' })
  })

  it('"no" is not kept where an assessment is required, nor while that is not known; elsewhere it says why', () => {
    const given = (over: Partial<Answers>) =>
      addDpia(
        'd',
        { ...emptyValues(dpiaFields), ...no, name: 'X', highRisk: 'no', onList: 'no', decision: 'dont', ...over },
        '5',
        unknown,
        by('a', ['admin']),
        now,
      )
    expect(given({ highRisk: 'yes' })).toMatchObject({ why: 'isRequired', fields: ['decision'] })
    expect(given({ onList: 'undetermined' })).toMatchObject({ why: 'isUndetermined' })
    expect(given({})).toMatchObject({ why: 'reasonMissing' })
    expect(given({ decisionReason: 'Ingen tegn.' })).toMatchObject({ ok: true })
    expect(['covered', 'recommended', 'notRequired', 'required', 'undetermined'].map((outcome) => mayLeave({ outcome } as never))).toEqual([
      ...[true, true, true, false, false],
    ])
  })
})

it('the record itself says that one is needed: an analysis that asks, or two signs; never that none is', () => {
  const signs = { dataKinds: ['health'], dataSubjects: ['pupils'], specialNeeds: null } as const
  expect(isNeeded({ dataKinds: [], dataSubjects: [], specialNeeds: null }, true)).toBe('analysis')
  expect(isNeeded(signs, false)).toBe('signs')
  expect(isNeeded({ ...signs, dataSubjects: ['employees'] }, false)).toBeNull()
  expect(isNeeded({ ...signs, dataSubjects: ['employees'], specialNeeds: 'yes' }, false)).toBe('signs')
})

describe('who', () => {
  it('the data protection officer reads and advises, but begins and writes none', () => {
    expect([mayAdd(dpo), mayEdit(record, dpo), mayRead(record, dpo)]).toEqual([false, false, true])
    expect(mayRead(record, by('somebody'))).toBe(false)
    expect(editDpia(record, { ...answers, about: 'Noe annet' }, unknown, dpo, now)).toMatchObject({ why: 'notAllowed' })
  })
  it('S4-080 only the data protection officer writes the advice: not the owner, the controller or the administrator', () => {
    const waits = all({ record: but({ status: 'withDpo' }), rounds: [round()] })
    const advice = { ...emptyValues(adviceFields), verdict: 'sound', advice: 'Godt.', consult: 'no' } as const
    for (const other of [owner, controller, by('a', ['admin']), by('c', ['ciso'])])
      expect(adviseDpia(waits, advice, other, now)).toMatchObject({ why: 'notAllowed' })
    expect(adviseDpia(waits, advice, dpo, now)).toMatchObject({
      ok: true,
      next: { record: { values: { status: 'toDecide' } }, part: { advisedBy: 'dpo' } },
    })
    expect(adviseDpia(waits, { ...advice, verdict: 'moreWork' }, dpo, now)).toMatchObject({
      next: { record: { values: { status: 'returned' } } },
    })
    expect(adviseDpia(waits, { ...advice, advice: null }, dpo, now)).toMatchObject({ why: 'incomplete', fields: ['advice'] })
    expect(adviseDpia(waits, { ...advice, followOn: today }, dpo, now)).toMatchObject({ why: 'dayPast' })
    expect(adviseDpia(all(), advice, dpo, now)).toMatchObject({ why: 'notNow' })
  })
})

describe('what is missing', () => {
  it('all that Article 35(7) demands, where one is done; the screening alone where none is', () => {
    const bare = but({ ...emptyValues(dpiaFields), name: 'X', owner: 'owner', decision: 'do', decisionReason: 'Barn', about: 'Alt' })
    const what = contentGaps({ record: bare, scenarios: [], measures: [] }).map((gap) => gap.what)
    expect(what).toEqual(
      expect.arrayContaining(['purpose', 'collected', 'deleted', 'necessary', 'proportionate', 'freedoms', 'viewsSought', 'scenarios']),
    )
    expect(contentGaps({ record: bare, scenarios: [scenario()], measures: [] }).map((gap) => gap.what)).not.toContain('scenarios')
    expect(contentGaps({ record: { ...bare, values: { ...bare.values, decision: 'dont' } }, scenarios: [], measures: [] })).toEqual([])
    expect(contentGaps(all())).toEqual([])
    expect(contentGaps(all({ record: but({ viewsSaid: null }) }))).toEqual([{ what: 'viewsSaid' }])
    expect(contentGaps(all({ record: but({ viewsSaid: null, viewsSought: 'no' }) }))).toEqual([])
  })

  it('what is judged lower after measures has a measure against it', () => {
    const lowered = scenario({ forSubjects: '4', forSubjectsAfter: '2' })
    const measure = (scenarios: readonly string[]) => ({ ...emptyValues(measureFields), id: 'm', scenarios })
    for (const measures of [[], [measure([])], [measure(['another'])]])
      expect(contentGaps(all({ scenarios: [lowered], measures }))).toMatchObject([{ what: 'measures', scenario: { id: 's' } }])
    expect(contentGaps(all({ scenarios: [lowered], measures: [measure(['s'])] }))).toEqual([])
  })

  it('S4-080 nothing is decided without the advice on what it says now, or the controller’s reason to go on without', () => {
    expect(whatOf(all())).toEqual(['advice'])
    expect(whatOf(all({ rounds: [advised()] }))).toEqual([])
    expect(whatOf(all({ rounds: [advised({ sentFor: 'something else' })] }))).toEqual(['advice'])
    expect(whatOf(all({ rounds: [advised({ verdict: 'moreWork' })] }))).toEqual(['advice'])
    expect(whatOf(all({ rounds: [round()] }))).toEqual(['advice'])
    const waived = (waivedFor: string) => all({ record: but({ waivedAt: now, waivedBy: 'chief', waivedReason: 'Haster', waivedFor }) })
    expect(whatOf(waived('as read'))).toEqual([])
    expect(whatOf(waived('something else'))).toEqual(['advice'])
    const toDecide = but({ status: 'toDecide' })
    expect(approveDpia({ rounds: [] }, toDecide, whatOf(all({ record: toDecide })).length, now)).toMatchObject({ why: 'answersMissing' })
  })

  it('S4-080 the controller alone goes on without advice, says why, and only when all is written', () => {
    expect(waiveAdvice(all(), 'Haster', owner, now)).toMatchObject({ why: 'notAllowed' })
    expect(waiveAdvice(all(), 'Haster', dpo, now)).toMatchObject({ why: 'notAllowed' })
    expect(waiveAdvice(all(), null, controller, now)).toMatchObject({ why: 'incomplete', fields: ['reason'] })
    expect(waiveAdvice(all({ scenarios: [] }), 'Haster', controller, now)).toMatchObject({ why: 'answersMissing' })
    const values = { status: 'toDecide', waivedBy: 'chief', waivedReason: 'Haster', waivedFor: 'as read' }
    expect(waiveAdvice(all(), 'Haster', controller, now)).toMatchObject({ ok: true, next: { record: { values } } })
    const withDpo = all({ record: but({ status: 'withDpo' }), rounds: [round()] })
    expect(waiveAdvice(withDpo, 'Haster', controller, now)).toMatchObject({ ok: true, next: { part: { takenBackAt: now } } })
  })

  it('advice with conditions, or against, is answered; so is advice to consult Datatilsynet where the risk is not high', () => {
    for (const over of [{ verdict: 'conditions' }, { verdict: 'against' }, { consult: 'yes' }] as const) {
      expect(whatOf(all({ rounds: [advised(over)] }))).toEqual(['answer'])
      expect(whatOf(all({ rounds: [advised({ ...over, answer: 'Gjort.' })] }))).toEqual([])
    }
    const decided = all({ record: but({ status: 'toDecide' }), rounds: [advised({ verdict: 'against' })] })
    expect(answerAdvice(decided, 'Vi følger det ikke fordi …', dpo, now)).toMatchObject({ why: 'notAllowed' })
    expect(answerAdvice(decided, 'Vi følger det ikke fordi …', owner, now)).toMatchObject({ next: { part: { answeredBy: 'owner' } } })
  })

  it('high risk after the measures waits for Datatilsynet’s answer', () => {
    const given = (over: Partial<Dpia['values']>) => all({ record: but(over), scenarios: [high], rounds: [advised()] })
    expect(whatOf(given({}))).toEqual(['consultation'])
    expect(whatOf(given({ consultedOn: today }))).toEqual(['consultation'])
    expect(whatOf(given({ consultedOn: today, consultationAnsweredOn: today }))).toEqual([])
    const low = { ...high, likelihoodAfter: '1', forSubjectsAfter: '2' } as const
    const measures = [{ ...emptyValues(measureFields), id: 'm', scenarios: ['s'] }]
    expect(whatOf(all({ scenarios: [low], measures, rounds: [advised()] }))).toEqual([])
    const asked = { ...emptyValues(consultationFields), consultedOn: today }
    expect(consultAuthority(record, { ...asked, consultedOn: '2026-03-03' }, owner, now)).toMatchObject({ why: 'dayAhead' })
    expect(consultAuthority(record, { ...asked, consultationAnsweredOn: today }, owner, now)).toMatchObject({ why: 'incomplete' })
    const early = { ...asked, consultationAnsweredOn: '2026-03-01', consultationAnswer: 'Ja' }
    expect(consultAuthority(record, early, owner, now)).toMatchObject({ why: 'answerBefore' })
    expect(consultAuthority(record, asked, owner, now)).toMatchObject({ ok: true })
    expect(consultAuthority(record, asked, dpo, now)).toMatchObject({ why: 'notAllowed' })
  })
})

describe('whose turn it is', () => {
  const turn = (over: Partial<Dpia['values']>, more: Partial<Assessment> = {}) => turnOf(all({ record: but(over), ...more }), today)
  it.each<[string, ReturnType<typeof turnOf>, Partial<Dpia['values']>, Partial<Assessment>]>([
    ['a draft', { who: 'owner', what: 'write' }, {}, {}],
    ['sent', { who: 'dpo', what: 'advise' }, { status: 'withDpo' }, { rounds: [round()] }],
    ['sent back', { who: 'owner', what: 'rewrite' }, { status: 'returned' }, { rounds: [advised({ verdict: 'moreWork' })] }],
    ['advised', { who: 'riskOwner', what: 'decide' }, { status: 'toDecide' }, { rounds: [advised()] }],
    ['advised against', { who: 'owner', what: 'answer' }, { status: 'toDecide' }, { rounds: [advised({ verdict: 'against' })] }],
    ['high risk left', { who: 'owner', what: 'consult' }, { status: 'toDecide' }, { rounds: [advised()], scenarios: [high] }],
    [
      'consulted',
      { who: 'authority', what: 'await' },
      { status: 'toDecide', consultedOn: today },
      { rounds: [advised()], scenarios: [high] },
    ],
    ['approved', null, { status: 'approved', controlOn: '2026-03-03' }, {}],
    ['approved, the control due', { who: 'dpo', what: 'control' }, { status: 'approved', controlOn: today }, {}],
    ['being written again', { who: 'owner', what: 'write' }, { status: 'changed' }, {}],
    ['ended', null, { status: 'ended' }, {}],
  ])('%s', (_, expected, over, more) => {
    expect(turn(over, more)).toEqual(expected)
  })
})

describe('who decides', () => {
  it('S4-104 whoever drafts an assessment neither names nor is the one who decides on it, but where the registers have them', () => {
    const drafts = but({ author: 'author', initiator: 'begun' })
    const said = (over: Partial<Answers>, who: Actor, known: readonly string[] = []) => {
      const outcome = editDpia(
        drafts,
        { ...answers, author: 'author', ...over },
        { likeApproved: false, known: { before: [], after: known } },
        who,
        now,
      )
      return outcome.ok ? 'edited' : [outcome.why, ...outcome.fields].join(' ')
    }
    const drafter = by('author')
    expect(said({ riskOwner: 'author' }, drafter)).toBe('drafterDecides riskOwner')
    expect(said({ owner: 'author', riskOwner: null }, drafter)).toBe('drafterDecides owner')
    expect(said({ riskOwner: 'begun' }, by('a', ['admin']))).toBe('drafterDecides riskOwner')
    expect(said({ riskOwner: 'a' }, by('a', ['admin']))).toBe('drafterDecides riskOwner')
    expect([said({ riskOwner: 'chief' }, drafter), said({ riskOwner: 'author' }, drafter, ['author'])]).toEqual(['edited', 'edited'])
    for (const known of [[], ['author']])
      expect(mayApprove({ ...drafts, values: { ...drafts.values, riskOwner: 'author' } }, known, drafter)).toBe(known.length > 0)
    expect([mayApprove(but({ riskOwner: 'chief' }), [], by('chief')), mayApprove(record, ['other'], by('other'))]).toEqual([true, false])
  })
})

describe('what is changed', () => {
  const write = (status: Dpia['values']['status'], over: Partial<Dpia['values']> = {}) =>
    editDpia(but({ status, ...over }), { ...answers, about: 'Noe annet' }, unknown, owner, now)
  it('is not written while the data protection officer reads it, and opens what was advised on or approved', () => {
    expect(write('withDpo')).toMatchObject({ why: 'isWithDpo' })
    expect(write('ended')).toMatchObject({ why: 'notNow' })
    expect(write('toDecide')).toMatchObject({ next: { values: { status: 'draft' } } })
    expect(write('toDecide', { approvedAt: now })).toMatchObject({ next: { values: { status: 'changed' } } })
    expect(write('approved')).toMatchObject({ next: { values: { status: 'changed' } } })
    expect(editDpia(record, { ...answers, like: 'd' }, unknown, owner, now)).toMatchObject({ why: 'likeItself' })
    expect(editDpia(record, answers, unknown, owner, now)).toMatchObject({ why: 'nothingChanged' })
  })
  it('is sent by whoever owns it, taken home again, and approved as a new version with a day for the control', () => {
    expect(sendDpia(all(), round(), dpo, now)).toMatchObject({ why: 'notAllowed' })
    expect(sendDpia(all({ record: but({ decision: null }) }), round(), owner, now)).toMatchObject({ why: 'notScreened' })
    expect(sendDpia(all(), round({ sentFor: null }), owner, now)).toMatchObject({
      next: { record: { values: { status: 'withDpo' } }, part: { sentFor: 'as read', sentBy: 'owner' } },
    })
    const out = all({ record: but({ status: 'withDpo', approvedAt: now }), rounds: [round()] })
    expect(takeHome(out, owner, now)).toMatchObject({ next: { record: { values: { status: 'changed' } }, part: { takenBackAt: now } } })
    const decided = but({ status: 'toDecide', edition: 1 })
    const approved = approveDpia({ rounds: [advised()] }, decided, 0, now)
    expect(approved).toMatchObject({ next: { values: { status: 'approved', edition: 2, controlOn: '2026-09-02' } } })
    expect(approveDpia({ rounds: [advised({ followOn: '2026-05-01' })] }, decided, 0, now)).toMatchObject({
      next: { values: { controlOn: '2026-05-01' } },
    })
    expect(reopenDpia(but({ status: 'approved' }), owner, now)).toMatchObject({ next: { values: { status: 'changed' } } })
    expect(reopenDpia(record, owner, now)).toMatchObject({ why: 'notNow' })
  })
})

it('S4-080 the data protection officer checks that it is carried out; what is not as described opens it again', () => {
  const control = {
    ...emptyValues(controlFields),
    id: 'c',
    by: null,
    controlledOn: today,
    result: 'asDescribed',
    findings: 'Alle tiltak er på plass.',
  } as const
  const approved = but({ status: 'approved', controlOn: today })
  expect(controlDpia(approved, control, owner, now)).toMatchObject({ why: 'notAllowed' })
  expect(controlDpia(record, control, dpo, now)).toMatchObject({ why: 'notNow' })
  expect(controlDpia(approved, { ...control, findings: null }, dpo, now)).toMatchObject({ why: 'incomplete', fields: ['findings'] })
  expect(controlDpia(approved, { ...control, controlledOn: '2026-03-03' }, dpo, now)).toMatchObject({ why: 'dayAhead' })
  expect(controlDpia(approved, control, dpo, now)).toMatchObject({
    next: { record: { values: { status: 'approved', controlOn: '2027-03-02' } }, part: { by: 'dpo' } },
    events: [{ type: 'dpia.controlled' }],
  })
  expect(controlDpia(approved, { ...control, result: 'deviates' }, dpo, now)).toMatchObject({
    next: { record: { values: { status: 'changed', controlOn: '2026-06-02' } } },
    events: [{ type: 'dpia.deviated' }],
  })
})

describe('who, by role and by place', () => {
  it.each<[Role, boolean, boolean]>([
    // begins one; looks after all of them
    ...(['ciso', 'itHead', 'privacyAdviser', 'privacyContact', 'admin'] as const).map((role): [Role, boolean, boolean] => [
      role,
      true,
      true,
    ]),
    ...(['leader', 'unitHead', 'systemOwner', 'superUser', 'property'] as const).map((role): [Role, boolean, boolean] => [
      role,
      true,
      false,
    ]),
    ...(['employee', 'dpo', 'controller', 'auditor', 'caseworker'] as const).map((role): [Role, boolean, boolean] => [role, false, false]),
  ])('S3-30 %s begins one: %s, looks after all: %s', (role, begins, keeps) => {
    const who = by('x', [role])
    expect(mayAdd(who)).toBe(begins)
    expect([mayEdit(record, who), mayKeep(record, who), mayEnd(record, who)]).toEqual([keeps, keeps, keeps])
  })
  it('whoever leads a unit begins one, whatever the role', () => {
    expect(mayAdd({ ...by('x'), leads: ['u'] })).toBe(true)
  })
  it.each<[string, Partial<Dpia['values']>, Partial<Actor>, boolean]>([
    ['its owner', { owner: 'x' }, {}, true],
    ['its risk owner', { riskOwner: 'x' }, {}, true],
    ['whoever writes it', { author: 'x' }, {}, true],
    ['whoever began it', { initiator: 'x' }, {}, true],
    ['a participant', { participants: ['y', 'x'] }, {}, true],
    ['whoever leads its unit', { unit: 'u' }, { leads: ['u'] }, true],
    ['whoever leads another unit', { unit: 'v' }, { leads: ['u'] }, false],
    ['whoever leads, where it has no unit', { unit: null }, { leads: ['u'] }, false],
    ['somebody else', {}, {}, false],
  ])('takes part and writes: %s', (_, values, over, may) => {
    expect(mayEdit(but(values), { ...by('x'), ...over })).toBe(may)
  })
  it('the risk owner is whoever owns the processing, unless another is named', () => {
    expect([riskOwnerOf(record), riskOwnerOf(but({ riskOwner: 'chief' }))]).toEqual(['owner', 'chief'])
  })
})

describe('what is edited, ended, sent back', () => {
  const later = new Date('2026-03-03T08:00:00Z')
  const said = (outcome: ReturnType<typeof editDpia>) =>
    outcome.ok ? [outcome.events.map(({ type }) => type), outcome.next.values.status].join(' ') : [outcome.why, ...outcome.fields].join(' ')
  const edited = (from: Dpia, over: Partial<Answers>) => {
    const own = Object.fromEntries(Object.keys(dpiaFields).map((name) => [name, from.values[name as keyof Answers]])) as Answers
    return said(editDpia(from, { ...own, ...over }, unknown, owner, later))
  }
  it.each<[Dpia['values']['status'], Date | null, Dpia['values']['status']]>([
    ['draft', null, 'draft'],
    ['returned', null, 'returned'],
    ['returned', now, 'returned'],
    ['toDecide', null, 'draft'],
    ['toDecide', now, 'changed'],
    ['approved', now, 'changed'],
    ['changed', now, 'changed'],
  ])('one that is %s, approved before: %s, is %s when it says something else', (status, approvedAt, next) => {
    expect(touched(but({ status, approvedAt }), later).values).toMatchObject({ status: next, touchedAt: later })
    expect(edited(but({ status, approvedAt }), { about: 'Noe annet' })).toBe(`dpia.edited ${next}`)
  })
  // Nobody knows any longer whether the risk is high, and "no" was kept while that was known.
  const stale = but({ decision: 'dont', decisionReason: 'Ingen tegn.', highRisk: 'undetermined' })
  it.each<[string, Dpia, Partial<Answers>, string]>([
    ['nothing new', record, {}, 'nothingChanged'],
    ['like itself', record, { like: 'd' }, 'likeItself like'],
    ['like another', record, { like: 'e' }, 'dpia.edited draft'],
    ['another part, while "no" does not hold', stale, { about: 'Noe annet' }, 'dpia.edited draft'],
    ['a sign, while "no" does not hold', stale, { sensitive: 'no' }, 'isUndetermined decision'],
    ['a sign and another part', stale, { about: 'Noe annet', sensitive: 'no' }, 'isUndetermined decision'],
    ['a sign, where one is done', but({ decision: 'do', highRisk: 'yes' }), { sensitive: 'no' }, 'dpia.edited draft'],
    ['while the data protection officer has it', but({ status: 'withDpo' }), { about: 'Noe annet' }, 'isWithDpo'],
    ['when it has ended', but({ status: 'ended' }), { about: 'Noe annet' }, 'notNow'],
  ])('S3-30 an edit: %s', (_, from, over, expected) => {
    expect(edited(from, over)).toBe(expected)
  })
  it('S3-30 "yes" is kept where one is required, and "no" without a reason is blamed on the reason', () => {
    const bare = { ...emptyValues(dpiaFields), name: 'X' }
    const none = Object.fromEntries(criteria.map((name) => [name, 'no'])) as Partial<Answers>
    const given = (over: Partial<Answers>) => said(addDpia('d', { ...bare, ...over }, '5', unknown, by('a', ['admin']), now))
    expect(given({ highRisk: 'yes', decision: 'do' })).toBe('dpia.added draft')
    expect(given({ ...none, highRisk: 'no', onList: 'no', decision: 'dont' })).toBe('reasonMissing decisionReason')
  })
  it.each<[string, () => ReturnType<typeof editDpia>, string]>([
    ['ended by its owner', () => endDpia(record, owner, now), 'dpia.ended ended'],
    ['ended by somebody else', () => endDpia(record, by('somebody'), now), 'notAllowed'],
    ['ended again', () => endDpia(but({ status: 'ended' }), owner, now), 'nothingChanged'],
    ['a new version by its owner', () => reopenDpia(but({ status: 'approved', approvedAt: now }), owner, now), 'dpia.reopened changed'],
    ['a new version by somebody else', () => reopenDpia(but({ status: 'approved', approvedAt: now }), by('x'), now), 'notAllowed'],
    ['a new version of a draft', () => reopenDpia(record, owner, now), 'notNow'],
    ['sent back', () => returnDpia(but({ status: 'toDecide' }), now), 'dpia.returned returned'],
    ['sent back before it is to be decided', () => returnDpia(record, now), 'notNow'],
    ['approved', () => approveDpia({ rounds: [] }, but({ status: 'toDecide' }), 0, now), 'dpia.approved approved'],
    ['approved before it is to be decided', () => approveDpia({ rounds: [] }, record, 0, now), 'notNow'],
    ['approved with something missing', () => approveDpia({ rounds: [] }, but({ status: 'toDecide' }), 1, now), 'answersMissing'],
  ])('%s', (_, deed, expected) => {
    expect(said(deed())).toBe(expected)
  })
  it('what is ended or sent back says what it said, and when', () => {
    for (const outcome of [endDpia(record, owner, later), returnDpia(but({ status: 'toDecide' }), later)])
      expect(outcome).toMatchObject({ next: { id: 'd', values: { name: 'Elevoppfølging', touchedAt: later } } })
  })
  it.each<[string, readonly Round[], string]>([
    ['half a year from now, where nobody was asked', [], '2026-09-02'],
    ['half a year from now, where no day was advised', [advised()], '2026-09-02'],
    ['the advised day', [advised({ followOn: '2026-05-01' })], '2026-05-01'],
    [
      'the advised day, of the last advice that was given',
      [round({ followOn: '2026-12-01' }), advised({ followOn: '2026-05-01' })],
      '2026-05-01',
    ],
    ['half a year from now, where the advised day is today', [advised({ followOn: today })], '2026-09-02'],
    ['half a year from now, where the advised day has passed', [advised({ followOn: '2026-03-01' })], '2026-09-02'],
  ])('the control is %s', (_, rounds, controlOn) => {
    expect(controlMonths).toBe(6)
    expect(approveDpia({ rounds }, but({ status: 'toDecide' }), 0, now)).toMatchObject({ next: { values: { controlOn, edition: 1 } } })
  })
})

it('S4-080 the steps are done as they are drawn, from each status and by each part', () => {
  const players = { writer: by('writer'), keeper: owner, officer: dpo, controller, approver: by('x') }
  type Status = Dpia['values']['status']
  const at = (status: Status) => but({ status, participants: ['writer'] })
  const whole = (status: Status): Assessment => ({
    record: at(status),
    scenarios: [scenario()],
    measures: [],
    rounds: status === 'withDpo' ? [round()] : [advised({ verdict: 'conditions' })],
    stamp: 'as read',
    likeApproved: false,
  })
  const edited = (status: Status, part: keyof typeof players) =>
    editDpia(at(status), { ...answers, participants: ['writer'], name: 'Nytt navn' }, unknown, players[part], now)
  const found = differing(
    workflow,
    recordFields.status.of,
    ['writer', 'keeper', 'officer', 'controller', 'approver'],
    {
      edit: (status, part) => (status === 'toDecide' || status === 'approved' ? refuse('notNow') : edited(status, part)),
      editAdvised: (status, part) => (status === 'toDecide' ? edited(status, part) : refuse('notNow')),
      editApproved: (status, part) => (status === 'approved' ? edited(status, part) : refuse('notNow')),
      send: (status, part) => sendDpia(whole(status), round(), players[part], now),
      takeHome: (status, part) => takeHome(whole(status), players[part], now),
      advise: (status, part) => {
        const advice = { ...emptyValues(adviceFields), verdict: 'sound', advice: 'Godt.', consult: 'no' } as const
        return adviseDpia(whole(status), advice, players[part], now)
      },
      answer: (status, part) => answerAdvice(whole(status), 'Gjort.', players[part], now),
      waive: (status, part) => waiveAdvice(whole(status), 'Det haster.', players[part], now),
      consult: (status, part) =>
        consultAuthority(at(status), { ...emptyValues(consultationFields), consultedOn: today }, players[part], now),
      // Who decides is asked by the approvals.
      approve: (status, part) => (part === 'approver' ? approveDpia({ rounds: [] }, at(status), 0, now) : refuse('notAllowed')),
      sendBack: (status, part) => (part === 'approver' ? returnDpia(at(status), now) : refuse('notAllowed')),
      reopen: (status, part) => reopenDpia(at(status), players[part], now),
      control: (status, part) => {
        const control = { ...emptyValues(controlFields), controlledOn: today, result: 'asDescribed', findings: 'Alt.' } as const
        return controlDpia(at(status), { ...control, id: 'c', by: null }, players[part], now)
      },
      end: (status, part) => endDpia(at(status), players[part], now),
    },
    (next: Dpia | { readonly record: Dpia }) => ('record' in next ? next.record : next).values.status,
  )
  expect(found).toEqual([])
})
