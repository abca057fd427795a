import { noText, ownProfile, type Preset } from '../../kernel/profile.ts'
import type { Localised } from '../../kernel/texts.ts'
import { profiles as general } from '../organisation/public.ts'
import type { CasePart, CaseType, Profile, Route } from './profile.ts'

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })

const everyRoute = (route: Route): Readonly<Record<CaseType, Route>> => ({
  privacyDeviation: route,
  securityIncident: route,
  ruleDeviation: route,
  itEquipment: route,
})

const universityDuties: CasePart['assessment']['dutyTable'] = {
  unlikely: { authority: 'exception', subjects: 'no' },
  low: { authority: 'exception', subjects: 'no' },
  medium: { authority: 'yes', subjects: 'no' },
  high: { authority: 'yes', subjects: 'yes' },
}

const standard = { report: noText, letterStart: noText, letterContact: noText, letterEnd: noText }
const noMail = { on: false, address: null, plus: false, verifiedBy: null }
const noOther = { digitalSecurity: false, processorHours: null }
const altinn = 'https://www.altinn.no/'
const remindAtHoursLeft = [48, 24, 4]
const universityPeople = ['students', 'employees', 'applicants', 'researchParticipants', 'patients', 'others'] as const
const municipalityPeople = [
  'employees',
  'pupils',
  'kindergartenChildren',
  'guardians',
  'serviceRecipients',
  'residents',
  'callers',
  'applicants',
  'others',
] as const

