import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type PlaceProps = {
  /** Where a link to this part leads. It stands on what is folded, so that the browser opens it for whoever follows the link. */
  readonly id: string
  readonly title: string
  /** Where this part stands, in a word or two. */
  readonly state?: ComponentChildren
  /** On whom it waits now, and until when. */
  readonly who?: ComponentChildren
  readonly open?: boolean
  readonly children: ComponentChildren
}

/** The parts of a record under each other, a line each: where it stands and on whom it waits; unfolded where one wants to read. */
export const Places = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  <section className="v-places" aria-label={label}>
    {children}
  </section>
)

export const Place = ({ id, title, state, who, open, children }: PlaceProps) => (
  <details className="v-places__one" open={open}>
    <summary>
      <h2 className="ds-heading">{title}</h2>
      <span className="v-places__state">{state}</span>
      <span className="v-places__who">{who}</span>
      <Icon name="chevronDown" />
    </summary>
    <div className="v-places__body" id={id}>
      {children}
    </div>
  </details>
)
