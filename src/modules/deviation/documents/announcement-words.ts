import { byLocale } from '../../../kernel/texts.ts'

// The articles were read on 29 November 2026: the public is told which they are, not when we read them.
const nb = {
  title: 'Kunngjøring om brudd på personopplysningssikkerheten',
  heading: (organisation: string): string => `Personopplysninger hos ${organisation} kan være på avveie`,
  why: (organisation: string): string =>
    `${organisation} har hatt et brudd på personopplysningssikkerheten som kan gjelde deg. Det er uforholdsmessig vanskelig å gi hver enkelt beskjed. Derfor kunngjør vi det her (personvernforordningen artikkel 34 nr. 3 bokstav c).`,
  happened: 'Skriv hva som har skjedd, uten navn og uten noe som hjelper den som vil misbruke det.',
  discovered: 'Oppdaget',
  dataTypes: 'Opplysninger det gjelder',
  consequencesHeading: 'Hva det kan bety for deg',
  consequences: 'Skriv hva som kan skje med dem det gjelder.',
  measuresHeading: 'Hva vi har gjort',
  measures: 'Skriv hva som er gjort for å stanse og rette opp, og hva som gjøres nå.',
  adviceHeading: 'Hva du kan gjøre',
  advice: [
    'Vær oppmerksom på henvendelser du ikke venter, også når de vet noe om deg.',
    'Gi aldri fra deg passord eller koder. Vi spør ikke etter dem.',
    'Ta kontakt med oss hvis du vil vite om det gjelder deg.',
  ],
  contactHeading: 'Spør oss',
  contact: 'Skriv hvordan folk når personvernombudet.',
  complaint: 'Du kan klage til Datatilsynet (personvernforordningen artikkel 77).',
}
export type AnnouncementWords = typeof nb

const nn: AnnouncementWords = {
  title: 'Kunngjering om brot på personopplysningstryggleiken',
  heading: (organisation) => `Personopplysningar hos ${organisation} kan vere på avvege`,
  why: (organisation) =>
    `${organisation} har hatt eit brot på personopplysningstryggleiken som kan gjelde deg. Det er urimeleg vanskeleg å gi kvar enkelt beskjed. Difor kunngjer vi det her (personvernforordninga artikkel 34 nr. 3 bokstav c).`,
  happened: 'Skriv kva som har skjedd, utan namn og utan noko som hjelper den som vil misbruke det.',
  discovered: 'Oppdaga',
  dataTypes: 'Opplysningar det gjeld',
  consequencesHeading: 'Kva det kan bety for deg',
  consequences: 'Skriv kva som kan skje med dei det gjeld.',
  measuresHeading: 'Kva vi har gjort',
  measures: 'Skriv kva som er gjort for å stanse og rette opp, og kva som blir gjort no.',
  adviceHeading: 'Kva du kan gjere',
  advice: [
    'Ver merksam på førespurnader du ikkje ventar, òg når dei veit noko om deg.',
    'Gi aldri frå deg passord eller kodar. Vi spør ikkje etter dei.',
    'Ta kontakt med oss om du vil vite om det gjeld deg.',
  ],
  contactHeading: 'Spør oss',
  contact: 'Skriv korleis folk når personvernombodet.',
  complaint: 'Du kan klage til Datatilsynet (personvernforordninga artikkel 77).',
}

const en: AnnouncementWords = {
  title: 'Announcement of a personal data breach',
  heading: (organisation) => `Personal data held by ${organisation} may have gone astray`,
  why: (organisation) =>
    `${organisation} has had a personal data breach that may concern you. Telling each person would take a disproportionate effort. That is why we are announcing it here (the General Data Protection Regulation, article 34(3)(c)).`,
  happened: 'Write what has happened, without names and without anything that could help somebody misuse it.',
  discovered: 'Discovered',
  dataTypes: 'The data it concerns',
  consequencesHeading: 'What it may mean for you',
  consequences: 'Write what may happen to those it concerns.',
  measuresHeading: 'What we have done',
  measures: 'Write what has been done to stop and repair it, and what is being done now.',
  adviceHeading: 'What you can do',
  advice: [
    'Be alert to approaches that you do not expect, even if they know something about you.',
    'Never give away passwords or codes. We do not ask for them.',
    'Contact us if you want to know whether it concerns you.',
  ],
  contactHeading: 'Ask us',
  contact: 'Write how people can reach the data protection officer.',
  complaint:
    'You can complain to Datatilsynet, the Norwegian Data Protection Authority (the General Data Protection Regulation, article 77).',
}

export const announcementWords = byLocale<AnnouncementWords>({ nb, nn, en })
