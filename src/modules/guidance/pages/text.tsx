import type { Locale } from '../../../kernel/texts.ts'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { chaptersOf, type Section } from '../../../ui/markdown.ts'
import { Written } from '../../../ui/written.tsx'
import { texts } from '../texts.ts'

/** Whether the whole stands open: a text of few sections is read from top to bottom. */
const mostOpen = 1

/** The text in its chapters and sections: each section folds, and has an address of its own. `language`: what it is written in, where that is not the page's. */
export function Text({
  markdown,
  locale,
  language,
}: {
  readonly markdown: string
  readonly locale: Locale
  readonly language?: Locale | null
}) {
  const chapters = chaptersOf(markdown)
  const sections = chapters.flatMap((chapter) => chapter.sections)
  const open = sections.length <= mostOpen
  return (
    <div className="v-text" lang={language && language !== locale ? language : undefined}>
      {each(chapters, ({ id, title, html, sections: own }) => (
        <section>
          {title && (
            <h2 className="ds-heading v-h2" id={id ?? undefined}>
              {title}
            </h2>
          )}
          <Written html={html} />
          {each(own, (section) => (
            <Folded section={section} open={open} locale={locale} />
          ))}
        </section>
      ))}
    </div>
  )
}

const Folded = ({ section, open, locale }: { readonly section: Section; readonly open: boolean; readonly locale: Locale }) => (
  <Details summary={section.title} open={open} wide>
    <div id={section.id} className="v-text__place">
      <Written html={section.html} />
      <p className="v-text__link">
        <a className="ds-link" href={`#${section.id}`}>
          {texts(locale).read.linkTo}
          <span className="ds-sr-only">: {section.title}</span>
        </a>
      </p>
    </div>
  </Details>
)

/** The chapters of a long text, each the way to it. */
export function Contents({ markdown, locale }: { readonly markdown: string; readonly locale: Locale }) {
  const chapters = chaptersOf(markdown).filter(({ title }) => title !== null)
  if (chapters.length < 2) return null
  return (
    <nav className="v-contents" aria-label={texts(locale).read.contents}>
      <ol>
        {each(chapters, ({ id, title }) => (
          <li>
            <a className="ds-link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
