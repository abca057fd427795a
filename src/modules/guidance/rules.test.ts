import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { askedOf, controlQuestions } from './control-questions.ts'
import { articleFields, publishedFields, recordFields } from './fields.ts'
import type { Article, Edition, Published } from './guidance.ts'
import {
  addArticle,
  adoptArticle,
  confirmArticle,
  deleteEdition,
  editArticle,
  isStale,
  isValid,
  isWritten,
  keepUntil,
  markReviewed,
  mayAdd,
  mayAdopt,
  mayEdit,
  mayKeep,
  retireArticle,
} from './rules.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const article = (over: Partial<Article['values']> = {}): Article => ({
  id: 'a',
  version: 1,
  values: { ...emptyValues(recordFields), name: 'Håndbok', kind: 'article', status: 'draft', edition: 0, bodyNb: 'Tekst', ...over },
})
const adoption = { adoptedBy: 'Ledergruppa', adoptedOn: '2026-03-01', minutes: 'Sak 3/26' }
const answers = { ...emptyValues(articleFields), name: 'Rutine', kind: 'routine' } as const

describe('who writes guidance', () => {
  it('those who answer for all of it, the owner, and a leader for what is theirs', () => {
    for (const role of ['admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact'] as const)
      expect([role, mayKeep(actor([role]))]).toEqual([role, true])
    expect(mayKeep(actor(['employee', 'leader', 'auditor']))).toBe(false)
    expect(mayEdit(article({ unit: 'u' }), actor(['leader'], { leads: ['u'] }))).toBe(true)
    expect(mayEdit(article(), actor(['leader'], { leads: ['u'] }))).toBe(false)
    expect(mayEdit(article({ owner: 'me' }), actor(['employee']))).toBe(true)
    expect(mayAdopt(article(), actor(['managementGroup']))).toBe(true)
    expect(mayAdopt(article({ owner: 'me' }), actor(['employee']))).toBe(false)
  })
  it('a leader writes for a unit of theirs, not for all and not for another’s', () => {
    const leader = actor(['leader'], { leads: ['u'] })
    expect(addArticle('a', { ...answers, unit: 'u' }, leader)).toMatchObject({ ok: true, next: { values: { status: 'draft' } } })
    expect(addArticle('a', answers, leader)).toMatchObject({ why: 'notYourUnit' })
    const { status, ...written } = article({ unit: 'u' }).values
    expect(editArticle(article({ unit: 'u', status }), { ...written, unit: 'other' }, leader)).toMatchObject({ why: 'notYourUnit' })
    expect(addArticle('a', answers, actor(['employee']))).toMatchObject({ why: 'notAllowed' })
  })
})

describe('from draft to in force', () => {
  it('S4-012 is not in force without who adopted it and when, and a handbook names its minutes', () => {
    const dpo = actor(['dpo'])
    const reviewed = article({ status: 'reviewed', kind: 'handbook' })
    expect(adoptArticle(article(), adoption, dpo, now)).toMatchObject({ why: 'notReviewed' })
    expect(adoptArticle(reviewed, { ...adoption, adoptedBy: null }, dpo, now)).toMatchObject({ why: 'incomplete', fields: ['adoptedBy'] })
    expect(adoptArticle(reviewed, { ...adoption, adoptedOn: null }, dpo, now)).toMatchObject({ fields: ['adoptedOn'] })
    expect(adoptArticle(reviewed, { ...adoption, minutes: null }, dpo, now)).toMatchObject({ why: 'minutesMissing' })
    expect(adoptArticle(reviewed, { ...adoption, adoptedOn: '2026-03-03' }, dpo, now)).toMatchObject({ why: 'adoptedLater' })
    expect(adoptArticle(reviewed, adoption, actor(['employee']), now)).toMatchObject({ why: 'notAllowed' })
    expect(adoptArticle(reviewed, adoption, dpo, now)).toMatchObject({
      ok: true,
      next: { values: { status: 'adopted', edition: 1, adoptedBy: 'Ledergruppa', checkedOn: '2026-03-02' } },
    })
  })
  it('is reviewed once it is written', () => {
    expect(markReviewed(article({ bodyNb: null }), actor(['dpo']), now)).toMatchObject({ why: 'textMissing' })
    expect(markReviewed(article(), actor(['dpo']), now)).toMatchObject({
      ok: true,
      next: { values: { status: 'reviewed', reviewedBy: 'me' } },
    })
  })
  it('an edit of what is in force is a draft that must be reviewed and adopted anew', () => {
    const { values } = article({ status: 'adopted', edition: 1, reviewedBy: 'x', publishedAt: now })
    const edited = editArticle({ id: 'a', version: 2, values }, { ...values, bodyNb: 'Annen tekst' }, actor(['dpo']))
    expect(edited).toMatchObject({ ok: true, next: { values: { status: 'draft', edition: 1, reviewedBy: null } } })
    expect(editArticle({ id: 'a', version: 2, values }, values, actor(['dpo']))).toMatchObject({ why: 'nothingChanged' })
    expect(retireArticle(article({ status: 'retired' }), null, actor(['dpo']), '2026-03-02')).toMatchObject({ why: 'nothingChanged' })
    expect(editArticle(article({ status: 'retired' }), { ...values, bodyNb: 'x' }, actor(['dpo']))).toMatchObject({ why: 'notNow' })
  })
})