const parts: Readonly<Record<Preset, CasePart>> = {
  oslomet: {
    deviation: {
      caseTypes: ['privacyDeviation', 'securityIncident'],
      routes: everyRoute({ queue: ['centralAssessor'], tell: ['centralAssessor'], address: 'sikkerhet@oslomet.no' }),
      definition: say(
        'Et personvernavvik er en hendelse der sikkerheten for personopplysninger er brutt. En sikkerhetshendelse kan også gjelde annen informasjon.',
        'Eit personvernavvik er ei hending der tryggleiken for personopplysningar er broten. Ei tryggleikshending kan òg gjelde annan informasjon.',
        'A privacy deviation is an incident where the security of personal data is breached. A security incident may also concern other information.',
      ),
      urgency: say('så raskt som mulig', 'så raskt som mogleg', 'as quickly as possible'),
      notifyLeader: true,
      notifyDpo: 'off',
      reporterProtection: 'none',
      names: 'forbidden',
      externalSystem: null,
      dataSubjects: universityPeople,
      quickReport: true,
      openReport: false,
      mailIn: noMail,
      draftReminderHours: 24,
      newNationalIdRule: true,
      freeTextInFile: false,
    },
    assessment: {
      assessors: ['centralAssessor'],
      deciders: ['centralAssessor'],
      jointly: [],
      dutyTable: universityDuties,
      effectRule: false,
      encryptedStillNotify: 'byLevel',
      manyPersons: 1000,
      leaderClosesInternal: false,
    },
    authority: {
      senders: ['centralAssessor'],
      hours: 72,
      remindAtHoursLeft,
      instruction: instruction(),
      link: altinn,
      publicAccessLocked: false,
    },
    regimes: noOther,
    subjectMessage: { drafters: ['centralAssessor'], signers: ['controller'], sami: false },
    ownWords: standard,
    // S1-19.
    reportLinks: [{ text: 'sikresiden.no: Si fra', address: 'https://www.sikresiden.no/' }],
    closing: { deciders: ['centralAssessor'], memo: 'optional' },
  },
  uio: {
    deviation: {
      caseTypes: ['ruleDeviation', 'privacyDeviation', 'securityIncident'],
      routes: everyRoute({ queue: ['cert', 'controller'], tell: ['cert', 'controller'], address: null }),
      definition: say(
        'Et avvik er når personopplysninger behandles på en annen måte enn regler og rutiner sier. Du kan melde selv om sikkerheten ikke er brutt.',
        'Eit avvik er når personopplysningar blir behandla på ein annan måte enn reglar og rutinar seier. Du kan melde sjølv om tryggleiken ikkje er broten.',
        'A deviation is when personal data are processed in a way other than rules and routines require. You can report even if security has not been breached.',
      ),
      urgency: say('umiddelbart', 'med ein gong', 'immediately'),
      notifyLeader: false,
      notifyDpo: 'off',
      reporterProtection: 'none',
      names: 'forbidden',
      externalSystem: null,
      dataSubjects: universityPeople,
      quickReport: true,
      openReport: false,
      mailIn: noMail,
      draftReminderHours: 24,
      newNationalIdRule: true,
      freeTextInFile: false,
    },
    assessment: {
      assessors: ['cert', 'controller'],
      deciders: ['cert', 'controller'],
      jointly: [],
      dutyTable: universityDuties,
      effectRule: false,
      encryptedStillNotify: 'byLevel',
      manyPersons: 1000,
      leaderClosesInternal: false,
    },
    authority: {
      senders: ['controller'],
      hours: 72,
      remindAtHoursLeft,
      instruction: instruction(),
      link: altinn,
      publicAccessLocked: false,
    },
    regimes: noOther,
    subjectMessage: { drafters: ['cert', 'controller'], signers: ['controller'], sami: false },
    ownWords: standard,
    reportLinks: [],
    closing: { deciders: ['controller'], memo: 'optional' },
  },
  sauda: {
    deviation: {
      caseTypes: ['privacyDeviation', 'itEquipment'],
      routes: {
        ...everyRoute({ queue: ['dpo'], tell: ['dpo'], address: null }),
        // S3-13: what is not about personal data goes to IT.
        itEquipment: { queue: ['serviceDesk'], tell: ['serviceDesk'], address: null },
        securityIncident: { queue: ['serviceDesk'], tell: ['serviceDesk'], address: null },
      },
      definition: say(
        'Personopplysninger på avveie er et avvik: de er ødelagt, tapt, endret eller spredt uten at det var meningen, eller på ulovlig vis.',
        'Personopplysningar på avvege er eit avvik: dei er øydelagde, tapte, endra eller spreidde utan at det var meininga, eller på ulovleg vis.',
        'Personal data that have gone astray are a deviation: destroyed, lost, altered or spread by accident or unlawfully.',
      ),
      urgency: say('så snart som mulig', 'så snart som mogleg', 'as soon as possible'),
      notifyLeader: false,
      notifyDpo: 'all',
      reporterProtection: 'none',
      names: 'restricted',
      externalSystem: 'Compilo',
      dataSubjects: municipalityPeople,
      quickReport: true,
      openReport: false,
      mailIn: noMail,
      draftReminderHours: 24,
      newNationalIdRule: true,
      freeTextInFile: false,
    },
    assessment: {
      assessors: ['dpo'],
      deciders: ['dpo'],
      jointly: [],
      dutyTable: {
        unlikely: { authority: 'no', subjects: 'no' },
        low: { authority: 'exception', subjects: 'no' },
        medium: { authority: 'yes', subjects: 'no' },
        high: { authority: 'yes', subjects: 'yes' },
      },
      effectRule: false,
      encryptedStillNotify: 'byLevel',
      manyPersons: 500,
      leaderClosesInternal: true,
    },
    authority: { senders: ['dpo'], hours: 72, remindAtHoursLeft, instruction: instruction(), link: altinn, publicAccessLocked: false },
    regimes: noOther,
    subjectMessage: { drafters: ['dpo'], signers: ['controller'], sami: false },
    ownWords: standard,
    reportLinks: [],
    closing: { deciders: ['dpo'], memo: 'optional' },
  },
  sandnes: {
    deviation: {
      caseTypes: ['privacyDeviation', 'securityIncident', 'itEquipment'],
      routes: {
        ...everyRoute({ queue: ['dpo', 'gdprUnit'], tell: ['gdprUnit'], address: null }),
        itEquipment: { queue: ['serviceDesk'], tell: ['serviceDesk'], address: null },
      },
      definition: say(
        'Et avvik er en hendelse der personopplysninger er på avveie, ikke lenger er riktige eller oppdaterte, eller har gått tapt.',
        'Eit avvik er ei hending der personopplysningar er på avvege, ikkje lenger er rette eller oppdaterte, eller har gått tapt.',
        'A deviation is an incident where personal data have gone astray, are no longer correct or up to date, or have been lost.',
      ),
      urgency: say('med en gang', 'med ein gong', 'at once'),
      notifyLeader: false,
      // S4-081 and S4-129 differ; the stricter reading is the start (F1).
      notifyDpo: 'all',
      reporterProtection: 'dpoOnly',
      names: 'restricted',
      externalSystem: 'Compilo',
      dataSubjects: municipalityPeople,
      quickReport: true,
      openReport: false,
      mailIn: noMail,
      draftReminderHours: 24,
      newNationalIdRule: true,
      freeTextInFile: false,
    },
    assessment: {
      assessors: ['dpo'],
      deciders: ['dpo'],
      jointly: ['dpo', 'ciso', 'controller', 'systemOwner'],
      dutyTable: {
        unlikely: { authority: 'no', subjects: 'no' },
        low: { authority: 'exception', subjects: 'no' },
        medium: { authority: 'yes', subjects: 'no' },
        high: { authority: 'yes', subjects: 'yes' },
      },
      effectRule: true,
      encryptedStillNotify: true,
      manyPersons: 500,
      leaderClosesInternal: false,
    },
    authority: {
      senders: ['gdprUnit'],
      hours: 72,
      remindAtHoursLeft,
      instruction: say(
        'Følg instruksen for melding til Datatilsynet i avvikssystemet. Kopier svarene herfra, felt for felt.',
        'Følg instruksen for melding til Datatilsynet i avvikssystemet. Kopier svara herfrå, felt for felt.',
        'Follow the instructions for notifying Datatilsynet in the deviation system. Copy the answers from here, field by field.',
      ),
      link: altinn,
      publicAccessLocked: true,
    },
    regimes: noOther,
    subjectMessage: { drafters: ['dpo'], signers: ['controller'], sami: false },
    ownWords: standard,
    // S4-040: the guidelines are on the intranet, whose address only the municipality knows.
    reportLinks: [{ text: 'Retningslinjer: Pulsen, under Hjelp i jobben', address: null }],
    closing: { deciders: ['controller'], memo: 'required' },
  },
}

/** The profile with what this module asks of it. */
export const caseProfile = ownProfile(parts)

/** What an organisation begins with. */
export const profiles: Readonly<Record<Preset, Profile>> = {
  oslomet: caseProfile(general.oslomet),
  uio: caseProfile(general.uio),
  sauda: caseProfile(general.sauda),
  sandnes: caseProfile(general.sandnes),
}

function instruction(): Localised {
  return say(
    'Meldingen sendes i Datatilsynets skjema i Altinn. Kopier svarene herfra, felt for felt, og registrer tidspunktet og referansen når du har sendt.',
    'Meldinga blir send i skjemaet til Datatilsynet i Altinn. Kopier svara herfrå, felt for felt, og registrer tidspunktet og referansen når du har sendt.',
    'The notification is sent on Datatilsynet’s form in Altinn. Copy the answers from here, field by field, and record the time and reference when you have sent it.',
  )
}
