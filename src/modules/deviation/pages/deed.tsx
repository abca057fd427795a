import type { ReactNode } from 'react'
import type { Form, Problem } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { reference } from '../deviation.ts'
import type { CaseView } from '../queries.ts'
import { texts } from '../texts.ts'
import { titleOfCase } from '../title.ts'
import { CaseDeadline } from './show.tsx'

/** What was posted and could not be taken: shown again, so that nothing written is lost. */
export type Refused = { readonly raw: Form; readonly problems: readonly Problem[]; readonly errors: readonly ErrorItem[] }

export type DeedPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly title: string
  readonly lead?: ReactNode
  readonly refused?: Refused | undefined
  /** What is wrong, where the page keeps what was posted by itself. */
  readonly errors?: readonly ErrorItem[]
  /** What another editor changed meanwhile: a `Conflict`. */
  readonly conflict?: ReactNode
  readonly children: ReactNode
}

/** The page of one deed in a case: which case, how long is left, what is wrong, and the form. */
export const DeedPage = ({
  view,
  locale,
  now,
  title,
  lead,
  refused,
  errors = refused?.errors ?? [],
  conflict,
  children,
}: DeedPageProps) => {
  const t = casefileTexts(locale).page
  return (
    <Stack gap="lg">
      {conflict}
      <ErrorSummary errors={errors} locale={locale} />
      <Stack>
        <PageHeading kicker={`${t.kind} ${reference(view.deviation)} · ${titleOfCase(view.deviation, locale)}`} title={title} lead={lead} />
        <CaseDeadline deviation={view.deviation} now={now} locale={locale} />
      </Stack>
      {children}
    </Stack>
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
