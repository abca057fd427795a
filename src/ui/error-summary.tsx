import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

/** `href` is `#` and the id of the field that is wrong. */
export type ErrorItem = { readonly href: string; readonly text: string }

// Moving focus is right here and nowhere else: the reader asked for this page by sending a form.
const focused = { autoFocus: true }

/** First on a page that was sent back. Focus goes here, so a screen reader starts with what is wrong. */
export const ErrorSummary = ({
  errors,
  locale,
  title,
  children,
}: {
  readonly errors: readonly ErrorItem[]
  readonly locale: Locale
  readonly title?: string
  /** The ways on, where there are others than to correct what is listed. */
  readonly children?: ComponentChildren
}) =>
  errors.length === 0 ? null : (
    <div className="ds-error-summary" role="alert" tabIndex={-1} {...focused} data-error-summary="">
      <h2 className="ds-heading v-h3">{title ?? uiTexts(locale).errorSummary}</h2>
      <ul className="ds-list">
        {errors.map((error) => (
          <li key={error.href + error.text}>
            <a className="ds-link" href={error.href}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
