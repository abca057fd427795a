// Modules whose records have a status, and whose steps are not drawn: a table of one or two rows says less than the rule does.
// test/gates/docs.test.ts holds it against the tables.

export const withoutSteps: Readonly<Record<string, string>> = {
  'annual-wheel': 'A review by management is planned, and approved once: what is approved is not written in.',
  files: 'What was found when a file was looked through: nobody takes a step.',
  'information-notices': 'A notice is published, and published anew each time it says something else.',
  'internal-control': 'How far an objective has come is answered in its form, in any order.',
  messages: 'What became of a mail: the queue says it.',
  questionnaire: 'Questionnaires, campaigns, units and what is passed on are each opened and ended once, a campaign by its days.',
  recordings:
    'A recording is held for several reasons beside each other; its status follows from those that are left (`src/register/holds`).',
  'subject-requests': 'Open until it is answered or sent on: every deed asks the same, and two of them end it.',
  'system-changes': 'Open until it is approved or withdrawn.',
  tasks: 'A task follows from the state of its record (decision 0008).',
  training: 'A need is decided in one form until it is closed or rejected.',
}
