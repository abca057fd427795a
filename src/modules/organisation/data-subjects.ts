/** Those whose data it is: our relation to them (S1-37). Which of them are asked about follows the organisation. */
export const dataSubjects = [
  'employees',
  'formerEmployees',
  'applicants',
  'students',
  'researchParticipants',
  'patients',
  'pupils',
  'kindergartenChildren',
  'guardians',
  'serviceRecipients',
  'residents',
  'callers',
  'supplierContacts',
  'others',
] as const
export type DataSubject = (typeof dataSubjects)[number]