describe('what a reader is told', () => {
  const published = (over: Partial<Published['values']> = {}): Published => ({
    id: 'a',
    values: { ...emptyValues(publishedFields), mustConfirm: 'yes', edition: 2, ...over },
  })
  const unasked = { asked: [], given: [] }
  it('confirms the edition that was read, once, and none that has come since', () => {
    expect(confirmArticle(published(), 2, false, unasked)).toMatchObject({ ok: true, events: [{ type: 'article.confirmed', edition: 2 }] })
    expect(confirmArticle(published(), 1, false, unasked)).toMatchObject({ why: 'newEdition' })
    expect(confirmArticle(published(), 2, true, unasked)).toMatchObject({ why: 'nothingChanged' })
    expect(confirmArticle(published({ mustConfirm: 'no' }), 2, false, unasked)).toMatchObject({ why: 'notNow' })
  })
  it('confirms after its questions are answered: each that is not is named', () => {
    const asked = controlQuestions('Hva først?\n- Vent\n+ Meld\n\nTil hvem?\n+ Lederen\n- Avisen') ?? []
    expect(confirmArticle(published(), 2, false, { asked, given: [1, 1] })).toMatchObject({ why: 'readAgain', fields: ['svar2'] })
    expect(confirmArticle(published(), 2, false, { asked, given: [null, 0] })).toMatchObject({ why: 'readAgain', fields: ['svar1'] })
    expect(confirmArticle(published(), 2, false, { asked, given: [1, 0] })).toMatchObject({ ok: true })
  })
  it.each([
    ['no right answer', 'Hva?\n- a\n- b'],
    ['two right answers', 'Hva?\n+ a\n+ b'],
    ['one answer', 'Hva?\n+ a'],
    ['the same answer twice', 'Hva?\n+ a\n- a'],
    ['an empty answer', 'Hva?\n+ a\n-'],
    ['no question', '+ a\n- b'],
    ['a line that is none of them', 'Hva?\n+ a\n- b\nog mer'],
    ['more than ten', Array.from({ length: 11 }, (_, n) => `${n}?\n+ a\n- b`).join('\n\n')],
  ])('control questions with %s are refused where they are written', (_, checkNn) => {
    expect(controlQuestions(checkNn)).toBeNull()
    expect(editArticle(article(), { ...emptyValues(articleFields), name: 'x', kind: 'article', checkNn }, actor(['dpo']))).toMatchObject({
      why: 'questionsUnread',
      fields: ['checkNn'],
    })
  })
  it('reads the questions with the text of its language, and none where that has none', () => {
    const written = { ...emptyValues(publishedFields), bodyNb: 'b', checkNb: ' Hva? \n +  Meld \n –Vent', checkEn: 'What?\n+ a\n- b' }
    expect(askedOf(written, 'nb')).toEqual([{ asked: 'Hva?', answers: ['Meld', 'Vent'], right: 0 }])
    expect(askedOf(written, 'en')).toEqual(askedOf(written, 'nb'))
    expect(askedOf({ ...written, bodyNn: 'n' }, 'nn')).toEqual([])
  })
  it('S3-01 not looked through for 366 days: it may be out of date; on the day itself it is not yet', () => {
    expect(isStale('2025-03-01', 12, '2026-03-02')).toBe(true)
    expect(isStale('2025-03-02', 12, '2026-03-02')).toBe(false)
    expect(isStale(null, 12, '2026-03-02')).toBe(false)
    expect(isStale('2025-08-01', 6, '2026-03-02')).toBe(true)
  })
  it('applies between its own dates', () => {
    expect(isValid({ validFrom: '2026-03-02', validUntil: '2026-03-02' }, '2026-03-02')).toBe(true)
    expect(isValid({ validFrom: '2026-03-03', validUntil: null }, '2026-03-02')).toBe(false)
    expect(isValid({ validFrom: null, validUntil: '2026-03-01' }, '2026-03-02')).toBe(false)
  })
})

