import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxValues } from './mailbox-access.ts'
import { mayAdd, maySee, owesNote, rules, seesSome, wrongFor } from './rules.ts'

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

const refused = (over: Partial<MailboxValues>) => {
  const outcome = rules.add('a', values(over), actor(['leader']))
  return outcome.ok ? null : [outcome.why, ...outcome.fields]
}
const told = { ...done, noticeOn: '2026-02-27', presence: 'present' } as const
it.each([
  ['opened without a notice or why there was none', done, ['noticeFirst', 'noticeOn']],
  ['told the day after', { ...told, noticeOn: '2026-03-02' }, ['noticeAfter', 'noticeOn']],
  ['told the same day', { ...told, noticeOn: '2026-03-01' }, null],
  ['told, and not opened yet', { noticeOn: '2026-03-02' }, null],
  ['opened, and nobody says who was there', { ...told, presence: null }, ['presenceMissing', 'presence']],
  ['the note is older than the opening', { ...told, noteOn: '2026-02-28' }, ['noteBefore', 'noteOn']],
  ['the note is of the same day', { ...told, noteOn: '2026-03-01' }, null],
  ['a note of what was never opened', { noteOn: '2026-03-01' }, ['noteBefore', 'noteOn']],
  ['closed and never opened', { closedOn: '2026-03-02' }, ['closedBefore', 'closedOn']],
  ['closed before it was opened', { ...told, closedOn: '2026-02-28' }, ['closedBefore', 'closedOn']],
  ['closed the same day', { ...told, closedOn: '2026-03-01' }, null],
  ['closed without a method', { ...told, method: null, closedOn: '2026-03-02' }, ['resultMissing', 'method']],
  [
    'closed with nothing of what was done',
    { ...told, method: null, opened: null, result: null, closedOn: '2026-03-02' },
    [...['resultMissing', 'method', 'opened', 'result']],
  ],
  ['closed, and the note is owed', { ...told, presence: 'declined', closedOn: '2026-03-02' }, ['noteMissing', 'noteOn']],
] as const)('the order of the regulation: %s', (_, over, blamed) => {
  expect(refused(over)).toEqual(blamed)
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

it.each([
  ['a leader', ['leader'], ['u'], true, true],
  ['a leader who leads nobody now', ['leader'], [], false, false],
  ['the administrator', ['admin'], [], true, true],
  ['the security manager', ['ciso'], [], false, true],
  ['the data protection officer', ['dpo'], [], false, false],
] as const)('%s: may add, and sees and edits some', (_, roles, leads, adds, sees) => {
  const by = actor(roles, leads)
  expect([mayAdd(by), seesSome(by)]).toEqual([adds, sees])
  const edited = rules.edit({ id: 'a', version: 1, values: values() }, values({ why: 'Syk' }), by)
  expect(edited.ok || edited.why).toBe(sees || 'notAllowed')
})

it.each([
  ['of oneself', { person: 'leder' }, true, ['ownMailbox', ['person']]],
  ['of somebody else’s employee', {}, false, ['notYours', ['person']]],
  ['that happened today', { heldOn: '2026-03-02', noteOn: '2026-03-02', closedOn: '2026-03-02' }, true, null],
  [
    'that is to happen',
    { heldOn: '2026-03-03', noteOn: '2026-03-03', closedOn: '2026-03-03' },
    true,
    [...['future', ['heldOn', 'noteOn', 'closedOn']]],
  ],
] as const)('a look into a mailbox %s', (_, over, leads, blamed) => {
  const refusal = wrongFor(values(over), leads, actor(['leader']), now)
  expect(refusal && [refusal.why, refusal.fields]).toEqual(blamed)
})
