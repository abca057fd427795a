import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { showWhole } from '../../../ui/format.ts'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Tree } from '../../../ui/tree.tsx'
import type { Contact, Unit } from '../person.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly units: readonly Unit[]
  readonly leaders: ReadonlyMap<string, Contact>
  readonly people: ReadonlyMap<string, number>
  /** What the way to bring in a file is called. */
  readonly importLabel: string
  readonly locale: Locale
}

/** Each unit under the one it belongs to, with whoever leads it. */
export function UnitsPage({ units, leaders, people, importLabel, locale }: Props) {
  const t = texts(locale)
  return (
    <Stack>
      <PageHeading
        title={t.units.title}
        lead={t.units.lead}
        count={showWhole(units.length, locale)}
        actions={
          <>
            <LinkButton href="/enheter/ny" icon="plus">
              {t.units.add}
            </LinkButton>
            <LinkButton href="/enheter/import" variant="secondary">
              {importLabel}
            </LinkButton>
          </>
        }
      />
      {units.length === 0 ? (
        <Empty title={t.units.none} />
      ) : (
        <Tree
          rows={units.map((unit) => ({
            id: unit.id,
            depth: unit.path.length,
            body: <UnitLine unit={unit} leader={unit.leaderId ? leaders.get(unit.leaderId)?.name : undefined} locale={locale} />,
            side: people.has(unit.id) ? t.units.people(people.get(unit.id) ?? 0) : undefined,
          }))}
        />
      )}
    </Stack>
  )
}

const UnitLine = ({ unit, leader, locale }: { readonly unit: Unit; readonly leader: string | undefined; readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <>
      <TextLink href={`/enheter/${unit.id}`}>{unit.name}</TextLink>
      <span className="v-soft">
        {[unit.kind !== 'unit' && t.unit.kind.choices[unit.kind], leader && `${t.unit.leader.label}: ${leader}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
