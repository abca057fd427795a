import type { ReactNode } from 'react'
import type { Fields, FieldTexts, Form, Problem, Values } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { reference } from '../deviation.ts'
import type { CaseView } from '../queries.ts'
import { texts } from '../texts.ts'
import { CaseDeadline } from './show.tsx'
import { titleOfCase } from './words.tsx'

/** What was posted and could not be taken: shown again, so that nothing written is lost. */
export type Refused = { readonly raw: Form; readonly problems: readonly Problem[]; readonly errors: readonly ErrorItem[] }

export type DeedPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly title: string
  readonly lead?: ReactNode
  readonly refused?: Refused | undefined
  /** What another editor changed meanwhile: a `Conflict`. */
  readonly conflict?: ReactNode
  readonly children: ReactNode
}

/** The page of one deed in a case: which case, how long is left, what is wrong, and the form. */
export const DeedPage = ({ view, locale, now, title, lead, refused, conflict, children }: DeedPageProps) => {
  const t = casefileTexts(locale).page
  return (
    <Stack gap="lg">
      {conflict}
      {refused && <ErrorSummary errors={refused.errors} locale={locale} />}
      <PageHeading
        kicker={`${t.kind} ${reference(view.deviation)} · ${titleOfCase(view.deviation, locale, t.untitled)}`}
        title={title}
        lead={lead}
      />
      <div>
        <CaseDeadline deviation={view.deviation} now={now} locale={locale} />
      </div>
      {children}
    </Stack>
  )
}

export type ConflictProps<F extends Fields> = {
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly now: Values<F>
  readonly yours: Values<F>
  readonly shown?: readonly (keyof F & string)[] | undefined
  readonly locale: Locale
}

/** Two have edited the same: what stands, beside what was written; nothing is lost and nothing written over unseen (S4-023). */
export function Conflict<F extends Fields>({ fields, texts: words, now, yours, shown, locale }: ConflictProps<F>) {
  const t = casefileTexts(locale).conflict
  const names = (shown ?? Object.keys(fields)) as (keyof F & string)[]
  const differing = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(yours[name]))
  const value = (name: keyof F & string, values: Values<F>) => {
    const field = fields[name]
    return (field && showValue(field, values[name], words[name] as never, locale)) ?? '–'
  }
  if (differing.length === 0) {
    return (
      <Notice tone="warning" title={t.title} locale={locale}>
        {t.same}
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="warning" title={t.title} locale={locale}>
        {t.text}
      </Notice>
      <DataTable
        caption={t.title}
        columns={[
          { key: 'field', label: t.columns.field, heading: true, cell: (name) => (words[name] as { readonly label: string }).label },
          { key: 'now', label: t.columns.now, cell: (name) => value(name, now) },
          { key: 'yours', label: t.columns.yours, cell: (name) => value(name, yours) },
        ]}
        rows={differing}
        rowKey={(name) => name}
      />
    </>
  )
}

/** The deed is this person's, but the case does not stand so that it can be done. */
export const NotNow = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const t = casefileTexts(locale).notNow
  return (
    <Stack>
      <PageHeading
        kicker={`${casefileTexts(locale).page.kind} ${reference(view.deviation)}`}
        title={t.title}
        lead={texts(locale).refusals.notNow}
      />
      <div>
        <LinkButton href={`/avvik/${view.deviation.id}`}>{t.back}</LinkButton>
      </div>
    </Stack>
  )
}
