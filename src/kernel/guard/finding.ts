/**
 * Kinds of personal data the guard looks for, most serious first.
 * `healthWord` covers words on health and the other special categories of GDPR article 9, and a few that are as sensitive here
 * (child welfare, hidden address, criminal record).
 */
export const findingKinds = ['nationalId', 'accountNumber', 'phone', 'email', 'healthWord'] as const
export type FindingKind = (typeof findingKinds)[number]

/** What can be replaced without the sense of the report being lost. */
export type IdentifierKind = Exclude<FindingKind, 'healthWord'>

/**
 * A place in a text: UTF-16 offsets, `end` exclusive. It never carries the value, so that a finding may be
 * stored, logged or sent without spreading what it found (S1-42).
 */
export type Finding = { readonly kind: FindingKind; readonly start: number; readonly end: number }
