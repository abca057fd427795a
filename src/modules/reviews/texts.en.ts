import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  plan: {
    every: {
      label: 'How often?',
      choices: {
        once: 'Only once',
        '1': 'Every month',
        '3': 'Every three months',
        '6': 'Every six months',
        '12': 'Every year',
        '24': 'Every two years',
        '36': 'Every three years',
      },
    },
    dueOn: { label: 'Next review no later than' },
    owner: { label: 'Who is to do it?', hint: 'If you choose nobody, the owner of the record has the task.' },
  },
  held: {
    heldOn: { label: 'When was it done?' },
    found: { label: 'What did you find?', hint: 'Say briefly what was looked at, and what must be done. No names.' },
    participants: { label: 'Who took part?' },
    nextOn: { label: 'Next review no later than', hint: 'Leave it empty, and we work it out from how often it must be done.' },
  },
  title: 'Review',
  task: 'Review',
  planTitle: 'When is it to be reviewed?',
  heldTitle: 'Record a review',
  doPlan: 'Plan a review',
  change: 'Change the plan',
  doHold: 'Record a review',
  none: 'No review is planned.',
  due: 'Next review',
  every: 'How often',
  owner: 'Done by',
  noOwner: 'The owner of the record',
  late: 'Should have been done',
  history: 'Earlier reviews',
  heldBy: 'Done {date} by {name}',
  present: 'These must have taken part',
  took: 'Took part',
  said: { planned: 'The plan is saved.', held: 'The review is recorded.' },
  refusals: {
    heldLater: 'The date is in the future. Record the review when it is done.',
    nextBefore: 'The next review must be after this one.',
    participantsMissing:
      'The review cannot be recorded without everybody who is to take part: choose them under “Who took part?”. Who that is, is at the top of the page.',
    rosNotReviewed: 'Update or confirm the risk analysis (ROS) of the system first. Then the review can be recorded.',
    notAllowed: 'You may not do this.',
  },
  events: {
    'review.planned': () => 'Review planned',
    'review.held': () => 'Review done',
  },
}