it('S2-53 what was replaced on 1 May 2024 is not deleted before 1 May 2029', () => {
  const replaced: Edition = {
    ...{ edition: 1, content: emptyValues(articleFields), adoptedBy: 'x', adoptedOn: '2020-01-01', minutes: null, publishedAt: now },
    ...{ replacedOn: '2024-05-01', keepUntil: keepUntil('2024-05-01') },
  }
  const by = actor(['dpo'])
  expect(replaced.keepUntil).toBe('2029-05-01')
  expect(deleteEdition(article(), replaced, by, '2029-04-30')).toMatchObject({ why: 'keptLonger' })
  expect(deleteEdition(article(), replaced, by, '2029-05-01')).toMatchObject({ ok: true })
})

it('an edition is kept for five years after another took its place, and is not deleted before', () => {
  const edition = (keep: string | null): Edition => ({
    ...{ edition: 1, content: emptyValues(articleFields), adoptedBy: 'x', adoptedOn: '2020-01-01', minutes: null, publishedAt: now },
    ...{ replacedOn: keep && '2021-03-02', keepUntil: keep },
  })
  expect(keepUntil('2021-03-02')).toBe('2026-03-02')
  const by = actor(['dpo'])
  expect(deleteEdition(article(), edition('2026-03-03'), by, '2026-03-02')).toMatchObject({ why: 'keptLonger' })
  expect(deleteEdition(article(), edition('2026-03-02'), by, '2026-03-02')).toMatchObject({ ok: true })
  expect(deleteEdition(article(), edition(null), by, '2026-03-02')).toMatchObject({ why: 'inForce' })
  expect(deleteEdition(article(), edition('2026-03-02'), actor(['leader']), '2026-03-02')).toMatchObject({ why: 'notAllowed' })
})

describe('who, by role and by place', () => {
  it.each<[Role, boolean, boolean]>([
    // begins an article; adopts one of the whole organisation
    ...(['admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact'] as const).map((role): [Role, boolean, boolean] => [
      role,
      true,
      true,
    ]),
    ...(['leader', 'unitHead', 'systemOwner'] as const).map((role): [Role, boolean, boolean] => [role, true, false]),
    ...(['controller', 'managementGroup'] as const).map((role): [Role, boolean, boolean] => [role, false, true]),
    ...(['employee', 'auditor', 'itHead'] as const).map((role): [Role, boolean, boolean] => [role, false, false]),
  ])('S0-07 %s begins an article: %s, adopts one for all: %s', (role, begins, adopts) => {
    expect([mayAdd(actor([role])), mayAdopt(article(), actor([role]))]).toEqual([begins, adopts])
  })
  it('S0-07 whoever leads a unit begins and adopts what is for it, and nothing that is for all', () => {
    const leader = actor(['employee'], { leads: ['u'] })
    expect([mayAdd(leader), mayAdopt(article({ unit: 'u' }), leader), mayAdopt(article(), leader)]).toEqual([true, true, false])
  })
})

