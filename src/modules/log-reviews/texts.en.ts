import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Log reviews',
  one: 'Log review',
  lead: 'Reviews of the logs of systems: which system, which period, why, and what came of it. System owners and managers go through the logs when there is a need.',
  add: 'Record a log review',
  saved: 'The review is saved.',
  newTitle: 'New log review',
  editTitle: 'Change log review',
  none: 'No reviews have been recorded yet',
  noneText: 'Start with the system that holds the most sensitive data, and choose a period you can go through.',
  noneOfSystem: 'Nobody has recorded a review of the log.',
  columns: { system: 'System', periodFrom: 'From', periodTo: 'To', reason: 'Why', result: 'Result', doneOn: 'Done' },
  fields: {
    name: { label: 'Short title', hint: 'For example: Searches in the records, October. Do not write people’s names.' },
    system: { label: 'Which system is the log of?', hint: 'The system you own, or that your unit is responsible for.' },
    periodFrom: { label: 'From' },
    periodTo: { label: 'To' },
    reason: {
      label: 'Why was the log reviewed?',
      choices: {
        routine: 'Regular review',
        incident: 'After an incident',
        suspicion: 'Suspected use without a work-related need',
        asked: 'Somebody asked for it',
      },
    },
    why: { label: 'Say more about the reason' },
    result: {
      label: 'What came of it?',
      choices: { nothing: 'Nothing to follow up', followUp: 'Something to follow up', deviation: 'Reported as a deviation' },
    },
    found: {
      label: 'What was found, and what is being done?',
      hint: 'Describe the finding without names. Anything about a person belongs in the deviation.',
    },
    by: { label: 'Who went through the log?' },
    doneOn: { label: 'When was it done?' },
  },
  refusals: {
    periodTurned: 'The period cannot end before it begins.',
    foundMissing: 'Write what was found, and what is being done about it.',
    notYours: 'Choose a system that you own, or that your unit is responsible for.',
    future: 'The date cannot be in the future.',
    doneBefore: 'The log cannot have been reviewed before the period is over.',
  },
  events: {
    added: 'Log review recorded',
    edited: 'Log review changed',
    exported: 'The list of log reviews downloaded',
    refused: 'Refused registration of a log review',
  },
  ownLog: {
    nav: 'Log of your own systems',
    title: 'Log of your own systems and units',
    lead: 'What has been done in Varde with the systems you own and the units you lead: what, when and who did it. The log cannot be changed. Reading it is logged too.',
    none: 'No events in your systems and units match your search',
    noneText: 'Try a longer period, or remove one of the fields.',
  },
}
