import type { ComponentChildren } from 'preact'
import { Mark } from './icon.tsx'

/** Nothing here: say why, and what to do. */
export const Empty = ({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}) => (
  <div className="v-empty">
    <Mark />
    <h2 className="ds-heading v-h2">{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
)
