import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  nav: 'Log',
  title: 'Log',
  lead: 'Everything done in Varde: what, when and who did it. The log cannot be changed or deleted. Reading it is logged too.',
  none: 'No events match your search',
  noneText: 'Try a longer period, or remove one of the fields.',
  filter: {
    from: 'From',
    to: 'To',
    kind: 'Kind of event',
    anyKind: 'All events',
    subject: 'Case number or id',
    person: 'Name, in full or part',
  },
  columns: { at: 'Time', who: 'Who', what: 'What', subject: 'About' },
  subjects: {
    deviation: 'Deviation',
    access: 'Access',
    account: 'Account',
    audit: 'The log',
    mail: 'E-mail',
    organisation: 'The organisation',
    person: 'Person',
    system: 'System',
    unit: 'Unit',
  },
  actors: { protected: 'Protected reporter', clockwork: 'Varde, by itself', gone: 'Unknown person' },
  events: {
    'audit.searched': ({ hits, filters }) => (filters.length === 0 ? 'Read the log' : `Searched the log, ${hits} hits on the page`),
    'audit.exported': ({ rows }) => `Downloaded ${rows} lines of the log`,
  },
  onlyThis: 'Show all about this',
  exportCsv: 'Download the log (CSV)',
  csv: { columns: ['Time (UTC)', 'Who', 'Kind of actor', 'What', 'Event', 'About', 'Id', 'Details'], fileName: 'log.csv' },
}
