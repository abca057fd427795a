import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  lead: 'The change holds for new cases from now on. A case that has started keeps the settings it started with.',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The settings are saved and hold for new cases.',
  same: 'Nothing has changed.',
  titles: 'What the roles are called',
  titlesLead: 'Your own names for the roles, as shown in cases, letters and the log.',
  heading: {
    receivers: (of) => `Who receives the report: ${of}`,
    deciders: () => 'Who assesses and decides',
    letters: () => 'Who sends, writes and signs',
    reminders: () => 'When deadlines are reminded of',
    wording: (of) => `Text: ${of}`,
    title: (of) => `What the role is called: ${of}`,
  },
  wordings: {
    definition: 'what a deviation is',
    urgency: 'how quickly deviations must be reported',
    instruction: 'how the notification to Datatilsynet is sent',
  },
  fields: {
    receivers: {
      queue: { label: 'Handles the case', hint: 'Holders of these roles get the case in their list. Choose at least one.' },
      tell: { label: 'Is told at once' },
      address: { label: 'Shared e-mail address', hint: 'Is told as well. The message holds only a link.' },
    },
    deciders: {
      assessors: { label: 'Assesses the risk' },
      deciders: { label: 'Decides whether it is a breach, and who must be told' },
      closers: { label: 'Decides that the case is closed' },
    },
    letters: {
      senders: { label: 'Sends the notification to Datatilsynet' },
      drafters: { label: 'Writes the letter to those affected' },
      signers: { label: 'Signs the letter to those affected' },
    },
    reminders: {
      first: {
        label: 'First reminder: hours left of the 72',
        hint: 'Leave empty for none. Once the deadline has passed, people are told in any case.',
      },
      second: { label: 'Second reminder: hours left' },
      third: { label: 'Third reminder: hours left' },
      draft: { label: 'Hours before the writer is reminded of a draft that has not been sent' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'English' } },
    title: {
      nb: { label: 'Bokmål', hint: 'Without a capital, as inside a sentence.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'English' },
    },
  },
  wrong: {
    stale:
      'Somebody else has changed the settings since you opened the page. What they saved is under “Saved now”. Look it over, and save again.',
    profileIncomplete: 'Work must always have a role. Choose at least one in “{label}”.',
    notAnAddress: 'Write an e-mail address, such as deviations@municipality.no.',
    notAllowed: 'You may not do this.',
    notFound: 'No longer there.',
    nothingChanged: 'Nothing has changed.',
  },
}
