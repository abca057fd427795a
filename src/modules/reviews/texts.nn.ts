import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  plan: {
    every: {
      label: 'Kor ofte?',
      choices: {
        once: 'Berre éin gong',
        '1': 'Kvar månad',
        '3': 'Kvar tredje månad',
        '6': 'Kvart halvår',
        '12': 'Kvart år',
        '24': 'Annakvart år',
        '36': 'Kvart tredje år',
      },
    },
    dueOn: { label: 'Neste gjennomgang seinast' },
    owner: { label: 'Kven skal gjere han?', hint: 'Vel du ingen, får den som eig posten, oppgåva.' },
  },
  held: {
    heldOn: { label: 'Når vart han gjord?' },
    found: { label: 'Kva fann de?', hint: 'Skriv kort kva de såg på, og kva som må gjerast. Ingen namn.' },
    participants: { label: 'Kven deltok?' },
    nextOn: { label: 'Neste gjennomgang seinast', hint: 'Lat feltet stå tomt, så reknar vi han ut frå kor ofte han skal gjerast.' },
  },
  title: 'Gjennomgang',
  task: 'Gå gjennom',
  planTitle: 'Når skal han gåast gjennom?',
  heldTitle: 'Registrer gjennomgang',
  doPlan: 'Planlegg gjennomgang',
  change: 'Endre planen',
  doHold: 'Registrer gjennomgang',
  none: 'Ingen gjennomgang er planlagd.',
  due: 'Neste gjennomgang',
  every: 'Kor ofte',
  owner: 'Blir gjord av',
  noOwner: 'Den som eig posten',
  late: 'Skulle vore gjord',
  history: 'Tidlegare gjennomgangar',
  heldBy: 'Gjord {date} av {name}',
  present: 'Desse må ha delteke',
  took: 'Deltok',
  said: { planned: 'Planen er lagra.', held: 'Gjennomgangen er registrert.' },
  refusals: {
    heldLater: 'Datoen er fram i tid. Registrer gjennomgangen når han er gjord.',
    nextBefore: 'Neste gjennomgang må vere etter denne.',
    participantsMissing:
      'Gjennomgangen kan ikkje registrerast utan alle som skal delta: vel dei under «Kven deltok?». Kven det er, står øvst på sida.',
    rosNotReviewed: 'Oppdater eller stadfest ROS-analysen av systemet først. Då kan gjennomgangen registrerast.',
    notAllowed: 'Du har ikkje lov til dette.',
  },
  events: {
    'review.planned': () => 'Gjennomgang planlagd',
    'review.held': () => 'Gjennomgang gjord',
  },
}
