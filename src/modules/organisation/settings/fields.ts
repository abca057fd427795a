import type { Fields } from '../../../kernel/fields.ts'

const text = { kind: 'text', max: 60, required: true } as const

export const languageFields = { locale: { kind: 'choice', of: ['nb', 'nn'], required: true } } as const satisfies Fields
export const archiveFields = {
  system: { kind: 'text', max: 60 },
  accessCode: { kind: 'text', max: 200 },
} as const satisfies Fields
export const titleFields = { nb: text, nn: text, en: text } as const satisfies Fields
