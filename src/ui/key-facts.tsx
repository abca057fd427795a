import type { ReactNode } from 'react'

export type KeyFact = {
  readonly label: string
  readonly value: ReactNode
  /** Nobody has answered: said more quietly than an answer. */
  readonly open?: boolean
  readonly tone?: 'danger' | 'warning' | undefined
}

/** The few answers a reader looks for first, side by side on top of a record. */
export const KeyFacts = ({ facts }: { readonly facts: readonly KeyFact[] }) => (
  <dl className="v-keyfacts">
    {facts.map((fact) => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd data-open={fact.open ? '' : undefined} data-tone={fact.tone}>
          {fact.value}
        </dd>
      </div>
    ))}
  </dl>
)
