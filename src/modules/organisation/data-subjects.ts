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
const elsewhere = { municipality: ['students'], university: ['kindergartenChildren'] } as const
/** Those of them that an organisation of this kind meets: no students in a municipality, no kindergarten at a university. */
export const dataSubjectsOf = (kind: keyof typeof elsewhere): readonly DataSubject[] =>
  dataSubjects.filter((one) => !(elsewhere[kind] as readonly DataSubject[]).includes(one))
