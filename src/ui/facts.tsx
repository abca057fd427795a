import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Icon, type IconName } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type Fact = {
  readonly label: string
  /** `unknown`: answered, and not known. `open`: nobody has answered. */
  readonly state: 'yes' | 'no' | 'unknown' | 'open'
  readonly reason?: ComponentChildren
}

const icons: Readonly<Record<Fact['state'], IconName>> = { yes: 'check', no: 'minus', unknown: 'help', open: 'minus' }

/** Criteria, each with its answer as a shape and a word. */
export const Facts = ({ facts, locale }: { readonly facts: readonly Fact[]; readonly locale: Locale }) => {
  const texts = uiTexts(locale)
  const said = { yes: texts.yes, no: texts.no, unknown: texts.unknown, open: texts.notAssessed }
  return (
    <ul className="v-facts">
      {facts.map((fact) => (
        <li key={fact.label} data-state={fact.state}>
          <Icon name={icons[fact.state]} />
          <div>
            {fact.label}
            {fact.state === 'yes' || fact.state === 'no' ? (
              <span className="ds-sr-only">: {said[fact.state]}</span>
            ) : (
              ` · ${said[fact.state]}`
            )}
          </div>
          {fact.reason && <p>{fact.reason}</p>}
        </li>
      ))}
    </ul>
  )
}
