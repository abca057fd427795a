import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { each } from './each.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type Consequence = {
  readonly text: ComponentChildren /** Where it says so: "Personvernforordningen art. 33 nr. 1". */
  readonly rule?: ComponentChildren
}

export type DecisionProps = {
  readonly locale: Locale
  readonly facts: ComponentChildren
  /** The level or answer that the facts lead to. */
  readonly outcome?: {
    readonly label: string
    readonly text?: ComponentChildren
    readonly tone: 'success' | 'warning' | 'danger' | 'neutral'
  }
  readonly consequences: readonly Consequence[]
  /** What the decision is about, to read while deciding: above what follows, where there is room for two columns. */
  readonly beside?: ComponentChildren
  /** The form that confirms. */
  readonly children?: ComponentChildren
}

/** The criteria on one side; on the other what follows from them and from which rule, before you confirm. */
export const Decision = ({ locale, facts, outcome, consequences, beside, children }: DecisionProps) => (
  <div className="v-decision">
    <div className="v-decision__facts">{facts}</div>
    <div className="v-decision__side">
      {beside}
      <aside className="v-decision__follows" aria-labelledby="dette-folger">
        <h2 className="ds-heading v-h2" id="dette-folger">
          {uiTexts(locale).follows}
        </h2>
        {outcome && (
          <div className="v-outcome" data-tone={outcome.tone}>
            <p className="v-outcome__level">
              <Icon name={outcome.tone === 'success' ? 'checkCircle' : 'warning'} />
              {outcome.label}
            </p>
            {outcome.text && <p className="v-soft">{outcome.text}</p>}
          </div>
        )}
        <Consequences items={consequences} />
        {children}
      </aside>
    </div>
  </div>
)

export const Consequences = ({ items }: { readonly items: readonly Consequence[] }) => (
  <ul className="v-follows">
    {each(items, (item) => (
      <li>
        <Icon name="arrowRight" />
        <div>{item.text}</div>
        {item.rule && <small>{item.rule}</small>}
      </li>
    ))}
  </ul>
)
