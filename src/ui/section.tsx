import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

export type SectionProps = {
  readonly title: string
  readonly id?: string
  readonly locale: Locale
  /** The address where this section is edited. */
  readonly edit?: { readonly href: string; readonly label?: string } | undefined
  /** Something beside the heading: a tag, a deadline. */
  readonly aside?: ComponentChildren
  readonly level?: 2 | 3
  /** No line above: for the first section of a page. */
  readonly plain?: boolean
  readonly children: ComponentChildren
}

/** A part of a page under its own heading. A line above it, no box around it. */
export const Section = ({ title, id, locale, edit, aside, level = 2, plain, children }: SectionProps) => {
  const H = `h${level}` as const
  return (
    <section className="v-section" id={id} data-plain={plain ? '' : undefined}>
      <div className="v-section__head">
        <H className={`ds-heading v-h${Math.min(level, 3)}`}>{title}</H>
        {aside && <div className="v-section__aside">{aside}</div>}
        {edit && (
          <a className="ds-link" href={edit.href}>
            {edit.label ?? uiTexts(locale).edit}
            <span className="ds-sr-only"> {title}</span>
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
