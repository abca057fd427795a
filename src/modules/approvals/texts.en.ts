import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  fields: {
    verdict: { label: 'What is your decision?', choices: { approved: 'Approve', returned: 'Send back' } },
    reason: { label: 'Reason', hint: 'Needed when you send it back. Say what must be put right.' },
  },
  standIn: { person: { label: 'Who is to do it for you?' } },
  title: 'Approval',
  incomplete: 'Something is missing before this can be approved.',
  waits: 'Not approved yet',
  waitsFor: (name) => `Waiting for ${name}`,
  somebody: 'somebody who is no longer in the register',
  verdicts: { approved: 'Approved', returned: 'Sent back' },
  by: (name, when) => `by ${name} ${when}`,
  onBehalfOf: (name) => `on behalf of ${name}`,
  earlier: (count) => (count === 1 ? 'One earlier answer' : `${count} earlier answers`),
  fell: {
    changed: (when) => `No longer valid: the content was changed ${when}.`,
    withdrawn: (when) => `Withdrawn ${when}.`,
    replaced: (when) => `Replaced ${when}.`,
  },
  /** The part, where several must approve. */
  approve: (part) => (part === null ? 'Approve' : `Approve as ${part.toLowerCase()}`),
  lead: 'You approve what it says now. If the content is changed later, it must be approved again.',
  read: 'Read what you are to approve',
  say: 'Send the decision',
  handOn: 'Let somebody else approve',
  handOnAs: (part) => `Let somebody else approve: ${part.toLowerCase()}`,
  handOnLead:
    'The person you choose gets the task and approves on your behalf. The page will say that it was your decision. To do it yourself after all, choose yourself.',
  withdraw: 'Withdraw your answer',
  said: {
    approved: 'The approval is recorded.',
    returned: 'Your answer is recorded: sent back.',
    handedOn: 'The task has been passed on.',
    withdrawn: 'Your answer is withdrawn.',
  },
  refusals: {
    reasonMissing: 'Say what must be put right.',
    notReady: 'Something is missing before this can be approved. The page shows what.',
    onePartEach: 'You have approved in another role. Two different people must approve.',
    cannotOpen: 'This person may not open it, so cannot approve it. Choose somebody else.',
    notYourself: 'Choose somebody other than yourself.',
    drafted: 'This person wrote the draft, and therefore cannot approve it for you. Choose somebody else.',
    notAllowed: 'You may not do this.',
  },
  events: {
    'approval.given': () => 'Approved by one who must approve',
    'approval.returned': () => 'Sent back by one who must approve',
    'approval.withdrawn': () => 'Approval withdrawn',
    'approval.handedOn': () => 'Approval passed on to somebody else',
    'approval.fell': () => 'Approval lapsed because the content was changed',
  },
}
