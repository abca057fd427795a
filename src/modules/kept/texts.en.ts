import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'What you wrote has been kept',
  lead: 'You had been signed out when you pressed the button, so it is not saved yet. Press “Save what I wrote” to save it now.',
  written: 'Written {time}',
  noText: 'The form has no long text.',
  save: 'Save what I wrote',
  discard: 'Discard',
  discarded: 'What you wrote has been discarded.',
  kept: 'You had been signed out, so it is not saved yet. What you wrote has been kept: sign in, and you can save it.',
  waiting: 'You have written something that is not saved',
  waitingText: 'The session ended before it was saved. We keep it for {days} days.',
  see: 'See it and save',
}
