import { informationWords, needWords } from '../organisation/public.ts'

export const nb = {
  outOfUse: 'ikke i bruk',
  title: 'Systemer',
  one: 'System',
  lead: 'Systemene vi bruker, hvem som eier dem, og hva slags opplysninger som ligger der.',
  add: 'Legg til system',
  saved: 'Systemet er lagret.',
  newTitle: 'Nytt system',
  editTitle: 'Endre system',
  none: 'Ingen systemer er registrert ennå',
  noneText: 'Start med systemene der det ligger mest personopplysninger.',
  columns: { ownerUnit: 'Enhet', owner: 'Eier', superUser: 'Superbruker', inUse: 'I bruk' },
  fields: {
    name: { label: 'Navn' },
    purpose: { label: 'Hva brukes systemet til?' },
    ownerUnit: { label: 'Enhet som eier systemet' },
    owner: { label: 'Systemeier', hint: 'Lar du feltet stå tomt, blir lederen av enheten eier.' },
    superUser: { label: 'Superbruker' },
    technicalResponsible: { label: 'Teknisk ansvarlig', hint: 'Lar du feltet stå tomt, er IT teknisk ansvarlig.' },
    suppliedBy: { label: 'Leverandør', hint: 'Velg blant leverandørene. Mangler den, legger du den til først.' },
    dataKinds: {
      label: 'Hva slags opplysninger ligger der?',
      choices: {
        contact: 'Kontaktopplysninger',
        nationalId: 'Fødselsnummer',
        employment: 'Ansettelse og lønn',
        education: 'Opplysninger om utdanning',
        health: 'Helseopplysninger',
        economy: 'Økonomi',
        archive: 'Saker og arkiv',
        sensitive: 'Andre særlige kategorier',
        none: 'Ingen personopplysninger',
      },
    },
    informationClasses: {
      label: 'Hvilke klasser av informasjon ligger der?',
      hint: 'Klassene er de samme som i lagringsguiden.',
      choices: informationWords('nb'),
    },
    ...needWords('nb'),
    standardMeasures: {
      label: 'Standardtiltak som beskytter systemet',
      hint: 'De vises som tiltak som finnes, i ROS-analysene av systemet.',
      choices: {
        backup: 'Sikkerhetskopiering',
        breakIn: 'Servere sikret mot innbrudd',
        power: 'Servere sikret mot strømbrudd',
        fire: 'Servere sikret mot brann',
        water: 'Servere sikret mot vann og lekkasje',
        network: 'Beskyttelse av nettverket',
        accessControl: 'Tilgangskontroll',
      },
    },
    logsChanges: { label: 'Logges endringer?', choices: { yes: 'Ja', no: 'Nei' } },
    logsDeletions: { label: 'Logges sletting?', choices: { yes: 'Ja', no: 'Nei' } },
    logsSearches: { label: 'Logges søk og oppslag?', choices: { yes: 'Ja', no: 'Nei' } },
    logKept: { label: 'Hvor ligger loggen, og hvor lenge?' },
    otherOverview: { label: 'Referanse i en annen systemoversikt', hint: 'Lenke eller nummer, for eksempel i Draftit.' },
    inUse: { label: 'Er systemet i bruk?', choices: { yes: 'Ja', considered: 'Ikke ennå, vi vurderer det', no: 'Nei' } },
  },
  present: { security: 'Informasjonssikkerhetsansvarlig, personvernrådgiver eller personvernombud', it: 'En fra IT' },
  setting: {
    heading: 'Hvordan systemer anskaffes og gjennomgås',
    follows: 'Reglementet vises med en gang. Gjennomganger følger regelen når de blir registrert heretter.',
    fields: {
      reviewedTogether: {
        label: 'Må sikkerhet eller personvern, og IT, være med i den årlige gjennomgangen av et system?',
        choices: { yes: 'Ja', no: 'Nei' },
      },
      purchasingText: {
        label: 'Hva heter reglementet for innkjøp, og hvor står det?',
        hint: 'Vises der en anskaffelse skal følge det. La feltet stå tomt hvis dere ikke har noe å vise til.',
      },
      purchasingAddress: { label: 'Adressen til reglementet', hint: 'Skriv den med https:// foran.' },
    },
    refusals: { notAPage: 'Skriv en nettadresse, for eksempel https://intranett.kommune.no.', linkWithoutText: 'Skriv hva lenken heter.' },
    state: (together: boolean): string => (together ? 'sammen med sikkerhet eller personvern, og IT' : 'av eieren'),
  },
  counted: { inUse: (n: number): string => (n === 1 ? 'system i bruk' : 'systemer i bruk') },
  templates: {
    lead: 'Her er systemer som de fleste virksomheter som vår har, etter hva de brukes til. Velg dem dere har, eller vurderer å ta i bruk.',
    note: 'Gi systemet navnet dere bruker, og fyll ut eier, leverandør og sikkerhet etterpå. Et system regnes ikke som tatt i bruk før noen har sagt det: det står ikke i systemoversikten og skal ikke gjennomgås.',
    says: {
      label: 'Vi bruker alle disse systemene i dag',
      hint: 'Lar du være å krysse av, står de som «vi vurderer det» til noen sier på siden til systemet at det er i bruk.',
    },
    notYet: 'Ingen har sagt at systemet er i bruk, så det står ikke i systemoversikten og har ingen årlig gjennomgang.',
    confirm: 'Vi bruker det i dag',
    confirmed: 'Systemet står nå som i bruk.',
    begun: 'Lagt inn fra en mal',
    begunText:
      'Ingen har endret systemet etter at det ble lagt inn. Les gjennom det, rett det som ikke stemmer, og fyll ut det som mangler.',
  },
  refusals: {
    ownsSelf: 'Du kan ikke gjøre deg selv til eier av systemet. La feltet stå tomt, så blir lederen for enheten eier, eller velg en annen.',
    ownerNamed:
      'Bare eieren, informasjonssikkerhetsansvarlig og de som holder orden i systemlisten, avgjør hvem som eier systemet. Be en av dem gjøre det.',
    notProcured: 'Systemet er ikke ferdig anskaffet ennå. Velg «Nei» til anskaffelsen er avsluttet.',
    decommissionFirst: 'Systemet har personopplysninger. Det tas ut av bruk ved avhending: start avhendingen fra siden til systemet.',
    notAssessed:
      'Systemet kan ikke tas i bruk før en ROS-analyse av det er godkjent. Velg «Nei» så lenge, og start en ROS-analyse fra siden til systemet.',
    nameTaken: 'Det finnes allerede et system med dette navnet.',
  },
  events: { added: 'System lagt til', edited: 'System endret', exported: 'Systemlisten lastet ned', refused: 'Avvist endring av system' },
}
export type Texts = typeof nb
