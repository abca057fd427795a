import type { ComponentChildren } from 'preact'

/** What few need, folded away. Works without script; opened when printed by the reader, not by us. */
export const Details = ({
  summary,
  open,
  wide,
  children,
}: {
  readonly summary: ComponentChildren
  readonly open?: boolean
  /** For what is not prose: the whole width. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}) => (
  <details className="ds-details v-details" open={open}>
    <summary>{summary}</summary>
    <div className={wide ? 'v-details__body' : 'v-details__body v-prose'}>{children}</div>
  </details>
)
