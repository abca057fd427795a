import type { ExpiringKind } from '../../kernel/expiring.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ about deletion. This module's part of the profile. */
export type RetentionProfile = {
  /** Anonymising is as good as deleting (S4-191). */
  readonly anonymise: boolean
  /** Another than whoever carried it out confirms it. */
  readonly twoPersons: boolean
  /** How long the proof of a deletion is kept. */
  readonly proofYears: number
  /** How long what is left of a deleted recording is kept: that it was there, and nothing of what was said. */
  readonly traceMonths: number
  /** How long Varde's own records are kept when nobody works on them any more. */
  readonly ownMonths: Readonly<Record<ExpiringKind, number>>
}

/** Why each is what it is, is said where the rules are shown. */
const ownMonths = {
  ...{ subject_request: 36, question: 24, mailbox_access: 36, ethics_complaint: 60, ethics_talk: 12 },
  ...{ employment: 24, access_grant: 24, id_card: 12, loan_card: 3, equipment_delivery: 60, training_completion: 24 },
  ...{ article_confirmation: 24, sharing_told: 60, person: 12 },
}
const usual: RetentionProfile = { anonymise: true, twoPersons: false, proofYears: 5, traceMonths: 12, ownMonths }
const parts: Readonly<Record<Preset, { readonly retention: RetentionProfile }>> = {
  oslomet: { retention: usual },
  uio: { retention: usual },
  sauda: { retention: usual },
  sandnes: { retention: usual },
}
const stored = ownProfile(parts)
/** A kind of record that is newer than what an organisation has set is kept as in its setup. */
export const own: typeof stored = (profile) => {
  const found = stored(profile)
  return { ...found, retention: { ...found.retention, ownMonths: { ...ownMonths, ...found.retention.ownMonths } } }
}
export const retentionProfile = (profile: Profile): RetentionProfile => own(profile).retention
