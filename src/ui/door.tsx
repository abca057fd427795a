import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type DoorProps = {
  readonly href: string
  readonly title: string
  readonly icon?: IconName
  readonly primary?: boolean
  readonly children?: ComponentChildren
}

/** A large way in, on the home page: the whole surface is the link. One of them is primary. */
export const Door = ({ href, title, icon, primary, children }: DoorProps) => (
  <div className="v-door" data-primary={primary ? '' : undefined}>
    {icon && <Icon name={icon} />}
    <a href={href}>{title}</a>
    {children && <p>{children}</p>}
  </div>
)

export const Doors = ({ children }: { readonly children: ComponentChildren }) => <div className="v-doors">{children}</div>
