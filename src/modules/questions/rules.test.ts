import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { recordFields } from './fields.ts'
import type { Question } from './question.ts'
import { answerQuestion, mayAnswer, maySee, questionTasks, seesMissing, sendQuestion } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const question = (over: Partial<Question['values']> = {}): Question => ({
  id: 'q',
  version: 1,
  values: {
    ...emptyValues(recordFields),
    kind: 'routine',
    sentTo: 'leader',
    about: 'Rutine for opptak',
    askedBy: 'other',
    receiver: 'me',
    askedAt: now,
    ...over,
  },
})
const asking = { kind: 'routine', sentTo: 'leader', about: 'Rutine for opptak', unit: 'u' } as const

describe('a question', () => {
  it('S0-08 is the leader’s task, with a date; the privacy contact’s where it is sent to them', () => {
    const sent = sendQuestion('q', asking, 'leader', actor(['employee']), now)
    if (!sent.ok) throw new Error(sent.why)
    expect(sent.next.values).toMatchObject({ askedBy: 'me', receiver: 'leader', dueOn: '2026-04-01' })
    expect(questionTasks(sent.next, () => 'Svar')).toMatchObject([{ kind: 'question.answer', personId: 'leader', roles: ['dpo'] }])
    const contact = question({ sentTo: 'privacyContact', receiver: null })
    expect(questionTasks(contact, () => 'Svar')).toMatchObject([{ roles: ['privacyContact'] }])
    expect(sendQuestion('q', { ...asking, about: null }, null, actor(['employee']), now)).toMatchObject({ fields: ['about'] })
  })
  it('is read by whoever asked and whoever was asked, and by nobody else', () => {
    expect(maySee(question({ askedBy: 'me', receiver: 'x' }), actor(['employee']))).toBe(true)
    expect(maySee(question(), actor(['leader']))).toBe(true)
    for (const role of ['dpo', 'admin', 'auditor', 'leader'] as const)
      expect([role, maySee(question({ receiver: 'x' }), actor([role]))]).toEqual([role, false])
    expect(mayAnswer(question({ receiver: null }), actor(['dpo']))).toBe(true)
    expect(
      mayAnswer(question({ receiver: null, sentTo: 'privacyContact' }), actor(['employee'], { standsInFor: ['privacyContact'] })),
    ).toBe(true)
  })
  it('is answered once, by whoever was asked, and is then nobody’s task', () => {
    expect(answerQuestion(question({ receiver: 'x' }), { answer: 'Her' }, actor(['dpo']), now)).toMatchObject({ why: 'notAllowed' })
    expect(answerQuestion(question(), { answer: null }, actor([]), now)).toMatchObject({ fields: ['answer'] })
    const done = answerQuestion(question(), { answer: 'Her' }, actor([]), now)
    if (!done.ok) throw new Error(done.why)
    expect(questionTasks(done.next, () => 'Svar')).toEqual([])
    expect(answerQuestion(done.next, { answer: 'Her' }, actor([]), now)).toMatchObject({ why: 'nothingChanged' })
    expect(answerQuestion(done.next, { answer: 'Der' }, actor([]), now)).toMatchObject({ why: 'answeredAlready' })
  })
  it('what is missing is seen by those who lead, and those who answer for all', () => {
    expect(seesMissing(actor(['employee']))).toBe(false)
    expect(seesMissing(actor(['employee'], { leads: ['u'] }))).toBe(true)
    expect(seesMissing(actor(['dpo']))).toBe(true)
  })
})
