import type { Locale } from '../../../kernel/texts.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Watched } from '../queries.ts'
import { texts } from '../texts.ts'
import { tones } from './show.tsx'

const filming = (one: Watched) => one.kind !== 'dummy' && (one.status === 'active' || one.status === 'changed')

/** What is watched, as a picture and a list: each unit with its places, and the cameras there. */
export function AreasPage({ watched, locale }: { readonly watched: readonly Watched[]; readonly locale: Locale }) {
  const t = texts(locale)
  const units = [...Map.groupBy(watched, ({ unit }) => unit)]
  const count = (some: readonly Watched[], holds: (one: Watched) => boolean) => ({ text: String(some.filter(holds).length) })
  return (
    <>
      <PageHeading title={t.areas.title} lead={t.areas.lead} />
      {units.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <>
          <Figures
            id="enheter"
            title={t.areas.picture}
            columns={[t.fields.unit.label, t.areas.filming, t.areas.dummies, t.areas.unauthorised]}
            rows={units.map(([unit, all]) => ({
              key: unit,
              label: unit,
              figures: [
                count(all, filming),
                count(all, ({ kind }) => kind === 'dummy'),
                count(all, ({ status }) => status === 'unauthorised'),
              ],
            }))}
            chart={{ kind: 'among', figures: units.map(([unit, all]) => ({ label: unit, value: all.filter(filming).length })) }}
            plain
            locale={locale}
          />
          {units.map(([unit, all]) => (
            <Section key={unit} title={unit} locale={locale}>
              <DataTable
                caption={unit}
                rows={all}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'site', label: t.fields.site.label, cell: ({ site }) => site ?? '–' },
                  {
                    key: 'name',
                    label: t.one,
                    heading: true,
                    cell: ({ id, name }) => <TextLink href={`/kameraer/${id}`}>{name}</TextLink>,
                  },
                  { key: 'area', label: t.fields.area.label, cell: ({ area }) => area ?? '–' },
                  {
                    key: 'status',
                    label: t.fields.status.label,
                    cell: ({ status }) => <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag>,
                  },
                ]}
              />
            </Section>
          ))}
        </>
      )}
    </>
  )
}
