import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Offers, OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { fill, uiTexts } from '../../../ui/texts.ts'
import { answerFields, askFields, recordFields } from '../fields.ts'
import type { Missing } from '../queries.ts'
import type { Asking, Question } from '../question.ts'
import { texts } from '../texts.ts'

const shortest = 80
/** The first words of a question, where it stands in a list. */
const shortened = (text: string) => (text.length > shortest ? `${text.slice(0, shortest).trimEnd()} …` : text)

export function QuestionsPage({ questions, locale }: { readonly questions: readonly Question[]; readonly locale: Locale }) {
  const t = texts(locale)
  const add = (
    <LinkButton href="/sporsmal/nytt" icon="plus">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={questions.length > 0 ? add : undefined} />
      {questions.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        <TaskList
          tasks={questions.map(({ id, values }) => ({
            name: shortened(values.about ?? ''),
            href: `/sporsmal/${id}`,
            hint: values.kind === null ? undefined : t.ask.kind.choices[values.kind],
            deadline: values.askedAt === null ? undefined : formatDate(localDate(values.askedAt), locale),
            status: (
              <StatusTag tone={values.answeredAt === null ? 'warning' : 'success'}>
                {values.answeredAt === null ? t.status.waiting : t.status.answered}
              </StatusTag>
            ),
          }))}
        />
      )}
    </>
  )
}

type Contact = { readonly name: string; readonly email: string | null }
export type Contacts = {
  readonly leader: readonly Contact[]
  readonly privacyContact: readonly Contact[]
  readonly dpo: readonly Contact[]
}

type AskProps = {
  readonly id: string
  readonly asking: Asking
  readonly offers: Offers<typeof askFields>
  readonly contacts: Contacts
  readonly locale: Locale
} & After

export function AskPage({ id, asking, offers, contacts, locale, refused }: AskProps) {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={asking.kind === 'routine' ? t.ask.kind.choices.routine : t.add} lead={t.lead} />
      <Form hidden={{ id }}>
        <RecordForm
          fields={askFields}
          texts={t.ask}
          values={asking}
          offers={offers}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.send}</Button>
          <LinkButton href="/sporsmal" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
      <Section title={t.contacts.title} locale={locale}>
        <ul>
          {each(['leader', 'privacyContact', 'dpo'] as const, (who) => (
            <li>
              {t.contacts[who]}: {contacts[who].length === 0 ? t.contacts.nobody : null}
              {each(contacts[who], ({ name, email }) => (
                <span>
                  {name}
                  {email && (
                    <>
                      , <TextLink href={`mailto:${email}`}>{email}</TextLink>
                    </>
                  )}
                  {contacts[who].length > 1 ? '; ' : null}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

type ShowProps = {
  readonly question: Question
  readonly names: OffersByName
  readonly mayAnswer: boolean
  readonly locale: Locale
} & After

/** One question and its answer, written here by whoever was asked. */
export function ShowQuestion({ question, names, mayAnswer, locale, refused, conflict }: ShowProps) {
  const t = texts(locale)
  const { values } = question
  const day = (at: Date | null) => (at === null ? '' : formatDate(localDate(at), locale))
  const named = (field: 'askedBy' | 'receiver' | 'answeredBy') =>
    showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const done = values.answeredAt !== null
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.kind === null ? t.one : t.ask.kind.choices[values.kind]} kicker={t.one} />
      <KeyFacts
        facts={[
          {
            label: t.state,
            value: <StatusTag tone={done ? 'success' : 'warning'}>{done ? t.status.answered : t.status.waiting}</StatusTag>,
          },
          { label: t.askedBy, value: named('askedBy') },
          { label: t.askedAt, value: day(values.askedAt) },
          { label: t.sentTo, value: named('receiver') ?? (values.sentTo && t.ask.sentTo.choices[values.sentTo]) },
          ...(done || values.dueOn === null ? [] : [{ label: t.due, value: formatDate(values.dueOn, locale) }]),
        ]}
      />
      <p className="v-question">{values.about}</p>
      {done && (
        <Section title={t.answer.answer.label} locale={locale}>
          <p className="v-question">{values.answer}</p>
          <p className="v-soft">
            {t.answeredBy}: {named('answeredBy')}, {day(values.answeredAt)}
          </p>
        </Section>
      )}
      {conflict}
      {mayAnswer && !done && (
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
      )}
    </>
  )
}

/** Routines that somebody could not find, a list for each unit, with whose task each is and by when (S0-08, S2-52). */
export function MissingPage({ missing, locale }: { readonly missing: readonly Missing[]; readonly locale: Locale }) {
  const t = texts(locale).missing
  const byUnit = [...Map.groupBy(missing, ({ unitName }) => unitName ?? t.noUnit)]
  const add = <LinkButton href="/sporsmal/nytt?type=routine">{t.add}</LinkButton>
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={missing.length > 0 ? add : undefined} />
      {missing.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        each(byUnit, ([unit, rows]) => (
          <Section title={fill(t.of, { unit, count: rows.length })} locale={locale}>
            <TaskList
              tasks={rows.map(({ about, owner, dueOn, answered }) => ({
                name: shortened(about),
                hint: owner === null ? undefined : fill(t.owner, { name: owner }),
                deadline: dueOn === null || answered ? undefined : formatDate(dueOn, locale),
                status: <StatusTag tone={answered ? 'success' : 'warning'}>{answered ? t.done : t.open}</StatusTag>,
              }))}
            />
          </Section>
        ))
      )}
    </>
  )
}
