import { sql } from 'kysely'
import { endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { profileOf } from '../organisation/public.ts'
import { recordFields, rights } from './fields.ts'
import { tones } from './pages/show.tsx'
import { requestProfile } from './profile.ts'
import { recordReferences, seenBy } from './queries.ts'
import { inTime, mayReceive } from './rules.ts'
import type { SubjectRequest } from './subject-request.ts'
import { texts } from './texts.ts'

const statuses = recordFields.status.of

/** The queue: what is due first stands first. Whoever asked sees their own, and whoever has a unit sees that unit's. */
export const list: List<SubjectRequest> = {
  at: '/egne-opplysninger',
  subject: 'subject_request',
  logged: { when: 'narrowed', type: 'subject_request.listed' },
  exported: { type: 'subject_request.exported' },
  rows: async (ctx) => ({ table: 'subject_request', as: 'd', seen: await seenBy(ctx), select: sql`d.*` }),
  dressed: async (_, rows) =>
    (rows as readonly unknown[] as readonly { readonly id: string; readonly version: number }[]).map((row) => ({
      id: row.id,
      version: row.version,
      values: fromRow(recordFields, row),
    })),
  columns: {
    reference: {
      label: (locale) => texts(locale).show.reference,
      cell: ({ id, values }) => <TextLink href={`/egne-opplysninger/${id}`}>{values.reference}</TextLink>,
      plain: ({ values }) => values.reference,
      figures: true,
    },
    right: {
      label: (locale) => texts(locale).columns.right,
      cell: ({ values }, { locale }) => values.right && texts(locale).ask.right.choices[values.right],
    },
    subjects: {
      label: (locale) => texts(locale).columns.subjects,
      cell: ({ values }, { locale }) => values.subjects && texts(locale).ask.subjects.choices[values.subjects],
    },
    due: {
      label: (locale) => texts(locale).show.dueOn,
      cell: ({ values }, { locale, now }) =>
        values.status !== 'received' && values.answeredOn !== null
          ? texts(locale).show.answeredOn(formatDate(values.answeredOn, locale), inTime(values))
          : values.dueOn && <Deadline due={endOfDay(values.dueOn)} now={now} locale={locale} soonHours={24 * 7} compact />,
      plain: ({ values }, { locale }) => values.dueOn && formatDate(values.dueOn, locale),
    },
    status: {
      label: (locale) => texts(locale).show.state,
      cell: ({ values }, { locale }) =>
        values.status && <StatusTag tone={tones[values.status]}>{texts(locale).show.status[values.status]}</StatusTag>,
      plain: ({ values }, { locale }) => values.status && texts(locale).show.status[values.status],
    },
    responsible: {
      label: (locale) => texts(locale).assign.responsible.label,
      cell: ({ values }, { offers, locale }) => nameIn(offers.responsible, values.responsible, locale),
      names: { reference: recordReferences.responsible, id: ({ values }) => values.responsible },
    },
    unit: {
      label: (locale) => texts(locale).assign.unit.label,
      cell: ({ values }, { offers }) => offers.unit?.choices.find(({ id }) => id === values.unit)?.name ?? null,
      names: { reference: recordReferences.unit, id: ({ values }) => values.unit },
    },
    receivedOn: {
      label: (locale) => texts(locale).show.receivedOn,
      cell: ({ values }, { locale }) => values.receivedOn && formatDate(values.receivedOn, locale),
      figures: true,
    },
  },
  begins: ['right', 'subjects', 'due', 'status', 'responsible'],
  filters: {
    status: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).show.state,
      is: (value) => statuses.some((one) => one === value),
      options: ({ locale }) => statuses.map((value) => ({ value, label: texts(locale).show.status[value] })),
      where: (value) => sql`d.status = ${value}`,
    },
    right: {
      kind: 'choice',
      key: 'rettighet',
      label: (locale) => texts(locale).columns.right,
      is: (value) => rights.some((one) => one === value),
      options: ({ locale }) => rights.map((value) => ({ value, label: texts(locale).ask.right.choices[value] })),
      where: (value) => sql`d."right" = ${value}`,
    },
    unit: {
      kind: 'reference',
      key: 'enhet',
      label: (locale) => texts(locale).assign.unit.label,
      column: 'unit_id',
      reference: recordReferences.unit,
      where: (value) => sql`d.unit_id = ${value}`,
    },
    overdue: {
      kind: 'mark',
      key: 'frist',
      label: (locale) => texts(locale).views.overdue,
      is: (value) => value === 'over',
      where: (_, ctx) => sql`d.status = 'received' and d.due_on < ${localDate(ctx.now)}`,
    },
  },
  sorts: { due: ['due_on'], reference: ['sort_key'] },
  search: {
    label: (locale) => texts(locale).views.search,
    where: (words) => sql`strpos(varde_fold(d.reference), varde_fold(${words})) > 0`,
  },
  views: [
    { label: (locale) => texts(locale).views.all, filters: {} },
    { label: (locale) => texts(locale).views.open, filters: { status: 'received' } },
    { label: (locale) => texts(locale).views.overdue, filters: { overdue: 'over' } },
  ],
  texts: (locale) => texts(locale),
  beside: [{ href: '/egne-opplysninger/oversikt', label: (locale) => texts(locale).overview.make, may: () => true }],
  actions: ({ locale }) => (
    <LinkButton href="/egne-opplysninger/nytt" icon="plus">
      {texts(locale).add}
    </LinkButton>
  ),
  notice: async ({ ctx, locale }) =>
    mayReceive(ctx.actor, requestProfile(await profileOf(ctx))) ? (
      <p>
        <TextLink href="/egne-opplysninger/registrering">{texts(locale).register}</TextLink>
      </p>
    ) : null,
}
