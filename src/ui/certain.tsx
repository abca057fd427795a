import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Button, type PostButtonProps, Press } from './button.tsx'
import { Details } from './details.tsx'
import { uiTexts } from './texts.ts'

type Props = Omit<PostButtonProps, 'variant' | 'icon'> & {
  /** What follows, where it is more than that it cannot be undone. */
  readonly follows?: ComponentChildren
  readonly locale: Locale
}

/** A deed that nothing takes back: the first press says what follows, the second does it. The same without script. */
export const CertainButton = ({ follows, locale, children, action, hidden }: Props) => (
  <Details summary={<>{children} …</>}>
    <p>{follows ?? uiTexts(locale).noWayBack}</p>
    <Press action={action} hidden={hidden}>
      <Button variant="danger">{children}</Button>
    </Press>
  </Details>
)
