import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

export type NoticeProps = {
  readonly tone?: 'info' | 'success' | 'warning' | 'danger'
  readonly title?: string
  readonly locale: Locale
  /** Read aloud when it comes: only for what answers what the reader just did. */
  readonly live?: boolean
  readonly children: ComponentChildren
}

/** A message on the page. What kind it is is said in words for those who do not see the colour. */
export const Notice = ({ tone = 'info', title, locale, live, children }: NoticeProps) => (
  <div className="ds-alert v-alert" data-color={tone} role={live ? 'status' : undefined}>
    {title ? <h2 className="ds-heading v-h3">{title}</h2> : <span className="ds-sr-only">{uiTexts(locale).notice[tone]}: </span>}
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
)
