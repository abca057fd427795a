import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  look: { note: { label: 'What did you look at?', hint: 'Say briefly why it is still right, or what you have corrected. No names.' } },
  title: 'To be looked at again',
  lead: 'Something related to these has changed. The owner of each record sees whether it is still right.',
  none: 'Nothing needs to be looked at again',
  noneText: 'When something changes, what is related to it is listed here.',
  task: 'See whether this is still right',
  hanging: 'Related records',
  pointsAt: 'Builds on',
  nothing: 'Nothing you have access to is connected with this yet.',
  all: (count) => `See all ${count}`,
  columns: { record: 'What', why: 'Why', by: 'Changed by', at: 'When' },
  changed: (fields) => `changed ${fields}`,
  quoted: (label) => `“${label}”`,
  hidden: 'Something you may not open',
  clock: 'Varde',
  marked: (who, when) => `Changed by ${who} ${when}`,
  doLook: 'Still right',
  history: 'Looked at before',
  lookedBy: (who, when) => `Looked at by ${who} ${when}`,
  said: 'It is recorded that this is still right.',
  own: 'Show only mine',
  everybody: 'Show all',
  refusals: {
    nothingChanged: 'This has been looked at already.',
    notAllowed: 'Only those who may change the record can confirm it.',
  },
  events: {
    'link.marked': () => 'To be looked at again',
    'link.looked': () => 'Looked at: still right',
  },
}
