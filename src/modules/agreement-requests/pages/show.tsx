import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Offers, OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Request } from '../agreement-request.ts'
import { answerFields, askFields, recordFields } from '../fields.ts'
import { texts } from '../texts.ts'

export type ShowProps = {
  readonly request: Request
  readonly names: OffersByName
  /** What may be answered, by whoever may. */
  readonly answers: Offers<typeof answerFields> | null
  /** The titles of those it was sent to. */
  readonly receivers: string
  readonly locale: Locale
} & After

/** One request, and its answer: written here by those it was sent to. */
export function ShowRequest({ request, names, answers, receivers, locale, refused, conflict }: ShowProps) {
  const t = texts(locale)
  const { values } = request
  const day = (at: Date | null) => (at === null ? '' : formatDate(localDate(at), locale))
  const named = (field: 'askedBy' | 'answeredBy') => showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const done = values.answeredAt !== null
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.counterpart ?? ''} kicker={t.one} />
      <KeyFacts
        facts={[
          {
            label: texts(locale).ask.kind.label,
            value: values.kind === null ? '' : t.ask.kind.choices[values.kind],
          },
          { label: t.askedBy, value: named('askedBy') },
          { label: t.askedAt, value: day(values.askedAt) },
          {
            label: t.state,
            value: <StatusTag tone={done ? 'success' : 'warning'}>{done ? t.status.answered : t.status.waiting}</StatusTag>,
          },
        ]}
      />
      {!done && <p className="v-soft">{t.goesTo(receivers)}</p>}
      <ViewOfAny fields={askFields} texts={t.ask} values={values} offers={names} locale={locale} shown={['about', 'unit']} />
      {done && (
        <Section title={t.answer.answer.label} locale={locale}>
          <ViewOfAny
            fields={answerFields}
            texts={t.answer}
            values={{ answer: values.answer, agreement: null }}
            locale={locale}
            shown={['answer']}
          />
          {values.agreement !== null && (
            <p>
              <TextLink href={`/databehandleravtaler/${values.agreement}`}>
                {showValue(recordFields.agreement, values.agreement, { label: '' }, locale, names.agreement)}
              </TextLink>
            </p>
          )}
          <p className="v-soft">
            {t.answeredBy} {named('answeredBy')}, {day(values.answeredAt)}
          </p>
        </Section>
      )}
      {answers !== null && (
        <Section title={t.answerTitle} locale={locale}>
          {conflict}
          <Form action={`/avtaleforesporsler/${request.id}/svar`} version={request.version}>
            <RecordForm
              fields={answerFields}
              texts={t.answer}
              values={{ answer: null, agreement: null }}
              offers={answers}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button>{t.answerButton}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
