import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Circle, Shared, Taken } from '../sharing.ts'
import { texts } from '../texts.ts'
import { audienceIn, changesHref, shareHref } from './lists.tsx'

type Props = {
  readonly subject: Shared['subject']
  /** Whether whoever reads may share it, and edit it. */
  readonly shares: boolean
  readonly may: boolean
  readonly ready: boolean
  readonly shared: Shared | null
  readonly circles: readonly Circle[]
  /** It says something else than what is shared. */
  readonly newer: boolean
  readonly taken: Taken | null
  /** What it was taken from, as it is shared now; null where it is shared no more. */
  readonly source: Pick<Shared, 'edition'> | null
  readonly locale: Locale
}

/** On the page of a record: that it is shared, and that it was taken from another. */
export function SharingPanel({ subject, shares, may, ready, shared, circles, newer, taken, source, locale }: Props) {
  const t = texts(locale).panel
  const day = (at: Date) => formatDate(localDate(at), locale)
  return (
    <Section title={t.title} id="deling" locale={locale}>
      {taken && <p>{t.taken(taken.from, taken.edition, day(taken.at))}</p>}
      {taken && source && source.edition > taken.edition && (
        <Notice tone="warning" locale={locale}>
          <p>{t.changed}</p>
          <LinkButton href={changesHref(subject)} variant="secondary">
            {t.see}
          </LinkButton>
        </Notice>
      )}
      {taken && !source && (
        <Notice tone="info" locale={locale}>
          <p>{t.gone(taken.from)}</p>
          {may && (
            <PostButton action={`/delt/${subject.type}/${subject.id}/frikobling`} variant="secondary">
              {t.release}
            </PostButton>
          )}
        </Notice>
      )}
      {shared && <p>{t.shared(audienceIn(shared, circles, locale), shared.edition, day(shared.at))}</p>}
      {shared && newer && <p className="v-soft">{ready ? t.newer : `${t.newer} ${t.notDecided}`}</p>}
      {shares && (shared || ready) && (
        <Actions>
          <LinkButton href={shareHref(subject)} variant="secondary">
            {shared ? t.change : t.share}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}
