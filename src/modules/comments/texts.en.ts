import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Comments',
  none: 'No comments yet.',
  count: (count) => (count === 1 ? 'One comment' : `${count} comments`),
  add: 'Write a comment',
  addTitle: 'New comment',
  editTitle: 'Change the comment',
  lead: 'Use comments to talk about the work. What needs an answer or a decision belongs in the case itself.',
  fields: {
    text: { label: 'Comment', hint: 'Do not write national identity numbers or other personal data.' },
    audience: {
      label: 'Who is to read it?',
      choices: { handlers: 'Only those responsible for this', all: 'Everyone who can open this page' },
    },
    mentions: { label: 'Who do you want to notice it?', hint: 'They get a message with a link, without what you wrote.' },
  },
  audiences: { handlers: 'Only for those responsible', all: 'Everyone can read it' },
  save: 'Save the comment',
  mask: 'Hide the numbers and save',
  asIs: 'Save it as it is, on purpose',
  saved: 'The comment is saved.',
  edit: 'Change',
  edited: (when) => `Changed ${when}`,
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw the comment',
  withdrawLead: 'The text disappears for everyone. That you wrote a comment, and that you withdrew it, remains.',
  withdrawnNow: 'The comment is withdrawn.',
  withdrawn: (who, when) => `${who} withdrew the comment ${when}`,
  toWhom: (names) => `To ${names}`,
  somebody: 'Unknown',
  mentioned: 'You are mentioned in a comment',
  section: 'Comments on the case',
  refusals: {
    holdsNumbers:
      'The comment has not been saved yet: the text contains a number that identifies someone. Let us hide it, or save the comment as it is.',
    cannotRead: 'One of those you chose has no access to read the comment. Choose somebody else, or let more people read it.',
    notAllowed: 'You cannot do this with the comment.',
  },
  events: {
    'comment.added': () => 'Comment written',
    'comment.edited': () => 'Comment changed',
    'comment.withdrawn': () => 'Comment withdrawn',
    'comment.refused': () => 'Comment refused',
  },
}
