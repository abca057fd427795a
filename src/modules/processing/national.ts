import type { Values } from '../../kernel/fields.ts'
import { turned } from '../../register/import/called.ts'
import { bases, type processingFields, specialBases } from './fields.ts'

// What the national overview of processing activities (data.norge.no, closed 31 March 2025) called its columns in its file, and what it
// and the organisations wrote in them. What no word meets is chosen once by hand and remembered, or refused with the reason and never guessed.

type Answers = Values<typeof processingFields>
type Words<T extends string> = Readonly<Partial<Record<T, readonly string[]>>>

const personal = 'Personopplysninger - '
const joint = 'Felles behandlingsansvar - '

/** By question. The names of whoever is responsible today are chosen by hand: people have left since. */
export const nationalHeadings: Words<keyof Answers> = {
  name: ['Behandlingen gjelder', 'Denne behandlingen gjelder', 'Tittel', 'Tittel på behandlingen', 'Navn på behandlingen'],
  purpose: ['Formål med behandlingen', 'Formålet med behandlingen', 'Formålet med behandlingsaktivitetene'],
  unit: ['Enhet', 'Avdeling', 'Ansvarlig enhet'],
  processors: ['Databehandlere - Navn', 'Databehandlere', 'Databehandler'],
  jointControllers: [`${joint}Virksomheter`, `${joint}Navn`, 'Felles behandlingsansvar'],
  dataSubjects: [`${personal}Kategorier av registrerte`, 'Kategorier av registrerte'],
  dataKinds: [
    `${personal}Kategorier av personopplysninger tilknyttet den registrerte`,
    `${personal}tilknyttet den registrerte`,
    `${personal}Kategorier av personopplysninger`,
    'Kategorier av personopplysninger',
  ],
  storageTime: [`${personal}Planlagte tidsfrister for sletting`, 'Planlagte tidsfrister for sletting'],
  sources: ['Kilder til personopplysningene', 'Kilder til personvernopplysningene', 'Kilder'],
  systems: [
    'Systemer som behandler personopplysningene',
    'Systemer i din virksomhet som behandler personvernopplysningene',
    'Systemer',
    'System',
  ],
  basis: ['Behandlingsgrunnlag artikkel 6', 'Behandlingsgrunnlag - artikkel 6'],
  lawReference: ['Artikkel 6 - Henvisning til annen lovgiving', 'Artikkel 6 - Henvisning til annen lovgivning'],
  specialBasis: ['Behandlingsgrunnlag artikkel 9', 'Artikkel 9'],
  specialReference: ['Artikkel 9 - Henvisning til annen lovgiving', 'Artikkel 9 - Henvisning til annen lovgivning'],
  recipients: ['Kategorier av mottakere', 'Mottakere av personopplysningene', 'Mottakere - Kategorier', 'Mottakere'],
  transfers: [
    'Overføres personvernopplysningene til et tredjeland?',
    'Overføres personopplysningene til et tredjeland?',
    'Overføring til tredjeland eller internasjonale organisasjoner',
  ],
  safeguards: ['Garantier ved overføring', 'Garantier ved overføring til tredjeland eller internasjonale organisasjoner'],
  securityMeasures: [
    'Tekniske og organisatoriske sikkerhetstiltak',
    'Generell beskrivelse av tekniske og organisatoriske sikkerhetstiltak',
  ],
}

