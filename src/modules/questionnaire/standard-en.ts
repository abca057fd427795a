import type { StandardWords } from './standard-words.ts'

export const en: StandardWords = {
  name: 'Annual internal control',
  source: 'Guide to the annual internal control, University of Oslo. Published 9 December 2016, last changed 11 May 2019.',
  options: {
    covered: ['Fully covered', 'You are almost certain that “yes, this is true for my unit”.'],
    notCovered: ['Not covered', 'You are almost certain that “no, this is not true for my unit”.'],
    yes: ['Yes', 'You are almost certain that the answer is yes for your unit.'],
    no: ['No', 'You are almost certain that the answer is no for your unit.'],
  },
  sections: {
    knowledge: ['Information and knowledge about processing of personal data', ''],
    mapping: [
      'Mapping and notifying processing of personal data',
      'Processing is everything done with personal data: collecting, recording, combining, storing, disclosing and erasing (GDPR Article 4(2)).',
    ],
    access: ['Access, information and consent', ''],
    exporting: ['Export of data', ''],
    security: [
      'Information security',
      'Information security means keeping information confidential, correct and available. Only those who need personal data in their work may process them. The standard security services are usually enough; where processing has special needs, the person responsible secures it with separate measures.',
    ],
    deletion: [
      'Erasure',
      'When the purpose is gone, or the basis no longer applies for other reasons, the data must be erased. The person responsible for the processing must have routines for it.',
    ],
    deviations: [
      'Handling of deviations',
      'A deviation is processing that does not follow the rules and routines. A national identity number may be openly available on the web{municipality:, an e-mail about a pupil may go to the wrong parent}, or sensitive data may not be stored safely enough. Deviations must be reported at once.',
    ],
    cameras: ['Camera surveillance', 'Only {camera} may put up cameras to watch areas {university:at}{municipality:in} {org}.'],
  },
  questions: {
    responsible: {
      text: 'Does the unit know who has the overall responsibility for processing of personal data {university:at}{municipality:in} {org}?',
      guidance:
        '{controller} has the overall responsibility for all processing of personal data{university:, in administration and in research}. That excuses nobody: everyone who processes personal data must know the rules and routines, make sure that they are followed, and report deviations.',
      rule: 'The controller must be able to show that the rules are followed (GDPR Articles 5(2) and 24).',
      historic: '',
    },
    training: {
      text: 'Have those who process personal data in the unit been given information or training in how it is done and in the rules?',
      guidance:
        'The rules are the Personal Data Act, the privacy rules of {org}, the information security handbook and the unit’s own routines.{ownRules: See the rules of {org}, chapters 12.2.2 and 12.2.4.}',
      rule: 'Those who process data act on instructions (GDPR Articles 29 and 32(4)). The data protection officer monitors the training (Article 39(1)(b)).',
      historic: 'In 2016 the Personal Data Act of 2000 and its regulations were in force.',
    },
    advice: {
      text: 'Is it known in the unit where to get guidance?',
      guidance: 'Ask {dpo} or the office of {controller} about the processing of personal data.',
      rule: 'The data protection officer advises those who process personal data (GDPR Articles 38(4) and 39(1)(a)).',
      historic: '',
    },
    duty: {
      text: 'Do those responsible know {university:about the duty to notify, and that some processing requires a licence}{municipality:that all processing is to be in the record, and that a high risk is assessed before it starts}?',
      guidance:
        'All processing is to be in the record{ownRules:, and at {org} it is notified to {dpo} at least 30 days before it starts}.{university: Research is notified to Sikt.} Go through the unit’s processing, so that it is right when you send the answer.{ownRules: See chapters 12.2.3, 12.3.5 and 12.4.5.}',
      rule: '{university:The duty to notify Datatilsynet and the licences ended on 20 July 2018. Today there}{municipality:There} is a record of processing (GDPR Article 30), an impact assessment where the risk is high (Article 35), and prior consultation of Datatilsynet where a high risk cannot be reduced (Article 36).',
      historic:
        '{university:In 2016 processing was notified to the data protection officer or NSD at least 30 days before it started. Some kinds required a licence from Datatilsynet.}',
    },
    control: {
      text: 'Does the unit have control over all its processing of personal data?',
      guidance:
        'Every unit has an overview of the processing it is responsible for, and keeps it up to date.{ownRules: See chapters 12.3.2 and 12.4.2.}',
      rule: 'The record shows all processing (GDPR Article 30(1)).',
      historic: 'The definition was in the Personal Data Act of 2000, section 2 no. 2.',
    },
    routines: {
      text: 'Does the unit have routines that ensure that new and changed processing is {university:notified to {dpo} or Sikt}{municipality:entered in the record}?',
      guidance:
        '{university:Administrative processing is notified to {dpo}. Processing in a research project is notified to Sikt.}{municipality:Think about who says so when you start something new, and who enters it in the record. Ask {dpo} when in doubt.}{ownRules: See chapters 12.2.3, 12.3.5 and 12.4.5.}',
      rule: 'The record must be right at all times (GDPR Articles 30 and 5(2)).{ownRules: That changes are notified within the organisation is a rule of {org}.}',
      historic:
        '{university:In 2016 research was notified to Norsk samfunnsvitenskapelig datatjeneste (NSD). NSD became a part of Sikt on 1 January 2022.}',
    },
    licence: {
      text: 'Does the unit have processing {university:that needs a licence}{municipality:for which Datatilsynet must be consulted in advance}?',
      guidance:
        'The answer is for information: yes is neither better nor worse than no. If you answer yes, write which processing activities it concerns.{ownRules: See chapter 12.2.3.}',
      rule: '{university:No licence is given after 20 July 2018. Answer yes if an old licence is still used, or if Datatilsynet has been consulted (GDPR Article 36).}{municipality:Datatilsynet is consulted when an impact assessment shows a high risk that you cannot reduce (GDPR Article 36).}',
      historic: 'The Personal Data Act of 2000, section 33, required a licence for sensitive data.',
    },
    permission: {
      text: 'Has the unit ensured that {university:administrative }processing with sensitive data does not take place without {university:explicit permission from {controller}}{municipality:an assessment and a basis of its own}?',
      guidance:
        'Sensitive data are among others health, ethnic background, religion, political views, trade union, sexual matters and criminal offences.{ownRules: See chapter 12.2.3.}',
      rule: 'Today they are called special categories (GDPR Article 9) and criminal convictions and offences (Article 10).{ownRules: The permission is a rule of {org}.}',
      historic: 'The Personal Data Act of 2000, section 2 no. 8 (a) to (e), listed the sensitive data.',
    },
    portal: {
      text: 'Does the unit have access to Sikt’s archive of notifications, with its own notifications and their status?',
      guidance:
        'Sikt provides privacy services for research. The archive shows the unit what has been notified, and whether it has been assessed.',
      rule: 'Research projects are in the record like all other processing (GDPR Article 30).',
      historic: 'In 2016 NSD was the data protection officer for all research, and the question was about NSD’s portal.',
    },
    overview: {
      text: 'Can the unit give employees and {university:students}{municipality:residents} an overview of the processing of their data when they ask?',
      guidance:
        'Employees and {university:students}{municipality:residents} may ask for access at any time.{ownRules: See chapters 12.5.1, 12.5.2 and 12.5.3.}',
      rule: 'The right of access is in GDPR Article 15.',
      historic: '',
    },
    access: {
      text: 'Can the unit answer a request for access within 30 days?',
      guidance: 'Think about who receives the request, who finds the data, and who answers.{ownRules: See chapter 12.5.2.}',
      rule: 'The answer comes without undue delay and within one month (GDPR Article 12(3)).',
      historic: 'The Personal Data Act of 2000, section 16, gave 30 days.',
    },
    consent: {
      text: 'Where collection is based on consent: do the routines ensure that the person consenting knows enough about it?',
      guidance: 'Consent is freely given, and the person giving it knows what it is about. Datatilsynet has guidance on its web pages.',
      rule: 'The conditions are in GDPR Articles 4(11) and 7. What people must be told is in Article 13.',
      historic: 'The guide referred to chapter 3 of the Personal Data Act of 2000.',
    },
    exporting: {
      text: 'Has the unit ensured that the system owner alone decides on export of data?',
      guidance:
        'Export means giving data to anyone other than your own system, your own processing or the data subject. Owners of central systems have routines for what they disclose, and why. When in doubt, they consult {university:the representative of {controller}}{municipality:{dpo}}.{ownRules: See chapter 12.11.1.}',
      rule: 'All disclosure needs a basis and a purpose (GDPR Articles 5(1)(b) and 6).{ownRules: That the system owner decides is a rule of {org}.}',
      historic: '',
    },
    extracts: {
      text: 'Has the unit ensured that extracts with personal data from {systems} are never exported without the approval of the system owner?',
      guidance:
        'Each of these systems has its owner. The owner alone decides whether personal data are taken out.{ownRules: See chapter 12.11.1.}',
      rule: 'Access and disclosure are secured according to the risk (GDPR Article 32).',
      historic: '{ownRules:In 2016 Avdeling for administrativ støtte owned SAPUiO, and Avdeling for studieadministrasjon owned FS.}',
    },
    processors: {
      text: 'Has an adequate data processing agreement been made where an external party processes data that the unit is responsible for?',
      guidance:
        'When others process data for you, there must be an agreement between the controller and the processor. Ask the office of {controller} if you need one.',
      rule: 'What the agreement must contain is in GDPR Article 28(3).',
      historic: '',
    },
    using: {
      text: 'Are there documented routines for the use of the information system?',
      guidance:
        'Everyone who processes personal data must know the rules and routines. If you lack routines, this is a good time to ask whether they are needed. {dpo} and {controller} can answer.',
      rule: 'Policies must be in place where that is proportionate to the processing (GDPR Article 24(2)).',
      historic: '',
    },
    keeping: {
      text: 'Is it known that security documentation is kept for at least 5 years after it is replaced?',
      guidance: 'It means routines, risk assessments, agreements and everything else that shows how security is maintained.',
      rule: 'You must be able to show that the rules were followed (GDPR Article 5(2)).{ownRules: Five years is today a rule of {org}.}{municipality: The law no longer says how long; five years is good practice.}',
      historic: 'Five years were in the Personal Data Regulations of 2000, section 2-16.',
    },
    authorisation: {
      text: 'Is there an arrangement for authorising access?',
      guidance: 'Usually the unit’s leaders or HR take care of this. If you do not know the answer, you can send the question to them.',
      rule: 'Only those who need the data in their work have access (GDPR Articles 32(1)(b) and 32(4)).',
      historic: 'The requirement was in the Personal Data Regulations of 2000, section 2-8.',
    },
    measures: {
      text: 'Are there measures that prevent unauthorised use and make it possible to discover attempts?',
      guidance:
        'This covers both physical protection and IT security. If you do not know the answer, you can send the question to the line manager or local IT.',
      rule: 'Security must be appropriate to the risk (GDPR Article 32(1)).',
      historic: 'The requirement was in the Personal Data Regulations of 2000, section 2-14.',
    },
    attempts: {
      text: 'Are attempts at unauthorised use registered?',
      guidance:
        'This covers both physical protection and IT security. If you do not know the answer, you can send the question to the line manager or local IT.',
      rule: 'Whether the security works is tested regularly (GDPR Article 32(1)(d)).',
      historic: 'The requirement was in the Personal Data Regulations of 2000, sections 2-8 and 2-16.',
    },
    deletion: {
      text: 'Does the unit have routines that ensure erasure when the purpose is gone?',
      guidance: 'The routine says what is erased, when, and who does it.{ownRules: See chapter 12.9.1.}',
      rule: 'Data are kept no longer than the purpose requires (GDPR Articles 5(1)(e) and 17). What is to be archived follows the Archives Act.',
      historic: 'The duty to erase was in the Personal Data Act of 2000, section 28.',
    },
    routine: {
      text: 'Are the routines for handling deviations known in the unit?',
      guidance: 'Everyone should know how to report, and that it is done at once.{ownRules: See chapter 12.12.1.}',
      rule: 'A breach is notified to Datatilsynet within 72 hours if it may be a risk to those affected (GDPR Article 33). All breaches are documented.',
      historic: 'In 2016 the requirement was in the Personal Data Regulations of 2000, section 2-6.',
    },
    unreported: {
      text: 'Has the unit had deviations that have not been reported{university: to {cert} or {controller}}?',
      guidance: 'If you answer yes, you can report the deviation at once. It is never too late.',
      rule: 'Late notifications are sent too, with the reasons for the delay (GDPR Article 33(1)).',
      historic: '',
    },
    cameras: {
      text: 'Has the unit’s management ensured that only cameras put up by {camera} are in the unit’s area?',
      guidance: 'If you find a camera that others have put up, it is a deviation.{ownRules: See chapter 12.10.1.}',
      rule: 'Cameras at work follow the Working Environment Act, chapter 9, and regulation no. 1107 of 2 July 2018. Elsewhere GDPR Article 6 applies.',
      historic: 'In 2016 it was called television surveillance, and the rules were in the Personal Data Act of 2000, chapter VII.',
    },
  },
}
