import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'A question for you',
  lead: (organisation) => `${organisation} asks you for information. The link is only for you and is for this one question.`,
  question: 'The question',
  what: {
    title: 'What the answer is used for',
    text: (organisation) =>
      `${organisation} is looking into an incident and needs to know more. Those who handle the case read the answer. They have a duty of confidentiality. The answer and what you attach are kept in the case. You decide yourself whether to answer.`,
  },
  answer: { answer: { label: 'Your answer', hint: 'Write only what is needed. Do not write national identity numbers.' } },
  files: 'Attachments (optional)',
  filesHint: (files, megabytes) => `Up to ${files} files of at most ${megabytes} MB each.`,
  tooLarge: 'A file was too large, or there were too many. Choose the files again.',
  send: 'Send the answer',
  over: {
    title: 'The link is no longer valid',
    text: 'The question has been answered, the time is over or the case is closed. Contact the person who sent you the link if you still want to answer.',
    written: 'Your answer has not been sent. This is what you wrote:',
  },
  thanks: { title: 'Thank you for your answer', text: 'The answer is sent. The link has been used and cannot be opened again.' },
  wait: (minutes) =>
    `A lot has been sent from this network. What you wrote is here. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  refusals: { linkOver: 'The link is no longer valid.', identityNumber: 'Remove the national identity number before you send.' },
}
