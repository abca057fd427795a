import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Line } from '../queries.ts'
import { texts } from '../texts.ts'

/** On the page of a system or an activity: its approved analysis, or the way to begin one. */
export function AnalysisOf({
  approved,
  begins,
  locale,
}: {
  readonly approved: Line | null
  readonly begins: Readonly<Record<string, string>> | null
  readonly locale: Locale
}) {
  const t = texts(locale)
  return (
    <Section title={t.ofOther.title} locale={locale}>
      <p>
        {approved ? (
          <>
            <StatusTag tone="success">{t.fields.status.choices.approved}</StatusTag>{' '}
            <TextLink href={`/ros/${approved.id}`}>{approved.name}</TextLink>
          </>
        ) : (
          t.ofOther.none
        )}
      </p>
      {begins && (
        <PostButton action="/ros/nytt/begynt" hidden={begins} variant="secondary">
          {t.ofOther.begin}
        </PostButton>
      )}
    </Section>
  )
}
