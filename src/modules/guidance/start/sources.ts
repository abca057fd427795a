import type { Locale } from '../../../kernel/texts.ts'
import type { SourceValues } from '../../sources/public.ts'

/** When the addresses and the articles below were last read. */
const checkedOn = '2026-11-28'

/** Called as the organisation writes: the laws have a name in each language. */
type Named = { readonly nb: string; readonly nn: string }
type Known = Omit<SourceValues, 'name'> & { readonly name: Named }

const page = (name: Named, address: string | null): Known => ({
  ...{ name, level: 'page', chapter: null, address, checkedOn: address === null ? null : checkedOn, inUse: 'yes' },
})

/** What the ready-made texts refer to. One without an address is for the organisation to fill in: it is not shown before that. */
export const sources = {
  gdpr: {
    ...{ name: { nb: 'Personvernforordningen (GDPR)', nn: 'Personvernforordninga (GDPR)' }, level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38', checkedOn },
  },
  personalDataAct: {
    ...{ name: { nb: 'Personopplysningsloven', nn: 'Personopplysningslova' }, level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/2018-06-15-38', checkedOn },
  },
  administration: {
    ...{ name: { nb: 'Forvaltningsloven', nn: 'Forvaltningslova' }, level: 'law', chapter: '§ 13', inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/1967-02-10', checkedOn },
  },
  archives: {
    ...{ name: { nb: 'Arkivlova', nn: 'Arkivlova' }, level: 'law', chapter: null, inUse: 'yes' },
    ...{ address: 'https://lovdata.no/lov/2025-06-20-96', checkedOn },
  },
  egovernment: {
    ...{
      name: {
        nb: 'Forskrift om elektronisk kommunikasjon med og i forvaltningen',
        nn: 'Forskrift om elektronisk kommunikasjon med og i forvaltninga',
      },
      level: 'regulation',
      chapter: '§ 15',
      inUse: 'yes',
    },
    ...{ address: 'https://lovdata.no/forskrift/2004-06-25-988', checkedOn },
  },
  ownRules: {
    ...{ name: { nb: 'Egne regler om personvern', nn: 'Eigne reglar om personvern' }, level: 'institution', chapter: null, inUse: 'yes' },
    ...{ address: null, checkedOn: null },
  },
  itHandbook: {
    ...{ name: { nb: 'IT-sikkerhetshåndboken', nn: 'IT-tryggleikshandboka' }, level: 'handbook', chapter: null, inUse: 'yes' },
    ...{ address: null, checkedOn: null },
  },
  localRoutines: {
    ...{ name: { nb: 'Rutinene på enheten', nn: 'Rutinane på eininga' }, level: 'routine', chapter: null, inUse: 'yes' },
    ...{ address: '/rutiner', checkedOn },
  },
  storageGuide: page({ nb: 'Lagringsguiden', nn: 'Lagringsguiden' }, '/lagringsguide'),
  checklist: page({ nb: 'Huskelisten', nn: 'Hugselista' }, '/huskeliste'),
  reportPage: page({ nb: 'Meld avvik', nn: 'Meld avvik' }, '/avvik/ny'),
  emailInstruction: page({ nb: 'Sikkerhetsinstruks 2-9', nn: 'Sikkerhetsinstruks 2-9' }, null),
  emailPage: page({ nb: 'Bruk av e-post', nn: 'Bruk av e-post' }, null),
  authority: page(
    { nb: 'Datatilsynet om avvik', nn: 'Datatilsynet om avvik' },
    'https://www.datatilsynet.no/regelverk-og-verktoy/avvikshandtering/',
  ),
} as const satisfies Readonly<Record<string, Known>>
export type SourceKey = keyof typeof sources

/** The same, as an organisation calls it that writes in this language. */
export const sourceIn = (key: SourceKey, locale: Locale): SourceValues => {
  const { name, ...rest } = sources[key]
  return { ...rest, name: locale === 'nn' ? name.nn : name.nb }
}
