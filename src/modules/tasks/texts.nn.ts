import { durationWords } from '../../kernel/calendar/words.ts'
import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  nav: 'Oppgåver',
  title: 'Oppgåvene mine',
  lead: 'Det du skal gjere, med den nærmaste fristen først.',
  none: 'Du har ingen oppgåver no',
  noneText: 'Når du får noko å gjere, står det her, og du får eit varsel.',
  withoutDelay: 'Så snart som råd',
  noDeadline: 'Ingen frist',
  columns: { task: 'Oppgåve', about: 'Gjeld', due: 'Frist', given: 'Gitt' },
  views: { all: 'Etter frist', overdue: 'Over fristen', own: 'Gitt til deg' },
  search: 'Ord frå oppgåva, eller saksnummer',
  overdueLead: (n) => (n === 1 ? 'Fristen har gått ut for 1 oppgåve.' : `Fristen har gått ut for ${n} oppgåver.`),
  reminder: (left, task) => `${left} igjen: ${task}`,
  overdueNotice: (task) => `Fristen har gått ut: ${task}`,
  handedOver: (task) => `Oppgåva er dykkar no: ${task}`,
  escalated: (task) => `Ikkje gjort innan fristen: ${task}`,
  escalatedFurther: (task) => `Framleis ikkje gjort: ${task}`,
  roles: {
    title: (n) => (n === 1 ? 'Ei rolle er ledig' : `${n} roller er ledige`),
    fill: (role) => `Gi nokon rolla ${role}`,
    vacant: (role) => `Ingen har rolla ${role}`,
    meanwhile: (role) => `Rolla ${role} gjer arbeidet så lenge`,
    stopped: 'Arbeidet står stille til nokon får rolla',
    waiting: (n) => (n === 1 ? '1 oppgåve ventar' : `${n} oppgåver ventar`),
    give: 'Finn personen som skal ha rolla',
    ask: 'Administratoren har fått ei oppgåve om å gi rolla til nokon.',
  },
  held: {
    title: 'Arbeid personen har no',
    none: 'Personen har ingen oppgåver i eige namn.',
    goesTo: (roles) => `Går til: ${roles}`,
    goesToNobody: 'Blir liggande til nokon får rolla',
    waiting: (n) =>
      n === 1
        ? '1 oppgåve ventar på rollene som blir ledige, til dømes ein signatur.'
        : `${n} oppgåver ventar på rollene som blir ledige, til dømes signaturar.`,
    stays: 'Oppgåver i saker personen har teke eller er spurd om, blir hos personen. Dei andre går til rolla.',
    drafts: 'Avviksmeldingar som er starta og ikkje sende, ser berre den som skriv. Be personen sende eller slette dei først.',
  },
  task: {
    late: 'Ikkje gjort innan fristen',
    done: 'Gjort',
    open: 'Oppgåve',
    lead: 'Du får vite om oppgåva fordi ho ikkje vart gjord innan fristen, og du leier den som har ho eller svarer for arbeidet.',
    holder: 'Kven som har oppgåva',
    due: 'Frist',
    reference: 'Sak',
    toCase: 'Opne saka',
    noCase: 'Du har ikkje tilgang til saka, og treng det ikkje: ta det opp med den som har oppgåva.',
  },
  units: {
    title: 'Oppgåver i einingane',
    lead: 'Det folk i einingane har å gjere, og når det forfell. Du ser ikkje kva som står i sakene.',
    none: 'Ingen i einingane har oppgåver',
    noneText: 'Når nokon i eininga får ei oppgåve, står ho her til ho er gjord.',
    unit: 'Eining',
    anyUnit: 'Alle einingane',
    kind: 'Type',
    reviews: 'Gjennomgangar',
    counted: {
      open: (n) => (n === 1 ? 'oppgåve å gjere' : 'oppgåver å gjere'),
      late: (n) => (n === 1 ? 'oppgåve over fristen' : 'oppgåver over fristen'),
      reviews: (n) => (n === 1 ? 'gjennomgang over fristen' : 'gjennomgangar over fristen'),
    },
  },
  setting: {
    heading: 'Når ei oppgåve ikkje blir gjord',
    follows:
      'Når fristen er ute, får leiaren til den som har oppgåva, eit varsel. Er ho framleis ikkje gjord etter så mange dagar, får leiaren til leiaren eit varsel, og slik vidare oppover.',
    fields: { lineDays: { label: 'Talet på dagar før oppgåva går til neste leiar', hint: 'Frå 1 til 60 dagar.' } },
    state: (days) => (days === 1 ? 'Går til neste leiar etter 1 dag' : `Går til neste leiar etter ${days} dagar`),
  },
  events: {
    'task.handedOver': () => 'Ei oppgåve gjekk over til rolla, fordi den som hadde ho, har slutta',
    'task.reminded': ({ minutesLeft }) => `Varde minte om ei oppgåve: ${durationWords(minutesLeft * 60_000, 'nn')} igjen`,
    'task.exported': () => 'Oppgåvelista lasta ned',
    'task.overdue': () => 'Fristen for ei oppgåve gjekk ut',
    'task.escalated': ({ to }) =>
      to === 'leader'
        ? 'Leiaren vart varsla om ei oppgåve over fristen'
        : 'Den behandlingsansvarlege vart varsla om ei oppgåve over fristen',
  },
}
