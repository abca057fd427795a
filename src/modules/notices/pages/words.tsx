import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { DeedPage as CaseDeedPage, type DeedPageProps, type Deviation } from '../../deviation/public.ts'
import { countOf } from '../draft.ts'
import type { MessageStatus, NoticeStatus } from '../notice.ts'
import type { NoticesView } from '../queries.ts'
import { texts } from '../texts.ts'

/** What every page of notices is given. */
export type Shown = { readonly shown: NoticesView; readonly locale: Locale; readonly now: Date }

export const authorityHref = (id: string, rest = ''): string => `/avvik/${id}/datatilsynet${rest}`
export const subjectsHref = (id: string, rest = ''): string => `/avvik/${id}/berorte${rest}`

/** "personvernombud og kommunedirektør": the organisation's own titles. */
export function rolesIn({ view }: NoticesView, roles: readonly (keyof NoticesView['view']['profile']['titles'])[], locale: Locale): string {
  const names = roles.map((role) => view.profile.titles[role][locale])
  const and = locale === 'en' ? ' and ' : ' og '
  return names.length < 2 ? (names[0] ?? '') : names.slice(0, -1).join(', ') + and + names.at(-1)
}

export const NoticeTag = ({ status, locale }: { readonly status: NoticeStatus; readonly locale: Locale }) => (
  <StatusTag tone={status === 'sent' ? 'success' : status === 'draft' ? 'info' : 'neutral'} done={status === 'discarded'}>
    {texts(locale).statuses[status]}
  </StatusTag>
)
export const MessageTag = ({ status, locale }: { readonly status: MessageStatus; readonly locale: Locale }) => (
  <StatusTag tone={status === 'sent' ? 'success' : status === 'signed' ? 'accent' : 'info'}>
    {texts(locale).messageStatuses[status]}
  </StatusTag>
)

/** Why a deed was refused, in words. */
export const refusals = (locale: Locale): Readonly<Record<string, string>> => texts(locale).refusals

/** The page of one deed, with the same head as the other deeds of a case. */
export const DeedPage = ({ shown, ...page }: Shown & Omit<DeedPageProps, 'view'>) => <CaseDeedPage view={shown.view} {...page} />

/** How many, in a few words: a number, an interval, not known, or not answered. */
export const countShown = (deviation: Deviation, locale: Locale): string =>
  deviation.report.affectedKnown === 'unknown'
    ? texts(locale).track.unknownCount
    : (countOf(deviation, locale)?.replace(/\.$/, '') ?? uiTexts(locale).notAnswered)
