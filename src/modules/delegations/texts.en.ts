import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Delegations',
  one: 'Delegation',
  lead: 'Who has delegated which tasks, who has been given them, from when and until when, and what it is based on. The delegation covers the tasks, not the responsibility.',
  tasksOnly:
    'The delegation covers the tasks, not the responsibility: the controller is still responsible (GDPR Article 24, read on 30 November 2026).',
  add: 'Add a delegation',
  saved: 'The delegation has been saved.',
  newTitle: 'New delegation',
  editTitle: 'Edit delegation',
  none: 'No delegations have been registered yet',
  noneText: 'Start with the daily responsibility for processing personal data: one for each unit.',
  columns: {
    authority: 'Task',
    delegatedBy: 'From',
    delegatedTo: 'To',
    unit: 'Unit',
    fromDate: 'First day',
    toDate: 'Last day',
    inForce: 'In force',
  },
  unsaid: { toDate: 'No last day' },
  fields: {
    name: { label: 'What is the delegation called?', hint: 'For example “Daily responsibility for personal data, Health and Welfare”.' },
    authority: {
      label: 'What has been delegated?',
      choices: {
        processing: 'Daily follow-up of the processing of personal data',
        systems: 'The tasks of a system owner',
        disclosure: 'Deciding whether personal data are to be disclosed',
        access: 'Granting and removing access rights',
        agreements: 'Making data processing agreements',
        subjectRequests: 'Answering requests for access and other rights',
        notices: 'Notifying Datatilsynet',
        cameras: 'Approving camera surveillance',
        other: 'Something else',
      },
      choiceHints: {
        disclosure: 'The person given this by the system owner can decide requests for disclosure from the systems.',
      },
    },
    otherAuthority: { label: 'Which other task?' },
    delegatedBy: { label: 'Who delegates?' },
    delegatedTo: { label: 'Who is given the task?' },
    unit: {
      label: 'For which unit?',
      hint: 'It covers the units below too. Leave it empty when the delegation covers the whole organisation.',
    },
    processings: { label: 'For which processing activities?', hint: 'Choose none when the delegation covers all of the unit.' },
    systems: { label: 'For which systems?', hint: 'Choose none when the delegation covers all that the unit owns.' },
    fromDate: { label: 'First day' },
    toDate: { label: 'Last day', hint: 'Leave it empty when the delegation holds until somebody withdraws it.' },
    ground: { label: 'What is the delegation based on?', hint: 'For example the delegation rules and the point in them, or a decision.' },
    documentedIn: {
      label: 'Where is the delegation documented?',
      hint: 'For example a case number in the archive. Letters and decisions can be attached afterwards.',
    },
    onward: { label: 'Can the task be delegated further?', choices: { yes: 'Yes', no: 'No' } },
    inForce: { label: 'Is the delegation in force?', choices: { yes: 'Yes', no: 'No, it has been withdrawn' } },
  },
  refusals: {
    toThemselves: 'Nobody can delegate to themselves.',
    endsFirst: 'The delegation cannot end before it starts.',
    notYours: 'You can only register what you have delegated yourself.',
    receives: 'You cannot register a delegation that you are given yourself. Ask the person who delegates to register it.',
    giverAlone:
      'Only the person who delegates can register or edit a delegation of deciding on disclosure, because it gives authority in Varde. You can withdraw it.',
  },
  events: {
    added: 'Delegation added',
    edited: 'Delegation edited',
    given: 'Delegation given by the person who delegates',
    exported: 'List of delegations downloaded',
    refused: 'Edit of a delegation refused',
  },
  messages: {
    registered: 'Somebody has registered a delegation from you: check that it is right',
    altered: 'Somebody has edited a delegation from you: check that it is right',
  },
  tasks: {
    ends: 'The delegation expires: renew it, or withdraw it',
    ownHand: 'Somebody else has written that you let others decide on disclosure: give the delegation yourself, or withdraw it',
    anew: 'Somebody in the delegation has left: delegate again, or withdraw it',
  },
  panel: {
    title: 'Delegation',
    none: 'No delegation of the daily follow-up has been registered.',
    line: (by, to, from, until) => (until ? `from ${by} to ${to}, from ${from} until ${until}` : `from ${by} to ${to}, from ${from}`),
  },
  ownHand: {
    waits: 'This delegation gives no authority in Varde. Somebody other than the person who delegates has registered it.',
    give: 'Give the delegation',
    done: 'You have given the delegation. It gives authority from now on.',
    fromSystem: 'Let somebody else decide on disclosure from the system',
  },
  leaving: {
    given: 'has delegated it',
    received: 'has been given it',
    follows: 'The person who delegated it gets a task to delegate again. If that person has left, the task goes to the controller.',
  },
}
