import type { Locale } from '../../../kernel/texts.ts'
import { TextLink } from '../../../ui/page.tsx'
import { texts } from '../texts.ts'

type Props = { readonly href: string | null; readonly what: string; readonly locale: Locale }

/** A name or a record in a line of the log: it leads to all lines of the same. */
export const Narrowing = ({ href, what, locale }: Props) =>
  href ? (
    <TextLink href={href}>
      {what}
      <span className="ds-sr-only">: {texts(locale).onlyThis}</span>
    </TextLink>
  ) : (
    what
  )
