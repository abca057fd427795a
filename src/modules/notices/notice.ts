import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import { locales } from '../../kernel/texts.ts'
import type { Deviation, Rests } from '../deviation/public.ts'
import type { LetterKind, MessageChannel, messageFields, noticeFields, PartyRole } from './fields.ts'

/** preliminary: more will follow (S1-50). supplementary: what followed. complete: all at once. withdrawn: it was no breach after all. */
export const noticeKinds = ['preliminary', 'supplementary', 'complete', 'withdrawn'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const noticeStatuses = ['draft', 'sent', 'discarded'] as const
export type NoticeStatus = (typeof noticeStatuses)[number]
export const messageStatuses = ['draft', 'signed', 'sent'] as const
export type MessageStatus = (typeof messageStatuses)[number]

export type NoticeTexts = Values<typeof noticeFields>
export type MessageTexts = Values<typeof messageFields>

/** One version of the notice to Datatilsynet: a draft until it is registered as sent, then never changed. */
export type Notice = {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly kind: NoticeKind
  readonly status: NoticeStatus
  readonly language: 'nb' | 'nn'
  readonly createdAt: Date
  readonly texts: NoticeTexts
  readonly sentAt: Date | null
  readonly registeredAt: Date | null
  readonly registeredBy: string | null
  readonly reference: string | null
  readonly documentId: string | null
}

/** What a preliminary notice says will follow, each with a date of its own (E2). */
export type Owed = {
  readonly id: string
  readonly what: string
  readonly dueAt: Date
  readonly suppliedBy: string | null
  readonly suppliedAt: Date | null
}

export type Letter = {
  readonly id: string
  readonly kind: LetterKind
  readonly at: Date
  readonly reference: string | null
  readonly question: string | null
  readonly content: string
  readonly dueAt: Date | null
  readonly followedAt: Date | null
  readonly followedHow: string | null
  readonly registeredBy: string
}

export type Copy = {
  readonly id: string
  readonly noticeId: string
  readonly party: string
  readonly partyRole: PartyRole
  readonly sentAt: Date
  readonly sentBy: string
}

/** What a letter may be written in: Varde's own languages, and Northern Sámi where the profile has it. */
export const letterLanguages = [...locales, 'se'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** A message to those affected, in one language. Signed, its text stands (S4-144). */
export type Message = {
  readonly id: string
  readonly version: number
  readonly language: LetterLanguage
  readonly status: MessageStatus
  readonly createdAt: Date
  readonly texts: MessageTexts
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly channels: readonly MessageChannel[]
  readonly reach: string | null
  /** Null where nobody can know, as with a press release; never 0 by default. */
  readonly toldCount: number | null
  readonly toldUnknown: boolean
  readonly sentAt: Date | null
  readonly sentBy: string | null
  readonly documentId: string | null
  /** What the case said when it was signed. */
  readonly restsOn: Rests | null
}

/** All of a case that is said to others: the case it is about, and what has been drafted, sent and received. */
export type NoticeFile = {
  readonly deviation: Deviation
  readonly notices: readonly Notice[]
  readonly owed: readonly Owed[]
  readonly letters: readonly Letter[]
  readonly copies: readonly Copy[]
  readonly messages: readonly Message[]
}

/** What happens here, logged on the case. Names of fields and codes only: nothing that somebody wrote. */
export type NoticeEvent = Happening &
  (
    | { readonly type: 'notices.drafted' | 'notices.discarded'; readonly kind: NoticeKind; readonly number: number }
    | { readonly type: 'notices.edited'; readonly kind: NoticeKind; readonly number: number; readonly fields: readonly string[] }
    | {
        readonly type: 'notices.sent'
        readonly kind: NoticeKind
        readonly number: number
        readonly at: string
        readonly late: boolean
        readonly access: 'public' | 'exempt'
      }
    | { readonly type: 'notices.letterRegistered'; readonly kind: LetterKind; readonly at: string }
    | { readonly type: 'notices.orderFollowed'; readonly at: string }
    | { readonly type: 'notices.copied'; readonly number: number; readonly role: PartyRole }
    | {
        readonly type: 'notices.messageDrafted' | 'notices.messageDiscarded' | 'notices.messageSigned' | 'notices.signatureWithdrawn'
        readonly language: LetterLanguage
      }
    | { readonly type: 'notices.signatureFell'; readonly language: LetterLanguage; readonly because: readonly string[] }
    | { readonly type: 'notices.messageEdited'; readonly language: LetterLanguage; readonly fields: readonly string[] }
    | {
        readonly type: 'notices.messageSent'
        readonly language: LetterLanguage
        readonly channels: readonly MessageChannel[]
        readonly at: string
      }
    | { readonly type: 'notices.refused'; readonly why: string; readonly fields: readonly string[] }
    | { readonly type: 'notices.viewed' | 'notices.documentMade'; readonly what: string }
  )

/** The last version that was sent; drafts and discarded ones do not count. */
export const lastSent = (notices: readonly Notice[]): Notice | undefined => notices.findLast((notice) => notice.status === 'sent')
export const openDraft = (notices: readonly Notice[]): Notice | undefined => notices.find((notice) => notice.status === 'draft')
export const stillOwed = (owed: readonly Owed[]): readonly Owed[] => owed.filter((item) => item.suppliedAt === null)
