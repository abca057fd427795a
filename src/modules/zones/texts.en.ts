import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  outOfUse: 'no longer in use',
  title: 'Premises and zones',
  one: 'Zone',
  lead: 'The places people are given access to, such as a building, an archive or a server room. Each zone says how well it must be protected.',
  add: 'Add a zone',
  saved: 'The zone has been saved.',
  newTitle: 'New zone',
  editTitle: 'Edit zone',
  none: 'No zones have been registered yet',
  noneText: 'Start with the rooms where personal data are stored or processed.',
  columns: { unit: 'Unit', protection: 'Protection', responsible: 'Responsible', inUse: 'In use' },
  fields: {
    name: { label: 'Name' },
    unit: { label: 'Unit that has the premises' },
    protection: {
      label: 'Who should be let in?',
      choices: { open: 'Everyone, visitors too', staff: 'Those who work here', restricted: 'Only those who need it for their work' },
    },
    responsible: { label: 'Who decides who is let in?' },
    measures: {
      label: 'Security measures',
      choices: {
        lock: 'Locked door',
        keyCard: 'Access card',
        code: 'Code in addition to the card',
        alarm: 'Burglar alarm',
        camera: 'Camera surveillance',
        reception: 'Staffed reception',
        visitorLog: 'Visitors are registered',
        escort: 'Visitors are accompanied by an employee',
        lockedStorage: 'Locked archive or cabinet',
        screening: 'Cannot be seen into from outside',
      },
    },
    about: { label: 'What is there, and what more has been done to secure it?' },
    inUse: { label: 'Is the zone in use?', choices: { yes: 'Yes', no: 'No' } },
  },
  refusals: { nameTaken: 'There is already a zone with this name.' },
  events: {
    added: 'Zone added',
    edited: 'Zone edited',
    exported: 'List of zones downloaded',
    refused: 'Edit of a zone refused',
  },
}
