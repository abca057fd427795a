import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  outOfUse: 'no longer in use',
  title: 'Systems',
  one: 'System',
  lead: 'The systems we use, who owns them, and what kinds of data they hold.',
  add: 'Add a system',
  saved: 'The system has been saved.',
  newTitle: 'New system',
  editTitle: 'Edit system',
  none: 'No systems have been registered yet',
  noneText: 'Start with the systems that hold the most personal data.',
  columns: { ownerUnit: 'Unit', owner: 'Owner', superUser: 'Super user', inUse: 'In use' },
  fields: {
    name: { label: 'Name' },
    purpose: { label: 'What is the system used for?' },
    ownerUnit: { label: 'Unit that owns the system' },
    owner: { label: 'System owner', hint: 'If you leave it empty, the leader of the unit becomes the owner.' },
    superUser: { label: 'Super user' },
    dataKinds: {
      label: 'What kinds of data does it hold?',
      choices: {
        contact: 'Contact data',
        nationalId: 'National identity numbers',
        employment: 'Employment and pay',
        education: 'Pupil or student data',
        health: 'Health data',
        economy: 'Finances',
        archive: 'Cases and archive',
        sensitive: 'Other special categories',
        none: 'No personal data',
      },
    },
    inUse: { label: 'Is the system in use?', choices: { yes: 'Yes', no: 'No' } },
  },
  refusals: {
    nameTaken: 'There is already a system with this name.',
  },
  events: {
    added: 'System added',
    edited: 'System changed',
    exported: 'List of systems downloaded',
    refused: 'Refused change to a system',
  },
}
