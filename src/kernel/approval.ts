import type { Role } from './actor.ts'
import type { Localised } from './texts.ts'

/** One of those who must approve a record. `may`: whoever asks plays this part. `person`, else `roles`: whose task it is. */
export type ApprovalPart = {
  readonly part: string
  readonly label: Localised
  readonly may: boolean
  readonly person: string | null
  readonly roles: readonly Role[]
}

/** What is asked of those who must approve a record: what it is called, where it is read, and by whom. */
export type Approved = {
  readonly page: string
  readonly name: Localised
  readonly parts: readonly ApprovalPart[]
  /** A fingerprint of what is approved: what was said of another falls. Nothing that the approving itself changes is in it. */
  readonly restsOn: string
  /** Open: it waits for them. Incomplete: something must be answered first. Closed: approved as it stands, or no longer in use. */
  readonly state: 'open' | 'incomplete' | 'closed'
  /** What must be answered first, in words, where its page does not say it. */
  readonly missing?: Localised | undefined
  /** Each part by another person. */
  readonly different: boolean
  /** Whoever drafted it: nobody lets them approve in their place (S4-104). */
  readonly drafters?: readonly (string | null)[]
}
