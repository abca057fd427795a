import type { ComponentChildren } from 'preact'
import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Offers, OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { ViewOfAny } from '../../../ui/record-view.tsx'
import { nameIn } from '../../../ui/reference-field.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Access } from '../access.ts'
import { grantFields, type recordFields, removalFields } from '../fields.ts'
import { lastDay } from '../rules.ts'
import { texts } from '../texts.ts'
import { StateTag } from './state.tsx'

type Props = {
  readonly access: Access
  readonly names: Offers<typeof recordFields> & OffersByName
  readonly mayConfirm: boolean
  readonly related: readonly ComponentChildren[]
  readonly today: LocalDate
  readonly locale: Locale
} & After

/** One access: why it was given, how long it lasts, and its removal. */
export function ShowAccess({ access, names, mayConfirm, related, today, locale, refused, conflict }: Props) {
  const t = texts(locale)
  const { values, id } = access
  const name = (field: keyof typeof names, person: string | null) => nameIn(names[field], person, locale) ?? ''
  const day = (at: Date | null) => (at === null ? '' : formatDate(localDate(at), locale))
  const last = lastDay(access)
  const open = values.removedOn === null
  const what = name('system', values.system) || name('zone', values.zone)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={[what, values.role].filter(Boolean).join(', ')} kicker={t.one} />
      <KeyFacts
        facts={[
          { label: t.columns.person, value: name('person', values.person) },
          { label: t.columns.state, value: <StateTag access={access} today={today} locale={locale} /> },
          { label: t.columns.lastDay, value: last === null ? t.noEnd : formatDate(last, locale), open: last === null },
          {
            label: t.columns.confirmed,
            value: values.confirmedAt === null ? t.never : t.grantedByOn(name('confirmedBy', values.confirmedBy), day(values.confirmedAt)),
            open: values.confirmedAt === null,
          },
        ]}
      />
      {values.employmentEnds !== null && <p className="v-soft">{t.endsWithWork(formatDate(values.employmentEnds, locale))}</p>}
      <ViewOfAny
        fields={grantFields}
        texts={t.grant}
        values={values}
        offers={names}
        locale={locale}
        shown={['reason', 'accessNeed', 'protectionNeed', 'fromDate', ...(values.toDate === null ? [] : (['toDate'] as const))]}
      />
      <p className="v-soft">
        {t.columns.grantedBy} {t.grantedByOn(name('grantedBy', values.grantedBy), day(values.grantedAt))}
      </p>
      {!open && (
        <Section title={t.states.removed} locale={locale}>
          <ViewOfAny
            fields={removalFields}
            texts={t.removal}
            values={{ removedOn: values.removedOn, removalProof: values.removalProof }}
            locale={locale}
          />
          <p className="v-soft">
            {t.removedBy} {name('removedBy', values.removedBy)}
          </p>
        </Section>
      )}
      {open && (
        <Section title={t.removeTitle} locale={locale}>
          {conflict}
          <Form action={`/tilganger/${id}/fjerning`} version={access.version}>
            <RecordForm
              fields={removalFields}
              texts={t.removal}
              values={{ ...emptyValues(removalFields), removedOn: today }}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button>{t.removeButton}</Button>
            </Actions>
          </Form>
          <Actions>
            {mayConfirm && (
              <PostButton action={`/tilganger/${id}/bekreftelse`} variant="secondary">
                {t.confirm}
              </PostButton>
            )}
            {values.removalAskedAt === null && (
              <PostButton action={`/tilganger/${id}/fjerningsonske`} variant="tertiary">
                {t.askRemoval}
              </PostButton>
            )}
          </Actions>
        </Section>
      )}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/access_grant/${id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}
