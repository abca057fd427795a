import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Notices',
  lead: 'What is new for you. Notices do not say what the cases hold.',
  none: 'You have no notices',
  noneText: 'When something happens in a case you take part in, you get a notice here and by e-mail.',
  unread: 'Unread',
  markRead: 'Mark all as read',
  marked: (n) => (n === 1 ? '1 notice is marked as read.' : `${n} notices are marked as read.`),
  columns: { what: 'What', reference: 'Case', when: 'When', status: 'Status' },
  events: {
    'mail.sent': () => 'An e-mail was sent',
    'mail.failed': ({ code }) => `An e-mail could not be sent (${code === 'tooOld' ? 'it became too old' : code})`,
  },
  mail: {
    greeting: 'Hello,',
    reference: 'Case number',
    open: 'Read more and answer in Varde',
    noContent: 'To protect personal data, nothing from the case stands in this e-mail.',
    automatic: 'This e-mail was sent automatically and cannot be replied to.',
  },
}
