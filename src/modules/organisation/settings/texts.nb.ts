import type { FieldTexts } from '../../../kernel/fields.ts'
import type { archiveFields, languageFields, titleFields } from './fields.ts'

export const nb = {
  lead: 'Endringen gjelder for nye saker. En sak som er begynt, følger oppsettet den begynte med.',
  follows: 'Hva som følger',
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: 'Oppsettet er lagret og gjelder for nye saker.',
  same: 'Ingenting er endret.',
  general: 'Oppsettet',
  kind: 'Type virksomhet',
  kinds: { university: 'universitet eller høyskole', municipality: 'kommune' },
  titles: 'Hva rollene heter',
  titlesOwn: (n: number) => (n === 0 ? 'Som i oppsettet' : n === 1 ? '1 eget navn' : `${n} egne navn`),
  titlesLead: 'Navnene dere bruker på rollene. De står slik i saker, brev og logg.',
  language: {
    heading: 'Hvilket språk virksomheten bruker',
    follows: 'Den som ikke har valgt språk selv, får sidene på dette språket.',
    fields: {
      locale: {
        label: 'Språk',
        hint: 'Brev og dokumenter skrives på dette språket, om ingen velger noe annet.',
        choices: { nb: 'bokmål', nn: 'nynorsk' },
      },
    } satisfies FieldTexts<typeof languageFields> as FieldTexts<typeof languageFields>,
  },
  archive: {
    heading: 'Hvor dokumentene arkiveres',
    follows: 'Navnet på arkivet står der noen skal arkivere. Tilgangskoden står øverst på dokumenter som ikke er for alle.',
    fields: {
      system: { label: 'Arkivsystem', hint: 'For eksempel navnet på sak- og arkivsystemet.' },
      accessCode: { label: 'Tilgangskode', hint: 'Hjemmelen dere unntar fra offentlighet med.' },
    } satisfies FieldTexts<typeof archiveFields> as FieldTexts<typeof archiveFields>,
  },
  title: {
    heading: (of: string) => `Hva rollen heter: ${of}`,
    follows: 'Rollen heter dette på sidene, i brev og i loggen. En sak som er begynt, beholder navnet den begynte med.',
    fields: {
      nb: { label: 'Bokmål', hint: 'Med liten forbokstav, slik det står inne i en setning.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    } satisfies FieldTexts<typeof titleFields> as FieldTexts<typeof titleFields>,
  },
  footer: {
    heading: 'Tekst nederst på dokumenter',
    follows: 'Teksten står sist i brev, meldinger, avtaler og andre dokumenter som lages fra nå av, på språket til dokumentet.',
    standard: 'ingen',
  },
  ownText: {
    title: 'Egne tekster',
    lead: 'Her kan dere skrive noe av det Varde sier, med egne ord. Det dere ikke skriver, står som standardteksten.',
    labels: {
      nb: { label: 'Bokmål', hint: 'La det stå tomt for standardteksten.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    },
  },
  versions: {
    title: 'Versjoner av oppsettet',
    lead: 'En sak følger den versjonen den begynte med. Hvem som endret hva, står i loggen.',
    fromPreset: 'Dette har dere endret',
    asPreset: 'Oppsettet er som det var da virksomheten ble satt opp.',
    preset: 'Slik er forslaget',
    ours: 'Slik er det hos dere',
    all: 'Alle versjoner',
    version: (n: number) => `Versjon ${n}`,
    first: 'da virksomheten ble satt opp',
    firstText: 'Forslaget dere begynte med.',
    nothing: 'Ingenting som kan endres her.',
    what: 'Hva',
    before: 'Før',
    after: 'Etter',
    none: 'ingen',
  },
  planned: {
    day: { holdsFrom: { label: 'Gjelder fra', hint: 'La det stå tomt hvis endringen skal gjelde med en gang.' } },
    title: 'Planlagte endringer',
    lead: 'Disse endringene begynner å gjelde den dagen som står. Til da gjelder oppsettet som før.',
    from: 'Gjelder fra',
    dropOf: (of: string) => `Forkast endringen: ${of}`,
    dropped: 'Den planlagte endringen er forkastet.',
    saved: (on: string) => `Endringen er planlagt og gjelder fra ${on}.`,
    refused: 'Denne kunne ikke gjøres da dagen kom. Se over spørsmålet og lagre på nytt, eller forkast den.',
    some: (n: number) => (n === 1 ? 'Én endring er planlagt' : `${n} endringer er planlagt`),
    gone: 'Spørsmålet finnes ikke lenger',
    task: 'En planlagt endring av oppsettet kunne ikke gjøres',
  },
  wrong: {
    dayHasBeen: 'Dagen har vært. Velg i dag eller en dag fram i tid, eller la feltet stå tomt.',
    dayTaken:
      'Noe annet er planlagt for det samme fra denne dagen. Forkast det først under «Versjoner av oppsettet», eller velg en annen dag.',
    stale: 'Noen andre har endret oppsettet etter at du åpnet siden. Du ser det de lagret under «Lagret nå». Se over, og lagre på nytt.',
    profileIncomplete: 'Arbeid må alltid ha en rolle. Velg minst én i «{label}».',
    notAllowed: 'Du har ikke lov til dette.',
    notFound: 'Finnes ikke lenger.',
    nothingChanged: 'Ingenting er endret.',
  } as Readonly<Record<string, string>>,
}

export type Texts = typeof nb
