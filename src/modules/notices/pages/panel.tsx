import { formatShort } from '../../../kernel/calendar/words.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { lastSent, stillOwed } from '../notice.ts'
import { texts } from '../texts.ts'
import { ContactLog } from './track.tsx'
import { authorityHref, MessageTag, NoticeTag, type Shown, subjectsHref } from './words.tsx'

/** On the case's own page, under Datatilsynet: what has been sent, what is still owed, and what was asked. Nothing said, nothing shown. */
export const AuthorityPanel = ({ shown, locale, now }: Shown) => {
  const { file, view } = shown
  const { id } = view.deviation
  const t = texts(locale)
  const last = lastSent(file.notices)
  const told = last && last.kind !== 'withdrawn'
  const contacts = file.letters.filter((letter) => letter.kind === 'contact')
  const has = (kind: 'receipt' | 'answer') => file.letters.some((letter) => letter.kind === kind)
  return (
    <>
      {told && !(has('receipt') && has('answer')) && (
        <p>
          {!has('receipt') && <Tag tone="warning">{t.track.receiptMissing}</Tag>}{' '}
          {!has('answer') && <Tag tone="warning">{t.track.answerMissing}</Tag>}
        </p>
      )}
      {file.notices.length > 0 && (
        <TaskList
          tasks={[
            ...file.notices
              .filter((notice) => notice.status !== 'discarded')
              .map((notice) => ({
                name: t.document.notice(t.kinds[notice.kind]),
                href: authorityHref(id, `/${notice.id}`),
                ...(notice.sentAt ? { hint: t.track.sentAt(formatShort(notice.sentAt, locale)) } : {}),
                status: <NoticeTag status={notice.status} locale={locale} />,
              })),
            ...(told ? stillOwed(file.owed) : []).map((one) => ({
              name: `${t.panel.owed}: ${one.what}`,
              deadline: <Deadline due={one.dueAt} now={now} locale={locale} compact />,
            })),
          ]}
        />
      )}
      {contacts.length > 0 && <ContactLog shown={shown} locale={locale} contacts={contacts} />}
    </>
  )
}

/** The same under those affected: the letters, one in each language. */
export const SubjectsPanel = ({ shown, locale }: Shown) => {
  const { file, view } = shown
  const t = texts(locale)
  if (file.messages.length === 0) return null
  return (
    <TaskList
      tasks={file.messages.map((message) => ({
        name: t.subjects.inLanguage(t.languages[message.language]),
        href: subjectsHref(view.deviation.id, `/${message.id}`),
        ...(message.sentAt ? { hint: t.subjects.sentAt(formatShort(message.sentAt, locale)) } : {}),
        status: <MessageTag status={message.status} locale={locale} />,
      }))}
    />
  )
}
