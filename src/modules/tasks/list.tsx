import { sql } from 'kysely'
import { formatDueShort, formatShort } from '../../kernel/calendar/words.ts'
import type { List } from '../../register/view.ts'
import { Deadline } from '../../ui/deadline.tsx'
import { TextLink } from '../../ui/page.tsx'
import { mine, taskCounts, taskOf } from './queries.ts'
import { isWithoutDelay } from './rules.ts'
import { inWhich, type Task } from './task.ts'
import { texts } from './texts.ts'
import { seesUnitTasks } from './units/list.tsx'

/** What whoever asks is to do, the most urgent first. A task is done by doing it, in its record. */
export const list: List<Task> = {
  at: '/oppgaver',
  subject: 'task',
  beside: [{ href: '/oppgaver/enheter', label: (locale) => texts(locale).units.title, may: seesUnitTasks }],
  exported: { type: 'task.exported' },
  rows: (ctx) => ({
    table: 'task',
    as: 't',
    seen: sql`t.organisation_id = ${ctx.actor.organisationId} and t.status = 'open' and ${mine(ctx)}`,
    select: sql`t.*`,
  }),
  dressed: async ({ ctx }, rows) => (rows as unknown as Parameters<typeof taskOf>[0][]).map((row) => taskOf(row, ctx.now)),
  columns: {
    task: {
      label: (locale) => texts(locale).columns.task,
      cell: ({ title, href }, { locale }) => <TextLink href={href}>{title[locale]}</TextLink>,
      plain: ({ title }, { locale }) => title[locale],
    },
    about: { label: (locale) => texts(locale).columns.about, cell: (task, { locale }) => inWhich(task, locale) },
    due: {
      label: (locale) => texts(locale).columns.due,
      cell: ({ dueAt, subjectType }, { locale, now }) =>
        dueAt ? (
          <Deadline due={dueAt} now={now} locale={locale} compact />
        ) : isWithoutDelay(subjectType) ? (
          texts(locale).withoutDelay
        ) : (
          <span className="v-soft">{texts(locale).noDeadline}</span>
        ),
      plain: ({ dueAt, subjectType }, { locale }) =>
        dueAt ? formatDueShort(dueAt, locale) : isWithoutDelay(subjectType) ? texts(locale).withoutDelay : null,
    },
    given: {
      label: (locale) => texts(locale).columns.given,
      cell: ({ createdAt }, { locale }) => formatShort(createdAt, locale),
      figures: true,
    },
  },
  begins: ['about', 'due'],
  filters: {
    overdue: {
      kind: 'mark',
      key: 'frist',
      label: (locale) => texts(locale).views.overdue,
      is: (value) => value === 'over',
      where: (_, ctx) => sql`t.due_at < ${ctx.now}`,
    },
    own: {
      kind: 'mark',
      key: 'til',
      label: (locale) => texts(locale).views.own,
      is: (value) => value === 'meg',
      where: (_, ctx) => sql`t.person_id = ${ctx.actor.personId}`,
    },
  },
  sorts: { due: ['due_order'], given: ['created_at'] },
  search: {
    label: (locale) => texts(locale).search,
    where: (words) =>
      sql`strpos(varde_fold(concat_ws(' ', t.reference, ${sql.join(
        (['title', 'about'] as const).flatMap((column) =>
          (['nb', 'nn', 'en'] as const).map((locale) => sql`t.${sql.ref(column)}->>${sql.lit(locale)}`),
        ),
      )})), varde_fold(${words})) > 0`,
  },
  views: [
    { label: (locale) => texts(locale).views.all, filters: {} },
    { label: (locale) => texts(locale).views.overdue, filters: { overdue: 'over' } },
    { label: (locale) => texts(locale).views.own, filters: { own: 'meg' } },
  ],
  texts: (locale) => texts(locale),
  notice: async ({ ctx, locale }) => {
    const { overdue } = await taskCounts(ctx)
    return overdue > 0 ? <p>{texts(locale).overdueLead(overdue)}</p> : null
  },
}
