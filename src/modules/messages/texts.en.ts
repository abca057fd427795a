import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Messages',
  lead: 'What is new for you. The messages do not say what is in the cases.',
  none: 'You have no messages',
  noneText: 'When something happens in a case you take part in, you get a message here and by e-mail.',
  noneTextNoMail: 'When something happens in a case you take part in, you get a message here.',
  unread: 'Unread',
  markRead: 'Mark all as read',
  marked: (n) => (n === 1 ? '1 message is marked as read.' : `${n} messages are marked as read.`),
  withheld: 'A notice about a sensitive case was not sent to the mailbox it was for',
  vacant: (role) => `Something is waiting for the role ${role}, and nobody holds it`,
  /** To the person who owns an account, when it opens in another way than before. */
  ownAccount: 'Your sign-in has been changed. If it was not you, tell the administrator',
  columns: { what: 'What', reference: 'Case', when: 'When', status: 'Status' },
  outbox: {
    noServer: 'Varde sends no e-mail',
    noServerText: 'No mail server is set. Those who run Varde do that. The messages are shown in Varde all the same.',
    unsent: (n) => (n === 1 ? 'One e-mail has not been sent.' : `${n} e-mails have not been sent.`),
    see: 'See e-mail that has not been sent',
    title: 'E-mail that has not been sent',
    waiting: 'Waiting',
    oldest: 'The oldest has waited since',
    uncertain: 'May or may not have arrived',
    uncertainWhy:
      'The mail server accepted them but never confirmed it. They may have arrived, so Varde does not send them again by itself. After three days Varde gives them up.',
    sendAgain: 'Send again',
    sentAgain: (n) => (n === 1 ? 'The e-mail will be sent again.' : `${n} e-mails will be sent again.`),
    failed: 'Given up in the last 30 days',
    lastFault: 'Latest error',
    noFault: 'None',
    noneTried: 'Varde has not tried to send any of them yet. Is the mail server set up? The messages are still shown in Varde.',
    mails: (n) => (n === 0 ? 'None' : n === 1 ? '1 e-mail' : `${n} e-mails`),
    faults: {
      noAnswer: 'The mail server did not answer',
      signIn: 'The mail server did not accept the sign-in',
      later: 'The mail server asked us to wait',
      refused: 'The mail server refused the e-mail',
      address: 'The address cannot be used',
      tooOld: 'The e-mail became too old',
      left: 'The recipient has left',
      other: 'Unknown error',
    },
  },
  setting: {
    title: 'E-mail',
    heading: 'E-mail about sensitive cases',
    follows:
      'Applies to notices of deviations with special categories of personal data. The e-mail never contains anything from the case. When it is not sent, the recipients get the message and the task in Varde when they sign in, and the log says that the e-mail was not sent. The e-mail is sent as the settings are that day, also when the case started before the change.',
    fields: {
      sensitive: {
        label: 'How are such notices sent internally?',
        choices: { marked: 'By e-mail, marked in the subject', plain: 'By e-mail, without a mark', none: 'Not by e-mail, only in Varde' },
      },
      mark: { label: 'The word that marks the e-mail' },
    },
    state: (way, mark) =>
      way === 'marked'
        ? `Sensitive cases are marked “${mark}”`
        : way === 'none'
          ? 'No e-mail about sensitive cases'
          : 'Sensitive cases are not marked',
  },
  events: {
    'mail.sent': () => 'An e-mail was sent',
    'mail.uncertain': () => 'It is not known whether an e-mail arrived',
    'mail.sentAgain': ({ mails }) =>
      mails === 1 ? 'An e-mail that may have arrived was sent again' : `${mails} e-mails that may have arrived were sent again`,
    'mail.withheld': ({ mails }) =>
      mails === 1
        ? 'An e-mail about a sensitive case was not sent; the message is in Varde'
        : `${mails} e-mails about a sensitive case were not sent; the messages are in Varde`,
    'mail.failed': ({ code }) =>
      `An e-mail could not be sent (${code === 'tooOld' ? 'it became too old' : code === 'left' ? 'the recipient has left' : code})`,
  },
  mail: {
    forgotten: 'Here is the link to choose a new password',
    askedOutside: (organisation) => `${organisation} has a question for you`,
    invited: 'Welcome to Varde: choose a password',
    andMore: (title, n) => `${title}, and ${n} more`,
    greeting: 'Hello,',
    reference: 'Case number',
    open: 'Read more and answer in Varde',
    noContent: 'To protect personal data, this e-mail contains nothing from the case.',
    links: {
      forgotten: {
        open: 'Choose a new password here',
        beneath:
          'The link works once, for one hour. If you did not ask for it, you need not do anything: your password is the same as before.',
      },
      invited: {
        open: 'Choose a password here',
        beneath:
          'The link works once, for two days. If it is too old, ask the administrator for a new one. If you did not expect this e-mail, you need not do anything.',
      },
      other: { open: 'Read more in Varde', beneath: 'To protect personal data, this e-mail says no more.' },
    },
    answers: 'If you reply to this e-mail, your reply comes into the case.',
    automatic: 'This e-mail was sent automatically and cannot be replied to.',
  },
}
