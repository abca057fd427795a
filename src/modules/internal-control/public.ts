export { addActivity, addAudit, addDocument, addFinding, addInspection, addMeeting, addRequirement, approveDocument } from './commands.ts'
export { activityFields, auditFields, documentFields, findingFields, inspectionFields, meetingFields, requirementFields } from './fields.ts'
export {
  activitiesBetween,
  auditsBetween,
  auditsOfYear,
  documentsInForce,
  findingsOf,
  inspectionsBetween,
  requirementsInForce,
} from './queries.ts'
export { auditRules, mayCoordinate, mayReadFindings } from './rules.ts'
export { texts as controlTexts } from './texts.ts'
