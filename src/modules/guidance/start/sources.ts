import type { SourceValues } from '../../sources/public.ts'

/** When the addresses and the articles below were last read. */
const checkedOn = '2026-11-28'

type Known = SourceValues & { readonly name: string }

const page = (name: string, address: string | null): Known => ({
  ...{ name, level: 'page', chapter: null, address, checkedOn: address === null ? null : checkedOn, inUse: 'yes' },
})

/** What the ready-made texts refer to. One without an address is for the organisation to fill in: it is not shown before that. */
export const sources = {
  gdpr: {
    ...{ name: 'Personvernforordningen (GDPR)', level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38', checkedOn },
  },
  personalDataAct: {
    ...{ name: 'Personopplysningsloven', level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/2018-06-15-38', checkedOn },
  },
  administration: {
    ...{ name: 'Forvaltningsloven', level: 'law', chapter: '§ 13', inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/1967-02-10', checkedOn },
  },
  archives: {
    ...{ name: 'Arkivlova', level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/2025-06-20-96', checkedOn },
  },
  egovernment: {
    ...{ name: 'Forskrift om elektronisk kommunikasjon med og i forvaltningen', level: 'regulation', chapter: '§ 15', inUse: 'yes' },
    ...{ address: 'https://lovdata.no/forskrift/2004-06-25-988', checkedOn },
  },
  ownRules: {
    ...{ name: 'Egne regler om personvern', level: 'institution', chapter: null, inUse: 'yes' },
    ...{ address: null, checkedOn: null },
  },
  itHandbook: {
    ...{ name: 'IT-sikkerhetshåndboken', level: 'handbook', chapter: null, inUse: 'yes' },
    ...{ address: null, checkedOn: null },
  },
  localRoutines: {
    ...{ name: 'Rutinene på enheten', level: 'routine', chapter: null, inUse: 'yes' },
    ...{ address: '/rutiner', checkedOn },
  },
  storageGuide: page('Lagringsguiden', '/lagringsguide'),
  checklist: page('Huskelisten', '/huskeliste'),
  reportPage: page('Meld avvik', '/avvik/ny'),
  emailInstruction: page('Sikkerhetsinstruks 2-9', null),
  emailPage: page('Bruk av e-post', null),
  authority: page('Datatilsynet om avvik', 'https://www.datatilsynet.no/regelverk-og-verktoy/avvikshandtering/'),
} as const satisfies Readonly<Record<string, Known>>
export type SourceKey = keyof typeof sources
