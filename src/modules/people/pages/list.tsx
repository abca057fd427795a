import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { type Option, Select, TextInput } from '../../../ui/field.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { fill } from '../../../ui/texts.ts'
import { goneWord, type PersonFilter, peopleKeys, usedFilters } from '../person-filter.ts'
import type { PersonRow } from '../queries.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly rows: readonly PersonRow[]
  /** There are more than are shown. */
  readonly more: boolean
  readonly filter: PersonFilter
  readonly wordsLost: boolean
  readonly roles: readonly Option[]
  readonly locale: Locale
}

export function PeopleList({ rows, more, filter, wordsLost, roles, locale }: Props) {
  const t = texts(locale)
  const title = (role: Role) => roles.find((option) => option.value === role)?.label ?? role
  return (
    <ListPage
      title={t.people.title}
      locale={locale}
      count={more ? null : rows.length}
      lead={more ? fill(t.people.first, { n: rows.length }) : undefined}
      actions={
        <LinkButton href="/personer/ny" icon="plus">
          {t.people.add}
        </LinkButton>
      }
      search={{ action: '/personer/sok', lost: wordsLost }}
      filter={
        <>
          <TextInput name={peopleKeys.search} type="search" label={t.people.search} value={filter.search?.words ?? ''} />
          <Select name={peopleKeys.role} label={t.people.role} value={filter.role ?? ''} options={roles} empty={t.people.anyRole} />
          <Select
            name={peopleKeys.gone}
            label={t.people.status}
            value={filter.gone ? goneWord : ''}
            options={[{ value: goneWord, label: t.people.gone }]}
            empty={t.people.active}
          />
        </>
      }
      filtered={usedFilters(filter).length > 0 ? { clearHref: '/personer' } : undefined}
      empty={<Empty title={t.people.nobody}>{t.people.nobodyText}</Empty>}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t.person.name.label,
          heading: true,
          cell: (row) => <TextLink href={`/personer/${row.id}`}>{row.name}</TextLink>,
        },
        { key: 'unit', label: t.person.unit.label, cell: (row) => row.unit ?? '–' },
        {
          key: 'roles',
          label: t.people.roles,
          cell: (row) =>
            row.roles
              .filter((role) => role !== 'employee')
              .map(title)
              .join(', ') || title('employee'),
        },
      ]}
    />
  )
}
