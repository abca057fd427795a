import type { Fields } from '../../kernel/fields.ts'

/** How people are told of an activity, and how their consent is asked for where it rests on that. The rest is in the record of processing. */
export const noticeFields = {
  name: { kind: 'text', max: 160, required: true, group: 'notice' },
  processing: { kind: 'reference', required: true, group: 'notice' },
  whenGiven: { kind: 'text', max: 300, group: 'notice', sometimes: true },
  whereGiven: { kind: 'text', max: 300, group: 'notice', sometimes: true },
  rights: { kind: 'text', max: 4000, long: true, group: 'notice', sometimes: true },
  consentText: { kind: 'text', max: 8000, long: true, group: 'consent' },
  consentHow: { kind: 'text', max: 500, group: 'consent' },
  consentWhen: { kind: 'text', max: 300, group: 'consent' },
  consentRecorded: { kind: 'text', max: 500, group: 'consent' },
  consentWithdrawn: { kind: 'text', max: 500, group: 'consent' },
} as const satisfies Fields

/** Set when it is published: what people were told. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'published'], required: true },
  edition: { kind: 'whole', min: 1, max: 9999 },
  publishedAt: { kind: 'instant' },
  publishedBy: { kind: 'reference' },
  saidPurpose: { kind: 'text', max: 4000, long: true },
  saidStorageTime: { kind: 'text', max: 1000, long: true },
  saidRights: { kind: 'text', max: 4000, long: true },
} as const satisfies Fields

export const recordFields = { ...noticeFields, ...standingFields } as const satisfies Fields

export const consentNames = ['consentText', 'consentHow', 'consentWhen', 'consentRecorded', 'consentWithdrawn'] as const
