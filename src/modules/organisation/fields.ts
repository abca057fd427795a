import type { Fields } from '../../kernel/fields.ts'

/** The organisation itself, as it stands on its letters and in Datatilsynet's form. A number may be written with spaces. */
export const detailsFields = {
  number: { kind: 'text', max: 30 },
  address: { kind: 'text', max: 300, long: true },
  telephone: { kind: 'text', max: 40 },
  email: { kind: 'text', max: 254 },
} as const satisfies Fields
