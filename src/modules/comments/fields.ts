import { audiences } from '../../kernel/comment.ts'
import type { Fields, Values } from '../../kernel/fields.ts'

export const commentFields = {
  text: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  audience: { kind: 'choice', of: audiences, required: true },
  mentions: { kind: 'references' },
} as const satisfies Fields
export type Written = Values<typeof commentFields>
