import type { Fields } from '../../kernel/fields.ts'

/** A token for the directory: what it is called here, and the last day it holds. */
export const tokenFields = {
  name: { kind: 'text', max: 60, required: true },
  expiresOn: { kind: 'date', required: true },
} as const satisfies Fields
