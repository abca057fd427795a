import { type RawBuilder, sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import type { Locale } from '../../kernel/texts.ts'
import { askedFor, everybody, foundBy } from '../../kernel/words.ts'
import type { List } from '../../register/view.ts'
import { TextLink } from '../../ui/page.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { personReference } from '../people/public.ts'
import { systemTexts } from '../systems/public.ts'
import { type Overviewed, standingColumns, standingJoins } from './queries.ts'
import { agreementState, type Lack, lacksOf } from './rules.ts'
import { texts } from './texts.ts'

type Line = Overviewed & { readonly lacks: readonly Lack[] }
const words = (locale: Locale) => texts(locale).overview
const day = (on: string | null, locale: Locale) => (on === null ? null : formatDate(on, locale))
const isPersonal = ({ dataKinds }: Line, locale: Locale) =>
  dataKinds.length === 0 ? null : words(locale)[dataKinds.some((kind) => kind !== 'none') ? 'yes' : 'no']
const agreementIn = (line: Line, locale: Locale) => words(locale).agreements[agreementState(line)]
const isLate = ({ lacks }: Line) => lacks.includes('review')
const lacking = ({ lacks }: Line, locale: Locale) =>
  lacks.length === 0 ? words(locale).nothing : lacks.map((lack) => words(locale).states[lack]).join(', ')
const personal = sql`exists (select from unnest(s.data_kinds) k where k <> 'none')`

const agreed = (status: 'inForce' | 'draft') => sql`exists (select from agreement a
  where a.organisation_id = s.organisation_id and a.systems_ids @> array[s.id] and a.status = ${status})`

/** The same as `lacksOf`, in the words of the database: which systems the filter keeps. */
const lackingAt = (today: string): RawBuilder<boolean> => sql`(s.owner_id is null or s.super_user_id is null
  or not exists (select from system_life l where l.organisation_id = s.organisation_id and l.system_id = s.id and l.appointed_id = s.super_user_id)
  or not exists (select from risk r where r.organisation_id = s.organisation_id and r.systems_ids @> array[s.id]
    and r.status in ('approved', 'changed') and r.approved_at is not null)
  or (${agreed('inForce')} is false and (${agreed('draft')} or exists (select from supplier v
    where v.organisation_id = s.organisation_id and v.id = s.supplied_by_id and v.processes_data is distinct from 'no')))
  or (${personal} and s.logs_searches is distinct from 'yes')
  or not exists (select from review_plan p where p.organisation_id = s.organisation_id
    and p.subject_type = 'system' and p.subject_id = s.id and p.due_on >= ${today}))`

/** The systems in use: who answers for each, what it is for, how old what is known of it is, and what is missing (S4-170). */
export const overview: List<Line> = {
  at: '/systemoversikt',
  beside: [
    { href: '/systemer', label: (locale) => systemTexts(locale).title, may: () => true },
    { href: '/systembehov/ny', label: (locale) => texts(locale).newNeed, may: () => true },
  ],
  subject: 'system',
  rows: ({ actor }) => ({
    table: 'system',
    as: 's',
    seen: sql`s.organisation_id = ${actor.organisationId} and s.in_use = 'yes'`,
    select: standingColumns,
    joins: standingJoins,
  }),
  dressed: async ({ ctx }, rows) => rows.map((row) => ({ ...row, lacks: lacksOf(row, localDate(ctx.now)) })),
  columns: {
    name: {
      label: (locale) => systemTexts(locale).one,
      cell: (line, { locale }) => (
        <>
          <TextLink href={`/systemer/${line.id}`}>{line.name}</TextLink>{' '}
          {isLate(line) && <StatusTag tone="danger">{words(locale).old}</StatusTag>}
        </>
      ),
      plain: ({ name }) => name,
    },
    owner: {
      label: (locale) => words(locale).owner,
      cell: ({ ownerName }, { locale }) => ownerName ?? uiTexts(locale).missing,
      plain: ({ ownerName }) => ownerName,
    },
    superUser: {
      label: (locale) => words(locale).superUser,
      cell: ({ superUserName }, { locale }) => superUserName ?? uiTexts(locale).missing,
      plain: ({ superUserName }) => superUserName,
    },
    purpose: { label: (locale) => words(locale).purpose, cell: ({ purpose }) => purpose },
    personal: {
      label: (locale) => words(locale).personal,
      cell: (line, { locale }) => isPersonal(line, locale) ?? uiTexts(locale).missing,
      plain: (line, { locale }) => isPersonal(line, locale),
    },
    analysedOn: {
      label: (locale) => words(locale).analysedOn,
      figures: true,
      cell: ({ analysedOn }, { locale }) => day(analysedOn, locale) ?? words(locale).never,
    },
    reviewedOn: {
      label: (locale) => words(locale).reviewedOn,
      figures: true,
      cell: ({ reviewedOn }, { locale }) => day(reviewedOn, locale) ?? words(locale).never,
    },
    reviewDueOn: {
      label: (locale) => words(locale).reviewDueOn,
      figures: true,
      cell: ({ reviewDueOn }, { locale }) => day(reviewDueOn, locale) ?? uiTexts(locale).missing,
    },
    agreement: { label: (locale) => words(locale).agreement, cell: (line, { locale }) => agreementIn(line, locale) },
    otherOverview: { label: (locale) => words(locale).otherOverview, cell: ({ otherOverview }) => otherOverview },
    upToDate: { label: (locale) => words(locale).upToDate, cell: (line, { locale }) => words(locale)[isLate(line) ? 'no' : 'yes'] },
    lacks: { label: (locale) => words(locale).lacks, cell: (line, { locale }) => lacking(line, locale) },
  },
  begins: ['owner', 'lacks', 'superUser', 'purpose', 'personal', 'analysedOn', 'reviewedOn', 'reviewDueOn', 'agreement'],
  filters: {
    lacks: {
      kind: 'choice',
      key: 'mangler',
      label: (locale) => words(locale).lacks,
      any: (locale) => words(locale).all,
      is: (value) => value === 'ja',
      options: ({ locale }) => [{ value: 'ja', label: words(locale).only }],
      where: (_, ctx) => lackingAt(localDate(ctx.now)),
    },
    owner: {
      kind: 'reference',
      key: 'eier',
      label: (locale) => words(locale).owner,
      column: 'owner_id',
      reference: personReference,
      where: (value) => sql`s.owner_id = ${value}`,
    },
  },
  sorts: { name: ['sort_key'] },
  search: {
    label: (locale) => uiTexts(locale).list.search,
    where: (sought) => sql`s.id in (select id from (${foundBy('system', askedFor(sought), everybody)}) w)`,
  },
  exported: { type: 'system.exported' },
  texts: (locale) => {
    const { title, lead, none, noneText } = words(locale)
    return { title, lead, none, noneText }
  },
}
