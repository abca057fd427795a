import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A narrow page in the middle: sign in, first set-up, choose whom to be. */
export const SignIn = ({ children }: { readonly children: ComponentChildren }) => <div className="v-signin">{children}</div>

export type Choosable = { readonly value: string; readonly name: string; readonly hint?: string }

/** One button a person (demo) or an organisation: what is pressed is posted as `name`. */
export const Choose = ({ name, people }: { readonly name: string; readonly people: readonly Choosable[] }) => (
  <ul className="v-people">
    {people.map((person) => (
      <li key={person.value}>
        <button type="submit" name={name} value={person.value}>
          {person.name}
          {person.hint && <small>{person.hint}</small>}
          <Icon name="arrowRight" />
        </button>
      </li>
    ))}
  </ul>
)
