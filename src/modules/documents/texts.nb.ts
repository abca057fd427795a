/** The fixed words of every document, and the name each kind has in the foot of its pages. */
export const nb = {
  page: 'Side',
  of: 'av',
  draft: 'Utkast',
  draftNote: 'Dokumentet er ikke ferdig og ikke sendt.',
  reference: 'Saksnummer',
  date: 'Dato',
  missing: 'Mangler',
  note: 'Merknad',
  zone: 'Klokkeslett i norsk tid',
  logoOf: (organisation: string) => `Logoen til ${organisation}`,
  kinds: {
    deviationReport: 'Avviksmelding',
    riskAssessment: 'Risikovurdering',
    authorityNotice: 'Melding til Datatilsynet',
    subjectMessage: 'Brev til de berørte',
    memo: 'Notat',
    decision: 'Avgjørelse',
    processorAgreement: 'Databehandleravtale',
    annualReport: 'Årsrapport om avvik',
    caseFile: 'Hele saken',
    breachDocumentation: 'Dokumentasjon av bruddet',
    risk: 'Risikovurdering (ROS)',
    dpia: 'Personvernkonsekvensvurdering (DPIA)',
    processing: 'Avgjørelse om behandling',
    file: 'Fil',
    receipt: 'Kvittering fra Datatilsynet',
    answer: 'Svar fra Datatilsynet',
    compliance: 'Etterlevelsesrapport',
  },
}

export type Texts = typeof nb
