import type { DocumentKind } from './allowed.ts'

const kinds: Readonly<Record<DocumentKind, string>> = {
  deviationReport: 'Avviksmelding',
  riskAssessment: 'Risikovurdering',
  breachDocumentation: 'Dokumentasjon av bruddet',
  memo: 'Notat',
  announcement: 'Kunngjøring',
  caseFile: 'Hele saken',
  authorityNotice: 'Melding til Datatilsynet',
  subjectMessage: 'Brev til de berørte',
}

export const nb = {
  title: 'Dokumenter',
  lead: 'Alt i saken som dokumenter, på språket til saken. Et utkast er merket som utkast på hver side.',
  now: 'Kan lages nå',
  kept: 'Ferdige utgaver',
  keptHint: 'Lagret slik de var. De kan ikke endres.',
  noneKept: 'Ingen dokumenter er ferdige ennå.',
  kind: 'Dokument',
  edition: 'Utgave',
  made: 'Laget',
  by: 'Av',
  state: { draft: 'Utkast', current: 'Slik saken er nå', final: 'Ferdig' },
  kinds,
  download: 'Last ned PDF',
  downloadDocx: 'Last ned Word-fil (DOCX)',
  downloadText: 'Last ned som tekst',
  open: 'Se dokumentet',
  asText: 'Teksten i dokumentet',
  editionOf: (name: string, number: number): string => `${name}, utgave ${number}`,
  fingerprint: 'Fingeravtrykk (SHA-256)',
  draftNotice: 'Dette er et utkast. Det endrer seg når saken endrer seg.',
  finalNotice: (when: string): string => `Ferdig utgave fra ${when}. Den endres ikke.`,
  describe: {
    deviationReport: 'Avviksmeldingen slik den ble sendt, i tre deler.',
    riskAssessment: 'Kriteriene, nivået, pliktene og avgjørelsene.',
    breachDocumentation: 'Omstendigheter, omfang, virkninger og retting.',
    memo: 'Seks deler til den som avgjør, med vedleggene.',
    announcement: 'Når hver enkelt ikke kan få beskjed: tekst til en kunngjøring, på tre språk.',
    caseFile: 'Alt samlet, med hendelsene i rekkefølge.',
  },
}

export type Texts = typeof nb