/** `e`, `6e`, `6(1)(e)`, `Artikkel 6 nr. 1 bokstav e`: the ways to write one letter of an article. */
const lettered = (letter: string, article: string): readonly string[] => [
  letter,
  `bokstav ${letter}`,
  `${article}${letter}`,
  `${article} ${letter}`,
  ...['', 'art ', 'artikkel '].flatMap((word) =>
    article === '6'
      ? [
          `${word}6 1 ${letter}`,
          `${word}6 nr 1 ${letter}`,
          `${word}6 nr 1 bokstav ${letter}`,
          `${word}6 1 bokstav ${letter}`,
          `${word}6 bokstav ${letter}`,
        ]
      : [
          `${word}9 2 ${letter}`,
          `${word}9 nr 2 ${letter}`,
          `${word}9 nr 2 bokstav ${letter}`,
          `${word}9 2 bokstav ${letter}`,
          `${word}9 bokstav ${letter}`,
        ],
  ),
  `${article === '6' ? 'SIX' : 'NINE'}_${letter}`,
]
/** GDPR Article 6(1), by its letters. */
const letters: Readonly<Record<(typeof bases)[number], string>> = {
  consent: 'a',
  contract: 'b',
  legalObligation: 'c',
  vitalInterests: 'd',
  publicTask: 'e',
  legitimateInterests: 'f',
}
const basisWords: Words<(typeof bases)[number]> = {
  consent: ['Samtykke', 'Samtykke fra den registrerte'],
  contract: ['Avtale', 'Oppfylle en avtale'],
  legalObligation: ['Rettslig forpliktelse', 'Rettslig plikt', 'Oppfylle en rettslig forpliktelse'],
  vitalInterests: ['Vitale interesser', 'Beskytte vitale interesser'],
  publicTask: [
    'Allmenn interesse',
    'Offentlig myndighet',
    'Utøve offentlig myndighet',
    'Allmennhetens interesse',
    'Oppgave i allmennhetens interesse',
  ],
  legitimateInterests: ['Berettiget interesse', 'Interesseavveining'],
}
const subjectWords: Words<Answers['dataSubjects'][number]> = {
  employees: ['Ansatte', 'Ansatt', 'Medarbeidere', 'Tilsatte'],
  formerEmployees: ['Tidligere ansatte'],
  applicants: ['Søkere', 'Jobbsøkere', 'Søkere på stilling'],
  students: ['Studenter', 'Student'],
  researchParticipants: ['Forskningsdeltakere', 'Deltakere i forskning'],
  patients: ['Pasienter', 'Pasient'],
  pupils: ['Elever', 'Elev', 'Barn og unge'],
  kindergartenChildren: ['Barnehagebarn', 'Barn i barnehage'],
  guardians: ['Foresatte', 'Foreldre', 'Foresatte og pårørende'],
  serviceRecipients: ['Brukere', 'Tjenestemottakere', 'Brukere av tjenesten'],
  residents: ['Innbyggere', 'Innbygger', 'Publikum'],
  callers: ['Innringere'],
  supplierContacts: ['Kontaktpersoner', 'Kontaktpersoner hos leverandør', 'Leverandører'],
  others: ['Andre', 'Annet', 'Øvrige'],
}
const kindWords: Words<Answers['dataKinds'][number]> = {
  name: ['Navn'],
  contact: ['Kontaktopplysninger', 'Kontaktinformasjon', 'Adresse', 'E-post', 'Telefonnummer', 'Epost'],
  birthDate: ['Fødselsdato'],
  nationalId: ['Fødselsnummer', 'Personnummer', 'Fødsels- og personnummer', 'D-nummer'],
  username: ['Brukernavn'],
  finances: ['Økonomi', 'Økonomiske opplysninger', 'Lønn', 'Inntekt'],
  accountNumber: ['Kontonummer', 'Bankkonto'],
  imageSound: ['Bilde', 'Bilder', 'Video', 'Lyd', 'Bilder og video'],
  employment: ['Ansettelsesforhold', 'Stilling', 'Arbeidsforhold'],
  grades: ['Karakterer', 'Vurderinger'],
  absence: ['Fravær'],
  education: ['Utdanning', 'Utdanningsopplysninger'],
}

export const nationalWords = {
  headings: turned(nationalHeadings),
  choices: {
    basis: turned(Object.fromEntries(bases.map((basis) => [basis, [...lettered(letters[basis], '6'), ...(basisWords[basis] ?? [])]]))),
    specialBasis: turned(Object.fromEntries(specialBases.map((letter) => [letter, lettered(letter, '9')]))),
    dataSubjects: turned(subjectWords),
    dataKinds: turned(kindWords),
    transfers: { true: 'yes', false: 'no' },
  },
} as const
