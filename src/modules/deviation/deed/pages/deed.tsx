import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import type { After } from '../../../../ui/refused.ts'
import { reference } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { titleOfCase } from '../../title.ts'
import { CaseDeadline } from './deadline.tsx'

export type DeedPageProps = After & {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly title: string
  readonly lead?: ComponentChildren
  /** Of a deed that another clock asks for; false where the hours would mislead. The case's own where it is left out. */
  readonly clock?: ComponentChildren
  readonly children: ComponentChildren
}

/** The page of one deed in a case: which case, how long is left, what is wrong, and the form. */
export const DeedPage = ({ view, locale, now, title, lead, refused, conflict, clock, children }: DeedPageProps) => {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      {conflict}
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <Stack>
        <PageHeading kicker={`${t.kind} ${reference(view.deviation)} · ${titleOfCase(view.deviation, locale)}`} title={title} lead={lead} />
        {clock === undefined ? <CaseDeadline view={view} now={now} locale={locale} /> : clock}
      </Stack>
      {children}
    </Stack>
  )
}

/** The deed is this person's, but the case does not stand so that it can be done. */
export const NotNow = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const t = texts(locale).notNow
  return (
    <Stack>
      <PageHeading kicker={`${texts(locale).kind} ${reference(view.deviation)}`} title={t.title} lead={texts(locale).refusals.notNow} />
      <div>
        <LinkButton href={`/avvik/${view.deviation.id}`}>{t.back}</LinkButton>
      </div>
    </Stack>
  )
}
