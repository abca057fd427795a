import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Message } from '../message.ts'
import { texts } from '../texts.ts'

export type MessagesPageProps = {
  readonly messages: readonly Message[]
  /** Whether they go out by mail too. */
  readonly mails: boolean
  readonly now: Date
  readonly nextHref: string | undefined
  readonly firstHref: string | undefined
  readonly locale: Locale
}

export function MessagesPage({ messages, mails, now, nextHref, firstHref, locale }: MessagesPageProps) {
  const words = texts(locale)
  const newest = messages[0]
  const unread = messages.some((message) => message.readAt === null)
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      locale={locale}
      rows={messages}
      rowKey={(message) => message.id}
      actions={
        newest &&
        unread && (
          <PostButton action="/varsler/lest" variant="secondary" hidden={{ tilOgMed: newest.createdAt.toISOString() }}>
            {words.markRead}
          </PostButton>
        )
      }
      columns={[
        {
          key: 'what',
          label: words.columns.what,
          heading: true,
          cell: (message) => <TextLink href={message.href}>{message.title[locale]}</TextLink>,
        },
        // A reporter is told of nothing but their own reports, and then no case is named: no column with nothing in it.
        ...(messages.some((message) => message.reference !== null)
          ? [{ key: 'reference', label: words.columns.reference, figures: true, cell: (message: Message) => message.reference ?? '' }]
          : []),
        { key: 'when', label: words.columns.when, figures: true, cell: (message) => formatShort(message.createdAt, locale, now) },
        {
          key: 'status',
          label: words.columns.status,
          cell: (message) => (message.readAt === null ? <Tag tone="info">{words.unread}</Tag> : ''),
        },
      ]}
      empty={<Empty title={words.none}>{mails ? words.noneText : words.noneTextNoMail}</Empty>}
      pager={{ first: firstHref, next: nextHref }}
    />
  )
}
