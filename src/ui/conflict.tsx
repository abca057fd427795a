import type { ComponentChildren } from 'preact'
import { changed, type Fields, type FieldTexts, type Values } from '../kernel/fields.ts'
import type { Locale } from '../kernel/texts.ts'
import { Notice } from './notice.tsx'
import { Stack } from './page.tsx'
import type { AnyOffers, Referring } from './record-form.tsx'
import { showValue } from './record-view.tsx'
import { DataTable } from './table.tsx'
import { uiTexts } from './texts.ts'

type ConflictProps<F extends Fields> = {
  readonly fields: F
  readonly texts: FieldTexts<F>
  /** What is saved, and what this editor wrote. What this form did not ask is left out of `yours`. */
  readonly now: Values<F>
  readonly yours: Partial<Values<F>>
  readonly shown?: readonly (keyof F & string)[] | undefined
  readonly locale: Locale
}

/** Two have edited the same: what is saved beside what was written, question by question; nothing is lost or written over unseen (S4-023). */
export const Conflict = <F extends Fields>(props: ConflictProps<F> & Referring<F>) => (
  <ConflictOfAny {...(props as ConflictProps<F> & AnyOffers)} />
)

/** For the road of all forms. */
export function ConflictOfAny<F extends Fields>(props: ConflictProps<F> & AnyOffers) {
  const { fields, texts, now, yours, shown, offers, locale } = props
  const value = (name: keyof F & string, values: Values<F>) => {
    const field = fields[name]
    return field && showValue(field, values[name], texts[name] as never, locale, offers?.[name])
  }
  const written = { ...now, ...yours }
  const differing = changed(fields, now, written).filter((name) => shown?.includes(name) ?? true)
  const rows = differing.map((name) => ({
    question: (texts[name] as { readonly label: string }).label,
    now: value(name, now),
    yours: value(name, written),
  }))
  return <BothVersions rows={rows} locale={locale} />
}

export type Difference = { readonly question: string; readonly now: ComponentChildren; readonly yours: ComponentChildren }

/** Where the answers are not plain fields. */
export function BothVersions({ rows, locale }: { readonly rows: readonly Difference[]; readonly locale: Locale }) {
  const { conflict } = uiTexts(locale)
  return (
    <Stack>
      <Notice tone="warning" title={conflict.title} locale={locale} live>
        {rows.length > 0 ? conflict.text : conflict.same}
      </Notice>
      {rows.length > 0 && (
        <DataTable
          caption={conflict.title}
          rows={rows}
          rowKey={(row) => row.question}
          columns={[
            { key: 'question', label: conflict.question, heading: true, cell: (row) => row.question },
            { key: 'now', label: conflict.now, cell: (row) => row.now ?? '–' },
            { key: 'yours', label: conflict.yours, cell: (row) => row.yours ?? '–' },
          ]}
        />
      )}
    </Stack>
  )
}