describe('what a deed says, and what a refusal is blamed on', () => {
  const dpo = actor(['dpo'])
  const leader = actor(['leader'], { leads: ['u'] })
  const said = (outcome: ReturnType<typeof addArticle>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  const reviewed = (over: Partial<Article['values']> = {}) => article({ status: 'reviewed', ...over })
  const edit = (over: Partial<Article['values']>, next: Partial<Article['values']>, by = dpo) => {
    const { values } = article(over)
    return said(editArticle({ id: 'a', version: 1, values }, { ...values, ...next }, by))
  }
  it.each<[string, () => string, string]>([
    ['written for all by a leader', () => said(addArticle('a', answers, leader)), 'notYourUnit unit'],
    ['moved to another’s unit', () => edit({ unit: 'u' }, { unit: 'v' }, leader), 'notYourUnit unit'],
    ['another’s, moved to one’s own unit', () => edit({ unit: 'v' }, { unit: 'u' }, leader), 'notAllowed'],
    ['edited', () => edit({}, { bodyNb: 'Ny' }), 'article.edited'],
    [
      'edited, though it is over before it begins',
      () => edit({}, { validFrom: '2026-03-02', validUntil: '2026-03-01' }),
      'endsBeforeStart validUntil',
    ],
    ['edited, for a day', () => edit({}, { validFrom: '2026-03-02', validUntil: '2026-03-02' }), 'article.edited'],
    ['edited, from a day', () => edit({}, { validFrom: '2026-03-02' }), 'article.edited'],
    ['edited, until a day', () => edit({}, { validUntil: '2026-03-01' }), 'article.edited'],
    ['reviewed', () => said(markReviewed(article(), dpo, now)), 'article.reviewed'],
    ['reviewed again', () => said(markReviewed(reviewed(), dpo, now)), 'notNow'],
    ['adopted', () => said(adoptArticle(reviewed(), adoption, dpo, now)), 'article.adopted'],
    ['adopted again', () => said(adoptArticle(article({ status: 'adopted' }), adoption, dpo, now)), 'nothingChanged'],
    [
      'a handbook without its minutes',
      () => said(adoptArticle(reviewed({ kind: 'handbook' }), { ...adoption, minutes: null }, dpo, now)),
      'minutesMissing minutes',
    ],
    [
      'a routine without minutes',
      () => said(adoptArticle(reviewed({ kind: 'routine' }), { ...adoption, minutes: null }, dpo, now)),
      'article.adopted',
    ],
    ['adopted today', () => said(adoptArticle(reviewed(), { ...adoption, adoptedOn: '2026-03-02' }, dpo, now)), 'article.adopted'],
    [
      'adopted tomorrow',
      () => said(adoptArticle(reviewed(), { ...adoption, adoptedOn: '2026-03-03' }, dpo, now)),
      'adoptedLater adoptedOn',
    ],
    ['taken out of use', () => said(retireArticle(article({ status: 'adopted' }), null, dpo, '2026-03-02')), 'article.retired'],
    ['said to be replaced later', () => said(retireArticle(article({ status: 'retired' }), 'b', dpo, '2026-03-02')), 'article.replaced'],
    ['replaced by itself', () => said(retireArticle(article(), 'a', dpo, '2026-03-02')), 'replacedByItself replacedBy'],
    [
      'taken out of use by its owner',
      () => said(retireArticle(article({ owner: 'me' }), null, actor(['employee']), '2026-03-02')),
      'notAllowed',
    ],
  ])('S4-012 %s', (_, deed, expected) => {
    expect(deed()).toBe(expected)
  })
  it('S4-005 each adoption is the next edition, published when the first was', () => {
    const before = new Date('2025-01-01T08:00:00Z')
    const adopted = (over: Partial<Article['values']>) => adoptArticle(reviewed(over), adoption, dpo, now)
    expect(adopted({ edition: 2, publishedAt: before })).toMatchObject({
      next: { values: { edition: 3, publishedAt: before, changedAt: now } },
      events: [{ type: 'article.adopted', edition: 3 }],
    })
    expect(adopted({ edition: null, publishedAt: null })).toMatchObject({ next: { values: { edition: 1, publishedAt: now } } })
  })
  it('is written once it says something in one of the languages', () => {
    const none = { bodyNb: null, bodyNn: null, bodyEn: null }
    expect(isWritten(none)).toBe(false)
    for (const body of ['bodyNb', 'bodyNn', 'bodyEn'] as const) expect([body, isWritten({ ...none, [body]: 'x' })]).toEqual([body, true])
  })
  it('S2-53 an edition that is deleted is named in the log', () => {
    const old: Edition = {
      ...{ edition: 4, content: emptyValues(articleFields), adoptedBy: 'x', adoptedOn: '2020-01-01', minutes: null, publishedAt: now },
      ...{ replacedOn: '2020-05-01', keepUntil: '2025-05-01' },
    }
    expect(deleteEdition(article(), old, dpo, '2026-03-02')).toMatchObject({ events: [{ type: 'article.editionDeleted', edition: 4 }] })
  })
  it('what has no dates of its own applies always', () => {
    expect(isValid({ validFrom: null, validUntil: null }, '2026-03-02')).toBe(true)
    expect(isValid({ validFrom: '2026-03-01', validUntil: null }, '2026-03-02')).toBe(true)
    expect(isValid({ validFrom: null, validUntil: '2026-03-03' }, '2026-03-02')).toBe(true)
  })
})

it('S4-005 the steps are done as they are drawn, from each status and by each part', () => {
  const players = {
    keeper: actor(['dpo'], { personId: 'k' }),
    owner: actor(['employee'], { personId: 'me' }),
    leader: actor(['leader'], { personId: 'l', leads: ['u'] }),
    controller: actor(['controller'], { personId: 'c' }),
    reviewer: actor(['employee'], { personId: 'r' }),
  }
  const at = (status: Article['values']['status']) => article({ ...answers, bodyNb: 'Tekst', status, unit: 'u', owner: 'me' })
  const { status: _, ...written } = at('draft').values
  const found = differing(
    workflow,
    recordFields.status.of,
    ['keeper', 'owner', 'leader', 'controller', 'reviewer'],
    {
      edit: (status, part) => editArticle(at(status), { ...written, name: 'Ny' }, players[part]),
      // Who reviews is asked by the approvals.
      review: (status, part) => (part === 'reviewer' ? markReviewed(at(status), players[part], now) : refuse('notAllowed')),
      adopt: (status, part) => adoptArticle(at(status), adoption, players[part], now),
      retire: (status, part) =>
        status === 'retired' ? refuse('nothingChanged') : retireArticle(at(status), null, players[part], '2026-03-02'),
      replace: (status, part) => (status === 'retired' ? retireArticle(at(status), 'b', players[part], '2026-03-02') : refuse('notNow')),
    },
    ({ values }) => values.status,
  )
  expect(found).toEqual([])
})
