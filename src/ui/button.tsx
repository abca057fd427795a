import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger'

type Look = { readonly variant?: ButtonVariant | undefined; readonly icon?: IconName | undefined; readonly children: ComponentChildren }

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly formAction?: string
  readonly formNoValidate?: boolean
  readonly form?: string | undefined
  readonly id?: string
}

/** One primary button a page: the next step. Danger, for what cannot be undone, is drawn in outline: never taken for it. */
export const Button = ({ variant = 'primary', icon, children, type = 'submit', ...rest }: ButtonProps) => (
  <button className="ds-button" type={type} {...look(variant)} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

export type LinkButtonProps = Look & { readonly href: string; readonly download?: boolean }

/** Looks like a button, goes to an address. What changes something is a `Button` in a form. */
export const LinkButton = ({ variant = 'primary', icon, children, href, download }: LinkButtonProps) => (
  <a className="ds-button" href={href} download={download || undefined} {...look(variant)}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

/** What cannot be undone is no press of this one: `CertainButton`. */
export type PostButtonProps = Omit<Look, 'variant'> & {
  readonly variant?: Exclude<ButtonVariant, 'danger'>
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | number>>
}

/** A deed that needs no more than one press: a form with one button. */
export const PostButton = ({ action, hidden, ...button }: PostButtonProps) => (
  <Press action={action} hidden={hidden}>
    <Button {...button} />
  </Press>
)

type PressProps = Pick<PostButtonProps, 'action' | 'children'> & { readonly hidden: PostButtonProps['hidden'] | undefined }

/** The form of one button. */
export const Press = ({ action, hidden = {}, children }: PressProps) => (
  <form className="v-inline-form" method="post" action={action} data-once="">
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)

/** Buttons and links side by side; the primary first. */
export const Actions = ({ children }: { readonly children: ComponentChildren }) => <div className="v-actions">{children}</div>

const look = (variant: ButtonVariant) =>
  variant === 'danger' ? { 'data-variant': 'secondary', 'data-color': 'danger' } : { 'data-variant': variant }
