import type { Locale } from '../kernel/texts.ts'
import { each } from './each.ts'
import { TextLink } from './page.tsx'
import { uiTexts } from './texts.ts'

type Props = { readonly pages: readonly { readonly href: string; readonly label: string }[]; readonly locale: Locale }

/** Pages that lie beside this one, in one line below its heading. */
export const Beside = ({ pages, locale }: Props) =>
  pages.length > 0 && (
    <p>
      {uiTexts(locale).list.beside}{' '}
      {each(pages, (one) => (
        <>
          {one !== pages[0] && ' · '}
          <TextLink href={one.href}>{one.label}</TextLink>
        </>
      ))}
    </p>
  )
