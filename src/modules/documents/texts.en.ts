import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  page: 'Page',
  of: 'of',
  draft: 'Draft',
  draftNote: 'This document is not finished and has not been sent.',
  reference: 'Case number',
  date: 'Date',
  missing: 'Missing',
  note: 'Note',
  zone: 'Times are Norwegian time',
  logoOf: (organisation) => `Logo of ${organisation}`,
  kinds: {
    deviationReport: 'Deviation report',
    riskAssessment: 'Risk assessment',
    authorityNotice: 'Notification to Datatilsynet',
    subjectMessage: 'Letter to those affected',
    memo: 'Memo',
    decision: 'Decision',
    processorAgreement: 'Data processing agreement',
    annualReport: 'Annual report on deviations',
    caseFile: 'The whole case',
  },
}
