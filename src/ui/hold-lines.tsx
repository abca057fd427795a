import { Actions, LinkButton, PostButton } from './button.tsx'

export type HoldLine = {
  readonly id: string
  readonly reason: string
  /** Since when, by which day, and who looks at it. */
  readonly detail: string
  /** Where it is given another day, for those who may; null for the others, and of one that has ended. */
  readonly href: string | null
}
type Props = {
  readonly lines: readonly HoldLine[]
  /** Where one of them is ended. */
  readonly action: string
  readonly version?: number
  readonly words: { readonly move: string; readonly end: string }
}

/** Why something is held: each reason for itself, with its own day. */
export const HoldLines = ({ lines, action, version, words }: Props) => (
  <ul className="ds-list">
    {lines.map(({ id, reason, detail, href }) => (
      <li key={id}>
        <p>
          <b>{reason}</b>
        </p>
        <p className="v-soft">{detail}</p>
        {href !== null && (
          <Actions>
            <LinkButton href={href} variant="secondary">
              {words.move}
            </LinkButton>
            <PostButton action={action} hidden={version === undefined ? { hold: id } : { version, hold: id }} variant="tertiary">
              {words.end}
            </PostButton>
          </Actions>
        )}
      </li>
    ))}
  </ul>
)
