import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  fields: {
    externalReference: { label: 'Number in the old register' },
    receivedOn: { label: 'The day it was reported' },
    discoveredOn: { label: 'The day it was discovered' },
    ended: { label: 'Status in the old register', choices: { closed: 'Closed', open: 'Open' } },
    closedOn: { label: 'The day the case was closed' },
    notified: { label: 'Has Datatilsynet been notified?', choices: { yes: 'Yes', no: 'No' } },
    notifiedOn: { label: 'The day Datatilsynet was notified' },
    informed: { label: 'Have those affected been told?', choices: { yes: 'Yes', no: 'No' } },
    informedOn: { label: 'The day those affected were told' },
  },
  way: 'Bring in old cases',
  wayText:
    'Do you have an older register, in a spreadsheet or another system? Bring its cases in, and they will appear in the register here.',
  how: [
    'The cases are kept as closed history. They have no deadline and no tasks, and nobody is told.',
    'Each case keeps its number from the old register, and you can search for it. It also gets a number here, in the year it was reported.',
    'If a case is not closed, its row is refused. Report it in Varde instead.',
    'National identity numbers, telephone numbers and e-mail addresses in the texts are hidden. Read through them anyway, and take out names.',
    'We recognise common headings, also from Compilo and Draftit. You choose the rest yourself, once.',
  ],
  history: {
    mark: 'Brought in',
    title: 'This case was brought in from an older register',
    number: (number) => `It has number ${number} there.`,
    text: 'The case is history. We know only what was recorded there, and nobody handles it here.',
  },
  refusals: {
    dayMissing: 'The row does not say which day the deviation was reported.',
    stillOpen: 'The case is not closed. Report it in Varde, so that it gets a deadline and tasks there.',
    aheadOfToday: '“{label}” cannot be in the future.',
    discoveredAfter: 'The deviation cannot have been discovered after it was reported.',
    closedBefore: 'The case cannot have been closed before the deviation was reported.',
    saysBoth: '“{label}” says no, but a date is given.',
    numberTaken: 'Another case has this number.',
    ownCase: 'This case was reported in Varde with the same number. An import does not change it.',
    otherCase:
      'Another case with the same number has been brought in, reported on another day. If it comes from another register, put the name of that register before the number.',
    notYours: 'Only those who handle such cases can bring it in.',
  },
}
