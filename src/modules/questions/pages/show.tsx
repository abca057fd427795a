import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { answerFields, namedFields } from '../fields.ts'
import type { Question } from '../question.ts'
import { stateOf } from '../rules.ts'
import { texts } from '../texts.ts'
import { StateTag, sentAt } from './state.tsx'

export type SharedWith = {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly sharedAt: Date
  readonly endedAt: Date | null
}
export type ShowProps = {
  readonly question: Question
  readonly names: OffersByName
  /** Who has it now, in words. */
  readonly holder: string
  readonly shares: readonly SharedWith[]
  /** The one it goes on from, and those that go on from it: only those that the reader may open. */
  readonly before: string | null
  readonly after: readonly string[]
  readonly may: { readonly answer: boolean; readonly close: boolean; readonly again: boolean; readonly share: boolean }
  readonly locale: Locale
} & After

/** One question and its answer, written here by whoever was asked. */
export function ShowQuestion(props: ShowProps) {
  const { question, names, holder, may, locale, refused, conflict } = props
  const t = texts(locale)
  const { values } = question
  const named = (field: 'askedBy' | 'answeredBy') => showValue(namedFields[field], values[field], { label: '' }, locale, names[field])
  const waits = stateOf(question) === 'waiting'
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.kind === 'routine' ? t.ask.kind.choices.routine : t.one} />
      <KeyFacts
        facts={[
          { label: t.state, value: <StateTag question={question} locale={locale} /> },
          { label: t.askedBy, value: values.askedBy === null ? t.groups.dataSubject : named('askedBy') },
          { label: t.askedAt, value: sentAt(values, locale) },
          { label: t.sentTo, value: values.sentTo && t.to[values.sentTo] },
          ...(waits ? [{ label: t.holder, value: holder }] : []),
          ...(waits && values.dueOn !== null ? [{ label: t.due, value: formatDate(values.dueOn, locale) }] : []),
        ]}
      />
      {values.sentTo === 'dpo' && <p className="v-soft v-prose">{t.secrecy}</p>}
      <p className="v-prose" data-text="">
        {values.about}
      </p>
      <Around {...props} />
      {values.answeredAt !== null && (
        <Section title={t.answer.answer.label} locale={locale}>
          <p className="v-prose" data-text="">
            {values.answer}
          </p>
          <p className="v-soft">
            {t.answeredBy}: {named('answeredBy')}, {formatShort(values.answeredAt, locale)}
          </p>
        </Section>
      )}
      {conflict}
      {may.answer && <AnswerForm {...props} />}
      <Shares {...props} />
      {(may.again || may.close) && (
        <Actions>
          {may.again && (
            <LinkButton href={`/sporsmal/nytt?folger=${question.id}`} variant="secondary">
              {t.again}
            </LinkButton>
          )}
          {may.close && (
            <Form action={`/sporsmal/${question.id}/avslutning`} version={question.version} unsaved={false}>
              <Button variant="tertiary">{waits ? t.noLonger : t.close}</Button>
            </Form>
          )}
        </Actions>
      )}
    </>
  )
}

/** Where it was asked from, how somebody without an account is reached, and what was asked before and after. */
const Around = ({ question, before, after, locale }: ShowProps) => {
  const t = texts(locale)
  const { page, contact } = question.values
  if (page === null && contact === null && before === null && after.length === 0) return null
  return (
    <ul className="ds-list">
      {page !== null && (
        <li>
          {t.fromPage}: <TextLink href={page}>{page}</TextLink>
        </li>
      )}
      {contact !== null && (
        <li>
          {t.open.ask.contact.label}: {contact}
        </li>
      )}
      {before !== null && (
        <li>
          <TextLink href={`/sporsmal/${before}`}>{t.before}</TextLink>
        </li>
      )}
      {each(after, (id) => (
        <li>
          <TextLink href={`/sporsmal/${id}`}>{t.after}</TextLink>
        </li>
      ))}
    </ul>
  )
}

const AnswerForm = ({ question, locale, refused }: ShowProps) => {
  const t = texts(locale)
  return (
    <Section title={t.answerTitle} id="svar" locale={locale}>
      <Form action={`/sporsmal/${question.id}/svar`} version={question.version}>
        <RecordForm
          fields={answerFields}
          texts={t.answer}
          values={{ answer: null }}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.answerButton}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** With whom the officer has shared it, and why: whoever asked sees it too (S4-077). */
const Shares = ({ question, shares, may, locale }: ShowProps) => {
  const { share: t } = texts(locale)
  if (shares.length === 0 && !may.share) return null
  return (
    <Section title={t.title} id="deling" locale={locale}>
      {shares.length === 0 ? (
        <p className="v-soft">{t.nobody}</p>
      ) : (
        <SharedList {...{ shares, locale }} end={may.share ? question : null} />
      )}
      {may.share && (
        <Actions>
          <LinkButton href={`/sporsmal/${question.id}/deling`} variant="secondary">
            {t.deed}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}

type SharedProps = { readonly shares: readonly SharedWith[]; readonly end: Question | null; readonly locale: Locale }
export const SharedList = ({ shares, end, locale }: SharedProps) => {
  const { share: t } = texts(locale)
  const day = (at: Date) => formatDate(localDate(at), locale)
  return (
    <ul className="ds-list">
      {each(shares, ({ id, name, reason, sharedAt, endedAt }) => (
        <li>
          <b>{name}</b>, {endedAt === null ? t.since(day(sharedAt)) : t.until(day(sharedAt), day(endedAt))}
          <p className="v-prose" data-text="">
            {reason}
          </p>
          {end && endedAt === null && (
            <Form action={`/sporsmal/${end.id}/deling/${id}/slutt`} version={end.version} unsaved={false}>
              <Button variant="tertiary">
                {t.end}
                <span className="ds-sr-only"> {name}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
