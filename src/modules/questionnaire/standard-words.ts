import type { Profile } from '../../kernel/profile.ts'
import type { Known, Scoring } from './content.ts'

type Called = readonly [label: string, hint: string]
type QuestionWords = { readonly text: string; readonly guidance: string; readonly rule: string; readonly historic: string }
export type StandardWords = {
  readonly name: string
  readonly source: string
  readonly options: Readonly<Record<'covered' | 'notCovered' | 'yes' | 'no', Called>>
  readonly sections: Readonly<Record<keyof typeof plan, Called>>
  readonly questions: Readonly<Record<StandardKey, QuestionWords>>
}

/** What a rule is called: as the organisation writes. */
type RuleName = Readonly<Record<Profile['locale'], string>>
export type Planned = {
  readonly rule: RuleName
  readonly known?: Known
  readonly scoring?: Scoring
  readonly reports?: boolean
  /** Asked where the organisation is of this kind alone. */
  readonly only?: Profile['orgType']
}
const gdpr: RuleName = {
  nb: 'Personvernforordningen (GDPR), lovdata.no/dokument/NL/lov/2018-06-15-38',
  nn: 'Personvernforordninga (GDPR), lovdata.no/dokument/NL/lov/2018-06-15-38',
}
const ours: RuleName = {
  nb: 'Personvernforordningen (GDPR) og egne regler, lovdata.no/dokument/NL/lov/2018-06-15-38',
  nn: 'Personvernforordninga (GDPR) og eigne reglar, lovdata.no/dokument/NL/lov/2018-06-15-38',
}
const cameras: RuleName = {
  nb: 'Forskrift om kameraovervåking i virksomhet, lovdata.no/dokument/SF/forskrift/2018-07-02-1107',
  nn: 'Forskrift om kameraovervaking i verksemd, lovdata.no/dokument/SF/forskrift/2018-07-02-1107',
}
/** When the rules of today were read. */
export const readOn = '2026-08-01'

/** The 24 questions in eight sections, in the order of the source; the first section, the unit, is in every round (S2-05). */
export const plan = {
  knowledge: {
    responsible: { rule: gdpr, known: 'controller' },
    training: { rule: gdpr, known: 'training' },
    advice: { rule: gdpr },
    duty: { rule: gdpr, known: 'processings' },
  },
  mapping: {
    control: { rule: gdpr, known: 'processings' },
    routines: { rule: ours, known: 'notices' },
    licence: { rule: gdpr, known: 'licences', scoring: 'neutral' },
    permission: { rule: ours, known: 'sensitive' },
    portal: { rule: gdpr, known: 'research', only: 'university' },
  },
  access: {
    overview: { rule: gdpr, known: 'overview' },
    access: { rule: gdpr, known: 'requests' },
    consent: { rule: gdpr, known: 'consent' },
  },
  exporting: {
    exporting: { rule: ours, known: 'exports' },
    extracts: { rule: gdpr, known: 'extracts' },
    processors: { rule: gdpr, known: 'processors' },
  },
  security: {
    using: { rule: gdpr, known: 'systems' },
    keeping: { rule: ours },
    authorisation: { rule: gdpr, known: 'systems' },
    measures: { rule: gdpr, known: 'measures' },
    attempts: { rule: gdpr, known: 'attempts' },
  },
  deletion: { deletion: { rule: gdpr, known: 'deletion' } },
  deviations: {
    routine: { rule: gdpr, known: 'deviations' },
    unreported: { rule: gdpr, known: 'deviations', scoring: 'reversed', reports: true },
  },
  cameras: { cameras: { rule: cameras, known: 'cameras', reports: true } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Planned>>>>

type KeysOf<T> = T extends unknown ? keyof T : never
export type StandardKey = KeysOf<(typeof plan)[keyof typeof plan]>
