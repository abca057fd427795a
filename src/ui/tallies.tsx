import type { Locale } from '../kernel/texts.ts'
import { showWhole } from './format.ts'
import { openedOf } from './opened-of.ts'

export type Tallied = {
  readonly label: string
  readonly href: string
  readonly count: number
  /** It was counted no further. */
  readonly more: boolean
  /** What should not be there: said by the colour too. */
  readonly late: boolean
  /** As many of them as the list shows its reader, where those are not all. */
  readonly opens?: number
}

/** A few counts side by side, each the way to the list of exactly what it counts. */
export const Tallies = ({ tallies, locale }: { readonly tallies: readonly Tallied[]; readonly locale: Locale }) => (
  <ul className="v-tallies">
    {tallies.map(({ label, href, count, more, late, opens }) => (
      <li key={href} data-late={late ? '' : undefined}>
        <a href={href}>
          <span className="v-tallies__count">
            {showWhole(count, locale)}
            {more && '+'}
          </span>{' '}
          <span>{label}</span>
        </a>
        {opens !== undefined && <span className="v-soft">{openedOf(opens, { count, more }, locale)}</span>}
      </li>
    ))}
  </ul>
)
