import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Data flow',
  lead: 'Where personal data go: who they are disclosed to, what they are used for, in which systems, and who delivers to us or processes for us.',
  filters: { unit: 'Unit', system: 'System', processing: 'Processing activity' },
  recipient: 'Only one recipient is shown.',
  columns: { recipient: 'Recipients', processing: 'Processing activities', system: 'Systems', supplier: 'Suppliers' },
  picture: 'Picture of the data flow',
  about: (processings, systems, suppliers, recipients) =>
    `The picture shows processing activities (${processings}), systems (${systems}), suppliers (${suppliers}) and recipients (${recipients}). The list below says the same.`,
  list: 'The data flow as a list',
  empty: 'No data flow to show yet',
  emptyText: 'Once processing activities and systems are registered, the picture appears here.',
  none: 'Nothing to show',
  noneText: 'No processing activity fits what you have chosen. Choose something else.',
  abroadKey: 'Dashed frame: the data leave the EEA.',
  abroad: 'out of the EEA',
  unused: 'Systems without a processing activity',
}
