import { type StartTerm, term } from './term.ts'

/** What is protected, and what may be done with it. */
export const privacyTerms: readonly StartTerm[] = [
  term(
    ['personopplysninger', 'personopplysningar', 'personal data'],
    [
      'Alle opplysninger om et menneske som kan kjennes igjen, direkte eller når flere opplysninger settes sammen.',
      'Alle opplysningar om eit menneske som kan kjennast att, direkte eller når fleire opplysningar blir sette saman.',
      'All data about a person who can be recognised, directly or when several pieces of data are put together.',
    ],
    '4 nr. 1',
  ),
  term(
    ['behandling av personopplysninger', 'behandling av personopplysningar', 'processing of personal data'],
    [
      'Alt som gjøres med personopplysninger: å samle inn, lagre, lese, sette sammen, sende videre og slette.',
      'Alt som blir gjort med personopplysningar: å samle inn, lagre, lese, setje saman, sende vidare og slette.',
      'Everything that is done with personal data: collecting, storing, reading, combining, passing on and deleting.',
    ],
    '4 nr. 2',
  ),
  term(
    ['den registrerte', 'den registrerte', 'data subject'],
    ['Den opplysningene handler om.', 'Den opplysningane handlar om.', 'The person the data are about.'],
    '4 nr. 1',
  ),
  term(
    ['særlige kategorier av personopplysninger', 'særlege kategoriar av personopplysningar', 'special categories of personal data'],
    [
      'Opplysninger om etnisk opprinnelse, politisk oppfatning, religion, livssyn, fagforening, helse, seksuelle forhold og seksuell orientering, genetiske opplysninger, og biometriske opplysninger som brukes til å kjenne igjen noen. De kan bare behandles når et eget vilkår er oppfylt.',
      'Opplysningar om etnisk opphav, politisk oppfatning, religion, livssyn, fagforeining, helse, seksuelle forhold og seksuell orientering, genetiske opplysningar, og biometriske opplysningar som blir brukte til å kjenne att nokon. Dei kan berre behandlast når eit eige vilkår er oppfylt.',
      'Data on ethnic origin, political opinions, religion, beliefs, trade union, health, sex life and sexual orientation, genetic data, and biometric data used to recognise somebody. They can be processed only when a separate condition is met.',
    ],
    '9',
    'sensitive opplysninger, sensitive opplysningar, sensitive data',
  ),
  term(
    ['helseopplysninger', 'helseopplysningar', 'data concerning health'],
    [
      'Opplysninger om noens fysiske eller psykiske helse. Også at noen får en helsetjeneste, er en helseopplysning.',
      'Opplysningar om den fysiske eller psykiske helsa til nokon. At nokon får ei helseteneste, er òg ei helseopplysning.',
      'Data about the physical or mental health of a person. That somebody receives a health service is also data concerning health.',
    ],
    '4 nr. 15',
  ),
  term(
    ['biometriske opplysninger', 'biometriske opplysningar', 'biometric data'],
    [
      'Mål av kropp eller atferd som kjenner igjen et menneske, for eksempel fingeravtrykk eller ansiktsgjenkjenning.',
      'Mål av kropp eller åtferd som kjenner att eit menneske, til dømes fingeravtrykk eller ansiktsattkjenning.',
      'Measurements of body or behaviour that recognise a person, such as fingerprints or facial recognition.',
    ],
    '4 nr. 14',
  ),
  term(
    ['pseudonymisering', 'pseudonymisering', 'pseudonymisation'],
    [
      'Navn og andre kjennetegn byttes ut, og nøkkelen oppbevares for seg. Den som har nøkkelen, kan fortsatt finne ut hvem det gjelder, så det er fortsatt personopplysninger.',
      'Namn og andre kjenneteikn blir bytte ut, og nøkkelen blir oppbevart for seg. Den som har nøkkelen, kan framleis finne ut kven det gjeld, så det er framleis personopplysningar.',
      'Names and other identifiers are replaced, and the key is kept apart. Whoever has the key can still find out who it is about, so it is still personal data.',
    ],
    '4 nr. 5',
  ),
  term(
    ['anonymisering', 'anonymisering', 'anonymisation'],
    [
      'Opplysningene endres slik at ingen lenger kan finne ut hvem de handler om. Da er de ikke personopplysninger lenger.',
      'Opplysningane blir endra slik at ingen lenger kan finne ut kven dei handlar om. Då er dei ikkje personopplysningar lenger.',
      'The data are changed so that nobody can find out who they are about. They are then no longer personal data.',
    ],
  ),
  term(
    ['behandlingsgrunnlag', 'behandlingsgrunnlag', 'legal basis'],
    [
      'Det som gjør det lovlig å behandle personopplysninger: samtykke, avtale, rettslig plikt, vitale interesser, offentlig myndighet eller en berettiget interesse.',
      'Det som gjer det lovleg å behandle personopplysningar: samtykke, avtale, rettsleg plikt, vitale interesser, offentleg styresmakt eller ei rettmessig interesse.',
      'What makes it lawful to process personal data: consent, contract, legal obligation, vital interests, official authority or a legitimate interest.',
    ],
    '6',
    'rettslig grunnlag, rettsleg grunnlag, hjemmel',
  ),
  term(
    ['samtykke', 'samtykke', 'consent'],
    [
      'Et frivillig, bestemt og tydelig ja fra en som vet hva det gjelder. Det kan trekkes tilbake når som helst.',
      'Eit frivillig, bestemt og tydeleg ja frå ein som veit kva det gjeld. Det kan trekkjast tilbake når som helst.',
      'A free, specific and clear yes from somebody who knows what it concerns. It can be withdrawn at any time.',
    ],
    '4 nr. 11 og artikkel 7 nr. 3',
  ),
  term(
    ['formål', 'formål', 'purpose'],
    [
      'Hva opplysningene skal brukes til. Formålet bestemmes før de samles inn, og de kan ikke brukes til noe som ikke passer med det.',
      'Kva opplysningane skal brukast til. Formålet blir bestemt før dei blir samla inn, og dei kan ikkje brukast til noko som ikkje passar med det.',
      'What the data are to be used for. The purpose is decided before they are collected, and they cannot be used for anything that does not fit it.',
    ],
    '5 nr. 1 bokstav b',
    'føremål',
  ),
  term(
    ['dataminimering', 'dataminimering', 'data minimisation'],
    [
      'Ikke flere opplysninger enn dem som trengs for formålet.',
      'Ikkje fleire opplysningar enn dei som trengst for formålet.',
      'No more data than are needed for the purpose.',
    ],
    '5 nr. 1 bokstav c',
  ),
  term(
    ['lagringsbegrensning', 'lagringsavgrensing', 'storage limitation'],
    [
      'Opplysningene lagres ikke lenger enn formålet krever. Deretter slettes de, eller de gjøres anonyme, hvis de ikke skal arkiveres.',
      'Opplysningane blir ikkje lagra lenger enn formålet krev. Deretter blir dei sletta, eller dei blir gjorde anonyme, dersom dei ikkje skal arkiverast.',
      'The data are not stored longer than the purpose requires. They are then deleted or made anonymous, unless they are to be archived.',
    ],
    '5 nr. 1 bokstav e',
    'lagringstid, sletting',
  ),
  term(
    ['innsyn i egne opplysninger', 'innsyn i eigne opplysningar', 'access to own data'],
    [
      'Retten til å få vite om virksomheten behandler opplysninger om deg, og til å få se dem.',
      'Retten til å få vite om verksemda behandlar opplysningar om deg, og til å få sjå dei.',
      'The right to know whether the organisation processes data about you, and to see them.',
    ],
    '15',
    'innsyn, innsynskrav',
  ),
  term(
    ['utlevering', 'utlevering', 'disclosure'],
    [
      'At opplysninger gis til noen utenfor virksomheten. Den som får dem, er mottaker.',
      'At opplysningar blir gitte til nokon utanfor verksemda. Den som får dei, er mottakar.',
      'Giving data to somebody outside the organisation. Whoever receives them is a recipient.',
    ],
    '4 nr. 9',
    'eksport av data',
  ),
  term(
    ['fødselsnummer', 'fødselsnummer', 'national identity number'],
    [
      'De elleve sifrene som skiller alle fra hverandre. Bruk heller ansattnummer, {university:studentnummer}{municipality:elevnummer} eller navn og fødselsdato der det går.',
      'Dei elleve siffera som skil alle frå kvarandre. Bruk heller tilsettnummer, {university:studentnummer}{municipality:elevnummer} eller namn og fødselsdato der det går.',
      'The eleven digits that tell everybody apart. Use an employee number, a {university:student}{municipality:pupil} number or name and date of birth instead where you can.',
    ],
    undefined,
    'personnummer',
  ),
]
