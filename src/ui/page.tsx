import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type PageHeadingProps = {
  readonly title: string
  /** What the title belongs to: a case number, a step of a form. */
  readonly kicker?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly count?: string | undefined
  readonly actions?: ComponentChildren
}

/** The one h1 of a page. What it belongs to, or is about, is not said where that is the same words. */
export const PageHeading = ({ title, kicker, lead, count, actions }: PageHeadingProps) => (
  <div className="v-title">
    {kicker && kicker !== title && <p className="v-kicker">{kicker}</p>}
    <div className="v-title__row">
      <h1 className="ds-heading v-h1" data-long={hasLongWord(title) ? '' : undefined}>
        {title}
        {count !== undefined && <span className="v-title__count"> {count}</span>}
      </h1>
      {actions && <div className="v-actions">{actions}</div>}
    </div>
    {lead && lead !== title && <p className="v-lead">{lead}</p>}
  </div>
)

/** A word of so many letters fits on no line of a narrow page at the size of a heading: it is set smaller, and not broken where it happens. */
const longWord = 17
export const hasLongWord = (title: string): boolean => title.split(/[\s/–-]+/).some((word) => word.length >= longWord)

/** One column of running text, at most 70 characters wide. */
export const Prose = ({ children }: { readonly children: ComponentChildren }) => <div className="v-prose">{children}</div>

/** Even space between parts. */
export const Stack = ({ gap, children }: { readonly gap?: 'sm' | 'lg'; readonly children: ComponentChildren }) => (
  <div className="v-stack" data-gap={gap}>
    {children}
  </div>
)

export const Heading = ({
  level = 2,
  children,
  id,
}: {
  readonly level?: 2 | 3 | 4
  readonly children: ComponentChildren
  readonly id?: string
}) => {
  const H = `h${level}` as const
  return (
    <H className={`ds-heading v-h${Math.min(level, 3)}`} id={id}>
      {children}
    </H>
  )
}

/** A link out of Varde, as the organisation wrote it: the place it leads to learns nothing of where it was followed from. */
export const OutsideLink = ({
  href,
  locale,
  children,
}: {
  readonly href: string
  readonly locale: Locale
  readonly children: ComponentChildren
}) => (
  <a className="ds-link" href={href} rel="noreferrer external">
    {children}
    <Icon name="external" />
    <span className="ds-sr-only"> {uiTexts(locale).outside}</span>
  </a>
)

export const TextLink = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a className="ds-link" href={href}>
    {children}
  </a>
)
