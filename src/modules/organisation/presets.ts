import type { Role } from '../../kernel/actor.ts'
import type { Preset, Profile } from '../../kernel/profile.ts'
import type { Localised } from '../../kernel/texts.ts'

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })

const titles: Profile['titles'] = {
  employee: say('ansatt', 'tilsett', 'employee'),
  caseworker: say('saksbehandler', 'saksbehandlar', 'caseworker'),
  leader: say('leder', 'leiar', 'manager'),
  unitHead: say('enhetsleder', 'einingsleiar', 'head of unit'),
  privacyContact: say('personvernkontakt', 'personvernkontakt', 'privacy contact'),
  dpo: say('personvernombud', 'personvernombod', 'data protection officer'),
  privacyAdviser: say('personvernrådgiver', 'personvernrådgivar', 'privacy adviser'),
  ciso: say('informasjonssikkerhetssjef', 'informasjonstryggleikssjef', 'information security manager'),
  controller: say('behandlingsansvarlig', 'behandlingsansvarleg', 'controller'),
  managementGroup: say('ledergruppe', 'leiargruppe', 'management group'),
  centralAssessor: say('sikkerhetsteamet', 'tryggleiksteamet', 'central security team'),
  cert: say('hendelsesteamet', 'hendingsteamet', 'incident response team'),
  gdprUnit: say('Personvern GDPR', 'Personvern GDPR', 'the unit Personvern GDPR'),
  systemOwner: say('systemeier', 'systemeigar', 'system owner'),
  superUser: say('superbruker', 'superbrukar', 'super user'),
  itHead: say('IT-sjef', 'IT-sjef', 'head of IT'),
  serviceDesk: say('IT Servicedesk', 'IT Servicedesk', 'IT service desk'),
  procurement: say('Anskaffelser', 'Innkjøp', 'Procurement'),
  documentCentre: say('dokumentsenteret', 'dokumentsenteret', 'the Document Centre'),
  property: say('eiendomsavdelingen', 'eigedomsavdelinga', 'the property department'),
  studyHead: say('studieleder', 'studieleiar', 'head of studies'),
  cardIssuer: say('kortutsteder', 'kortutferdar', 'ID card issuer'),
  serviceOffice: say('Servicekontoret', 'Servicekontoret', 'Service office'),
  auditor: say('revisor', 'revisor', 'auditor'),
  admin: say('administrator', 'administrator', 'administrator'),
}
const titlesWith = (own: Partial<Record<Role, Localised>>): Profile['titles'] => ({ ...titles, ...own })

/** What the four organisations begin with, but for what each module declares itself. Each row of part F-b; a value the source leaves open has the default argued there. */
export const profiles: Readonly<Record<Preset, Profile>> = {
  oslomet: {
    preset: 'oslomet',
    locale: 'nb',
    theme: 'oslomet',
    orgType: 'university',
    titles: titlesWith({
      controller: say('rektor', 'rektor', 'rector'),
      documentCentre: say('dokumentsenteret (SDI)', 'dokumentsenteret (SDI)', 'the Document Centre (SDI)'),
      unitHead: say('leder ved fakultet eller senter', 'leiar ved fakultet eller senter', 'head of faculty or centre'),
    }),
    archive: { system: 'Public 360', accessCode: null },
  },
  uio: {
    preset: 'uio',
    locale: 'nb',
    theme: 'uio',
    orgType: 'university',
    titles: titlesWith({
      controller: say('universitetsdirektør', 'universitetsdirektør', 'university director'),
      cert: say('UiO-CERT', 'UiO-CERT', 'UiO-CERT'),
    }),
    archive: { system: null, accessCode: null },
  },
  sauda: {
    preset: 'sauda',
    locale: 'nn',
    theme: 'sauda',
    orgType: 'municipality',
    titles: titlesWith({
      controller: say('kommunedirektør', 'kommunedirektør', 'chief municipal executive'),
    }),
    archive: { system: null, accessCode: null },
  },
  sandnes: {
    preset: 'sandnes',
    locale: 'nb',
    theme: 'sandnes',
    orgType: 'municipality',
    titles: titlesWith({
      controller: say('kommunedirektør', 'kommunedirektør', 'chief municipal executive'),
      unitHead: say('virksomhetsleder', 'verksemdsleiar', 'head of unit'),
      itHead: say('digitalisering- og IT-sjef', 'digitaliserings- og IT-sjef', 'head of digitalisation and IT'),
    }),
    archive: { system: 'sak-/arkivsystemet', accessCode: 'Unntatt offentlighet, offl. § 13, jf. personopplysningsloven § 18' },
  },
}
