import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Document } from '../../documents/public.ts'
import { texts } from '../texts.ts'
import { Blocks } from './blocks.tsx'

type SlideProps = {
  /** What is sent out before the meeting: the same items, in the same order. */
  readonly papers: Document
  /** 0: what the meeting is; 1 and on: its items. */
  readonly position: number
  readonly at: string
  readonly locale: Locale
}

/** One item of the agenda at a time, in large letters: for the wall in the meeting. */
export function SlidePage({ papers, position, at, locale }: SlideProps) {
  const t = texts(locale).reviews.slides
  const { sections, title, summary } = papers
  const section = sections[position - 1]
  const to = (position: number) => `${at}/visning/${position}`
  return (
    <div className="v-slide">
      <PageHeading title={section ? section.heading : title} kicker={section ? title : undefined} />
      {section ? <Blocks blocks={section.blocks} locale={locale} /> : <SummaryList items={summary} locale={locale} />}
      <nav aria-label={t.nav}>
        <Actions>
          {position < sections.length && <LinkButton href={to(position + 1)}>{t.next}</LinkButton>}
          {position > 0 && (
            <LinkButton href={to(position - 1)} variant="secondary">
              {t.back}
            </LinkButton>
          )}
          <span className="v-soft">{t.at(position, sections.length)}</span>
          <TextLink href={at}>{t.end}</TextLink>
        </Actions>
      </nav>
    </div>
  )
}
