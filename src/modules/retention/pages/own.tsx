import { formatDate } from '../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, PostButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { archiveFields, holdFields } from '../fields-own.ts'
import type { OwnStanding } from '../own.ts'
import { stoppedBy } from '../rules-own.ts'
import { texts } from '../texts.ts'

type Props = { readonly standing: OwnStanding; readonly may: boolean; readonly locale: Locale }
const hrefOf = ({ type, id }: OwnStanding) => `/sletting/egne/${type}/${id}`

/** On the page of a record that nobody works on any more: when Varde deletes it, and what stops that. */
export function OwnPanel({ standing, may, locale }: Props) {
  const t = texts(locale).own
  const stopped = stoppedBy(standing)
  return (
    <Section title={t.title} id="sletting" locale={locale}>
      <p>{stopped ? t.stopped[stopped] : t.goes(formatDate(standing.goesOn, locale))}</p>
      {may && (
        <p>
          <TextLink href={hrefOf(standing)}>{t.open}</TextLink>
        </p>
      )}
    </Section>
  )
}

/** What is said of one record: it is kept back, or where the archive has it. */
export function OwnPage({ standing, locale, back, refused, conflict }: Omit<Props, 'may'> & After & { readonly back: string }) {
  const t = texts(locale).own
  const { own, since, goesOn, needsArchive, type } = standing
  const stopped = stoppedBy(standing)
  const held = own !== undefined && own.values.heldAt !== null
  const reason = own?.values.holdReason
  const facts = [
    { label: t.kept, value: t.kinds[type].starts },
    { label: t.since, value: formatDate(since, locale) },
    {
      label: t.goesLabel,
      value: stopped ? t.stopped[stopped] : formatDate(goesOn, locale),
      tone: stopped ? ('warning' as const) : undefined,
    },
    ...(reason ? [{ label: t.hold.holdReason.label, value: t.hold.holdReason.choices[reason] }] : []),
    ...(own?.values.holdReviewOn ? [{ label: t.hold.holdReviewOn.label, value: formatDate(own.values.holdReviewOn, locale) }] : []),
    ...(own?.values.archivedAs ? [{ label: t.archive.archivedAs.label, value: own.values.archivedAs }] : []),
  ]
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} kicker={t.kinds[type].what} lead={t.kinds[type].why} />
      {conflict}
      <KeyFacts facts={facts} />
      <Section title={held ? t.heldTitle : t.holdTitle} locale={locale}>
        <Form action={`${hrefOf(standing)}/hold`} version={null}>
          <RecordForm
            fields={holdFields}
            texts={t.hold}
            values={{
              ...emptyValues(holdFields),
              ...(own && { holdReason: own.values.holdReason, holdReviewOn: own.values.holdReviewOn }),
            }}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Actions>
            <Button>{held ? t.holdAgain : t.holdButton}</Button>
          </Actions>
        </Form>
        {held && (
          <PostButton action={`${hrefOf(standing)}/frigivelse`} variant="secondary">
            {t.release}
          </PostButton>
        )}
      </Section>
      {needsArchive && (
        <Section title={t.archiveTitle} locale={locale}>
          <p>{t.archiveLead}</p>
          <Form action={`${hrefOf(standing)}/arkiv`} version={null}>
            <RecordForm
              fields={archiveFields}
              texts={t.archive}
              values={{ archivedAs: own?.values.archivedAs ?? null }}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button variant="secondary">{t.archiveButton}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      <p>
        <TextLink href={back}>{t.back}</TextLink>
      </p>
    </Stack>
  )
}
