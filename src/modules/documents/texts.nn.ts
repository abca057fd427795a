import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  page: 'Side',
  of: 'av',
  draft: 'Utkast',
  draftNote: 'Dokumentet er ikkje ferdig og ikkje sendt.',
  reference: 'Saksnummer',
  date: 'Dato',
  missing: 'Manglar',
  note: 'Merknad',
  zone: 'Klokkeslett i norsk tid',
  logoOf: (organisation) => `Logoen til ${organisation}`,
  kinds: {
    deviationReport: 'Avviksmelding',
    riskAssessment: 'Risikovurdering',
    authorityNotice: 'Melding til Datatilsynet',
    subjectMessage: 'Brev til dei råka',
    memo: 'Notat',
    decision: 'Avgjerd',
    processorAgreement: 'Databehandlaravtale',
    annualReport: 'Årsrapport om avvik',
    caseFile: 'Heile saka',
  },
}
