import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Deletion } from '../retention.ts'
import { texts } from '../texts.ts'
import { StateTag } from './show.tsx'

type Props = {
  readonly deletions: readonly { readonly record: Deletion; readonly opens: boolean }[]
  readonly held: boolean
  readonly now: Date
  readonly locale: Locale
}

/** On the page of an activity, a camera or a recording: what is to be deleted of it, and what has been; the proof for those who may read it. */
export function DeletionPanel({ deletions, held, now, locale }: Props) {
  const t = texts(locale)
  return (
    <Section title={t.panel.title} id="sletting" locale={locale}>
      {held && (
        <Notice tone="info" locale={locale}>
          {t.panel.held}
        </Notice>
      )}
      {deletions.length === 0 ? (
        !held && <p className="v-soft">{t.panel.none}</p>
      ) : (
        <ul className="ds-list">
          {each(deletions, ({ record, opens }) => {
            const said = `${record.values.why ? t.fields.why.choices[record.values.why] : ''}, ${formatDate(record.values.dueOn ?? '', locale)}`
            return (
              <li>
                <StateTag {...{ record, now, locale }} /> {opens ? <TextLink href={`/sletting/${record.id}`}>{said}</TextLink> : said}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
