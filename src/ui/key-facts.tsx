import type { ComponentChildren } from 'preact'

export type KeyFact = {
  readonly label: string
  readonly value: ComponentChildren
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
        <dd data-open={fact.open ? '' : undefined} data-tone={fact.tone} data-words={isWords(fact.value) ? '' : undefined}>
          {fact.value}
        </dd>
      </div>
    ))}
  </dl>
)

/** A name, an address or a title, and no day, number or state. */
const isWords = (value: ComponentChildren): boolean => typeof value === 'string' && value.length > 16 && !/\d/.test(value)
