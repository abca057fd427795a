import type { Fields } from '../../kernel/fields.ts'

export const plannedFields = {
  folder: { kind: 'text', max: 120, required: true },
  access: { kind: 'choice', of: ['public', 'exempt'], required: true },
  ground: { kind: 'text', max: 200, sometimes: true },
} as const satisfies Fields

const help = { kind: 'text', max: 1000, long: true } as const
export const helpFields = { nb: help, nn: help, en: help, link: { kind: 'text', max: 400 } } as const satisfies Fields

/** What the archive answers to a package. */
export const receiptFields = {
  reference: { kind: 'text', max: 120, required: true },
  receivedOn: { kind: 'date', required: true },
} as const satisfies Fields

/** The reference of one document, where it was archived by hand. */
export const referenceFields = { reference: { kind: 'text', max: 120, required: true } } as const satisfies Fields
