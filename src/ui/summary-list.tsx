import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type SummaryItem = {
  readonly label: string
  /** Null: nothing answered. */
  readonly value: ComponentChildren
  /** Must be answered before the record can go on: marked, and linked where `change` is given. */
  readonly missing?: boolean
  readonly change?: { readonly href: string; readonly label?: string } | undefined
  /** Something to do with the answer as it stands, such as copying it; where `change` is, that stands alone. */
  readonly action?: ComponentChildren
  /** Keeps the line breaks of a written text. */
  readonly text?: boolean
}

export type SummaryListProps = { readonly items: readonly SummaryItem[]; readonly locale: Locale; readonly narrow?: boolean }

/** Answers under their labels. "Not answered" is said, never left blank. */
export const SummaryList = ({ items, locale, narrow }: SummaryListProps) => (
  <dl className="v-summary" data-narrow={narrow ? '' : undefined}>
    {items.map((item) => (
      <div key={item.label}>
        <dt>{item.label}</dt>
        <dd data-text={item.text ? '' : undefined}>{shown(item, locale)}</dd>
        {item.action && !item.change && <dd className="v-summary__change">{item.action}</dd>}
        {item.change && (
          <dd className="v-summary__change">
            <a className="ds-link" href={item.change.href}>
              {item.change.label ?? uiTexts(locale).change}
              <span className="ds-sr-only"> {item.label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

const shown = ({ value, missing }: SummaryItem, locale: Locale) => {
  if (missing)
    return (
      <span className="v-missing">
        <Icon name="warning" />
        {uiTexts(locale).missing}
      </span>
    )
  return value === null || value === undefined || value === '' ? <span className="v-unanswered">{uiTexts(locale).notAnswered}</span> : value
}
