import { offices } from '../../../kernel/actor.ts'
import type { Fields } from '../../../kernel/fields.ts'
import { yesNo } from '../../../kernel/profile.ts'
import { dataSubjects } from '../../organisation/public.ts'
import { caseTypes } from '../profile.ts'

/** Holders of an office do work in cases. A role that follows from a place, or that is a right and no work, is sent none. */
const some = { kind: 'choices', of: offices } as const
const someone = { ...some, required: true } as const
/** Whoever owns the case's system signs as its owner: a place in the case, and no office (S4-100). */
export const signing = [...offices, 'systemOwner'] as const
const text = { kind: 'text', max: 1000, required: true, long: true } as const
const hours = { kind: 'whole', min: 1, max: 71 } as const

/** The questions of each errand of the settings. */
export const settingFields = {
  kinds: {
    caseTypes: { kind: 'choices', of: caseTypes, required: true },
    dataSubjects: { kind: 'choices', of: dataSubjects, required: true },
    externalSystem: { kind: 'text', max: 60 },
  },
  receivers: { queue: someone, tell: some, address: { kind: 'text', max: 254 } },
  leader: { notifyLeader: yesNo },
  register: { freeTextInFile: yesNo },
  officer: { notifyDpo: { kind: 'choice', of: ['all', 'serious', 'off'], required: true } },
  open: { openReport: yesNo },
  mailIn: {
    on: yesNo,
    address: { kind: 'text', max: 120 },
    plus: yesNo,
    verifiedBy: { kind: 'text', max: 120 },
  },
  protection: { reporterProtection: { kind: 'choice', of: ['none', 'dpoOnly'], required: true } },
  deciders: { assessors: someone, deciders: someone, closers: someone },
  jointly: { jointly: { kind: 'choices', of: signing } },
  // What the law leaves open: a risk is notified, a high one told of (articles 33(1) and 34(1)).
  duties: {
    unlikely: { kind: 'choice', of: ['no', 'exception'], required: true },
    low: { kind: 'choice', of: ['exception', 'yes'], required: true },
    mediumSubjects: { kind: 'choice', of: ['no', 'yes'], required: true },
    manyPersons: { kind: 'whole', min: 2, max: 1_000_000, required: true },
  },
  links: {
    firstText: { kind: 'text', max: 80 },
    firstAddress: { kind: 'text', max: 500 },
    secondText: { kind: 'text', max: 80 },
    secondAddress: { kind: 'text', max: 500 },
    thirdText: { kind: 'text', max: 80 },
    thirdAddress: { kind: 'text', max: 500 },
  },
  closing: { memo: { kind: 'choice', of: ['required', 'optional'], required: true }, leaderCloses: yesNo },
  regimes: { digitalSecurity: yesNo, processorHours: { kind: 'whole', min: 1, max: 72 } },
  letters: { senders: someone, drafters: someone, signers: someone, sami: yesNo },
  reminders: { first: hours, second: hours, third: hours, draft: { kind: 'whole', min: 1, max: 336, required: true } },
  wording: { nb: text, nn: text, en: text },
} as const satisfies Readonly<Record<string, Fields>>

export type SettingKind = keyof typeof settingFields
export const wordings = ['definition', 'urgency', 'instruction'] as const
export type Wording = (typeof wordings)[number]
