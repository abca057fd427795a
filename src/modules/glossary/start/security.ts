import { type StartTerm, term } from './term.ts'

/** How it is kept safe, and what is done when it was not. */
export const securityTerms: readonly StartTerm[] = [
  term(
    ['informasjonssikkerhet', 'informasjonstryggleik', 'information security'],
    [
      'At opplysninger ikke blir kjent for uvedkommende, ikke blir endret ved en feil, og er der når vi trenger dem.',
      'At opplysningar ikkje blir kjende for uvedkomande, ikkje blir endra ved ein feil, og er der når vi treng dei.',
      'That data do not become known to unauthorised people, are not changed by mistake, and are there when we need them.',
    ],
    '32',
  ),
  term(
    ['konfidensialitet', 'konfidensialitet', 'confidentiality'],
    [
      'Bare de som skal se opplysningene, får se dem.',
      'Berre dei som skal sjå opplysningane, får sjå dei.',
      'Only those who are to see the data get to see them.',
    ],
    '5 nr. 1 bokstav f',
  ),
  term(
    ['integritet', 'integritet', 'integrity'],
    [
      'Opplysningene er riktige og hele, og ingen har endret dem uten lov.',
      'Opplysningane er rette og heile, og ingen har endra dei utan lov.',
      'The data are correct and complete, and nobody has changed them without permission.',
    ],
    '5 nr. 1 bokstav f',
  ),
  term(
    ['tilgjengelighet av informasjon', 'tilgjenge til informasjon', 'availability of information'],
    [
      'De som trenger opplysningene, får tak i dem når de trenger dem.',
      'Dei som treng opplysningane, får tak i dei når dei treng dei.',
      'Those who need the data can get hold of them when they need them.',
    ],
    '32 nr. 1 bokstav b',
  ),
  term(
    ['avvik', 'avvik', 'deviation'],
    [
      'Noe har gått galt med opplysninger eller sikkerhet, eller noen har ikke fulgt regler og rutiner. Meld det med en gang.',
      'Noko har gått gale med opplysningar eller tryggleik, eller nokon har ikkje følgt reglar og rutinar. Meld det med ein gong.',
      'Something has gone wrong with data or security, or somebody has not followed rules and routines. Report it at once.',
    ],
    undefined,
    'hendelse, hending, sikkerhetshendelse',
  ),
  term(
    ['brudd på personopplysningssikkerheten', 'brot på personopplysningstryggleiken', 'personal data breach'],
    [
      'Personopplysninger er ødelagt, mistet, endret, spredt eller lest av noen som ikke skulle det, med vilje eller ved et uhell.',
      'Personopplysningar er øydelagde, mista, endra, spreidde eller lesne av nokon som ikkje skulle det, med vilje eller ved eit uhell.',
      'Personal data have been destroyed, lost, altered, spread or read by somebody who should not have, on purpose or by accident.',
    ],
    '4 nr. 12',
    'personopplysninger på avveie, personopplysningar på avvege',
  ),
  term(
    ['melding til Datatilsynet', 'melding til Datatilsynet', 'notification to Datatilsynet'],
    [
      'Et brudd skal meldes innen 72 timer etter at virksomheten fikk vite om det, hvis det kan være en risiko for dem det gjelder.',
      'Eit brot skal meldast innan 72 timar etter at verksemda fekk vite om det, dersom det kan vere ein risiko for dei det gjeld.',
      'A breach must be notified within 72 hours after the organisation became aware of it, if there may be a risk to those it concerns.',
    ],
    '33 nr. 1',
  ),
  term(
    ['brev til de berørte', 'brev til dei råka', 'letter to those affected'],
    [
      'De som kan bli rammet hardt av et brudd, får vite om det så snart som mulig.',
      'Dei som kan bli hardt råka av eit brot, får vite om det så snart som mogleg.',
      'Those who may be badly affected by a breach are told of it as soon as possible.',
    ],
    '34 nr. 1',
    'underretning av den registrerte, underretting av den registrerte',
  ),
  term(
    ['behandlingsprotokoll', 'behandlingsprotokoll', 'record of processing activities'],
    [
      'Oversikten over hva virksomheten bruker personopplysninger til, hvem de gjelder, hvem som får dem, og når de slettes.',
      'Oversikta over kva verksemda bruker personopplysningar til, kven dei gjeld, kven som får dei, og når dei blir sletta.',
      'The record of what the organisation uses personal data for, who they concern, who receives them, and when they are deleted.',
    ],
    '30',
  ),
  term(
    ['ROS-analyse', 'ROS-analyse', 'risk and vulnerability analysis'],
    [
      'En vurdering av hva som kan gå galt, hvor sannsynlig det er, hvor galt det kan gå, og hva vi gjør med det.',
      'Ei vurdering av kva som kan gå gale, kor sannsynleg det er, kor gale det kan gå, og kva vi gjer med det.',
      'An assessment of what can go wrong, how likely it is, how bad it can be, and what we do about it.',
    ],
    undefined,
    'risikovurdering, vurdering av risiko, risk assessment',
  ),
  term(
    ['vurdering av personvernkonsekvenser', 'vurdering av personvernkonsekvensar', 'data protection impact assessment'],
    [
      'En grundig vurdering som gjøres før en behandling som kan være en høy risiko for dem opplysningene handler om.',
      'Ei grundig vurdering som blir gjord før ei behandling som kan vere ein høg risiko for dei opplysningane handlar om.',
      'A thorough assessment made before processing that may be a high risk to those the data are about.',
    ],
    '35 nr. 1',
    'DPIA, personvernkonsekvensutredning',
  ),
  term(
    ['forhåndsdrøfting', 'førehandsdrøfting', 'prior consultation'],
    [
      'Er risikoen fortsatt høy etter tiltakene, spør virksomheten Datatilsynet før behandlingen begynner.',
      'Er risikoen framleis høg etter tiltaka, spør verksemda Datatilsynet før behandlinga tek til.',
      'If the risk is still high after the measures, the organisation asks Datatilsynet before the processing starts.',
    ],
    '36 nr. 1',
  ),
  term(
    ['innebygd personvern', 'innebygd personvern', 'data protection by design'],
    [
      'Personvern er tenkt inn fra starten i systemer og rutiner, og det som verner mest, er valgt på forhånd.',
      'Personvern er tenkt inn frå starten i system og rutinar, og det som vernar mest, er valt på førehand.',
      'Privacy is part of systems and routines from the start, and what protects most is chosen in advance.',
    ],
    '25',
    'personvern som standardinnstilling, privacy by default',
  ),
  term(
    ['internkontroll', 'internkontroll', 'internal control'],
    [
      'Alt virksomheten gjør for å følge reglene og kunne vise at de blir fulgt: rutiner, gjennomganger, revisjoner og oppfølging.',
      'Alt verksemda gjer for å følgje reglane og kunne vise at dei blir følgde: rutinar, gjennomgangar, revisjonar og oppfølging.',
      'Everything the organisation does to follow the rules and to be able to show that they are followed: routines, reviews, audits and follow-up.',
    ],
    '5 nr. 2 og artikkel 24',
    'ansvarlighet, accountability',
  ),
  term(
    ['ledelsens gjennomgang', 'gjennomgangen i leiinga', 'management’s review'],
    [
      'Møtet der ledelsen hvert år ser på hvordan det går med informasjonssikkerheten, og bestemmer hva som skal gjøres.',
      'Møtet der leiinga kvart år ser på korleis det går med informasjonstryggleiken, og bestemmer kva som skal gjerast.',
      'The meeting where management looks at information security each year, and decides what is to be done.',
    ],
  ),
  term(
    ['tiltak', 'tiltak', 'measure'],
    [
      'Det vi gjør for at noe ikke skal gå galt, eller for at det ikke skal skje igjen.',
      'Det vi gjer for at noko ikkje skal gå gale, eller for at det ikkje skal skje igjen.',
      'What we do so that something does not go wrong, or does not happen again.',
    ],
  ),
]
