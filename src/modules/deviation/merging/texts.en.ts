import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  way: 'Merge with another case',
  title: 'Merge with another case about the same incident',
  lead: 'The case you choose continues for both, with the earliest times. This one is closed, but keeps its number and all that is in it. You can undo it for one day.',
  fields: { into: { label: 'The number of the case that continues', hint: 'For example 2026-0017. You must handle both cases.' } },
  choose: 'Which case continues?',
  other: 'Another case, by its number',
  look: 'See both cases',
  confirmLead: 'Nothing has been done yet. See that it is the same incident.',
  closes: 'Is closed',
  continues: 'Continues for both',
  clock: 'The deadline afterwards',
  noClock: 'No deadline is running.',
  clockNow: 'Deadline now',
  back: 'Choose another case',
  confirm: (into) => `Merge with ${into}?`,
  openQuestions: (open) =>
    open === 1
      ? 'One question in the case that is closed has not been answered. It can be answered as before, and the answer is shown in the case that continues.'
      : `${open} questions in the case that is closed have not been answered. They can be answered as before, and the answers are shown in the case that continues.`,
  save: 'Merge',
  saved: 'The case is merged into the other.',
  merged: 'The same incident as another case',
  goesOn: (number) => `The case continues in ${number}.`,
  goesOnElsewhere: 'The case continues in another case, which you do not have access to.',
  part: 'Undo the merger',
  parted: 'The cases are separate again.',
  from: 'These cases are about the same incident and are merged into this one:',
  reporter: 'Several people have reported the same. Your report is handled together with the others.',
}
