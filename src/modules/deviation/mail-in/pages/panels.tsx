import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Stack, TextLink } from '../../../../ui/page.tsx'
import { Place } from '../../../../ui/places.tsx'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import type { MailboxState, MailView } from '../queries.ts'
import { mailInTexts } from '../texts.ts'
import { senderOf } from './mail.tsx'

type Shown = { readonly now: Date; readonly locale: Locale }

/** On the page of a case: what has come in answer to mails about it. */
export function MailsOfCase({ mails, now, locale }: Shown & { readonly mails: readonly MailView['mail'][] }) {
  if (mails.length === 0) return null
  const t = mailInTexts(locale)
  return (
    <Place id="epost" title={t.panel.title} state={t.panel.state(mails.length)}>
      <Stack>
        <p>{t.panel.lead}</p>
        {each(mails, (mail) => (
          <section>
            <SummaryList
              locale={locale}
              items={[
                { label: t.received, value: formatInstant(mail.receivedAt, locale, now) },
                { label: t.from, value: senderOf(mail, locale) },
                { label: mail.subject ?? t.noSubject, value: mail.text || t.noText, text: true },
              ]}
            />
            <p>
              <TextLink href={`/avvik/epost/${mail.id}`}>{t.panel.open}</TextLink>
            </p>
          </section>
        ))}
      </Stack>
    </Place>
  )
}

/** On the page of settings: where the mailbox is, when it was last read, and what went wrong. Nothing of what a mail says. */
export function MailboxPanel({ state, now, locale }: Shown & { readonly state: MailboxState }) {
  const { on, place, reading, waiting, held, aside } = state
  if (!on) return null
  const t = mailInTexts(locale)
  return (
    <Section title={t.mailbox.title} id="postkasse" locale={locale}>
      {(place === null || reading?.fault) && (
        <Notice tone="warning" locale={locale}>
          {place === null ? t.mailbox.noPlace : t.mailbox.faults[reading?.fault ?? 'unavailable']}
        </Notice>
      )}
      <SummaryList
        locale={locale}
        items={[
          { label: t.mailbox.place, value: place ? t.mailbox.at(place.user, place.host) : t.mailbox.noPlace },
          { label: t.mailbox.read, value: reading?.readAt ? formatInstant(reading.readAt, locale, now) : t.mailbox.never },
          ...(reading?.fault && reading.faultAt
            ? [{ label: t.mailbox.fault, value: `${t.mailbox.faults[reading.fault]} · ${formatInstant(reading.faultAt, locale, now)}` }]
            : []),
          { label: t.mailbox.waiting, value: String(waiting) },
          ...(held > 0 ? [{ label: t.mailbox.held, value: String(held) }] : []),
          ...(aside.length > 0 ? [{ label: t.aside, value: aside.map(([why, n]) => t.asides[why](n)).join(', ') }] : []),
        ]}
      />
    </Section>
  )
}
