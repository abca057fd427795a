import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Feed } from '../calendar.ts'
import { texts } from '../texts.ts'

/** The secret address: shown to its owner alone, made anew and deleted. */
export function FeedPage({
  feed,
  address,
  locale,
}: {
  readonly feed: Feed | undefined
  readonly address: string
  readonly locale: Locale
}) {
  const t = texts(locale).feed
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} kicker={texts(locale).title} lead={t.lead} />
      <p className="v-prose">{t.says}</p>
      {feed ? (
        <>
          <SummaryList
            locale={locale}
            items={[
              {
                label: t.address,
                value: (
                  <code className="v-address" id="adresse">
                    {address}
                  </code>
                ),
                action: <CopyButton target="adresse" label={t.address} locale={locale} />,
              },
              { label: t.made, value: formatInstant(feed.madeAt, locale) },
              { label: t.read, value: feed.readAt ? formatInstant(feed.readAt, locale) : t.never },
            ]}
          />
          <Notice tone="warning" locale={locale}>
            {t.secret}
          </Notice>
          <Actions>
            <PostButton action="/kalender/abonnement" variant="secondary">
              {t.again}
            </PostButton>
          </Actions>
          <p className="v-soft">{t.againText}</p>
          <CertainButton action="/kalender/abonnement/sletting" locale={locale}>
            {t.revoke}
          </CertainButton>
        </>
      ) : (
        <Actions>
          <PostButton action="/kalender/abonnement">{t.make}</PostButton>
          <LinkButton href="/kalender" variant="tertiary">
            {texts(locale).title}
          </LinkButton>
        </Actions>
      )}
    </Stack>
  )
}
