import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  fields: {
    at: { label: 'When' },
    place: { label: 'Where', hint: 'A room, or a link to the meeting.' },
    others: {
      label: 'Others who take part',
      hint: 'Those without an account here. Write roles, such as “the supplier”. They get no message from Varde.',
    },
    agenda: {
      label: 'What the meeting is about',
      hint: 'Everyone who is invited reads this. Write nothing from the case that they should not know.',
    },
  },
  minutes: {
    minutes: { label: 'Minutes', hint: 'The main points of what was said. No names of the people the case concerns.' },
    decisions: { label: 'What you agreed on' },
  },
  callings: { leader: 'manager', it: 'IT', system: 'system owner', handler: 'handles the case', other: 'other participant' },
  title: 'Case meetings',
  lead: 'Invite the manager, somebody from IT and others who can contribute. They get a message with the time and place, but do not see the case.',
  none: 'No meetings yet.',
  held: 'Minutes written',
  planned: 'Minutes are missing',
  callTitle: 'Call a meeting',
  participants: 'Who do you want to invite?',
  another: 'Somebody else who works here',
  anotherHint: 'Choose from the list if somebody is missing.',
  call: 'Call the meeting',
  called: 'Those invited have been sent a message.',
  invitation: 'You are invited to a meeting about a deviation case',
  meeting: (number) => `Meeting about deviation ${number}`,
  when: 'When',
  where: 'Where',
  who: 'Participants',
  calledBy: 'Invited by',
  confidential: 'The case is confidential. Talk about it only with those who are invited.',
  minutesTitle: 'Write the minutes',
  actions: 'What needs to be done?',
  actionsHint: 'This is added to the measures of the case, with who is responsible and when it is due.',
  save: 'Save the minutes',
  saved: 'The minutes are saved and cannot be changed.',
}
