import { type Locale, locales } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { texts } from '../texts.ts'

/** The same document in each language, as Word and as PDF. `href`: its address without language and ending. */
export const DocumentLinks = ({ href, locale }: { readonly href: string; readonly locale: Locale }) => (
  <Actions>
    {locales.flatMap((language) =>
      (['docx', 'pdf'] as const).map((ending) => (
        <LinkButton key={`${language}.${ending}`} href={`${href}-${language}.${ending}`} variant="secondary" download>
          {texts(locale).show.documentIn[language]} ({ending === 'docx' ? 'Word' : 'PDF'})
        </LinkButton>
      )),
    )}
  </Actions>
)
