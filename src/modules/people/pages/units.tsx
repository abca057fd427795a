import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { TextLink } from '../../../ui/page.tsx'
import type { Contact, Unit } from '../person.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly units: readonly Unit[]
  readonly leaders: ReadonlyMap<string, Contact>
  readonly people: ReadonlyMap<string, number>
  readonly locale: Locale
}

/** The tree as a list: each unit under the one it belongs to, moved in a step a level. */
export function UnitsPage({ units, leaders, people, locale }: Props) {
  const t = texts(locale)
  return (
    <ListPage
      title={t.units.title}
      locale={locale}
      count={units.length}
      actions={
        <LinkButton href="/enheter/ny" icon="plus">
          {t.units.add}
        </LinkButton>
      }
      empty={<Empty title={t.units.caption} />}
      rows={units}
      rowKey={(unit) => unit.id}
      columns={[
        {
          key: 'name',
          label: t.unit.name.label,
          heading: true,
          cell: (unit) => (
            <>
              {/* Dashes and not space alone: they are read aloud, and survive a copy into a text. */}
              {unit.path.length > 1 && <span className="v-soft">{'– '.repeat(unit.path.length - 1)}</span>}
              <TextLink href={`/enheter/${unit.id}`}>{unit.name}</TextLink>
            </>
          ),
        },
        { key: 'kind', label: t.unit.kind.label, cell: (unit) => t.unit.kind.choices[unit.kind] },
        {
          key: 'leader',
          label: t.unit.leader.label,
          cell: (unit) => (unit.leaderId && leaders.get(unit.leaderId)?.name) || <span className="v-soft">{t.units.noLeader}</span>,
        },
        { key: 'people', label: t.units.people, align: 'end', figures: true, cell: (unit) => people.get(unit.id) ?? 0 },
      ]}
    />
  )
}
