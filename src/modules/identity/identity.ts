import type { Refusal } from '../../kernel/change.ts'

export type IdentityEvent =
  | { readonly type: 'account.created' }
  | { readonly type: 'account.signedIn'; readonly way: 'password' | 'passkey' | 'demo' | 'setUp' | 'switch' | 'openid' }
  | { readonly type: 'account.signedOut'; readonly sessions: number }
  | { readonly type: 'account.passwordSet' }
  /** By somebody who wrote the address: not that its holder was here. */
  | { readonly type: 'account.passwordForgotten' }
  | { readonly type: 'account.passwordReset'; readonly sessions: number }
  | { readonly type: 'account.linkShown' }
  | { readonly type: 'account.invited' }
  | { readonly type: 'account.rescued'; readonly sessions: number }
  | { readonly type: 'account.signInFailed' }
  /** By somebody who is signed in, and was asked for the password or a code once more. */
  | { readonly type: 'account.proofFailed' }
  | { readonly type: 'account.slowedDown'; readonly minutes: number }
  /** Who a provider of sign-in calls whom: from now on, and no longer. */
  | { readonly type: 'account.linked'; readonly way: 'invitation' | 'email' | 'claim' }
  | { readonly type: 'account.unlinked'; readonly sessions: number }
  | { readonly type: 'account.expected' }
  /** A code from an app beside the password. */
  | { readonly type: 'account.factorOn' }
  | { readonly type: 'account.factorOff' }
  | { readonly type: 'account.codesRenewed' }
  /** A passkey in the place of the password. */
  | { readonly type: 'account.passkeyAdded' }
  | { readonly type: 'account.passkeyRemoved' }
  /** It opens in another way than before: for the messages, and in no log. */
  | { readonly type: 'account.ownerTold' }

/** Where a guess comes from, and the session that browser has. */
export type From = { readonly address: string; readonly token: string | null; readonly device: string | null }

/** What is said to whoever is signed in, and is asked for the password or a code once more. */
export type GuessRefusal =
  | Refusal
  | { readonly ok: false; readonly why: 'wait'; readonly fields: readonly string[]; readonly seconds: number }

/** Whose session a token is. */
export type Session = {
  /** Null in the demo, where nobody has an account. */
  readonly accountId: string | null
  readonly organisationId: string
  readonly personId: string
  /** How many organisations this account may choose between. */
  readonly organisations: number
  /** They came by a password alone, where more is asked for: nothing opens but the pages where they get it. */
  readonly confined: boolean
  /** When it ends, if its person does nothing more. */
  readonly endsAt: Date
}

/** One of a person's own sessions, as shown to that person (ASVS 7.5.2). */
export type OpenSession = { readonly createdAt: Date; readonly seenAt: Date; readonly current: boolean }

export type Membership = { readonly organisationId: string; readonly organisation: string; readonly personId: string }

/** Whichever way somebody came. */
export type DoorRefusal =
  /** Unknown address, wrong password, no password, closed account: one answer for all of them (ASVS 6.3.8). */
  | { readonly ok: false; readonly why: 'wrong' }
  /** What they showed was right, and their organisation has chosen another way in. */
  | { readonly ok: false; readonly why: 'elsewhere' }
  /** Too many failures from here; `seconds` until the next try. */
  | { readonly ok: false; readonly why: 'wait'; readonly seconds: number }
export type SignInRefusal =
  | DoorRefusal
  /** The password was right, and a code is asked for: `proof` is for the page that asks. */
  | { readonly ok: false; readonly why: 'code'; readonly proof: string }
export type SignedInNow = { readonly ok: true; readonly token: string; readonly organisationId: string; readonly personId: string }
/** With a password: `device` is for the browser to keep. */
export type SignedInHere = SignedInNow & { readonly device: string }

/** Of whom more than a password is asked. */
export const demands = ['nobody', 'roles', 'everybody'] as const
export type Demand = (typeof demands)[number]
