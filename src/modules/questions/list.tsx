import { sql } from 'kysely'
import { addDays, startOfDay, yearIn } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { askerGroups, receiverKinds } from './fields.ts'
import { StateTag, sentAt, shortened } from './pages/state.tsx'
import { listedQuestions, namedReferences } from './queries.ts'
import type { Question } from './question.ts'
import { type State, seesFigures, stateOf, states } from './rules.ts'
import { questionOf } from './store.ts'
import { texts } from './texts.ts'

const where = {
  waiting: sql<boolean>`(d.answered_at is null and d.closed_at is null)`,
  answered: sql<boolean>`(d.answered_at is not null and d.closed_at is null)`,
  closed: sql<boolean>`d.closed_at is not null`,
} as const

/** One's own questions, and those that one has to answer: the newest first. Of a question a file says when and from whom, never what. */
export const list: List<Question> = {
  at: '/sporsmal',
  subject: 'question',
  exported: { type: 'question.exported', by: 'protected' },
  rows: listedQuestions,
  dressed: ({ ctx }, rows) => Promise.all(rows.map((row) => questionOf(ctx, row, []))),
  columns: {
    about: {
      label: (locale) => texts(locale).one,
      cell: ({ id, values }) => <TextLink href={`/sporsmal/${id}`}>{shortened(values.about ?? '')}</TextLink>,
      plain: ({ values }, { locale }) => values.kind && texts(locale).ask.kind.choices[values.kind],
    },
    askedBy: {
      label: (locale) => texts(locale).askedBy,
      cell: ({ values }, { locale, offers }) =>
        values.askedBy === null ? texts(locale).groups.dataSubject : nameIn(offers.askedBy, values.askedBy, locale),
      names: { reference: namedReferences.askedBy, id: ({ values }) => values.askedBy },
    },
    askedAt: {
      label: (locale) => texts(locale).askedAt,
      cell: ({ values }, { locale }) => values.askedAt && sentAt(values, locale),
      figures: true,
    },
    sentTo: {
      label: (locale) => texts(locale).sentTo,
      cell: ({ values }, { locale }) => values.sentTo && texts(locale).to[values.sentTo],
    },
    group: {
      label: (locale) => texts(locale).group,
      cell: ({ values }, { locale }) => values.askerGroup && texts(locale).groups[values.askerGroup],
    },
    due: {
      label: (locale) => texts(locale).due,
      cell: (question, { locale }) =>
        stateOf(question) === 'waiting' && question.values.dueOn !== null ? formatDate(question.values.dueOn, locale) : null,
      figures: true,
    },
    status: {
      label: (locale) => texts(locale).state,
      cell: (question, { locale }) => <StateTag question={question} locale={locale} />,
      plain: (question, { locale }) => texts(locale).status[stateOf(question)],
    },
  },
  begins: ['askedBy', 'askedAt', 'sentTo', 'status'],
  filters: {
    status: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).state,
      is: (value) => states.some((one) => one === value),
      options: ({ locale }) => states.map((value) => ({ value, label: texts(locale).status[value] })),
      where: (value) => where[value as State],
    },
    sentTo: {
      kind: 'choice',
      key: 'til',
      label: (locale) => texts(locale).sentTo,
      is: (value) => receiverKinds.some((one) => one === value),
      options: ({ locale }) => receiverKinds.map((value) => ({ value, label: texts(locale).to[value] })),
      where: (value) => sql`d.sent_to = ${value}`,
    },
    group: {
      kind: 'choice',
      key: 'gruppe',
      label: (locale) => texts(locale).group,
      is: (value) => askerGroups.some((one) => one === value),
      options: ({ locale }) => askerGroups.map((value) => ({ value, label: texts(locale).groups[value] })),
      where: (value) => sql`d.asker_group = ${value}`,
      rare: true,
    },
    year: {
      kind: 'choice',
      key: 'ar',
      label: (locale) => texts(locale).year,
      is: (value) => /^20\d\d$/.test(value),
      options: ({ ctx }) => yearsTo(yearIn(ctx.now)).map((year) => ({ value: String(year), label: String(year) })),
      where: (value) => sql`d.asked_at >= ${startOfDay(`${value}-01-01`)} and d.asked_at < ${startOfDay(addDays(`${value}-12-31`, 1))}`,
      rare: true,
    },
    mine: {
      kind: 'mark',
      key: 'hvem',
      label: (locale) => texts(locale).views.mine,
      is: (value) => value === 'meg' || value === 'andre',
      where: (value, { actor }) =>
        value === 'meg' ? sql`d.asked_by_id = ${actor.personId}` : sql`d.asked_by_id is distinct from ${actor.personId}::uuid`,
    },
  },
  sorts: { askedAt: ['asked_at'] },
  opensBy: () => ({ sort: 'askedAt', falling: true }),
  views: [
    { label: (locale) => texts(locale).views.all, filters: {} },
    { label: (locale) => texts(locale).views.mine, filters: { mine: 'meg' } },
    { label: (locale) => texts(locale).views.theirs, filters: { mine: 'andre', status: 'waiting' } },
  ],
  texts: (locale) => texts(locale),
  actions: ({ ctx, locale }) => (
    <>
      <LinkButton href="/sporsmal/nytt" icon="plus">
        {texts(locale).add}
      </LinkButton>
      {seesFigures(ctx.actor) && (
        <LinkButton href="/sporsmal/tall" variant="secondary">
          {texts(locale).figures.title}
        </LinkButton>
      )}
    </>
  ),
}

/** As many years as the figures show. */
export const yearsTo = (year: number): readonly number[] => [year - 2, year - 1, year]
