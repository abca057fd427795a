import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  place: 'Other rules',
  names: {
    digitalSecurity: 'The Digital Security Act',
    processor: 'Notice to the controller we process for',
  },
  leads: {
    digitalSecurity:
      'A provider of an essential service warns the supervisory authority within 24 hours, with a copy to the National Security Authority, gives more information within 72 hours and a report within a month of the warning. The Digital Security Regulation, section 17 (regulation no. 1131 of 20 June 2025), read on 29 November 2026.',
    processor:
      'A processor notifies the controller without undue delay, and within the time limit in the contract. The General Data Protection Regulation, article 33(2), read on 29 November 2026.',
  },
  steps: { warning: 'Warning', update: 'More information', report: 'Report' },
  controllerStep: 'Notice',
  fields: {
    applies: { label: 'Does it apply to this incident?', choices: { yes: 'Yes', no: 'No' } },
    knownAt: { label: 'When did the organisation learn of the incident?', hint: 'The deadlines are counted from here.' },
    reason: { label: 'Reason', hint: 'Why it does not apply. It is in the memo.' },
    warnedAt: { label: 'When was the warning given?', hint: 'Leave it empty until it is done.' },
    updatedAt: { label: 'When was more information given?', hint: 'Leave it empty until it is done.' },
    reportedAt: { label: 'When was the report sent?', hint: 'Leave it empty until it is done.' },
  },
  unanswered: 'Not decided',
  doesNot: 'Does not apply',
  done: 'Everything has been sent',
  edit: 'Decide and register',
  save: 'Save',
  saved: 'The answer is saved.',
  known: 'Known',
  dueAt: (due) => `due ${due}`,
  doneAt: (at) => `done ${at}`,
  late: 'after the deadline',
}
