import type { Fields } from '../../kernel/fields.ts'

export const intervals = ['once', '1', '3', '6', '12', '24', '36'] as const

export const planFields = {
  every: { kind: 'choice', of: intervals, required: true },
  dueOn: { kind: 'date', required: true },
  owner: { kind: 'reference' },
} as const satisfies Fields

/** What the yearly review of a system goes through (S4-119, and the duties that its owner has: S4-101, S4-121, S4-167). */
export const checkpoints = [
  ...(['analysis', 'record', 'accesses', 'logs', 'agreement', 'changes', 'deviations', 'erasure', 'continuity'] as const),
] as const

export const heldFields = {
  heldOn: { kind: 'date', required: true },
  found: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  participants: { kind: 'references', sometimes: true },
  nextOn: { kind: 'date' },
} as const satisfies Fields

/** The same where there is a checklist. */
export const listedFields = {
  heldOn: heldFields.heldOn,
  checked: { kind: 'choices', of: checkpoints },
  found: heldFields.found,
  participants: heldFields.participants,
  nextOn: heldFields.nextOn,
} as const satisfies Fields
