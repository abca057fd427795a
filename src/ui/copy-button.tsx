import type { Locale } from '../kernel/texts.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

/** Copies the text of the element with id `target`. Hidden until a script is there that can. */
export const CopyButton = ({ target, label, locale }: { readonly target: string; readonly label: string; readonly locale: Locale }) => (
  <button
    className="ds-button v-copy"
    type="button"
    data-variant="tertiary"
    data-copy-target={target}
    data-copied={uiTexts(locale).copied}
    hidden
  >
    <Icon name="copy" />
    {uiTexts(locale).copy}
    <span className="ds-sr-only"> {label}</span>
  </button>
)
