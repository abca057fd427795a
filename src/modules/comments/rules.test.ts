import { expect, it } from 'vitest'
import type { Commented } from '../../kernel/comment.ts'
import type { Comment } from './comment.ts'
import { audienceFor, edit, mayChange, mayRead, withdraw, write } from './rules.ts'

const keeper: Commented = { page: '/systemer/1', name: 'x', audiences: ['handlers', 'all'] }
const reader: Commented = { ...keeper, audiences: ['all'] }
const now = new Date('2026-03-02T08:00:00Z')
const by = { personId: 'me', now }
const place = { type: 'system', id: '1' }
const written = { text: 'Hei', audience: 'handlers', mentions: [] } as const
const made = (over: Partial<Comment> = {}): Comment => {
  const outcome = write('c', place, keeper, written, by)
  if (!outcome.ok) throw new Error(outcome.why)
  return { ...outcome.next, ...over }
}

it('what is for those who keep the record is neither read nor written by others', () => {
  expect(mayRead(made(), keeper)).toBe(true)
  expect(mayRead(made(), reader)).toBe(false)
  expect(write('c', place, reader, written, by)).toMatchObject({ ok: false, why: 'notAllowed' })
  expect(audienceFor(reader, null)).toBe('all')
  expect(audienceFor(keeper, null)).toBe(null)
})

it('what is written is kept as it was said, and the log has for whom and how many were told, never the text', () => {
  const toAll = { ...written, audience: 'all', mentions: ['a', 'b'] } as const
  expect(write('c', place, keeper, toAll, by)).toEqual({
    ok: true,
    next: { id: 'c', version: 1, place, ...toAll, writtenAt: now, writtenBy: 'me', editedAt: null, withdrawnAt: null },
    events: [{ type: 'comment.added', audience: 'all', mentions: 2 }],
  })
  expect(edit(made(), keeper, { text: 'Ny', audience: 'all', mentions: ['a'] }, by)).toMatchObject({
    next: { text: 'Ny', audience: 'all', mentions: ['a'] },
    events: [{ type: 'comment.edited', audience: 'all', mentions: 1 }],
  })
  expect(withdraw(made(), keeper, by)).toMatchObject({ events: [{ type: 'comment.withdrawn' }] })
  expect(write('c', place, keeper, { ...written, audience: null }, by)).toMatchObject({
    ok: false,
    why: 'incomplete',
    fields: ['audience'],
  })
})

it('an empty comment is none', () => {
  expect(edit(made(), keeper, { ...written, text: null }, by)).toMatchObject({ why: 'incomplete', fields: ['text'] })
  expect(write('c', place, keeper, { ...written, text: null }, by)).toMatchObject({ ok: false, why: 'incomplete', fields: ['text'] })
})

it('only whoever wrote it changes and withdraws it, and only while they may read it', () => {
  expect(mayChange(made(), keeper, 'me')).toBe(true)
  expect(mayChange(made(), keeper, 'another')).toBe(false)
  expect(mayChange(made(), reader, 'me')).toBe(false)
  expect(edit(made(), keeper, { ...written, text: 'Ny' }, { ...by, personId: 'another' })).toMatchObject({ why: 'notAllowed' })
  expect(withdraw(made(), keeper, { ...by, personId: 'another' })).toMatchObject({ why: 'notAllowed' })
})

it('an edit says when, and the same text again is none', () => {
  expect(edit(made(), keeper, { ...written, text: 'Ny' }, by)).toMatchObject({ ok: true, next: { text: 'Ny', editedAt: now } })
  expect(edit(made(), keeper, written, by)).toMatchObject({ why: 'nothingChanged' })
  expect(edit(made(), keeper, { ...written, audience: 'all' }, by)).toMatchObject({ ok: true })
  expect(edit(made(), keeper, { ...written, mentions: ['a'] }, by)).toMatchObject({ ok: true })
})

it('what is withdrawn has no text and says when; twice is once, and it is not edited after', () => {
  const outcome = withdraw(made(), keeper, by)
  expect(outcome).toMatchObject({ ok: true, next: { text: '', mentions: [], withdrawnAt: now } })
  const gone = made({ withdrawnAt: now, text: '' })
  expect(withdraw(gone, keeper, by)).toMatchObject({ why: 'nothingChanged' })
  expect(withdraw(gone, keeper, { ...by, personId: 'another' })).toMatchObject({ why: 'notAllowed' })
  expect(edit(gone, keeper, { ...written, text: 'Ny' }, by)).toMatchObject({ why: 'notAllowed' })
})
