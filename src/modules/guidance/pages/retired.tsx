import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Edition, Retired } from '../guidance.ts'
import { byName } from '../in-language.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly retired: Retired
  /** Where what stands in its place is read; null where that is not for whoever reads here. */
  readonly at: string | null
  readonly kicker?: string | undefined
  readonly locale: Locale
  readonly children?: ComponentChildren
}
/** Whoever comes to its address is told since when it is not in force, and what stands instead. */
export function RetiredPage({ retired: { values, on, instead }, at, kicker, locale, children }: Props) {
  const t = texts(locale).read
  return (
    <>
      <PageHeading title={byName(values, locale)} kicker={kicker} />
      <Notice tone="warning" locale={locale}>
        <p>
          {on === null ? t.retired : fill(t.retiredOn, { on: formatDate(on, locale) })}{' '}
          {!instead || at === null ? (
            t.nothingInstead
          ) : (
            <>
              {t.instead} <TextLink href={`${at}/${instead.id}`}>{byName(instead.values, locale)}</TextLink>
            </>
          )}
        </p>
      </Notice>
      {children}
    </>
  )
}

type EditionsProps = { readonly id: string; readonly editions: readonly Edition[]; readonly locale: Locale }
/** What it said, for as long as it is kept. */
export const RetiredEditions = ({ id, editions, locale }: EditionsProps) => {
  const t = texts(locale).read
  return editions.length === 0 ? null : (
    <Section title={t.older} locale={locale}>
      <ul>
        {each(editions, ({ edition, replacedOn }) => (
          <li>
            <TextLink href={`/veiledning/${id}/utgaver/${edition}`}>{fill(t.edition, { edition })}</TextLink>
            {replacedOn && ` · ${fill(t.notInForce, { on: formatDate(replacedOn, locale) })}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
