import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Details } from './details.tsx'
import { Checkboxes, type Option, Select } from './field.tsx'
import { uiTexts } from './texts.ts'

export type ListShapeProps = {
  readonly sort: { readonly name: string; readonly options: readonly Option[]; readonly value: string }
  readonly columns: { readonly name: string; readonly options: readonly Option[]; readonly values: readonly string[] }
  readonly locale: Locale
}

/** The order and the columns of a list, folded away in its filter: also where a narrow page has no heads of columns to press. */
export const ListShape = ({ sort, columns, locale }: ListShapeProps) => {
  const words = uiTexts(locale).list
  return (
    <div className="v-filter__shape">
      <Details
        summary={
          <>
            <span className="v-filter__wide">{words.shape}</span>
            <span className="v-filter__narrow">{words.order}</span>
          </>
        }
        wide
      >
        <Select {...sort} label={words.sort} empty={false} />
        <div className="v-filter__wide">
          <Checkboxes {...columns} label={words.columns} columns />
        </div>
      </Details>
    </div>
  )
}

type FoldedFiltersProps = { readonly used: number; readonly open: boolean; readonly locale: Locale; readonly children: ComponentChildren }

/** What a list is narrowed by. On a narrow page folded, with how many are in use: the list itself comes first there. */
export const FoldedFilters = ({ used, open, locale, children }: FoldedFiltersProps) => (
  <details className="ds-details v-details v-filter__fold" open={open}>
    <summary>
      {uiTexts(locale).filter}
      {used > 0 && ` (${used})`}
    </summary>
    <div className="v-filter__fields">{children}</div>
  </details>
)
