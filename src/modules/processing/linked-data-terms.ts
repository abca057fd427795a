import type { Answers } from './processing.ts'

// What our own words are called in the W3C Data Privacy Vocabulary 2.3 (w3id.org/dpv, 25 February 2026; read 30 November 2026), its kinds of
// personal data (pd) and its articles of the GDPR (eu-gdpr). Where it has no word of its own, the nearest wider one stands beside our own label.

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  pd: 'https://w3id.org/dpv/pd#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

type Term = `${'dpv' | 'pd' | 'eu-gdpr'}:${string}`
type TermsOf<C extends string | null> = Readonly<Record<NonNullable<C>, Term>>

export const dataSubjectTerms: TermsOf<Answers['dataSubjects'][number]> = {
  employees: 'dpv:Employee',
  formerEmployees: 'dpv:DataSubject',
  applicants: 'dpv:Applicant',
  students: 'dpv:Student',
  researchParticipants: 'dpv:Participant',
  patients: 'dpv:Patient',
  pupils: 'dpv:Student',
  kindergartenChildren: 'dpv:Child',
  guardians: 'dpv:GuardianOfDataSubject',
  serviceRecipients: 'dpv:Client',
  residents: 'dpv:DataSubject',
  callers: 'dpv:DataSubject',
  supplierContacts: 'dpv:DataSubject',
  others: 'dpv:DataSubject',
}

export const dataKindTerms: TermsOf<Answers['dataKinds'][number]> = {
  name: 'pd:Name',
  contact: 'pd:Contact',
  birthDate: 'pd:BirthDate',
  nationalId: 'pd:OfficialID',
  protectedAddress: 'pd:PhysicalAddress',
  username: 'pd:Username',
  password: 'pd:Password',
  finances: 'pd:Financial',
  accountNumber: 'pd:FinancialAccountNumber',
  location: 'pd:Location',
  imageSound: 'dpv:PersonalData',
  communication: 'pd:Communication',
  employment: 'pd:Professional',
  application: 'dpv:PersonalData',
  schoolPlace: 'pd:School',
  timetable: 'dpv:PersonalData',
  grades: 'pd:EducationQualification',
  absence: 'dpv:PersonalData',
  specialTeaching: 'pd:Education',
  schoolEnvironment: 'pd:Education',
  education: 'pd:Education',
  childWelfare: 'dpv:SensitivePersonalData',
  socialServices: 'dpv:SensitivePersonalData',
  ethnicity: 'pd:EthnicOrigin',
  politics: 'pd:PoliticalOpinion',
  religion: 'pd:Religion',
  union: 'pd:TradeUnionMembership',
  genetic: 'pd:Genetic',
  biometric: 'pd:Biometric',
  health: 'pd:Health',
  sexuality: 'pd:Sexual',
  criminal: 'pd:Criminal',
}

export const useTerms: TermsOf<Answers['kindsOfUse'][number]> = {
  collection: 'dpv:Collect',
  registration: 'dpv:Record',
  compilation: 'dpv:Combine',
  storage: 'dpv:Store',
  disclosure: 'dpv:Disclose',
  alteration: 'dpv:Modify',
  publication: 'dpv:Disseminate',
  erasure: 'dpv:Erase',
}

export const basisTerms: TermsOf<Answers['basis'][number]> = {
  publicTask: 'eu-gdpr:A6-1-e',
  legalObligation: 'eu-gdpr:A6-1-c',
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  vitalInterests: 'eu-gdpr:A6-1-d',
  legitimateInterests: 'eu-gdpr:A6-1-f',
}
export const specialTerm = (letter: Answers['specialBasis'][number]): Term => `eu-gdpr:A9-2-${letter}`
