import type { FieldTexts } from '../../kernel/fields.ts'
import type { listedFields, planFields } from './fields.ts'

const plan: FieldTexts<typeof planFields> = {
  every: {
    label: 'Hvor ofte?',
    choices: {
      once: 'Bare én gang',
      '1': 'Hver måned',
      '3': 'Hver tredje måned',
      '6': 'Hvert halvår',
      '12': 'Hvert år',
      '24': 'Annethvert år',
      '36': 'Hvert tredje år',
    },
  },
  dueOn: { label: 'Neste gjennomgang senest' },
  owner: { label: 'Hvem skal gjøre den?', hint: 'Velger du ingen, får den som eier posten, oppgaven.' },
}
const held: FieldTexts<typeof listedFields> = {
  heldOn: { label: 'Når ble den gjort?' },
  checked: {
    label: 'Hva gikk dere gjennom?',
    hint: 'Kryss av for hvert punkt dere har vurdert, også det som ikke gjelder for systemet.',
    choices: {
      analysis: 'ROS-analysen er oppdatert eller bekreftet',
      record: 'Det som er registrert om systemet, stemmer',
      accesses: 'Tilgangene er gått gjennom, og de som ikke trengs, er fjernet',
      logs: 'Loggene er gått gjennom',
      agreement: 'Databehandleravtalen er gått gjennom',
      changes: 'Endringer siden sist er vurdert',
      deviations: 'Avvik siden sist er vurdert',
      erasure: 'Sletting og arkivering blir gjort',
      continuity: 'Sikkerhetskopi og reserveløsning er prøvd',
    },
  },
  found: { label: 'Hva fant dere?', hint: 'Skriv kort hva som ble sett på, og hva som må gjøres. Ingen navn.' },
  participants: { label: 'Hvem deltok?' },
  nextOn: {
    label: 'Neste gjennomgang senest',
    hint: 'La feltet stå tomt, så regner vi den ut fra hvor ofte den skal gjøres. Registrerer du en eldre gjennomgang i ettertid, blir datoen som er satt, stående.',
  },
}

export const nb = {
  plan,
  held,
  title: 'Gjennomgang',
  task: 'Gjennomgå',
  planTitle: 'Når skal den gjennomgås?',
  heldTitle: 'Registrer gjennomgang',
  doPlan: 'Planlegg gjennomgang',
  change: 'Endre planen',
  isDue: 'Gjennomgangen skal gjøres',
  doHold: 'Registrer gjennomgang',
  none: 'Ingen gjennomgang er planlagt.',
  due: 'Neste gjennomgang',
  every: 'Hvor ofte',
  owner: 'Gjøres av',
  noOwner: 'Den som eier posten',
  late: 'Skulle vært gjort',
  history: 'Tidligere gjennomganger',
  heldBy: 'Gjort {date} av {name}',
  present: 'Disse må ha deltatt',
  gone: 'Gått gjennom',
  notGone: 'Ikke gått gjennom',
  took: 'Deltok',
  said: { planned: 'Planen er lagret.', held: 'Gjennomgangen er registrert.' },
  refusals: {
    heldLater: 'Datoen er fram i tid. Registrer gjennomgangen når den er gjort.',
    nextBefore: 'Neste gjennomgang må være etter denne.',
    participantsMissing:
      'Gjennomgangen kan ikke registreres uten alle som skal delta: velg dem under «Hvem deltok?». Hvem det er, står øverst på siden.',
    rosNotReviewed: 'Oppdater eller bekreft ROS-analysen av systemet først. Da kan gjennomgangen registreres.',
    notAllowed: 'Du har ikke lov til dette.',
  } as Readonly<Record<string, string>>,
  events: {
    'review.planned': () => 'Gjennomgang planlagt',
    'review.held': () => 'Gjennomgang gjort',
  },
}
export type Texts = typeof nb
