import type { Role } from '../../kernel/actor.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { ReplyTo } from '../../kernel/mailbox.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'

/** `instead`: who is told where none of `persons` works here any more. */
export type Receivers = { readonly persons?: readonly string[]; readonly roles?: readonly Role[]; readonly instead?: readonly Role[] }

/**
 * Something to tell. There is no place here for what a case holds: a title from our own texts, a case number and a link
 * (S0-17). A protected reporter is told without the number.
 */
export type Notice = {
  readonly to: Receivers
  /** A shared mailbox besides, such as the one a route of the profile names. */
  readonly address?: string | null
  /** They are protected reporters, or may be: nothing that is kept tells whom it is to, nor when they read it (S4-131). */
  readonly unlinked?: boolean
  /** What it tells of must not be known nearer than by the day: nothing is left of the mail once it has gone (S4-131). */
  readonly leavesNothing?: boolean
  /** The record it is about: where that is classed as sensitive, the profile says how a mail goes (S0-18). */
  readonly about?: RecordKey
  /** Namespaced: 'deviation.received'. */
  readonly kind: string
  readonly title: Localised
  readonly reference: string | null
  /** A path of ours, such as /avvik/… */
  readonly href: string
}

export type Message = {
  readonly id: string
  readonly kind: string
  readonly title: Localised
  readonly reference: string | null
  readonly href: string
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** `sending`: the server has been asked to take it. `uncertain`: it never answered, so it may have come, and is not sent again unasked. */
export type MailStatus = 'waiting' | 'sending' | 'sent' | 'uncertain' | 'failed'
export type Mail = {
  readonly id: string
  /** Null: whom it is to has none. */
  readonly address: string | null
  readonly language: Locale
  readonly kind: string
  readonly title: string
  readonly reference: string | null
  readonly href: string
  /** How many more of the same it tells of. */
  readonly more: number
  /** Where an answer goes, and what it is known by; null: nowhere. */
  readonly replyTo: ReplyTo | null
}

/** A mail as it goes to the server. */
export type Letter = {
  readonly messageId: string
  readonly replyTo: string | null
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: Locale
}

/** What the mail server answered: a code, never its words, which may name a person. */
export type Delivery =
  | { readonly ok: true }
  /** `uncertain`: the whole mail was handed over, and then no answer came (RFC 1047). */
  | { readonly ok: false; readonly code: string; readonly permanent: boolean; readonly uncertain?: boolean }

/** The last line of a page: the next one begins after it. */
export type Place = { readonly at: Date; readonly id: string }

/** What went wrong, in kinds that an administrator can act on. */
export const mailFaults = ['noAnswer', 'signIn', 'later', 'refused', 'address', 'tooOld', 'left', 'other'] as const
export type MailFault = (typeof mailFaults)[number]

export type Outbox = {
  readonly waiting: number
  readonly oldestWaiting: Date | null
  /** Of those that wait, how many have never been tried. */
  readonly untried: number
  /** Handed over, and nobody knows whether they came. */
  readonly uncertain: number
  /** Given up in the last thirty days. */
  readonly failed: number
  /** The latest of all that went wrong, if it has not been sent since. */
  readonly lastFault: { readonly fault: MailFault; readonly code: string; readonly at: Date } | null
}

export type MailEvent =
  | { readonly type: 'mail.sent'; readonly kind: string; readonly attempts: number }
  | { readonly type: 'mail.uncertain'; readonly kind: string; readonly attempts: number }
  | { readonly type: 'mail.sentAgain'; readonly mails: number }
  /** About a sensitive case, where the organisation sends no such mail: they are told in Varde alone. */
  | { readonly type: 'mail.withheld'; readonly kind: string; readonly mails: number }
  | { readonly type: 'mail.failed'; readonly kind: string; readonly attempts: number; readonly code: string }
