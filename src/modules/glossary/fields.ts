import type { Fields } from '../../kernel/fields.ts'

export const termFields = {
  name: { kind: 'text', max: 120, required: true, group: 'nb' },
  meaningNb: { kind: 'text', max: 1000, long: true, required: true, group: 'nb' },
  nameNn: { kind: 'text', max: 120, group: 'nn' },
  meaningNn: { kind: 'text', max: 1000, long: true, group: 'nn' },
  nameEn: { kind: 'text', max: 120, group: 'en' },
  meaningEn: { kind: 'text', max: 1000, long: true, group: 'en' },
  alsoCalled: { kind: 'text', max: 300, group: 'about' },
  source: { kind: 'text', max: 300, group: 'about', sometimes: true },
  readOn: { kind: 'date', past: true, group: 'about', sometimes: true },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true, group: 'about' },
} as const satisfies Fields
