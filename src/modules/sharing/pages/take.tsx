import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Shareable } from '../../../kernel/shared.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Heading, PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import type { Shared } from '../sharing.ts'
import { texts } from '../texts.ts'
import { SharedContent } from './content.tsx'

type Props = {
  readonly kind: Shareable
  readonly kicker: string
  readonly shared: Shared
  readonly lacking: readonly string[]
  readonly taken: readonly { readonly href: string; readonly name: string }[]
  readonly refused: Refused | undefined
  readonly conflict: ComponentChildren
  readonly form: ComponentChildren
  /** Of an incident: the way to say that it is not ours; or that it was said, and why. */
  readonly declines: ComponentChildren
  readonly reason: string | null
  /** Of an incident: from when our own 72 hours count, before a case of ours says otherwise. */
  readonly countsFrom: Date
  readonly locale: Locale
}

/** What is shared, whole, before anything is taken; and what whoever takes it answers for their own organisation. */
export function TakePage({ kind, kicker, shared, lacking, taken, refused, conflict, form, declines, reason, countsFrom, locale }: Props) {
  const t = texts(locale).takePage
  const { incident } = texts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={kind.incident ? incident.title(shared.from) : shared.name}
        kicker={kicker}
        lead={kind.incident ? incident.lead : t.lead}
      />
      {kind.incident && <Clocks {...{ shared, countsFrom, locale }} isTaken={taken.length > 0} />}
      <p>{t.from(shared.from, shared.edition, formatDate(localDate(shared.at), locale))}</p>
      {conflict}
      {shared.note && (
        <Notice tone="info" title={t.note(shared.from)} locale={locale}>
          <p className="v-prose" data-text="">
            {shared.note}
          </p>
        </Notice>
      )}
      {reason !== null && (
        <Notice tone="info" title={incident.declined} locale={locale}>
          <p className="v-prose" data-text="">
            {reason}
          </p>
        </Notice>
      )}
      {taken.length > 0 && (
        <Notice tone="success" title={t.already} locale={locale}>
          <ul className="ds-list">
            {each(taken, ({ href, name }) => (
              <li>
                <TextLink href={href}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {lacking.length > 0 && (
        <Notice tone="warning" title={t.lacking} locale={locale}>
          <p>{lacking.join(', ')}</p>
          <p>{t.lackingText}</p>
        </Notice>
      )}
      <section>
        <SharedContent kind={kind} content={shared.content} locale={locale} />
      </section>
      {form ? (
        <section>
          <Heading level={2}>{t.form}</Heading>
          {form}
        </section>
      ) : (
        <p>{t.notYours}</p>
      )}
      {declines}
    </Stack>
  )
}

type Clock = Pick<Props, 'shared' | 'countsFrom' | 'locale'> & { readonly isTaken: boolean }
/** Whose name and whose clock is whose: two organisations know of one incident, each from its own moment (GDPR art. 33(1) and 33(2)). */
const Clocks = ({ shared: { from, name, knownAt }, countsFrom, isTaken, locale }: Clock) => {
  const { facts, oursHint } = texts(locale).incident
  return (
    <>
      <KeyFacts
        facts={[
          { label: facts.from, value: from },
          { label: facts.name, value: name },
          { label: facts.theirs, value: knownAt ? formatInstant(knownAt, locale) : facts.unsaid },
          ...(isTaken ? [] : [{ label: facts.ours, value: formatInstant(countsFrom, locale) }]),
        ]}
      />
      {!isTaken && <p className="v-soft">{oursHint}</p>}
    </>
  )
}
