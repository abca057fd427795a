import type { FieldTexts } from '../../kernel/fields.ts'
import { systemTexts } from '../systems/public.ts'
import type {
  approverFields,
  askFields,
  decisionFields,
  deletionFields,
  doubtFields,
  extractFields,
  recordFields,
  ruleFields,
  statementFields,
} from './fields.ts'

const kinds = systemTexts('nb').fields.dataKinds.choices
const recipientKinds = {
  publicBody: 'Offentlig virksomhet',
  company: 'Bedrift',
  researcher: 'Forsker i en annen virksomhet',
  organisation: 'Organisasjon',
  person: 'Privatperson som ikke er den opplysningene gjelder',
}
const purposes = {
  legalDuty: 'Vi har plikt til å utlevere',
  service: 'Å gi en tjeneste',
  operation: 'Drift og støtte',
  research: 'Forskning',
  statistics: 'Statistikk',
  legalCase: 'Tvist eller rettssak',
  other: 'Noe annet',
}

const ask: FieldTexts<typeof askFields> = {
  name: { label: 'Hva gjelder utleveringen?', hint: 'For eksempel «Adresser til forsikringsselskapet».' },
  system: { label: 'Hvilket system?', hint: 'Der opplysningene ligger.' },
  unit: { label: 'Enhet som ber om det' },
  recipientKind: { label: 'Hva slags mottaker?', choices: recipientKinds },
  recipient: { label: 'Hvem er mottakeren?', hint: 'Navnet på virksomheten.' },
  dataKinds: { label: 'Hva slags opplysninger?', hint: 'Velg alt som passer.', choices: kinds },
  purposeKind: { label: 'Hva skal de brukes til?', choices: purposes },
  purpose: { label: 'Forklar formålet', hint: 'Ikke skriv navn på personer.' },
  legalBasis: { label: 'Hjemmel for utleveringen', hint: 'Bestemmelsen i lov, eller samtykke.' },
  until: { label: 'Når skal mottakeren ha slettet dem?', hint: 'En utlevering er alltid tidsbegrenset.' },
}
const doubt: FieldTexts<typeof doubtFields> = { doubt: { label: 'Hva er du i tvil om?' } }
const statement: FieldTexts<typeof statementFields> = { statement: { label: 'Uttalelse' } }
const decision: FieldTexts<typeof decisionFields> = {
  decision: { label: 'Avgjørelse', choices: { approved: 'Godkjent', refused: 'Avslått' } },
  reason: { label: 'Begrunnelse' },
}
const deletion: FieldTexts<typeof deletionFields> = {
  deletedOn: { label: 'Når slettet mottakeren opplysningene?' },
  deletionProof: { label: 'Hvordan vet vi det?', hint: 'For eksempel en bekreftelse, lagt ved som fil.' },
}
const fields: FieldTexts<typeof recordFields> = {
  ...ask,
  ...doubt,
  ...statement,
  ...decision,
  ...deletion,
  status: {
    label: 'Status',
    choices: {
      asked: 'Venter på avgjørelse',
      consulting: 'Venter på uttalelse',
      approved: 'Godkjent',
      refused: 'Avslått',
      ended: 'Slettet hos mottakeren',
    },
  },
  routine: { label: 'Rutine', choices: { inside: 'Innenfor systemeiers rutine', outside: 'Utenfor rutine' } },
  askedBy: { label: 'Spurt av' },
  askedAt: { label: 'Spurt' },
  consultedAt: { label: 'Sendt til uttalelse' },
  statedBy: { label: 'Uttalelse fra' },
  statedAt: { label: 'Uttalelse gitt' },
  decidedBy: { label: 'Avgjort av' },
  decidedAt: { label: 'Avgjort' },
}
const rule: FieldTexts<typeof ruleFields> = {
  name: { label: 'Navn på regelen' },
  system: { label: 'System' },
  dataKinds: { label: 'Opplysninger som kan utleveres', hint: 'Velg alt som passer.', choices: kinds },
  purposes: { label: 'Til hvilke formål', hint: 'Velg alt som passer.', choices: purposes },
  recipients: { label: 'Til hvilke mottakere', hint: 'Velg alt som passer.', choices: recipientKinds },
  inForce: { label: 'Gjelder regelen nå?', choices: { yes: 'Ja', no: 'Nei' } },
}
const approver: FieldTexts<typeof approverFields> = {
  name: { label: 'Navn', hint: 'For eksempel «Utlevering fra studiesystemene».' },
  unit: { label: 'Enhet som eier systemer' },
  approvers: { label: 'Hvem avgjør for enheten?' },
}
const extract: FieldTexts<typeof extractFields> = {
  name: { label: 'Hva ble tatt ut?' },
  system: { label: 'System' },
  unit: { label: 'Enhet som tok det ut' },
  madeOn: { label: 'Når?' },
  recipient: { label: 'Hvem fikk det?' },
  disclosure: { label: 'Godkjenning', hint: 'Lar du feltet stå tomt, er uttrekket gjort uten godkjenning.' },
}

