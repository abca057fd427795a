import type { Seeks } from '../../../kernel/seeks.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { type Chapter, chaptersOf, markedIn, piecesOf, type Section } from '../../../ui/markdown.ts'
import { Written } from '../../../ui/written.tsx'
import { texts } from '../texts.ts'

/** Whether the whole stands open: a text of few sections is read from top to bottom. */
const mostOpen = 1

/** The text in its chapters and sections: each section folds, and has an address of its own. `language`: what it is written in, where that is not the page's. */
export function Text({
  markdown,
  locale,
  language,
  seeks,
}: {
  readonly markdown: string
  readonly locale: Locale
  readonly language?: Locale | null
  /** What was searched for: it is marked, and the sections where it stands are open. */
  readonly seeks?: Seeks | null
}) {
  const chapters = chaptersOf(markdown).map((chapter) => (seeks ? markedChapter(chapter, seeks) : chapter))
  const sections = chapters.flatMap((chapter) => chapter.sections)
  const open = sections.length <= mostOpen
  return (
    <div className="v-text" lang={language && language !== locale ? language : undefined}>
      {each(chapters, ({ id, title, html, sections: own }) => (
        <section>
          {title && (
            <h2 className="ds-heading v-h2" id={id ?? undefined}>
              <Said text={title} seeks={seeks} />
            </h2>
          )}
          <Written html={html} />
          {each(own, (section) => (
            <Folded section={section} open={open || says(section, seeks)} seeks={seeks} locale={locale} />
          ))}
        </section>
      ))}
    </div>
  )
}

const markedChapter = (chapter: Chapter, seeks: Seeks): Chapter => ({
  ...chapter,
  html: markedIn(chapter.html, seeks),
  sections: chapter.sections.map((section) => ({ ...section, html: markedIn(section.html, seeks) })),
})

const says = ({ title, html }: Section, seeks: Seeks | null | undefined): boolean =>
  Boolean(seeks && (html.includes('<mark>') || piecesOf(title, seeks).some(({ found }) => found)))

/** A title with the words searched for marked. */
const Said = ({ text, seeks }: { readonly text: string; readonly seeks: Seeks | null | undefined }) =>
  seeks ? each(piecesOf(text, seeks), (piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text)) : text

type FoldedProps = { readonly section: Section; readonly open: boolean; readonly seeks: Seeks | null | undefined; readonly locale: Locale }
const Folded = ({ section, open, seeks, locale }: FoldedProps) => (
  <Details summary={<Said text={section.title} seeks={seeks} />} open={open} wide>
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
