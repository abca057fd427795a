import { type StartTerm, term } from './term.ts'

/** Who answers for what. */
export const roleTerms: readonly StartTerm[] = [
  term(
    ['behandlingsansvarlig', 'behandlingsansvarleg', 'controller'],
    [
      'Den som bestemmer hvorfor og hvordan personopplysningene behandles. Det er virksomheten, ved den øverste ledelsen.',
      'Den som bestemmer kvifor og korleis personopplysningane blir behandla. Det er verksemda, ved den øvste leiinga.',
      'Whoever decides why and how the personal data are processed. It is the organisation, represented by top management.',
    ],
    '4 nr. 7',
  ),
  term(
    ['databehandler', 'databehandlar', 'processor'],
    [
      'En utenfor virksomheten som behandler personopplysninger for oss, for eksempel en leverandør av et system.',
      'Ein utanfor verksemda som behandlar personopplysningar for oss, til dømes ein leverandør av eit system.',
      'Somebody outside the organisation who processes personal data for us, such as the supplier of a system.',
    ],
    '4 nr. 8',
  ),
  term(
    ['databehandleravtale', 'databehandlaravtale', 'data processing agreement'],
    [
      'Avtalen som sier hva databehandleren kan gjøre med opplysningene, og hvordan de skal sikres. Den må være på plass før databehandleren begynner.',
      'Avtalen som seier kva databehandlaren kan gjere med opplysningane, og korleis dei skal sikrast. Han må vere på plass før databehandlaren tek til.',
      'The agreement that says what the processor may do with the data, and how they are to be secured. It must be in place before the processor starts.',
    ],
    '28 nr. 3',
  ),
  term(
    ['personvernombud', 'personvernombod', 'data protection officer'],
    [
      'Gir råd om personvern og kontrollerer at reglene blir fulgt. Ombudet er uavhengig, og alle kan ta kontakt. Offentlige organer skal ha et.',
      'Gir råd om personvern og kontrollerer at reglane blir følgde. Ombodet er uavhengig, og alle kan ta kontakt. Offentlege organ skal ha eit.',
      'Advises on privacy and checks that the rules are followed. The officer is independent, and everybody can get in touch. Public bodies must have one.',
    ],
    '37 til 39',
    'PVO, DPO',
  ),
  term(
    ['personvernkontakt', 'personvernkontakt', 'privacy contact'],
    [
      'En kollega på enheten{university:, fakultetet eller senteret} som hjelper deg med spørsmål om personvern.',
      'Ein kollega på eininga{university:, fakultetet eller senteret} som hjelper deg med spørsmål om personvern.',
      'A colleague in the unit{university:, faculty or centre} who helps you with questions about privacy.',
    ],
  ),
  term(
    ['Datatilsynet', 'Datatilsynet', 'Datatilsynet'],
    [
      'Den norske myndigheten som fører tilsyn med at reglene om personvern blir fulgt.',
      'Den norske styresmakta som fører tilsyn med at reglane om personvern blir følgde.',
      'The Norwegian Data Protection Authority, which supervises that the privacy rules are followed.',
    ],
    '4 nr. 21',
    'tilsynsmyndigheten, tilsynsstyresmakta',
  ),
  term(
    ['teknisk-administrativ saksbehandler', 'teknisk-administrativ saksbehandlar', 'technical-administrative caseworker'],
    [
      'Den som bruker et system for å utføre en arbeidsoppgave, for eksempel {university:FS, Office 365, P360, SAP eller OTRS}{municipality:journalsystemet, økonomisystemet eller sak- og arkivsystemet}.',
      'Den som bruker eit system for å utføre ei arbeidsoppgåve, til dømes {university:FS, Office 365, P360, SAP eller OTRS}{municipality:journalsystemet, økonomisystemet eller sak- og arkivsystemet}.',
      'Somebody who uses a system to carry out a work task, such as {university:FS, Office 365, P360, SAP or OTRS}{municipality:the patient record, the finance system or the case and archive system}.',
    ],
    undefined,
    'saksbehandler, saksbehandlar',
  ),
  term(
    ['systemeier', 'systemeigar', 'system owner'],
    [
      'Den som har ansvaret for et system: at det er vurdert, sikret og gjennomgått hvert år.',
      'Den som har ansvaret for eit system: at det er vurdert, sikra og gjennomgått kvart år.',
      'Whoever is responsible for a system: that it is assessed, secured and reviewed every year.',
    ],
  ),
  term(
    ['superbruker', 'superbrukar', 'super user'],
    [
      'Den som kjenner et system best på enheten, lærer opp kollegaene og holder opplysningene om systemet oppdatert.',
      'Den som kjenner eit system best på eininga, lærer opp kollegaene og held opplysningane om systemet oppdaterte.',
      'Whoever knows a system best in the unit, trains colleagues and keeps the information about the system up to date.',
    ],
    undefined,
    'fagsystemansvarlig, fagsystemansvarleg',
  ),
]
