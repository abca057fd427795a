import type { ReactNode } from 'react'
import type { Fields, FieldTexts, Form as Posted, Problem } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import type { ErrorItem } from '../../../ui/error-summary.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { errorItems } from '../../../ui/record-form.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { type Deviation, metWords, reference } from '../../deviation/public.ts'
import { countOf } from '../draft.ts'
import type { MessageStatus, NoticeStatus } from '../notice.ts'
import type { NoticesView } from '../queries.ts'
import { texts } from '../texts.ts'

/** What every page of notices is given. */
export type Shown = { readonly shown: NoticesView; readonly locale: Locale; readonly now: Date }

/** A form that was sent back: what was written, and what is wrong with it. */
export type Refused = {
  readonly raw: Posted
  readonly problems: readonly Problem[]
  readonly why: string | null
  readonly fields: readonly string[]
}

export const authorityHref = (id: string, rest = ''): string => `/avvik/${id}/datatilsynet${rest}`
export const subjectsHref = (id: string, rest = ''): string => `/avvik/${id}/berorte${rest}`

/** "personvernombud og kommunedirektør": the organisation's own titles. */
export function rolesIn({ view }: NoticesView, roles: readonly (keyof NoticesView['view']['profile']['titles'])[], locale: Locale): string {
  const names = roles.map((role) => view.profile.titles[role][locale])
  const and = locale === 'en' ? ' and ' : ' og '
  return names.length < 2 ? (names[0] ?? '') : names.slice(0, -1).join(', ') + and + names.at(-1)
}

/** Counts down while nothing is sent; then says whether the first telling came in time. */
export const CaseClock = ({ deviation, locale, now }: { readonly deviation: Deviation; readonly locale: Locale; readonly now: Date }) =>
  deviation.notifyBy && deviation.authorityTrack !== 'notOwed' ? (
    <Deadline
      due={deviation.notifyBy}
      now={now}
      met={deviation.authorityNotifiedAt}
      metWords={metWords(deviation, locale)}
      locale={locale}
      chip
    />
  ) : null

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
export function refusalText(why: string, locale: Locale): string {
  const { refusals } = texts(locale)
  return (refusals as Readonly<Record<string, string>>)[why] ?? refusals.notNow
}

/** The summary of what is wrong: what could not be read, then what the rule said, each linked to its question. */
export function errorsOf<F extends Fields>(refused: Refused | undefined, words: FieldTexts<F>, locale: Locale): readonly ErrorItem[] {
  if (!refused) return []
  const items = errorItems(refused.problems, words, locale)
  if (!refused.why) return items
  const ruled = refused.fields.map((field) => ({ href: `#${field}`, text: fieldText(field, words, refused.why ?? '', locale) }))
  return [...items, ...(ruled.length > 0 ? ruled : [{ href: '#innhold', text: refusalText(refused.why, locale) }])]
}

function fieldText<F extends Fields>(field: string, words: FieldTexts<F>, why: string, locale: Locale): string {
  const label = (words[field] as { readonly label: string } | undefined)?.label
  return why === 'incomplete' && label ? `${texts(locale).document.missing(label)}` : refusalText(why, locale)
}

/** The same as problems at the fields. */
export const problemsOf = (refused: Refused | undefined): readonly Problem[] =>
  refused
    ? [...refused.problems, ...(refused.why === 'incomplete' ? refused.fields.map((field) => ({ field, code: 'missing' as const })) : [])]
    : []

type DeedPageProps = Shown & {
  readonly title: string
  readonly lead?: ReactNode
  readonly errors: readonly ErrorItem[]
  /** The 72 hours are Datatilsynet's: on the pages of the other track they would mislead. */
  readonly clock?: boolean
  readonly children: ReactNode
}

/** The page of one deed: which case, how long is left, what is wrong, and the form. */
export const DeedPage = ({ shown, locale, now, title, lead, errors, clock = true, children }: DeedPageProps) => (
  <Stack gap="lg">
    <ErrorSummary errors={errors} locale={locale} />
    <PageHeading kicker={`${texts(locale).deviation} ${reference(shown.view.deviation)}`} title={title} lead={lead} />
    {clock && (
      <div>
        <CaseClock deviation={shown.view.deviation} locale={locale} now={now} />
      </div>
    )}
    {children}
  </Stack>
)

/** How many, in a few words: a number, an interval, not known, or not answered. */
export const countShown = (deviation: Deviation, locale: Locale): string =>
  deviation.report.affectedKnown === 'unknown'
    ? texts(locale).track.unknownCount
    : (countOf(deviation, locale)?.replace(/\.$/, '') ?? uiTexts(locale).notAnswered)
