import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

export type Crumb = { readonly href: string; readonly label: string }

/** The way here: the pages above this one, never this one itself. */
export const Breadcrumbs = ({ crumbs, locale }: { readonly crumbs: readonly Crumb[]; readonly locale: Locale }) => (
  <nav className="ds-breadcrumbs" aria-label={uiTexts(locale).youAreHere}>
    <ol>
      {crumbs.map((crumb) => (
        <li key={crumb.href}>
          <a className="ds-link" href={crumb.href}>
            {crumb.label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
