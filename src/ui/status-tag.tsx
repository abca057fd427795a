import type { ComponentChildren } from 'preact'
import type { Tone } from './tag.tsx'

/** Where a record stands. `done` draws a hollow dot: nothing more will happen. */
export const StatusTag = ({
  tone = 'neutral',
  done,
  children,
}: {
  readonly tone?: Tone
  readonly done?: boolean
  readonly children: ComponentChildren
}) => (
  <span className="ds-tag v-tag v-status" data-color={tone} data-done={done ? '' : undefined}>
    {children}
  </span>
)
