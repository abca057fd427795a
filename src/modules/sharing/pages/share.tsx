import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Shareable } from '../../../kernel/shared.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Content } from '../../../kernel/version.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Heading, PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import type { Shared } from '../sharing.ts'
import { texts } from '../texts.ts'
import { labelIn, SharedContent } from './content.tsx'

type Props = {
  readonly kind: Shareable
  readonly name: string
  readonly page: string
  readonly content: Content
  readonly ready: boolean
  readonly persons: readonly string[]
  readonly shared: Shared | null
  readonly isNew: boolean
  readonly circles: boolean
  readonly refused: Refused | undefined
  /** The questions, where it may be shared as it stands. */
  readonly form: ComponentChildren
  readonly locale: Locale
}

/** What goes along and what does not, before anything is shared. */
export function SharePage({ kind, name, page, content, ready, persons, shared, isNew, circles, refused, form, locale }: Props) {
  const t = texts(locale)
  const s = t.sharePage
  const { goes, fields } = kind.main
  const stays = Object.keys(fields).filter((field) => !goes.includes(field))
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={s.title} kicker={name} lead={s.lead} />
      {shared && (
        <p>
          {s.last(shared.edition, formatDate(localDate(shared.at), locale))} {isNew ? s.isNew : s.isSame}
        </p>
      )}
      {!ready && (
        <Notice tone="warning" locale={locale}>
          {s.notDecided}
        </Notice>
      )}
      {persons.length > 0 && (
        <Notice tone="danger" locale={locale}>
          {s.persons(persons.join(', '))}
        </Notice>
      )}
      {kind.named && (
        <Notice tone="info" locale={locale}>
          {s.onlyNamed}
        </Notice>
      )}
      {!circles && (
        <p>
          {s.noCircle} <TextLink href="/delt/samarbeid">{t.newCircle}</TextLink>
        </p>
      )}
      {form}
      <section>
        <Heading level={2}>{s.goes}</Heading>
        <p className="v-soft">{s.hidden}</p>
        <SharedContent {...{ kind, content, locale }} />
      </section>
      <section>
        <Heading level={2}>{s.stays}</Heading>
        <p className="v-soft">{s.staysText}</p>
        <p className="v-prose">{stays.map((field) => labelIn(kind.main, field, locale).label).join(' · ')}</p>
      </section>
      {shared && (
        <CertainButton
          action={`/delt/${shared.subject.type}/${shared.subject.id}/tilbaketrekking`}
          follows={t.said.withdrawn}
          locale={locale}
        >
          {t.panel.withdraw}
        </CertainButton>
      )}
      <div>
        <LinkButton href={page} variant="tertiary">
          {s.back}
        </LinkButton>
      </div>
    </Stack>
  )
}
