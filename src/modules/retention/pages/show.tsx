import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DueDay } from '../../../ui/deadline.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { shownFields } from '../fields.ts'
import type { Deletion, State } from '../retention.ts'
import { isLate } from '../rules.ts'
import { texts } from '../texts.ts'

export const tones = {
  due: 'warning',
  confirming: 'info',
  done: 'success',
  stopped: 'neutral',
  dropped: 'neutral',
} as const satisfies Record<State, string>
const places = { processing: '/behandlinger', camera: '/kameraer', recording: '/opptak' } as const

/** Where it stands, in one tag: late is said first. */
export function StateTag({ record, now, locale }: { readonly record: Deletion; readonly now: Date; readonly locale: Locale }) {
  const t = texts(locale)
  const state = record.values.state ?? 'due'
  return isLate(record, localDate(now)) ? (
    <StatusTag tone="danger">{t.late}</StatusTag>
  ) : (
    <StatusTag tone={tones[state]} done={state === 'done'}>
      {t.fields.state.choices[state]}
    </StatusTag>
  )
}

export type ShowProps = {
  readonly record: Deletion
  readonly offers: OffersByName
  readonly may: { readonly carryOut: boolean; readonly confirm: boolean }
  /** Whether whoever reads may open what is deleted. */
  readonly opens: boolean
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}

export function ShowDeletion({ record, offers, may, opens, now, refused, related, locale }: ShowProps) {
  const { values, version } = record
  const t = texts(locale)
  const at = `/sletting/${record.id}`
  const named = (field: 'unit' | 'owner') => showValue(shownFields[field], values[field], t.fields[field], locale, offers[field])
  const said = (
    ['outcome', 'doneOn', 'what', 'method', 'archive', 'archiveBasis', 'archivePlace', 'doneBy', 'doneAt', 'secondBy', 'secondAt'] as const
  ).filter((name) => !isEmpty(values[name]))
  const late = isLate(record, localDate(now))
  const hasStep = values.state === 'due' || values.state === 'confirming' || values.state === 'stopped'
  const subject = opens && values.subject && (
    <p>
      <TextLink href={`${places[values.subject]}/${values.subjectId}`}>{t.show.subject}</TextLink>
    </p>
  )
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      <KeyFacts
        facts={[
          { label: t.fields.state.label, value: <StateTag {...{ record, now, locale }} /> },
          {
            label: t.fields.dueOn.label,
            value:
              values.state === 'due' ? <DueDay day={values.dueOn} now={now} locale={locale} /> : formatDate(values.dueOn ?? '', locale),
          },
          { label: t.fields.why.label, value: values.why ? t.fields.why.choices[values.why] : '' },
          { label: t.fields.owner.label, value: named('owner') ?? uiTexts(locale).missing, open: values.owner === null },
          { label: t.fields.unit.label, value: named('unit') ?? uiTexts(locale).missing, open: values.unit === null },
        ]}
      />
      {hasStep && values.state && (
        <NextStep
          locale={locale}
          title={t.next[values.state]}
          text={values.state === 'stopped' && values.doneBy !== null ? t.next.stoppedDone : t.next[`${values.state}Text`]}
          tone={late ? 'danger' : values.state === 'stopped' ? 'quiet' : undefined}
        >
          {subject}
          {values.state === 'due' && may.carryOut && <LinkButton href={`${at}/utfort`}>{t.deeds.carryOut}</LinkButton>}
          {values.state === 'confirming' && may.confirm && (
            <>
              <Form action={`${at}/bekreftelse`} version={version} unsaved={false}>
                <Button>{t.deeds.confirm}</Button>
              </Form>
              <Form action={`${at}/retur`} version={version} unsaved={false}>
                <Button variant="secondary">{t.deeds.sendBack}</Button>
              </Form>
            </>
          )}
        </NextStep>
      )}
      {said.length > 0 && (
        <Section title={t.show.proof} locale={locale}>
          <ViewOfAny fields={shownFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={said} />
        </Section>
      )}
      {!hasStep && subject}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p className="v-soft">{t.show.law}</p>
      <p>
        <TextLink href={`/historikk/deletion/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}