export const nb = {
  title: 'Utlevering av data',
  one: 'Utlevering',
  lead: 'Data som skal gis ut av et system, og hvem som har avgjort det.',
  add: 'Be om utlevering',
  none: 'Ingen har bedt om utlevering ennå',
  noneText: 'Skal noen utenfor virksomheten få data fra et system, spør systemeieren her først.',
  columns: { recipient: 'Mottaker', unit: 'Enhet', status: 'Status', until: 'Slettes innen', system: 'System', decidedBy: 'Avgjort av' },
  fields,
  ask,
  doubt,
  statement,
  decision,
  deletion,
  choose: {
    title: 'Hvem skal ha dataene?',
    lead: 'Utlevering, også kalt eksport, er å gi data til andre enn egne systemer, den det gjelder, eller noen som tar imot for den det gjelder.',
    own: 'Et eget system eller en egen behandling',
    subject: 'Den opplysningene gjelder',
    representative: 'Noen som tar imot for den det gjelder',
    other: 'Andre, for eksempel en bedrift eller en annen offentlig virksomhet',
  },
  noApproval: {
    title: 'Du trenger ingen godkjenning',
    text: {
      own: 'Data som blir i egne systemer, er ikke utlevert. Behandlingen skal likevel stå i oversikten over behandlinger.',
      subject: 'Å gi noen opplysninger om dem selv er ikke utlevering. Er det et krav om innsyn, registrerer du det som et krav.',
      representative: 'Å gi opplysninger til noen som tar imot for den det gjelder, er ikke utlevering. Sjekk fullmakten først.',
    },
    subjectLink: 'Krav om egne opplysninger',
    again: 'Velg en annen mottaker',
  },
  askTitle: 'Be om utlevering',
  askLead: 'Bare systemeieren kan avgjøre om data skal utleveres.',
  send: 'Send til systemeieren',
  said: {
    asked: 'Forespørselen er sendt.',
    consulted: 'Utleveringen er sendt til uttalelse.',
    stated: 'Uttalelsen er gitt.',
    decided: 'Utleveringen er avgjort.',
    ended: 'Slettingen er registrert.',
  },
  titles: {
    consult: 'Spør behandlingsansvarliges representant',
    state: 'Gi uttalelse',
    decide: 'Avgjør utleveringen',
    end: 'Registrer at mottakeren har slettet',
  },
  show: {
    outside:
      'Utleveringen er utenfor rutinen systemeieren har satt. Behandlingsansvarliges representant må uttale seg før den blir avgjort.',
    deciders: 'Hvem avgjør',
    nobody: 'Systemet har ingen eier. Noen må bli eier før utleveringen kan avgjøres.',
    by: (name: string, date: string) => `${name}, ${date}`,
    extracts: 'Uttrekk',
    noExtracts: 'Ingen uttrekk er registrert.',
    addExtract: 'Registrer uttrekk',
    about: 'Forespørselen',
  },
  rules: {
    title: 'Regler for utlevering',
    one: 'Regel for utlevering',
    lead: 'Hva slags opplysninger systemeiere kan utlevere, til hvem og til hvilke formål.',
    add: 'Legg til regel',
    saved: 'Regelen er lagret.',
    newTitle: 'Ny regel for utlevering',
    editTitle: 'Endre regel',
    none: 'Ingen regler for utlevering er registrert ennå',
    noneText: 'Uten regler er hver utlevering utenfor rutine, og representanten må uttale seg.',
    columns: { system: 'System', recipients: 'Mottakere', purposes: 'Formål', inForce: 'Gjelder' },
    fields: rule,
    refusals: { nameTaken: 'Det finnes allerede en regel med dette navnet.' },
    events: {
      added: 'Regel for utlevering lagt til',
      edited: 'Regel for utlevering endret',
      exported: 'Listen over regler for utlevering lastet ned',
      refused: 'Avvist endring av regel for utlevering',
    },
  },
  approvers: {
    title: 'Hvem avgjør utlevering',
    one: 'Godkjennere',
    lead: 'De som avgjør utlevering for en enhet som eier systemer.',
    add: 'Legg til godkjennere',
    saved: 'Godkjennerne er lagret.',
    newTitle: 'Nye godkjennere',
    editTitle: 'Endre godkjennere',
    none: 'Ingen enheter har utpekt noen ennå',
    noneText: 'Eier en enhet et system og ingen er utpekt, avgjør lederen av enheten.',
    columns: { unit: 'Enhet', approvers: 'Godkjennere' },
    fields: approver,
    refusals: { nameTaken: 'Det finnes allerede godkjennere med dette navnet.' },
    events: {
      added: 'Godkjennere for utlevering lagt til',
      edited: 'Godkjennere for utlevering endret',
      exported: 'Listen over godkjennere lastet ned',
      refused: 'Avvist endring av godkjennere',
    },
  },
  extracts: {
    title: 'Uttrekk',
    one: 'Uttrekk',
    lead: 'Data som er tatt ut av et system, og godkjenningen det bygger på.',
    add: 'Registrer uttrekk',
    saved: 'Uttrekket er lagret.',
    newTitle: 'Nytt uttrekk',
    editTitle: 'Endre uttrekk',
    none: 'Ingen uttrekk er registrert ennå',
    noneText: 'Når du har tatt ut data etter en godkjenning, registrerer du det her.',
    columns: { system: 'System', unit: 'Enhet', madeOn: 'Tatt ut', disclosure: 'Godkjenning', recipient: 'Mottaker' },
    fields: extract,
    refusals: { nameTaken: 'Det finnes allerede et uttrekk med dette navnet.' },
    events: {
      added: 'Uttrekk registrert',
      edited: 'Uttrekk endret',
      exported: 'Listen over uttrekk lastet ned',
      refused: 'Avvist endring av uttrekk',
    },
    without: 'Dette uttrekket er gjort uten godkjenning. Det kan være et avvik.',
    report: 'Meld avvik',
    happened: (name: string) => `Et uttrekk med personopplysninger er gjort uten systemeiers godkjenning: ${name}`,
  },
  tasks: { decide: 'Avgjør om data skal utleveres', state: 'Uttal deg om en utlevering', delete: 'Sørg for at mottakeren sletter data' },
  messages: {
    asked: 'Ny forespørsel om utlevering av data',
    consulted: 'Systemeieren er i tvil om en utlevering',
    stated: 'Du har fått en uttalelse om en utlevering',
    decided: 'Utleveringen du ba om, er avgjort',
  },
  setting: {
    heading: 'Utlevering av data',
    follows: 'Gjelder utleveringer som ikke er avgjort ennå.',
    fields: {
      decides: {
        label: 'Hvem avgjør når både en person og en enhet eier systemet?',
        choices: { owner: 'Personen som eier systemet', unit: 'De enheten har utpekt' },
      },
      representative: { label: 'Hvem er behandlingsansvarliges representant?' },
    },
  },
  refusals: {
    untilPassed: 'Velg en dag i framtiden.',
    decidedAlready: 'Utleveringen er allerede avgjort.',
    waitsForStatement: 'Behandlingsansvarliges representant må uttale seg først.',
    deletedInFuture: 'Dagen kan ikke være i framtiden.',
  },
  events: {
    asked: 'Utlevering etterspurt',
    consulted: 'Utlevering sendt til uttalelse',
    stated: 'Uttalelse om utlevering gitt',
    approved: 'Utlevering godkjent',
    declined: 'Utlevering avslått',
    ended: 'Sletting hos mottaker registrert',
    exported: 'Listen over utleveringer lastet ned',
    refused: 'Avvist endring av utlevering',
  },
}
export type Texts = typeof nb
