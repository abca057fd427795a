import { formatDate } from '../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { openHolds } from '../../../register/holds/holds.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { HoldLines } from '../../../ui/hold-lines.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { archiveFields, holdFields, moveHoldFields } from '../fields-own.ts'
import type { Held, OwnStanding } from '../own.ts'
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
type PageProps = Omit<Props, 'may'> & After
type OwnProps = PageProps & { readonly back: string; readonly names: ReadonlyMap<string, { readonly name: string }> }
export function OwnPage({ standing, locale, back, names, refused, conflict }: OwnProps) {
  const t = texts(locale).own
  const { own, since, goesOn, needsArchive, type, holds } = standing
  const stopped = stoppedBy(standing)
  const held = own !== undefined && own.values.heldAt !== null
  const facts = [
    { label: t.kept, value: t.kinds[type].starts },
    { label: t.since, value: formatDate(since, locale) },
    {
      label: t.goesLabel,
      value: stopped ? t.stopped[stopped] : formatDate(goesOn, locale),
      tone: stopped ? ('warning' as const) : undefined,
    },
    ...(own?.values.archivedAs ? [{ label: t.archive.archivedAs.label, value: own.values.archivedAs }] : []),
  ]
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} kicker={t.kinds[type].what} lead={t.kinds[type].why} />
      {conflict}
      <KeyFacts facts={facts} />
      {holds.length > 0 && (
        <Section title={held ? t.heldTitle : t.wasHeld} locale={locale}>
          <HoldLines
            lines={holds.map(({ id, reason, since, reviewOn, reviewer, endedOn }) => ({
              id,
              reason: t.hold.holdReason.choices[reason],
              detail:
                endedOn === null
                  ? t.holdOpen(formatDate(since, locale), formatDate(reviewOn, locale), names.get(reviewer)?.name ?? '')
                  : t.holdEnded(formatDate(since, locale), formatDate(endedOn, locale)),
              href: endedOn === null ? `${hrefOf(standing)}/hold/${id}` : null,
            }))}
            action={`${hrefOf(standing)}/frigivelse`}
            words={{ move: t.moveHold, end: openHolds(holds).length > 1 ? t.endHold : t.release }}
          />
        </Section>
      )}
      <Section title={held ? t.holdMore : t.holdTitle} locale={locale}>
        <Form action={`${hrefOf(standing)}/hold`} version={null}>
          <RecordForm
            fields={holdFields}
            texts={t.hold}
            values={emptyValues(holdFields)}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Actions>
            <Button>{held ? t.holdMore : t.holdButton}</Button>
          </Actions>
        </Form>
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

/** Another day for one of the reasons. */
export function MoveHoldPage({ standing, hold, locale, refused, conflict }: PageProps & { readonly hold: Held | undefined }) {
  const t = texts(locale).own
  return (
    <FormFrame
      title={t.moveTitle}
      kicker={hold && t.hold.holdReason.choices[hold.reason]}
      back={hrefOf(standing)}
      save={t.moveHold}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      <RecordForm
        fields={moveHoldFields}
        texts={t.hold}
        values={{ holdReviewOn: hold?.reviewOn ?? null }}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
