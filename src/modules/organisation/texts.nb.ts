import type { FieldTexts } from '../../kernel/fields.ts'
import type { detailsFields } from './fields.ts'
import type { LogoRefusal } from './logo.ts'

export const nb = {
  nav: 'Innstillinger',
  title: 'Innstillinger',
  lead: 'Slik er virksomheten satt opp. Alt annet i Varde følger av dette.',
  name: 'Navn',
  version: 'Versjoner av oppsettet, og hva dere har endret. Nå gjelder versjon',
  details: 'Opplysninger om virksomheten',
  detailsLead: 'De står øverst på brev og dokumenter og i meldinger til Datatilsynet. Det som er sendt, endres ikke.',
  detailsMissing: 'Organisasjonsnummer, adresse og telefon bør fylles ut: de står på brev og i meldinger til Datatilsynet.',
  lacking: 'Mangler noe',
  editDetails: 'Endre opplysningene om virksomheten',
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: 'Opplysningene er lagret.',
  field: {
    number: { label: 'Organisasjonsnummer', hint: 'Ni siffer. Mellomrom gjør ingenting.' },
    address: { label: 'Postadresse', hint: 'Gate eller postboks, postnummer og sted.' },
    telephone: { label: 'Telefon', hint: 'Sentralbordet, eller det nummeret folk skal ringe.' },
    email: { label: 'E-post', hint: 'Postmottaket, for eksempel post@kommune.no.' },
  } satisfies FieldTexts<typeof detailsFields> as FieldTexts<typeof detailsFields>,
  refusals: {
    notANumber: 'Dette er ikke et organisasjonsnummer. Se etter en tastefeil: det har ni siffer, og det siste kontrollerer de andre.',
    notAnAddress: 'Skriv en e-postadresse, for eksempel post@kommune.no.',
    nothingChanged: 'Ingenting er endret.',
    stale: 'Noen andre har endret opplysningene. Se over, og lagre på nytt.',
    notNow: 'Dette kan ikke gjøres nå.',
  } as Record<string, string>,
  logo: {
    title: 'Logo på dokumenter',
    label: 'Logo',
    lead: 'Logoen står øverst på brev og dokumenter som lages fra nå av. Uten logo står navnet alene.',
    now: 'Logoen slik den er nå',
    choose: 'Velg et bilde',
    chooseAnother: 'Velg et annet bilde',
    hint: 'PNG, JPEG eller SVG, høyst 1 MB. Bruk et bilde som synes på hvitt papir.',
    remove: 'Fjern logoen',
    saved: 'Logoen er lagret.',
    removed: 'Logoen er fjernet. Dokumenter som er laget, beholder den.',
    refusals: {
      noFile: 'Velg et bilde først.',
      tooLarge: 'Bildet er for stort. Det kan være høyst 1 MB.',
      notAPicture: 'Dette er ikke et bilde vi kan tegne. Bruk PNG, JPEG eller SVG. Tekst i en SVG må være gjort om til former.',
      pointsOut: 'Bildet henter noe fra et annet sted. Lagre det på nytt med alt i én fil.',
      oddShape: 'Bildet er for bredt eller for høyt til å stå øverst på et brev.',
    } satisfies Record<LogoRefusal, string> as Record<string, string>,
  },
  letterhead: { number: (n: string) => `Org.nr. ${n}`, telephone: (n: string) => `Telefon ${n}` },
  profileChanged: (version: number) => `Oppsettet endret (versjon ${version})`,
  settingPlanned: (from: string) => `Endring av oppsettet planlagt fra ${from}`,
  events: {
    'organisation.created': () => 'Virksomheten opprettet',
    'organisation.detailsEdited': () => 'Opplysninger om virksomheten endret',
    'organisation.logoSet': () => 'Logo på dokumenter byttet',
    'organisation.logoRemoved': () => 'Logo på dokumenter fjernet',
    'organisation.planDropped': () => 'Planlagt endring av oppsettet forkastet',
    'organisation.planRefused': () => 'Planlagt endring av oppsettet kunne ikke gjøres',
    'organisation.refused': () => 'Endring av virksomheten avvist',
  },
}

export type Texts = typeof nb
