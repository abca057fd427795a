import { sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Locale } from '../../kernel/texts.ts'
import { importTexts } from '../../register/import/texts.ts'
import type { Drawn, List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { personReference } from '../people/public.ts'
import type { Employment } from './employment.ts'
import { employmentFields } from './fields.ts'
import { WorkTag } from './pages/work-tag.tsx'
import { seenBy } from './queries.ts'
import { mayAddSome, type WorkState, workStateOf } from './rules.ts'
import { texts } from './texts.ts'

type Read = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>
const nameOf = ({ offers, locale }: Drawn, id: string | null) => nameIn(offers.person, id, locale) ?? ''
const day = (date: LocalDate | null, locale: Locale) => date && formatDate(date, locale)

const missing = ['contract', 'declaration', 'renewal'] as const
const states: readonly WorkState[] = ['coming', 'working', 'leaving', 'left']
/** Everybody's employment that the reader may see, and so the register of declarations of confidentiality (S4-032). */
export const list: List<Employment> = {
  at: '/ansettelser',
  subject: 'employment',
  exported: { type: 'employment.exported' },
  rows: (ctx) => ({ table: 'employment', as: 'd', seen: seenBy(ctx), select: sql`d.*` }),
  dressed: async (_, rows) =>
    (rows as readonly unknown[] as readonly Read[]).map((row) => ({
      id: row.id,
      version: row.version,
      values: fromRow(employmentFields, row),
    })),
  columns: {
    person: {
      label: (locale) => texts(locale).columns.person,
      cell: ({ id, values }, drawn) => <TextLink href={`/ansettelser/${id}`}>{nameOf(drawn, values.person)}</TextLink>,
      plain: ({ values }, drawn) => nameOf(drawn, values.person),
      names: { reference: personReference, id: ({ values }) => values.person },
    },
    number: { label: (locale) => texts(locale).fields.number.label, cell: ({ values }) => values.number },
    kind: {
      label: (locale) => texts(locale).fields.kind.label,
      cell: ({ values }, { locale }) => values.kind && texts(locale).fields.kind.choices[values.kind],
    },
    position: { label: (locale) => texts(locale).fields.position.label, cell: ({ values }) => values.position },
    startsOn: {
      label: (locale) => texts(locale).fields.startsOn.label,
      figures: true,
      cell: ({ values }, { locale }) => day(values.startsOn, locale),
    },
    endsOn: {
      label: (locale) => texts(locale).fields.endsOn.label,
      figures: true,
      cell: ({ values }, { locale }) => day(values.endsOn, locale),
    },
    contractOn: {
      label: (locale) => texts(locale).columns.contractOn,
      figures: true,
      cell: ({ values }, { locale }) => day(values.contractOn, locale),
    },
    declarationOn: {
      label: (locale) => texts(locale).columns.declarationOn,
      figures: true,
      cell: ({ values }, { locale }) => day(values.declarationOn, locale) ?? texts(locale).missing,
    },
    declarationUntil: {
      label: (locale) => texts(locale).fields.declarationUntil.label,
      figures: true,
      cell: ({ values }, { locale }) => day(values.declarationUntil, locale),
    },
    state: {
      label: (locale) => texts(locale).columns.state,
      cell: (row, { locale, now }) => <WorkTag employment={row} today={localDate(now)} locale={locale} />,
      plain: (row, { locale, now }) => texts(locale).states[workStateOf(row, localDate(now))],
    },
  },
  begins: ['kind', 'startsOn', 'endsOn', 'declarationOn', 'state'],
  filters: {
    state: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).columns.state,
      any: (locale) => texts(locale).any,
      is: (value) => states.some((one) => one === value),
      options: ({ locale }) => states.map((value) => ({ value, label: texts(locale).states[value] })),
      where: (value, { now }) => {
        const today = localDate(now)
        if (value === 'left') return sql`coalesce(d.ends_on < ${today}, false)`
        if (value === 'coming') return sql`d.starts_on > ${today} and coalesce(d.ends_on >= ${today}, true)`
        const here = sql`d.starts_on <= ${today} and coalesce(d.ends_on >= ${today}, true)`
        return value === 'leaving' ? sql`${here} and d.ends_on is not null` : sql`${here} and d.ends_on is null`
      },
    },
    kind: {
      kind: 'choice',
      key: 'tilknytning',
      label: (locale) => texts(locale).fields.kind.label,
      any: (locale) => texts(locale).any,
      is: (value) => employmentFields.kind.of.some((one) => one === value),
      options: ({ locale }) => employmentFields.kind.of.map((value) => ({ value, label: texts(locale).fields.kind.choices[value] })),
      where: (value) => sql`d.kind = ${value}`,
    },
    missing: {
      kind: 'choice',
      key: 'mangler',
      label: (locale) => texts(locale).missingFilter,
      any: (locale) => texts(locale).any,
      is: (value) => missing.some((one) => one === value),
      options: ({ locale }) => missing.map((value) => ({ value, label: texts(locale).missingChoices[value] })),
      where: (value, { now }) => {
        const here = sql`coalesce(d.ends_on >= ${localDate(now)}, true)`
        if (value === 'contract') return sql`${here} and d.contract_on is null and d.kind in ('employee', 'temporary')`
        if (value === 'declaration') return sql`${here} and d.declaration_on is null`
        return sql`${here} and coalesce(d.declaration_until < ${localDate(now)}, false)`
      },
    },
  },
  sorts: { startsOn: ['starts_on'], number: ['sort_key'] },
  opensBy: () => ({ sort: 'startsOn', falling: true }),
  texts: (locale) => {
    const { title, lead, none, noneText } = texts(locale)
    return { title, lead, none, noneText }
  },
  actions: ({ ctx, locale }) =>
    mayAddSome(ctx.actor) && (
      <>
        <LinkButton href="/ansettelser/nytt" icon="plus">
          {texts(locale).add}
        </LinkButton>
        <LinkButton href="/ansettelser/import" variant="secondary">
          {importTexts(locale).link}
        </LinkButton>
      </>
    ),
}
