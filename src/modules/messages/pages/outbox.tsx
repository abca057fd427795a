import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, PostButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Outbox } from '../message.ts'
import { texts } from '../texts.ts'

type Props = { readonly outbox: Outbox; readonly now: Date; readonly locale: Locale }

/** What mail has not gone out, and why: nothing of whom it is to, or what it says. */
export function OutboxPanel({ outbox, now, locale }: Props) {
  const t = texts(locale).outbox
  const { waiting, oldestWaiting, untried, uncertain, failed, lastFault } = outbox
  return (
    <Section title={t.title} id="e-post" locale={locale}>
      {waiting > 0 && waiting === untried && <p>{t.noneTried}</p>}
      <SummaryList
        locale={locale}
        items={[
          { label: t.waiting, value: t.mails(waiting) },
          ...(oldestWaiting ? [{ label: t.oldest, value: formatInstant(oldestWaiting, locale, now) }] : []),
          ...(uncertain > 0 ? [{ label: t.uncertain, value: t.mails(uncertain) }] : []),
          { label: t.failed, value: t.mails(failed) },
          {
            label: t.lastFault,
            value: lastFault ? `${faultWords(lastFault, locale)} · ${formatInstant(lastFault.at, locale, now)}` : t.noFault,
          },
        ]}
      />
      {uncertain > 0 && (
        <Stack gap="sm">
          <p>{t.uncertainWhy}</p>
          <Actions>
            <PostButton action="/varsler/usikre" variant="secondary">
              {t.sendAgain}
            </PostButton>
          </Actions>
        </Stack>
      )}
    </Section>
  )
}

/** First on the page of settings, where mail does not go out as it should. */
export function UnsentNotice({ outbox, mails, locale }: Omit<Props, 'now'> & { readonly mails: boolean }) {
  const t = texts(locale).outbox
  const { waiting, untried, uncertain, failed } = outbox
  const tried = waiting - untried
  const unsent = mails ? tried + uncertain + failed : waiting
  if (mails && unsent === 0) return null
  return (
    <Notice tone="warning" title={mails ? t.title : t.noServer} locale={locale}>
      {unsent > 0 && <p>{t.unsent(unsent)}</p>}
      {!mails && <p>{t.noServerText}</p>}
      <p>
        <TextLink href="#e-post">{t.see}</TextLink>
      </p>
    </Notice>
  )
}

/** What the mail server answered is shown as it is, for whoever looks after it; our own codes are words already. */
function faultWords({ fault, code }: NonNullable<Outbox['lastFault']>, locale: Locale): string {
  const words = texts(locale).outbox.faults[fault]
  return code === fault ? words : `${words} (${code})`
}
