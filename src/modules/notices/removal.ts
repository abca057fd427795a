import { formatDate, formatInstant } from '../../kernel/calendar/words.ts'
import type { Fields, Values } from '../../kernel/fields.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { messageFields, noticeFields } from './fields.ts'
import type { Message, Notice, NoticeFile } from './notice.ts'
import { texts } from './texts.ts'

/** The drafts without what was removed, and versions put away; what is signed or sent is not touched. */
export const withoutRemoved = (file: NoticeFile, remove: Removal): NoticeFile => ({
  ...file,
  notices: file.notices.map((notice) => (notice.status === 'sent' ? notice : changedTexts(noticeFields, notice, remove))),
  messages: file.messages.map((message) => (message.status === 'draft' ? changedTexts(messageFields, message, remove) : message)),
  owed: file.owed.map((owed) => (owed.suppliedAt || remove(owed.what) === owed.what ? owed : { ...owed, what: remove(owed.what) })),
})

/** What is signed or sent and holds it still, and who has it. */
export function keptIn({ notices, messages, letters, copies, owed }: NoticeFile, remove: Removal, locale: Locale): readonly Kept[] {
  const t = texts(locale).removal
  const holds = (values: object) => Object.values(values).some((text) => typeof text === 'string' && remove(text) !== text)
  const sent = notices.filter((notice) => notice.status === 'sent' && holds(notice.texts))
  return [
    ...sent.map((notice) => {
      const others = copies.filter((copy) => copy.noticeId === notice.id).map((copy) => copy.party)
      return { what: t.notice(notice.number, dated(notice.sentAt, locale)), holder: [t.authority, ...others].join(', ') }
    }),
    ...messages
      .filter((message) => message.status !== 'draft' && holds(message.texts))
      .map(({ status, sentAt, signedAt }) =>
        status === 'sent'
          ? { what: t.letterSent(dated(sentAt, locale)), holder: t.subjects }
          : { what: t.letterSigned(dated(signedAt, locale)), holder: t.withdrawFirst },
      ),
    ...letters
      .filter(({ question, content, followedHow }) => holds([question, content, followedHow]))
      .map(({ at }) => ({ what: t.received(formatDate(at.toISOString().slice(0, 10), locale)), holder: t.authority })),
    ...owed.filter((one) => one.suppliedAt && holds([one.what])).map(() => ({ what: t.owed, holder: t.authority })),
  ]
}

const dated = (at: Date | null, locale: Locale): string => (at ? formatInstant(at, locale) : '')

function changedTexts<T extends Notice | Message>(fields: Fields, one: T, remove: Removal): T {
  const before: Values<Fields> = one.texts
  const next = Object.fromEntries(
    Object.entries(before).map(([name, text]) => [name, fields[name]?.kind === 'text' && typeof text === 'string' ? remove(text) : text]),
  )
  return Object.entries(next).every(([name, text]) => text === before[name]) ? one : { ...one, texts: next as never }
}
