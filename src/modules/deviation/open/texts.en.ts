import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Report a deviation without signing in',
  lead: 'Tell us what has happened. You do not say who you are, and you get a code to follow the case with.',
  kept: {
    title: 'What we do not keep',
    text: 'We do not keep your IP address, your browser or the time of day, only the date. Those who handle deviations get a notice without content at once.',
  },
  discoveredOn: { label: 'Which day was it discovered?', hint: 'If you do not know, leave it empty.' },
  unit: { label: 'Where did it happen?', hint: 'If you do not know, leave it empty.' },
  send: 'Send now',
  follow: 'Follow a case with the code',
  signIn: 'Do you work here? Sign in and report, and we can answer you.',
  receipt: 'The deviation is reported',
  keep: 'Write down the code. It is shown only now, and without it nobody can find the case for you.',
  next: 'If those who handle the case have questions for you, you will find them with the code. We cannot contact you, so please come back tomorrow.',
  codeTitle: 'Follow your case',
  codeLead: 'Enter the code you were given when you reported.',
  code: { code: { label: 'Code', hint: 'Four groups of five characters.' } },
  open: 'Show the case',
  over: 'The page has closed after half an hour. Enter the code again.',
  written: 'Your answer has not been sent. This is what you wrote:',
  case: 'The case you reported',
  questions: 'Questions to you',
  none: 'Nobody has asked you anything.',
  answer: (question) => `Answer: ${question}`,
  yours: 'Your answer',
  sendAnswer: 'Send the answer',
  answered: 'The answer is sent.',
  closed: 'The case is closed and takes no answers.',
  wait: (minutes) =>
    `A lot has been sent from this network. What you wrote is here. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  poster: {
    way: 'Poster about reporting deviations without signing in',
    title: 'Have you seen something that should not happen?',
    text: 'Have personal data gone astray, or has a routine been broken? Tell us. You need not sign in or say who you are.',
    steps: [
      'Tell us briefly what has happened, without names.',
      'Write down the code you are given.',
      'Follow the case with the code, and see whether anybody asks you for more.',
    ],
    kept: 'We do not keep your IP address, your browser or the time of day.',
  },
  refusals: {
    noSuchCode: 'We find no case with this code. Check that you have written it correctly.',
    identityNumber: 'Remove the national identity number before you send.',
  },
}
