import type { Texts } from './texts.nb.ts'

const dismissals = { spam: 'Advertising or fraud', notDeviation: 'Not a deviation', known: 'Already reported' }
export const en: Texts = {
  title: 'E-mail to the security address',
  lead: 'Make a case of each e-mail, add it to a case or dismiss it. The 72 hours may count from when it arrived.',
  one: 'E-mail to the security address',
  noSubject: 'No subject',
  received: 'Arrived',
  from: 'Stated sender',
  noSender: 'Not stated',
  hidden: 'Only the data protection officer sees the sender.',
  subject: 'Subject',
  text: 'Content',
  noText: 'The e-mail has no text.',
  checked: 'Is the sender verified?',
  empty: 'No e-mail is waiting',
  emptyText: 'When somebody writes to the security address, the e-mail appears here.',
  more: 'These are the oldest. The rest follow when these are dealt with.',
  aside: 'Put aside in the last 30 days',
  asideText: 'These were not taken in. They are unread in the mailbox.',
  asides: {
    own: (n) => (n === 1 ? '1 was our own' : `${n} were our own`),
    automatic: (n) => (n === 1 ? '1 was sent automatically' : `${n} were sent automatically`),
    bounce: (n) => (n === 1 ? '1 was returned' : `${n} were returned`),
  },
  off: 'The e-mail is not read. An administrator turns it on in the settings.',
  unread: {
    tooLarge: 'The e-mail is too large to be taken in. Read it in the mailbox.',
    broken: 'The e-mail cannot be read here. Read it in the mailbox.',
  },
  leftOut: (n) =>
    n === 1 ? '1 attachment was not taken in. Look in the mailbox.' : `${n} attachments were not taken in. Look in the mailbox.`,
  late: 'The e-mail is a reply in a case that is closed, or that we do not know.',
  dmarc: {
    pass: 'Your e-mail server found that it came from this domain (DMARC). Nobody knows who wrote it.',
    fail: 'Your e-mail server found that it did not come from this domain (DMARC). The sender may be false.',
    none: 'Not verified. The sender may be somebody else.',
  },
  wholeText: 'the whole text.txt',
  make: {
    title: 'Make a case',
    lead: 'The text of the e-mail is filled in. Remove names and anything else that has no place in the case.',
    send: 'Make the case',
    done: (number) => `The case is made: ${number}.`,
    unit: { label: 'Where did it happen?', hint: 'If you do not know, choose the unit that is to follow it up.' },
  },
  join: {
    title: 'Add to a case',
    fields: { into: { label: 'The number of the case', hint: 'For example 2026-0017. You must be handling the case.' } },
    send: 'Add to the case',
    done: 'The e-mail is in the case.',
  },
  dismiss: {
    title: 'Dismiss',
    lead: 'The content and the attachments are deleted here. The e-mail is still in the mailbox.',
    fields: { dismissal: { label: 'Why?', choices: dismissals } },
    send: 'Dismiss the e-mail',
    done: 'The e-mail is dismissed, and its content is deleted here.',
  },
  dismissals,
  settled: {
    made: 'A case has been made of this e-mail.',
    joined: (number) => `The e-mail is in case ${number}.`,
    dismissed: 'The e-mail is dismissed, and its content is deleted here.',
  },
  openCase: 'Open the case',
  panel: {
    title: 'E-mail in the case',
    state: (n) => (n === 1 ? '1 e-mail' : `${n} e-mails`),
    open: 'See the whole e-mail',
    lead: 'Nobody has verified who wrote this.',
  },
  mailbox: {
    title: 'The mailbox of the security address',
    place: 'Mailbox',
    noPlace: 'Not given. The people who run Varde set MAILBOXES_DIR.',
    at: (user, host) => `${user} at ${host}`,
    read: 'Last read',
    never: 'Not yet',
    waiting: 'Waiting to be dealt with',
    fault: 'Latest fault',
    faults: {
      setUp: 'The mailbox is not set up correctly',
      signIn: 'The e-mail server did not accept the user and password',
      unavailable: 'The e-mail server did not answer',
    },
  },
  task: 'Read an e-mail to the security address',
  news: {
    came: (n) => (n === 1 ? 'An e-mail has come to the security address' : `${n} e-mails have come to the security address`),
    answered: 'A reply to an e-mail has come in a case',
  },
  refusals: {
    mailSettled: 'Somebody else has already dealt with the e-mail.',
    caseClosed: 'The case is closed. Reopen it, or make a new case.',
  },
  events: {
    'mailIn.came': ({ files }) => (files > 0 ? 'An e-mail came in, with attachments' : 'An e-mail came in'),
    'mailIn.putAside': ({ aside }) =>
      ({ own: 'E-mail put aside: our own', automatic: 'E-mail put aside: sent automatically', bounce: 'E-mail put aside: returned' })[
        aside
      ],
    'mailIn.viewed': () => 'E-mail read',
    'mailIn.made': () => 'Case made of an e-mail',
    'mailIn.joined': () => 'E-mail added to a case',
    'mailIn.dismissed': ({ dismissal }) => `E-mail dismissed: ${dismissals[dismissal].toLowerCase()}`,
    'mailIn.refused': () => 'Refused attempt with an e-mail',
  },
}
