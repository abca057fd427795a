import type { ReactNode } from 'react'

/** Courses of work that run beside each other and do not wait for one another. */
export const Tracks = ({ children }: { readonly children: ReactNode }) => <div className="v-tracks">{children}</div>

export type TrackProps = {
  readonly title: string
  /** A `StatusTag`. */
  readonly status: ReactNode
  /** A link or button: the one thing to do. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export const Track = ({ title, status, action, children }: TrackProps) => (
  <div className="v-track">
    <h3 className="ds-heading v-h3">{title}</h3>
    <p>{status}</p>
    {children}
    {action && <p className="v-track__action">{action}</p>}
  </div>
)
