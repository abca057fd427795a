import { sql } from 'kysely'
import { roles as allRoles, type Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { importTexts } from '../../register/import/texts.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import type { Option } from '../../ui/field.tsx'
import { TextLink } from '../../ui/page.tsx'
import { profileOf, rolesInUse } from '../organisation/public.ts'
import { holders, holds } from './queries.ts'
import { rolesToday } from './queries-actor.ts'
import { hasWords, wordsOf } from './queries-called.ts'
import { unitReference } from './queries-reference.ts'
import { titleOf } from './rules-roles.ts'
import { texts } from './texts.ts'

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly unit_id: string | null
  readonly roles: readonly Role[]
  /** What the roles are called here. */
  readonly titles: string
}

/** Everybody who works here, for whoever looks after them; those who have left where they are asked for. */
export const list: List<PersonRow> = {
  at: '/personer',
  subject: 'person',
  logged: { when: 'narrowed', type: 'person.listed' },
  exported: { type: 'person.exported' },
  rows: (ctx, { filters }) => ({
    table: 'person',
    as: 'p',
    seen: sql`p.organisation_id = ${ctx.actor.organisationId} and p.active = ${sql.lit(filters.gone === undefined)}`,
    select: sql`p.id, p.name, p.email, p.unit_id,
      array(select distinct held.role from (${rolesToday(sql`p`, localDate(ctx.now))}) held order by 1) as roles`,
  }),
  dressed: async ({ ctx, locale }, rows) => {
    const profile = await profileOf(ctx)
    const title = (role: Role) => titleOf(profile, role, locale)
    return rows.map((row) => {
      const beside = row.roles.filter((role) => role !== 'employee')
      return { ...row, titles: (beside.length > 0 ? beside : (['employee'] as const)).map(title).join(', ') }
    })
  },
  columns: {
    name: {
      label: (locale) => texts(locale).person.name.label,
      cell: ({ id, name }) => <TextLink href={`/personer/${id}`}>{name}</TextLink>,
      plain: ({ name }) => name,
    },
    unit: {
      label: (locale) => texts(locale).person.unit.label,
      cell: ({ unit_id }, { offers }) => offers.unit?.choices.find(({ id }) => id === unit_id)?.name ?? null,
      names: { reference: unitReference, id: ({ unit_id }) => unit_id },
    },
    roles: { label: (locale) => texts(locale).people.roles, cell: ({ titles }) => titles },
    email: { label: (locale) => texts(locale).person.email.label, cell: ({ email }) => email },
  },
  begins: ['unit', 'roles'],
  filters: {
    role: {
      kind: 'choice',
      key: 'rolle',
      label: (locale) => texts(locale).people.role,
      any: (locale) => texts(locale).people.anyRole,
      is: (value) => allRoles.some((role) => role === value),
      options: ({ ctx, locale }) => roleOptions(ctx, locale),
      where: (value, ctx) => holds(ctx, [value as Role]),
    },
    unit: {
      kind: 'reference',
      key: 'enhet',
      label: (locale) => texts(locale).person.unit.label,
      column: 'unit_id',
      reference: unitReference,
      where: (value) => sql`p.unit_id = ${value}`,
    },
    gone: {
      kind: 'choice',
      key: 'vis',
      label: (locale) => texts(locale).people.status,
      any: (locale) => texts(locale).people.active,
      is: (value) => value === 'sluttet',
      options: ({ locale }) => [{ value: 'sluttet', label: texts(locale).people.gone }],
      where: () => sql`not p.active`,
    },
  },
  sorts: { name: ['sort_key'] },
  search: {
    label: (locale) => texts(locale).people.search,
    where: (words) => hasWords(wordsOf(words), [sql`p.name`, sql`p.email`]),
  },
  texts: (locale) => {
    const { title, nobody, nobodyText } = texts(locale).people
    return { title, none: nobody, noneText: nobodyText }
  },
  actions: ({ locale }) => (
    <>
      <LinkButton href="/personer/ny" icon="plus">
        {texts(locale).people.add}
      </LinkButton>
      <LinkButton href="/personer/import" variant="secondary">
        {importTexts(locale).link}
      </LinkButton>
    </>
  ),
}

/** The roles that this organisation has a use for, as it calls them; and those that somebody has all the same. */
export async function roleOptions(ctx: Ctx, locale: Locale): Promise<readonly Option[]> {
  const profile = await profileOf(ctx)
  const shown = new Set([...rolesInUse(ctx.house.profileParts, profile), ...(await holders(ctx)).map(({ role }) => role)])
  return allRoles.filter((role) => shown.has(role)).map((role) => ({ value: role, label: titleOf(profile, role, locale) }))
}
