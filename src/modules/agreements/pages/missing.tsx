import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { type Option, Select } from '../../../ui/field.tsx'
import { Filter } from '../../../ui/list-page.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Agreement } from '../agreement.ts'
import type { LateAudit } from '../queries.ts'
import type { Processed } from '../queries-coverage.ts'
import { dataOpen } from '../rules.ts'
import { texts } from '../texts.ts'
import { DocumentLinks } from './document-links.tsx'

export type MissingProps = {
  readonly suppliers: readonly Processed[]
  readonly processings: readonly Processed[]
  readonly systems: readonly Processed[]
  readonly agreements: readonly Agreement[]
  readonly audits: readonly LateAudit[]
  /** What it may be narrowed to, and is: then only what belongs to units is shown. */
  readonly units: readonly Option[]
  readonly unit: string
  readonly locale: Locale
}

type Row = { readonly key: string; readonly href: string; readonly name: string; readonly beside: string }
type Listing = readonly [title: string, none: string, rows: readonly Row[]]

/** Who processes for us without an agreement, and which agreements wait for somebody, by what they wait for. */
export function MissingPage({ suppliers, processings, systems, agreements, audits, units, unit, locale }: MissingProps) {
  const t = texts(locale)
  const m = t.missing
  const open = (all: readonly Processed[], at: string, beside: (one: Processed) => string): readonly Row[] =>
    all
      .filter(({ coverage }) => coverage !== 'covered')
      .map((one) => ({ key: `${one.id} ${one.by.id}`, href: `${at}/${one.id}`, name: one.name, beside: beside(one) }))
  const withWhom = (one: Processed) => `${one.by.name} · ${t.coverage[one.coverage]}`
  const waiting = (is: (one: Agreement) => boolean, beside: (one: Agreement) => LocalDate | null): readonly Row[] =>
    agreements.filter(is).map((one) => {
      const day = beside(one)
      return {
        key: one.id,
        href: `/databehandleravtaler/${one.id}`,
        name: one.values.name ?? '',
        beside: day === null ? '' : formatDate(day, locale),
      }
    })
  const inForce = ({ values }: Agreement) => values.status === 'inForce'
  const ofUnits: readonly Listing[] = [
    [m.processings, m.processingsNone, open(processings, '/behandlinger', withWhom)],
    [m.systems, m.systemsNone, open(systems, '/systemer', withWhom)],
  ]
  const ofAll: readonly Listing[] = [
    [
      m.archive,
      m.archiveNone,
      waiting(
        (one) => inForce(one) && one.values.archiveReference === null,
        () => null,
      ),
    ],
    [
      m.ends,
      m.endsNone,
      waiting(
        (one) => inForce(one) && one.values.endsOn !== null,
        (one) => one.values.endsOn,
      ),
    ],
    [
      m.data,
      m.dataNone,
      waiting(
        (one) => dataOpen(one.values),
        (one) => one.values.endedOn,
      ),
    ],
    [
      m.audits,
      m.auditsNone,
      audits.map(({ id, name, plannedOn }) => ({
        key: id,
        href: `/databehandleravtaler/${id}`,
        name,
        beside: formatDate(plannedOn, locale),
      })),
    ],
  ]
  const first: Listing = [m.suppliers, m.suppliersNone, open(suppliers, '/leverandorer', ({ coverage }) => t.coverage[coverage])]
  return (
    <>
      <PageHeading title={m.title} kicker={t.title} />
      {(units.length > 1 || unit !== '') && (
        <Filter locale={locale}>
          <Select name="enhet" label={t.fields.unit.label} empty={uiTexts(locale).list.all} options={units} value={unit} />
        </Filter>
      )}
      {(unit === '' ? [first, ...ofUnits, ...ofAll] : ofUnits).map(([title, none, rows]) => (
        <Section key={title} title={title} locale={locale} aside={rows.length > 0 ? String(rows.length) : undefined}>
          {rows.length === 0 ? (
            <p className="v-soft">{none}</p>
          ) : (
            <ul>
              {rows.map(({ key, href, name, beside }) => (
                <li key={key}>
                  <TextLink href={href}>{name}</TextLink> <span className="v-soft">{beside}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      <Section title={m.template} locale={locale}>
        <p>{m.templateText}</p>
        <DocumentLinks href="/databehandleravtaler/mal" locale={locale} />
      </Section>
    </>
  )
}
