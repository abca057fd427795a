import type { Happening, Refused } from '../../../kernel/change.ts'

/** waiting: nobody has looked at it. made: it is a case. joined: it is laid to one. dismissed: it was none. aside: no person wrote it to us. */
export type MailStatus = 'waiting' | 'made' | 'joined' | 'dismissed' | 'aside'
/** own: our own mail, come back. automatic: a machine answers or sends. bounce: a mail that could not be delivered. */
export const asides = ['own', 'automatic', 'bounce'] as const
export type Aside = (typeof asides)[number]
export const dismissals = ['spam', 'notDeviation', 'known'] as const
export type Dismissal = (typeof dismissals)[number]
/** Why it could not be read: it is looked for in the mailbox. */
export type Unread = 'tooLarge' | 'broken'
/** What the organisation's own mail server found of the domain that the mail says it is from; null where it says nothing we may believe. */
export type Dmarc = 'pass' | 'fail'

export type MailIn = {
  readonly id: string
  readonly version: number
  readonly status: MailStatus
  readonly receivedAt: Date
  /** The address that it says it is from. Never known to be. */
  readonly sender: string | null
  readonly subject: string | null
  readonly text: string | null
  readonly unread: Unread | null
  readonly leftOut: number
  readonly dmarc: Dmarc | null
  readonly late: boolean
  /** The house knows the address that it says it is from. */
  readonly known: boolean
  readonly deviationId: string | null
  readonly dismissal: Dismissal | null
}

/** How much is taken in an hour; what is more waits in the mailbox. `reply`: answers to one case, by its token. */
export type Hourly = { readonly sender: number; readonly unknown: number; readonly known: number; readonly reply: number }
export const usualHourly: Hourly = { sender: 20, unknown: 200, known: 300, reply: 60 }

/** A mail that waits in the mailbox for its turn. */
export type Held = { readonly uid: number; readonly size: number; readonly at: Date; readonly mark: Buffer; readonly known: boolean }

/** Nothing of what a mail says, nor of whom it is from. */
export type MailInEvent = Happening &
  (
    | { readonly type: 'mailIn.came'; readonly files: number; readonly unread: Unread | null }
    | { readonly type: 'mailIn.putAside'; readonly aside: Aside }
    | { readonly type: 'mailIn.viewed' }
    | { readonly type: 'mailIn.made' | 'mailIn.joined' }
    | { readonly type: 'mailIn.dismissed'; readonly dismissal: Dismissal }
    | Refused<'mailIn'>
  )
