import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Section } from '../../../../ui/section.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import type { DocumentKind } from '../allowed.ts'
import { slugs } from '../allowed.ts'
import type { CaseDocument } from '../material.ts'
import { paperTexts } from '../texts.ts'

export type MadeNow = { readonly kind: CaseDocument; readonly state: 'draft' | 'current' | 'final' }
export type KeptRow = { readonly kind: DocumentKind; readonly number: number; readonly at: Date; readonly by: string | null }

export type DocumentsPageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now'> & {
  readonly made: readonly MadeNow[]
  readonly kept: readonly KeptRow[]
}

/** The documents of a case: those that can be made of it now, and those that are finished. */
export const DocumentsPage = ({ made, kept, ...page }: DocumentsPageProps) => {
  const { locale, view } = page
  const t = paperTexts(locale)
  return (
    <DeedPage {...page} title={t.title} lead={t.lead}>
      <Section title={t.now} id="na" locale={locale}>
        <TaskList
          tasks={made.map(({ kind, state }) => ({
            name: t.kinds[kind],
            href: documentHref(view.deviation.id, kind),
            hint: t.describe[kind],
            status: <StateTag state={state} locale={locale} />,
          }))}
        />
      </Section>
      <Section title={t.kept} id="ferdige" locale={locale}>
        <p className="v-soft">{kept.length > 0 ? t.keptHint : t.noneKept}</p>
        {kept.length > 0 && (
          <DataTable
            caption={t.kept}
            columns={[
              {
                key: 'kind',
                label: t.kind,
                heading: true,
                cell: ({ kind, number }) => (
                  <a className="ds-link" href={documentHref(view.deviation.id, kind, number)}>
                    {t.kinds[kind]}
                  </a>
                ),
              },
              { key: 'edition', label: t.edition, cell: ({ number }) => String(number) },
              { key: 'made', label: t.made, cell: ({ at }) => formatInstant(at, locale) },
              { key: 'by', label: t.by, cell: ({ by }) => by ?? '–' },
            ]}
            rows={kept}
            rowKey={({ kind, number }) => `${kind}-${number}`}
          />
        )}
      </Section>
    </DeedPage>
  )
}

export const StateTag = ({ state, locale }: { readonly state: MadeNow['state']; readonly locale: Locale }) => (
  <StatusTag tone={state === 'draft' ? 'warning' : state === 'final' ? 'success' : 'info'}>{paperTexts(locale).state[state]}</StatusTag>
)

export const documentHref = (id: string, kind: DocumentKind, number: number | null = null, ending = ''): string =>
  `/avvik/${id}/dokumenter/${slugs[kind]}${ending}${number === null ? '' : `?utgave=${number}`}`
