import type { Fields } from '../../kernel/fields.ts'
import { verdicts } from './approval.ts'

export const verdictFields = {
  verdict: { kind: 'choice', of: verdicts, required: true },
  reason: { kind: 'text', max: 2000, long: true, guard: true, sometimes: true },
} as const satisfies Fields

export const standInFields = { person: { kind: 'reference', required: true } } as const satisfies Fields
