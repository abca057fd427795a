import type { Answers } from './agreement.ts'

/** Everything that the law asks of an agreement, but whom it is with. */
export const wholeAnswers: Partial<Answers> = {
  purpose: 'Drifte systemet.',
  nature: 'Lagrer og sikkerhetskopierer.',
  dataSubjects: ['employees'],
  dataKinds: ['name', 'contact'],
  duration: 'Så lenge hovedavtalen gjelder.',
  subProcessing: 'none',
  instructions: 'Bare til drift.',
  confidentiality: 'yes',
  securityMeasures: 'Kryptert lagring.',
  assistsRights: 'yes',
  assistsSecurity: 'yes',
  noticeHours: 24,
  auditRight: 'yes',
  warnsUnlawful: 'yes',
  transfers: 'no',
  atEnd: 'deleted',
  assessedOn: '2026-01-10',
  guarantees: 'ISO 27001.',
  conclusion: 'sound',
}
