import type { Fields } from '../../kernel/fields.ts'

export const mailboxFields = {
  name: { kind: 'text', max: 120, required: true, group: 'ground' },
  person: { kind: 'reference', required: true, group: 'ground' },
  what: { kind: 'choices', of: ['mailbox', 'files', 'other'], required: true, group: 'ground' },
  ground: { kind: 'choice', of: ['operations', 'breach'], required: true, group: 'ground' },
  why: { kind: 'text', max: 4000, long: true, required: true, guard: true, group: 'ground' },
  noticeOn: { kind: 'date', past: true, group: 'before', sometimes: true },
  noNotice: { kind: 'text', max: 1000, long: true, guard: true, group: 'before' },
  heard: { kind: 'choice', of: ['yes', 'declined', 'notPossible'], group: 'before' },
  heldOn: { kind: 'date', group: 'held' },
  presence: { kind: 'choice', of: ['present', 'represented', 'declined', 'notPossible'], group: 'held', sometimes: true },
  method: { kind: 'text', max: 2000, long: true, guard: true, group: 'held' },
  opened: { kind: 'text', max: 4000, long: true, guard: true, group: 'held' },
  result: { kind: 'text', max: 4000, long: true, guard: true, group: 'held' },
  noteOn: { kind: 'date', group: 'after', sometimes: true },
  closedOn: { kind: 'date', group: 'after' },
} as const satisfies Fields
