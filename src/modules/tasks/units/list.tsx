import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { formatDueShort } from '../../../kernel/calendar/words.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import type { List } from '../../../register/view.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import { nameIn } from '../../../ui/reference-field.tsx'
import { personFilter, personReference, unitChoices } from '../../people/public.ts'
import { taskOf } from '../queries.ts'
import type { Task } from '../task.ts'
import { texts } from '../texts.ts'

const overseers = ['dpo', 'ciso', 'controller', 'auditor', 'admin'] as const
export const overseesTasks = (actor: Actor): boolean => hasRole(actor, ...overseers)
/** Whoever answers for people in a line, and those who oversee all of it. */
export const seesUnitTasks = (actor: Actor): boolean => actor.leads.length > 0 || overseesTasks(actor)

const ofPeople = ({ actor }: Ctx, where: RawBuilder<boolean>): RawBuilder<boolean> => sql`t.person_id in (
  select p.id from person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
  where p.organisation_id = ${actor.organisationId} and ${where})`

/**
 * What the people of the units have to do, for whoever leads them (S4-082): what is due and who has it, and nothing of the record, which
 * the line need not know (S3-11).
 */
export const unitTasks: List<Task> = {
  at: '/oppgaver/enheter',
  subject: 'task',
  exported: { type: 'task.exported' },
  rows: (ctx) => ({
    table: 'task',
    as: 't',
    seen: sql`t.organisation_id = ${ctx.actor.organisationId} and t.status = 'open' and ${
      overseesTasks(ctx.actor) ? sql`t.person_id is not null` : ofPeople(ctx, sql`u.id = any(${[...ctx.actor.leads]}::uuid[])`)
    }`,
    select: sql`t.*`,
  }),
  dressed: async ({ ctx }, rows) => (rows as unknown as Parameters<typeof taskOf>[0][]).map((row) => taskOf(row, ctx.now)),
  columns: {
    task: { label: (locale) => texts(locale).columns.task, cell: ({ title }, { locale }) => title[locale] },
    holder: {
      label: (locale) => texts(locale).task.holder,
      cell: ({ personId }, { offers, locale }) => nameIn(offers.holder, personId, locale),
      names: { reference: personReference, id: ({ personId }) => personId },
    },
    due: {
      label: (locale) => texts(locale).columns.due,
      cell: ({ dueAt }, { locale, now }) =>
        dueAt ? <Deadline due={dueAt} now={now} locale={locale} compact /> : <span className="v-soft">{texts(locale).noDeadline}</span>,
      plain: ({ dueAt }, { locale }) => dueAt && formatDueShort(dueAt, locale),
    },
  },
  begins: ['holder', 'due'],
  filters: {
    unit: {
      kind: 'choice',
      key: 'enhet',
      label: (locale) => texts(locale).units.unit,
      any: (locale) => texts(locale).units.anyUnit,
      is: isId,
      options: ({ ctx }) => unitChoices(ctx),
      where: (value, ctx) => ofPeople(ctx, sql`u.path @> array[${value}]::uuid[]`),
    },
    holder: personFilter('hvem', (locale) => texts(locale).task.holder, sql`t.person_id`),
    kind: {
      kind: 'choice',
      key: 'type',
      label: (locale) => texts(locale).units.kind,
      is: (value) => value === 'gjennomgang',
      options: ({ locale }) => [{ value: 'gjennomgang', label: texts(locale).units.reviews }],
      where: () => sql`t.kind = 'review.due'`,
    },
    overdue: {
      kind: 'choice',
      key: 'frist',
      label: (locale) => texts(locale).columns.due,
      is: (value) => value === 'over',
      options: ({ locale }) => [{ value: 'over', label: texts(locale).views.overdue }],
      where: (_, ctx) => sql`t.due_at < ${ctx.now}`,
    },
  },
  sorts: { due: ['due_order'] },
  texts: (locale) => {
    const { title, lead, none, noneText } = texts(locale).units
    return { title, lead, none, noneText }
  },
}
