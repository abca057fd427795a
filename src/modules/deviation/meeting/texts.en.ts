import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  fields: {
    at: { label: 'When' },
    place: { label: 'Where', hint: 'A room, or a link to the meeting.' },
    others: {
      label: 'Others who take part',
      hint: 'Those without an account here. Write roles, such as “the supplier”. They get no notice from here.',
    },
    agenda: {
      label: 'What the meeting is about',
      hint: 'Everyone who is called reads this. Write nothing from the case that they should not know.',
    },
  },
  minutes: {
    minutes: { label: 'Minutes', hint: 'The most important of what was said. No names of those the case concerns.' },
    decisions: { label: 'What you agreed on' },
  },
  callings: { leader: 'leader', it: 'IT', system: 'system owner', handler: 'handles the case', other: 'other participant' },
  title: 'Case meetings',
  lead: 'Call the leader, somebody from IT and others who can contribute. They get a notice with time and place, and do not see the case.',
  none: 'No meetings yet.',
  held: 'Minutes written',
  planned: 'Minutes not written',
  callTitle: 'Call a meeting',
  participants: 'Who will you invite?',
  another: 'Somebody else here',
  anotherHint: 'Choose in the list if somebody is missing.',
  call: 'Call the meeting',
  called: 'Those who are called have got a notice.',
  invitation: 'You are called to a meeting about a deviation case',
  meeting: (number) => `Meeting about deviation ${number}`,
  when: 'When',
  where: 'Where',
  who: 'Participants',
  calledBy: 'Called by',
  confidential: 'The case is confidential. Speak of it only with those who are called.',
  minutesTitle: 'Write the minutes',
  actions: 'What is to be done?',
  actionsHint: 'This is added to the measures of the case, with who and when.',
  save: 'Save the minutes',
  saved: 'The minutes are saved and cannot be changed.',
}
