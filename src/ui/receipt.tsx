import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type ReceiptProps = {
  readonly title: string
  /** The case number. */
  readonly number?: string
  readonly children?: ComponentChildren
}

/** It is done, and this is what you may quote. */
export const Receipt = ({ title, number, children }: ReceiptProps) => (
  <div className="v-receipt">
    <Icon name="checkCircle" />
    <h1 className="ds-heading v-h1">{title}</h1>
    {number && <p className="v-receipt__number">{number}</p>}
    {children}
  </div>
)
