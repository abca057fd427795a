import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Place } from '../../../ui/places.tsx'
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
  readonly folded: boolean
  readonly shared: Shared | null
  readonly circles: readonly Circle[]
  /** It says something else than what is shared. */
  readonly newer: boolean
  readonly taken: Taken | null
  /** What it was taken from, as it is shared now; null where it is shared no more. */
  readonly source: Pick<Shared, 'edition' | 'name' | 'knownAt'> | null
  /** Of an incident: from when our own 72 hours count. Absent: it is none. */
  readonly knownAt: Date | null | undefined
  readonly locale: Locale
}

/** On the page of a record: that it is shared, and that it was taken from another. */
export function SharingPanel({ subject, shares, may, ready, folded, shared, circles, newer, taken, source, knownAt, locale }: Props) {
  const t = texts(locale).panel
  const { incident } = texts(locale)
  const day = (at: Date) => formatDate(localDate(at), locale)
  const body = (
    <>
      {taken && <p>{t.taken(taken.from, taken.edition, day(taken.at))}</p>}
      {taken && knownAt && (
        <ul className="ds-list">
          {source && <li>{incident.theirs(taken.from, source.name, source.knownAt && formatInstant(source.knownAt, locale))}</li>}
          <li>{incident.ours(formatInstant(knownAt, locale))}</li>
        </ul>
      )}
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
    </>
  )
  return folded ? (
    <Place
      id="deling"
      title={t.title}
      state={<span className="v-soft">{taken && knownAt ? incident.by(taken.from) : shared || taken ? t.is : t.isNot}</span>}
    >
      {body}
    </Place>
  ) : (
    <Section title={t.title} id="deling" locale={locale}>
      {body}
    </Section>
  )
}
