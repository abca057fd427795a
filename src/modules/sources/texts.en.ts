import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  outOfUse: 'no longer applies',
  title: 'Rules and links',
  one: 'Source',
  lead: 'Laws, rules, handbooks and pages that the guidance refers to. If you correct an address here, it is right everywhere.',
  add: 'Add a source',
  saved: 'The source has been saved.',
  newTitle: 'New source',
  editTitle: 'Edit source',
  none: 'No sources have been registered yet',
  noneText: 'Start with the act, the regulations and your own rules.',
  columns: { level: 'Level', chapter: 'Chapter', checkedOn: 'Last checked' },
  fields: {
    name: { label: 'Name' },
    level: {
      label: 'What kind of source is it?',
      choices: {
        law: 'Act',
        regulation: 'Regulations',
        institution: 'The organisation’s own rules',
        handbook: 'Handbook',
        routine: 'Local routine',
        page: 'Web page',
      },
    },
    chapter: { label: 'Chapter, article or section' },
    address: { label: 'Web address', hint: 'Without an address the source is not shown in the guidance.' },
    checkedOn: { label: 'When was it last checked?', hint: 'The day somebody last made sure that the content and the address are right.' },
    inUse: { label: 'Does it apply today?', choices: { yes: 'Yes', no: 'No' } },
  },
  refusals: {
    nameTaken: 'There is already a source with this name.',
    notAnAddress: 'Enter an address that begins with https:// or with a slash.',
  },
  events: {
    added: 'Source added',
    edited: 'Source edited',
    exported: 'List of rules downloaded',
    refused: 'Edit of a source refused',
  },
}
