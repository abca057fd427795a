import type { PartKind, Wording } from './parts.ts'

type Field = { readonly label: string; readonly hint?: string }

export const nb = {
  lead: 'Endringen gjelder for nye saker fra nå av. En sak som er begynt, følger oppsettet den begynte med.',
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: 'Oppsettet er lagret og gjelder for nye saker.',
  same: 'Ingenting er endret.',
  titles: 'Hva rollene heter',
  titlesLead: 'Navnene dere bruker på rollene. De står slik i saker, brev og logg.',
  heading: {
    receivers: (of: string) => `Hvem får avviksmeldingen: ${of}`,
    deciders: () => 'Hvem vurderer og avgjør',
    letters: () => 'Hvem sender, skriver og signerer',
    reminders: () => 'Når det minnes om frister',
    wording: (of: string) => `Tekst: ${of}`,
    title: (of: string) => `Hva rollen heter: ${of}`,
  } satisfies Record<PartKind, (of: string) => string> as Record<PartKind, (of: string) => string>,
  wordings: {
    definition: 'hva et avvik er',
    urgency: 'hvor raskt avvik skal meldes',
    instruction: 'hvordan meldingen til Datatilsynet sendes',
  } satisfies Record<Wording, string> as Record<Wording, string>,
  fields: {
    receivers: {
      queue: { label: 'Behandler saken', hint: 'De som har en av rollene, får saken i listen sin. Velg minst én.' },
      tell: { label: 'Får varsel med en gang' },
      address: { label: 'Felles e-postadresse', hint: 'Får varselet i tillegg. Varselet har bare en lenke.' },
    },
    deciders: {
      assessors: { label: 'Vurderer risikoen' },
      deciders: { label: 'Avgjør om det er brudd, og hvem som skal få vite det' },
      closers: { label: 'Avgjør at saken lukkes' },
    },
    letters: {
      senders: { label: 'Sender meldingen til Datatilsynet' },
      drafters: { label: 'Skriver brev til de berørte' },
      signers: { label: 'Signerer brev til de berørte' },
    },
    reminders: {
      first: {
        label: 'Første påminnelse: timer igjen av fristen på 72',
        hint: 'La det stå tomt for ingen. Når fristen er passert, varsles det uansett.',
      },
      second: { label: 'Andre påminnelse: timer igjen' },
      third: { label: 'Tredje påminnelse: timer igjen' },
      draft: { label: 'Timer før den som skriver, blir minnet om et utkast som ikke er sendt' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'Engelsk' } },
    title: {
      nb: { label: 'Bokmål', hint: 'Med liten forbokstav, slik det står inne i en setning.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    },
  } as Readonly<Record<PartKind, Readonly<Record<string, Field>>>>,
  wrong: {
    stale: 'Noen andre har endret oppsettet etter at du åpnet siden. Du ser det de lagret under «Lagret nå». Se over, og lagre på nytt.',
    profileIncomplete: 'Arbeid må alltid ha en rolle. Velg minst én i «{label}».',
    notAnAddress: 'Skriv en e-postadresse, for eksempel avvik@kommune.no.',
    notAllowed: 'Du har ikke lov til dette.',
    notFound: 'Finnes ikke lenger.',
    nothingChanged: 'Ingenting er endret.',
  } as Readonly<Record<string, string>>,
}

export type Texts = typeof nb
