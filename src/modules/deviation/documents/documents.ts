import type { Document } from '../../documents/public.ts'
import { announcementDocument } from './announcement.ts'
import { assessmentDocument } from './assessment.ts'
import { breachDocument } from './breach.ts'
import { caseFileDocument } from './case-file.ts'
import type { CaseDocument, Material } from './material.ts'
import { memoDocument } from './memo.ts'
import { reportDocument } from './report.ts'

const make: Readonly<Record<CaseDocument, (material: Material) => Document>> = {
  deviationReport: reportDocument,
  riskAssessment: assessmentDocument,
  breachDocumentation: breachDocument,
  memo: memoDocument,
  announcement: announcementDocument,
  caseFile: caseFileDocument,
}

export const caseDocument = (kind: CaseDocument, material: Material): Document => make[kind](material)
