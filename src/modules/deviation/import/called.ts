import { turned } from '../../../register/import/called.ts'
import type { OldCase } from '../fields-import.ts'

// What the columns of other systems are called, and what their answers mean. Read 29 November 2026:
//
// - Compilo. No list of the columns of its export is public. That an employee grades a deviation as low, medium or high is told by iTromsø
//   (25 September 2018, itromso.no), so that grade is how serious it is here, and never the risk to those affected: that one is assessed.
//   Dønna and Grong tell on their own pages what they call it: "avvik", "uønsket hendelse".
// - Draftit Privacy Incident. No list of columns is public. Its page (visma.no/gdpr-losninger, visma.se/draftit) names what is documented:
//   the cause, how many are affected, whether there is a risk, whether they are told; and three courses: new, examined, ended.
//
// So their words are met by what is known, and by what registers of deviations are commonly headed. What is met by no word is chosen once by
// hand, and remembered.

type Name = keyof OldCase & string
const headings: Readonly<Partial<Record<Name, readonly string[]>>> = {
  externalReference: ['Avviksnummer', 'Avviksnr', 'Avvik nr', 'Saksnummer', 'Saksnr', 'Sak nr', 'Løpenummer', 'Nr', 'ID', 'Ärendenummer'],
  receivedOn: ['Meldt', 'Meldt dato', 'Registrert', 'Registrert dato', 'Registreringsdato', 'Opprettet', 'Oppretta', 'Skapad'],
  discoveredOn: ['Oppdaget', 'Oppdaga', 'Hendelsesdato', 'Hendelse dato', 'Dato for hendelsen', 'Hendingsdato', 'Upptäckt'],
  ended: ['Status', 'Tilstand', 'Saksstatus'],
  closedOn: ['Lukket', 'Lukka', 'Lukket dato', 'Avsluttet', 'Avslutta', 'Avsluttet dato', 'Avslutad'],
  shortName: ['Tittel', 'Overskrift', 'Emne', 'Rubrik', 'Title'],
  whatHappened: [
    'Beskrivelse',
    'Hendelse',
    'Hending',
    'Hva skjedde',
    'Kva skjedde',
    'Beskrivelse av hendelsen',
    'Beskrivning',
    'Description',
  ],
  affectedUnit: ['Enhet', 'Eining', 'Avdeling', 'Virksomhet', 'Organisasjonsenhet', 'Tjenestested', 'Enhet/avdeling'],
  system: ['System', 'Fagsystem', 'IT-system'],
  caseType: ['Avvikstype', 'Type avvik'],
  personalData: ['Personopplysninger', 'Personopplysningar', 'Personvernbrudd'],
  categories: ['Kategori', 'Kategorier', 'Type hendelse'],
  causeCode: ['Årsakskode'],
  mainCause: ['Årsak', 'Årsaker', 'Orsak', 'Årsak til avviket'],
  affectedCount: ['Antall berørte', 'Berørte', 'Antall registrerte', 'Tal på råka', 'Antal drabbade'],
  consequencesSubjects: ['Konsekvens', 'Konsekvenser', 'Følger', 'Følgjer'],
  severity: ['Alvorlighetsgrad', 'Alvorlighet', 'Alvorsgrad', 'Allvarlighetsgrad', 'Prioritet'],
  level: ['Risiko', 'Risikonivå', 'Risiko for de registrerte', 'Risk'],
  notified: ['Meldt Datatilsynet', 'Meldt til Datatilsynet', 'Datatilsynet'],
  notifiedOn: ['Dato meldt Datatilsynet', 'Meldt Datatilsynet dato', 'Sendt Datatilsynet'],
  informed: ['Berørte informert', 'De berørte informert', 'Registrerte informert', 'Dei råka informerte'],
  informedOn: ['Dato informert', 'Dato berørte informert'],
  correction: ['Tiltak', 'Strakstiltak', 'Korrigerende tiltak', 'Åtgärder', 'Løsning'],
}
const answers: Readonly<Partial<Record<Name, Readonly<Record<string, readonly string[]>>>>> = {
  ended: {
    closed: ['Lukket', 'Lukka', 'Avsluttet', 'Avslutta', 'Ferdig', 'Ferdigbehandlet', 'Ferdigbehandla', 'Avslutad', 'Closed', 'Done'],
    open: ['Åpen', 'Open', 'Ny', 'Nytt', 'Under behandling', 'Til behandling', 'Pågår', 'Ikke lukket', 'Granskas', 'New', 'In progress'],
  },
  severity: {
    minor: ['Lav', 'Låg', 'Liten', 'Grønn', 'Low'],
    moderate: ['Middels', 'Medium', 'Gul'],
    serious: ['Høy', 'Høg', 'Rød', 'Raud', 'High'],
    critical: ['Kritisk', 'Svært høy', 'Svært høg', 'Critical'],
  },
  level: { unlikely: ['Ingen risiko', 'Ingen'], low: ['Lav', 'Låg', 'Low'], medium: ['Middels', 'Medium'], high: ['Høy', 'Høg', 'High'] },
  personalData: { unsure: ['Usikker', 'Vet ikke', 'Veit ikkje', 'Ukjent'] },
}

export const alsoCalled = {
  headings: turned(headings as Readonly<Record<string, readonly string[]>>),
  choices: Object.fromEntries(Object.entries(answers).map(([name, all]) => [name, turned(all)])),
}
