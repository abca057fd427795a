import { roles } from '../../kernel/actor.ts'
import type { Fields } from '../../kernel/fields.ts'

export const viewFields = {
  name: { kind: 'text', max: 60, required: true },
  sharedWith: { kind: 'choice', of: roles },
  opens: { kind: 'choice', of: ['yes', 'no'], required: true },
  list: { kind: 'text', max: 60, required: true },
  query: { kind: 'text', max: 4000 },
  person: { kind: 'reference', required: true },
} as const satisfies Fields

/** What one is asked; the rest is what the list said. */
export const askedFields = { name: viewFields.name, sharedWith: viewFields.sharedWith, opens: viewFields.opens } as const satisfies Fields
