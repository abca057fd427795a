import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { type Option, Select } from '../../../ui/field.tsx'
import { Filter } from '../../../ui/list-page.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Overviewed } from '../queries.ts'
import { asksPermission, gapsOf, isStale } from '../rules.ts'
import { texts } from '../texts.ts'

export type MissingProps = {
  readonly activities: readonly Overviewed[]
  readonly systems: readonly { readonly id: string; readonly name: string }[]
  readonly permits: boolean
  /** Whether the organisation does research at all; and whether the reader may bring in the list of it from Sikt. */
  readonly research: boolean
  readonly imports: boolean
  readonly adds: boolean
  /** What it may be narrowed to, and is. */
  readonly units: readonly Option[]
  readonly unit: string
  /** Where the whole record is, as a file, by its form. */
  readonly files: readonly { readonly href: string; readonly label: string }[]
  readonly locale: Locale
  readonly now: Date
}

type Row = { readonly href: string; readonly name: string; readonly beside?: string }

/** Everything in the record that waits for somebody, by what it waits for. */
export function MissingPage({ activities, systems, permits, research, imports, adds, units, unit, files, locale, now }: MissingProps) {
  const t = texts(locale)
  const today = localDate(now)
  const rowsOf = (is: (one: Overviewed) => boolean, beside?: (one: Overviewed) => string): readonly Row[] =>
    activities.filter(is).map((one) => ({
      href: `/behandlinger/${one.record.id}`,
      name: one.record.values.name ?? '',
      ...(beside ? { beside: beside(one) } : {}),
    }))
  const touched = ({ record }: Overviewed) => (record.values.touchedAt ? formatDate(localDate(record.values.touchedAt), locale) : '')
  const gapWords = ({ record }: Overviewed) =>
    gapsOf(record.values)
      .filter(({ blocks }) => blocks)
      .map(({ field }) => t.fields[field].label)
      .join(' · ')
  const m = t.missing
  const parts: readonly (readonly [title: string, none: string, rows: readonly Row[]])[] = [
    ...(unit === '' ? [[m.systems, m.systemsNone, systems.map(({ id, name }) => ({ href: `/systemer/${id}`, name }))] as const] : []),
    [m.noRoutine, m.noRoutineNone, rowsOf(({ record }) => record.values.deletionRoutine === null)],
    [m.incomplete, m.incompleteNone, rowsOf(({ record }) => gapsOf(record.values).some(({ blocks }) => blocks), gapWords)],
    ...(research
      ? [
          [
            m.research,
            m.researchNone,
            rowsOf(({ record }) => record.values.kind === 'research' && record.values.externalReference === null),
          ] as const,
        ]
      : []),
    ...(permits
      ? [
          [
            m.permission,
            m.permissionNone,
            rowsOf(({ record }) => asksPermission(record.values) && record.values.permission === null),
          ] as const,
        ]
      : []),
    [m.stale, m.staleNone, rowsOf(({ record }) => isStale(record, now), touched)],
    [
      m.quality,
      m.qualityNone,
      rowsOf(
        ({ qualityDueOn }) => qualityDueOn !== null && qualityDueOn < today,
        ({ qualityDueOn }) => (qualityDueOn ? formatDate(qualityDueOn, locale) : ''),
      ),
    ],
  ]
  return (
    <>
      <PageHeading
        title={m.title}
        kicker={t.title}
        actions={
          adds && (
            <LinkButton href="/behandlinger/veiviser" icon="plus">
              {t.guide.way}
            </LinkButton>
          )
        }
      />
      {(units.length > 1 || unit !== '') && (
        <Filter locale={locale}>
          <Select name="enhet" label={t.fields.unit.label} empty={uiTexts(locale).list.all} options={units} value={unit} />
        </Filter>
      )}
      {parts.map(([title, none, rows]) => (
        <Section key={title} title={title} locale={locale} aside={rows.length > 0 ? String(rows.length) : undefined}>
          {rows.length === 0 ? (
            <p className="v-soft">{none}</p>
          ) : (
            <ul>
              {rows.map(({ href, name, beside }) => (
                <li key={href}>
                  <TextLink href={href}>{name}</TextLink>
                  {beside && <span className="v-soft"> {beside}</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      <Section title={m.all} locale={locale}>
        <Actions>
          {files.map(({ href, label }) => (
            <LinkButton key={label} href={href} variant="secondary" download>
              {label}
            </LinkButton>
          ))}
          {imports && (
            <LinkButton href="/behandlinger/protokoll/import" variant="tertiary">
              {t.wholeImport.way}
            </LinkButton>
          )}
          {imports && (
            <LinkButton href="/behandlinger/import" variant="tertiary">
              {t.researchList.way}
            </LinkButton>
          )}
        </Actions>
      </Section>
    </>
  )
}
