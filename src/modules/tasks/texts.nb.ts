/** `left` and `task` are filled in by the caller: "4 timer", "Vurder avviket". */
import { durationWords } from '../../kernel/calendar/words.ts'
import type { TaskEvent } from './task.ts'

type Reminded = Extract<TaskEvent, { readonly type: 'task.reminded' }>
type Escalated = Extract<TaskEvent, { readonly type: 'task.escalated' }>

export const nb = {
  nav: 'Oppgaver',
  title: 'Mine oppgaver',
  lead: 'Det du skal gjøre, med den nærmeste fristen først.',
  none: 'Du har ingen oppgaver nå',
  noneText: 'Når du får noe å gjøre, står det her, og du får et varsel.',
  withoutDelay: 'Så snart som mulig',
  noDeadline: 'Ingen frist',
  columns: { task: 'Oppgave', about: 'Gjelder', due: 'Frist', given: 'Gitt' },
  views: { all: 'Etter frist', overdue: 'Over fristen', own: 'Gitt til deg' },
  search: 'Ord fra oppgaven, eller saksnummer',
  overdueLead: (n: number) => (n === 1 ? 'Fristen har gått ut for 1 oppgave.' : `Fristen har gått ut for ${n} oppgaver.`),
  reminder: (left: string, task: string) => `${left} igjen: ${task}`,
  overdueNotice: (task: string) => `Fristen har gått ut: ${task}`,
  handedOver: (task: string) => `Oppgaven er deres nå: ${task}`,
  escalated: (task: string) => `Ikke gjort innen fristen: ${task}`,
  escalatedFurther: (task: string) => `Fortsatt ikke gjort: ${task}`,
  roles: {
    title: (n: number) => (n === 1 ? 'En rolle er ledig' : `${n} roller er ledige`),
    fill: (role: string) => `Gi noen rollen ${role}`,
    vacant: (role: string) => `Ingen har rollen ${role}`,
    meanwhile: (role: string) => `Rollen ${role} gjør arbeidet imens`,
    stopped: 'Arbeidet står stille til noen får rollen',
    waiting: (n: number) => (n === 1 ? '1 oppgave venter' : `${n} oppgaver venter`),
    give: 'Finn personen som skal ha rollen',
    ask: 'Administratoren har fått en oppgave om å gi rollen til noen.',
  },
  held: {
    title: 'Arbeid personen har nå',
    none: 'Personen har ingen oppgaver i eget navn.',
    goesTo: (roles: string) => `Går til: ${roles}`,
    goesToNobody: 'Blir liggende til noen får rollen',
    waiting: (n: number) =>
      n === 1
        ? '1 oppgave venter på rollene som blir ledige, for eksempel en signatur.'
        : `${n} oppgaver venter på rollene som blir ledige, for eksempel signaturer.`,
    stays: 'Oppgaver i saker personen har tatt eller er spurt om, blir hos personen. De andre går til rollen.',
    drafts: 'Avviksmeldinger som er begynt og ikke sendt, ser bare den som skriver. Be personen sende eller slette dem først.',
  },
  task: {
    late: 'Ikke gjort innen fristen',
    done: 'Gjort',
    open: 'Oppgave',
    lead: 'Du får vite om oppgaven fordi den ikke ble gjort innen fristen, og du leder den som har den eller svarer for arbeidet.',
    holder: 'Hvem som har oppgaven',
    due: 'Frist',
    reference: 'Sak',
    toCase: 'Åpne saken',
    noCase: 'Du har ikke tilgang til saken, og trenger det ikke: ta det opp med den som har oppgaven.',
  },
  units: {
    title: 'Oppgaver i enhetene',
    lead: 'Det folk i enhetene har å gjøre, og når det forfaller. Du ser ikke hva som står i sakene.',
    none: 'Ingen i enhetene har oppgaver',
    noneText: 'Når noen i enheten får en oppgave, står den her til den er gjort.',
    unit: 'Enhet',
    anyUnit: 'Alle enhetene',
    kind: 'Type',
    reviews: 'Gjennomganger',
    counted: {
      open: (n: number): string => (n === 1 ? 'oppgave å gjøre' : 'oppgaver å gjøre'),
      late: (n: number): string => (n === 1 ? 'oppgave over fristen' : 'oppgaver over fristen'),
      reviews: (n: number): string => (n === 1 ? 'gjennomgang over fristen' : 'gjennomganger over fristen'),
    },
  },
  setting: {
    heading: 'Når en oppgave ikke blir gjort',
    follows:
      'Når fristen er ute, får lederen til den som har oppgaven, et varsel. Er den fortsatt ikke gjort etter så mange dager, får lederens leder et varsel, og slik videre oppover.',
    fields: { lineDays: { label: 'Antall dager før oppgaven går til neste leder', hint: 'Fra 1 til 60 dager.' } },
    state: (days: number): string => (days === 1 ? 'Går til neste leder etter 1 dag' : `Går til neste leder etter ${days} dager`),
  },
  events: {
    'task.handedOver': () => 'En oppgave gikk over til rollen, fordi den som hadde den, har sluttet',
    'task.reminded': ({ minutesLeft }: Reminded) => `Varde minnet om en oppgave: ${durationWords(minutesLeft * 60_000, 'nb')} igjen`,
    'task.exported': () => 'Oppgavelisten lastet ned',
    'task.overdue': () => 'Fristen for en oppgave gikk ut',
    'task.escalated': ({ to }: Escalated): string =>
      to === 'leader' ? 'Lederen ble varslet om en oppgave over fristen' : 'Behandlingsansvarlig ble varslet om en oppgave over fristen',
  },
}
export type Texts = typeof nb
