import type { ReactNode } from 'react'

/** What few need, folded away. Works without script; opened when printed by the reader, not by us. */
export const Details = ({
  summary,
  open,
  children,
}: {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}) => (
  <details className="ds-details v-details" open={open}>
    <summary>{summary}</summary>
    <div className="v-details__body v-prose">{children}</div>
  </details>
)
