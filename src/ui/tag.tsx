import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

/** A short mark: "Fortrolig", "Utkast". The words carry the meaning, the colour only helps. */
export const Tag = ({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ComponentChildren
}) => (
  <span className="ds-tag v-tag" data-color={tone}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
