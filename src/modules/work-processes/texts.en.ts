import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  outOfUse: 'no longer in use',
  title: 'Work processes',
  one: 'Work process',
  lead: 'The tasks we carry out, such as admission and allocating a place. Each processing activity belongs to one or more of them.',
  add: 'Add a work process',
  saved: 'The work process has been saved.',
  newTitle: 'New work process',
  editTitle: 'Edit work process',
  none: 'No work processes have been registered yet',
  noneText: 'Start with the tasks that use the most personal data.',
  columns: { unit: 'Unit', inUse: 'In use' },
  fields: {
    name: { label: 'Name' },
    purpose: { label: 'What is the task?' },
    unit: { label: 'Unit that carries it out' },
    inUse: { label: 'Is it carried out today?', choices: { yes: 'Yes', no: 'No' } },
  },
  refusals: { nameTaken: 'There is already a work process with this name.' },
  events: {
    added: 'Work process added',
    edited: 'Work process edited',
    exported: 'List of work processes downloaded',
    refused: 'Edit of a work process refused',
  },
}
