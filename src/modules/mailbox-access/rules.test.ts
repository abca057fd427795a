import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxValues } from './mailbox-access.ts'
import { maySee, owesNote, rules, wrongFor } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], leads: readonly string[] = ['u']): Actor => ({
  ...{ personId: 'leder', organisationId: 'o', roles, unitId: null, leads, profileVersion: 1 },
})
const values = (over: Partial<MailboxValues> = {}): MailboxValues => ({
  ...emptyValues(mailboxFields),
  ...{ name: 'Tilbud', person: 'ansatt', what: ['mailbox'], ground: 'operations', why: 'Haster' },
  ...over,
})
const done = { heldOn: '2026-03-01', method: 'Søk på tilbudet', opened: 'To e-poster', result: 'Tilbudet er sendt' } as const
const said = (over: Partial<MailboxValues>) => {
  const outcome = rules.add('a', values(over), actor(['leader']))
  return outcome.ok || outcome.why
}

it('the ground and why it holds come first; then notice or why none, presence, what was done, the note, and then it is closed', () => {
  expect(said({})).toBe(true)
  expect(said({ ground: null })).toBe('incomplete')
  expect(said({ why: null })).toBe('incomplete')
  expect(said(done)).toBe('noticeFirst')
  expect(said({ ...done, noticeOn: '2026-03-02', presence: 'present' })).toBe('noticeAfter')
  expect(said({ ...done, noticeOn: '2026-02-27' })).toBe('presenceMissing')
  expect(said({ ...done, noticeOn: '2026-02-27', presence: 'present' })).toBe(true)
  expect(said({ ...done, noNotice: 'Syk', presence: 'notPossible', noteOn: '2026-02-28' })).toBe('noteBefore')
  expect(said({ closedOn: '2026-03-02' })).toBe('closedBefore')
  expect(said({ ...done, result: null, noticeOn: '2026-02-27', presence: 'present', closedOn: '2026-03-02' })).toBe('resultMissing')
  expect(said({ ...done, noticeOn: '2026-02-27', presence: 'present', closedOn: '2026-03-02' })).toBe(true)
  expect(said({ ...done, noNotice: 'Syk', presence: 'notPossible', closedOn: '2026-03-02' })).toBe('noteMissing')
  expect(said({ ...done, noNotice: 'Syk', presence: 'notPossible', noteOn: '2026-03-02', closedOn: '2026-03-02' })).toBe(true)
})

it('a written note is owed where there was no notice or nobody was there', () => {
  expect(owesNote({ noticeOn: '2026-02-27', presence: 'represented' })).toBe(false)
  expect(owesNote({ noticeOn: '2026-02-27', presence: 'declined' })).toBe(true)
  expect(owesNote({ noticeOn: null, presence: 'present' })).toBe(true)
})

it('whoever leads the employee, the security manager and the administrator see it; nobody registers their own, or what has not happened', () => {
  for (const role of ['admin', 'ciso'] as const) expect([role, maySee(false, actor([role], []))]).toEqual([role, true])
  for (const role of ['dpo', 'leader', 'employee', 'auditor', 'systemOwner'] as const)
    expect([role, maySee(false, actor([role]))]).toEqual([role, false])
  expect(maySee(true, actor(['leader']))).toBe(true)
  expect(wrongFor(values({ person: 'leder' }), true, actor(['leader']), now)).toMatchObject({ why: 'ownMailbox' })
  expect(wrongFor(values(), false, actor(['leader']), now)).toMatchObject({ why: 'notYours' })
  expect(wrongFor(values({ heldOn: '2026-03-03' }), true, actor(['leader']), now)).toMatchObject({ why: 'future', fields: ['heldOn'] })
  expect(wrongFor(values(), true, actor(['leader']), now)).toBeNull()
})
