import { sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { fromRow } from '../../kernel/columns.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Drawn, type List, usedFilters } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { profileOf } from '../organisation/public.ts'
import { unitChoices } from '../people/public.ts'
import type { Access, AccessState } from './access.ts'
import { recordFields } from './fields.ts'
import { StateTag } from './pages/state.tsx'
import { accessProfile } from './profile.ts'
import { grantReferences, recordReferences, seenBy, systemsSeen } from './queries.ts'
import { grantsByPlace, lastDay, mayGrantSome, stateOf } from './rules.ts'
import { overseesAccess } from './space.ts'
import { texts } from './texts.ts'

type Read = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>
const called = ({ offers, locale }: Drawn, field: string, id: string | null): string => nameIn(offers[field], id, locale) ?? ''

const states: readonly AccessState[] = ['planned', 'active', 'ended', 'removed']

/** All accesses that whoever asks may see (S4-022). */
export const list: List<Access> = {
  at: '/tilganger',
  subject: 'access_grant',
  exported: { type: 'access_grant.exported' },
  rows: (ctx) => ({ table: 'access_grant', as: 'd', seen: seenBy(ctx), select: sql`d.*` }),
  // What one has oneself is on one's own page, and is counted with the others of the unit.
  whole: ({ actor }, view) => {
    const { unit = '' } = view.filters
    const more = usedFilters(view).some((name) => name !== 'unit' && name !== 'state')
    if (more || !actor.leads.includes(unit)) return null
    return { table: 'access_grant', as: 'd', seen: sql`d.organisation_id = ${actor.organisationId}`, select: sql`d.*` }
  },
  dressed: async (_, rows) =>
    (rows as readonly unknown[] as readonly Read[]).map((row) => ({
      id: row.id,
      version: row.version,
      values: fromRow(recordFields, row),
    })),
  columns: {
    person: {
      label: (locale) => texts(locale).columns.person,
      cell: ({ id, values }, drawn) => <TextLink href={`/tilganger/${id}`}>{called(drawn, 'person', values.person)}</TextLink>,
      plain: ({ values }, drawn) => called(drawn, 'person', values.person),
      names: { reference: recordReferences.person, id: ({ values }) => values.person },
    },
    system: {
      label: (locale) => texts(locale).system,
      cell: ({ values }, drawn) => called(drawn, 'system', values.system) || null,
      names: { reference: grantReferences.system, id: ({ values }) => values.system },
    },
    zone: {
      label: (locale) => texts(locale).grant.zone.label,
      cell: ({ values }, drawn) => called(drawn, 'zone', values.zone) || null,
      names: { reference: grantReferences.zone, id: ({ values }) => values.zone },
    },
    role: { label: (locale) => texts(locale).columns.role, cell: ({ values }) => values.role },
    reason: { label: (locale) => texts(locale).reason, cell: ({ values }) => values.reason },
    accessNeed: {
      label: (locale) => texts(locale).columns.accessNeed,
      cell: ({ values }, { locale }) => values.accessNeed && texts(locale).grant.accessNeed.choices[values.accessNeed],
    },
    protectionNeed: {
      label: (locale) => texts(locale).columns.protectionNeed,
      cell: ({ values }, { locale }) => values.protectionNeed && texts(locale).grant.protectionNeed.choices[values.protectionNeed],
    },
    grantedBy: {
      label: (locale) => texts(locale).columns.grantedBy,
      cell: ({ values }, drawn) => called(drawn, 'grantedBy', values.grantedBy),
      names: { reference: recordReferences.grantedBy, id: ({ values }) => values.grantedBy },
    },
    fromDate: {
      label: (locale) => texts(locale).columns.fromDate,
      figures: true,
      cell: ({ values }, { locale }) => values.fromDate && formatDate(values.fromDate, locale),
    },
    lastDay: {
      label: (locale) => texts(locale).columns.lastDay,
      figures: true,
      cell: (row, { locale }) => {
        const last = lastDay(row)
        return last && formatDate(last, locale)
      },
    },
    state: {
      label: (locale) => texts(locale).columns.state,
      cell: (row, { locale, now }) => <StateTag access={row} today={localDate(now)} locale={locale} />,
      plain: (row, { locale, now }) => texts(locale).states[stateOf(row, localDate(now))],
    },
  },
  begins: ['system', 'zone', 'role', 'fromDate', 'lastDay', 'state'],
  filters: {
    state: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).columns.state,
      any: (locale) => texts(locale).anyState,
      is: (value) => states.some((one) => one === value),
      options: ({ locale }) => states.map((value) => ({ value, label: texts(locale).states[value] })),
      where: (value, { now }) => {
        const today = localDate(now)
        const ended = sql`coalesce(least(d.to_date, d.employment_ends) < ${today}, false)`
        if (value === 'removed') return sql`d.removed_on is not null`
        if (value === 'planned') return sql`d.removed_on is null and d.from_date > ${today}`
        return sql`d.removed_on is null and d.from_date <= ${today} and ${value === 'ended' ? ended : sql`not ${ended}`}`
      },
    },
    // Whose people: those of the unit and of all below it, as the overviews count them.
    unit: {
      kind: 'choice',
      key: 'enhet',
      label: (locale) => texts(locale).columns.unit,
      any: (locale) => texts(locale).anyUnit,
      is: isId,
      options: ({ ctx }) => unitChoices(ctx),
      where: (value, { actor }) => sql`d.person_id in (
        select p.id from person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
        where p.organisation_id = ${actor.organisationId} and u.path @> array[${value}]::uuid[])`,
    },
    // Asked of what the reader may see, and no reference: its choices would tell who has access to what.
    system: {
      kind: 'choice',
      key: 'system',
      label: (locale) => texts(locale).system,
      any: (locale) => texts(locale).anySystem,
      is: isId,
      options: async ({ ctx }) => (await systemsSeen(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      where: (value) => sql`d.system_id = ${value}`,
    },
  },
  sorts: { fromDate: ['from_date'] },
  opensBy: () => ({ sort: 'fromDate', falling: true }),
  texts,
  beside: [
    {
      href: '/tilganger/oversikt',
      label: (locale) => texts(locale).overview.link,
      may: (actor) => actor.leads.length > 0 || overseesAccess(actor),
    },
  ],
  actions: ({ ctx, locale }) => grantsByPlace(ctx.actor) && <AddButton locale={locale} />,
  // Those whom the profile alone lets grant: what the profile says is not known where the buttons are drawn.
  notice: async ({ ctx, locale }) =>
    !grantsByPlace(ctx.actor) && mayGrantSome(ctx.actor, accessProfile(await profileOf(ctx))) ? <AddButton locale={locale} /> : null,
}

const AddButton = ({ locale }: { readonly locale: Locale }) => (
  <LinkButton href="/tilganger/nytt" icon="plus">
    {texts(locale).add}
  </LinkButton>
)
