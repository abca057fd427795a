import type { Fields } from '../../kernel/fields.ts'

/** What a card is used for (S4-200 to S4-202). */
export const uses = ['access', 'print', 'identification'] as const
export const statuses = ['ordered', 'declined', 'passed', 'produced', 'sent', 'ready', 'active', 'lost', 'deactivated', 'returned'] as const

export const orderFields = {
  uses: { kind: 'choices', of: uses, required: true },
  zones: { kind: 'text', max: 300 },
  delivery: { kind: 'choice', of: ['mail', 'collect'], required: true },
  replaces: { kind: 'reference' },
} as const satisfies Fields

/** A card that is there already, written in by an issuer. */
export const issueFields = {
  holder: { kind: 'reference', required: true },
  cardNumber: { kind: 'text', max: 60, required: true },
  uses: { kind: 'choices', of: uses, required: true },
  zones: { kind: 'text', max: 300 },
} as const satisfies Fields

export const productionFields = { cardNumber: { kind: 'text', max: 60, required: true } } as const satisfies Fields
export const leavingFields = { leavesOn: { kind: 'date', required: true } } as const satisfies Fields

export const recordFields = {
  ...orderFields,
  holder: { kind: 'reference', required: true },
  leader: { kind: 'reference' },
  cardNumber: { kind: 'text', max: 60 },
  status: { kind: 'choice', of: statuses, required: true },
  orderedAt: { kind: 'instant' },
  passedAt: { kind: 'instant' },
  producedAt: { kind: 'instant' },
  deliveredAt: { kind: 'instant' },
  receivedAt: { kind: 'instant' },
  lostAt: { kind: 'instant' },
  deactivatedAt: { kind: 'instant' },
  replacedAt: { kind: 'instant' },
  leavesOn: { kind: 'date' },
  handedInAt: { kind: 'instant' },
  forwardedAt: { kind: 'instant' },
  returnedAt: { kind: 'instant' },
} as const satisfies Fields

export const loanFields = {
  holder: { kind: 'reference', required: true },
  cardNumber: { kind: 'text', max: 60, required: true },
} as const satisfies Fields
export const loanRecordFields = {
  ...loanFields,
  lentAt: { kind: 'instant', required: true },
  handedInAt: { kind: 'instant' },
  lostAt: { kind: 'instant' },
  deactivatedAt: { kind: 'instant' },
} as const satisfies Fields
