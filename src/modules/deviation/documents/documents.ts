import type { Document } from '../../documents/public.ts'
import { assessmentDocument } from './assessment.ts'
import { breachDocument } from './breach.ts'
import { caseFileDocument } from './case-file.ts'
import { memoDocument } from './memo.ts'
import type { CaseDocument, Papers } from './papers.ts'
import { reportDocument } from './report.ts'

const make: Readonly<Record<CaseDocument, (papers: Papers) => Document>> = {
  deviationReport: reportDocument,
  riskAssessment: assessmentDocument,
  breachDocumentation: breachDocument,
  memo: memoDocument,
  caseFile: caseFileDocument,
}

export const caseDocument = (kind: CaseDocument, papers: Papers): Document => make[kind](papers)
