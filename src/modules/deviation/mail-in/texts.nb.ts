import type { Aside, Dismissal, Dmarc, MailInEvent, Unread } from './mail.ts'

const asides: Readonly<Record<Aside, (n: number) => string>> = {
  own: (n) => (n === 1 ? '1 var vår egen' : `${n} var våre egne`),
  automatic: (n) => (n === 1 ? '1 var sendt automatisk' : `${n} var sendt automatisk`),
  bounce: (n) => (n === 1 ? '1 kom i retur' : `${n} kom i retur`),
}
const dismissals: Readonly<Record<Dismissal, string>> = {
  spam: 'Reklame eller svindel',
  notDeviation: 'Ikke et avvik',
  known: 'Meldt fra før',
}
const dmarc: Readonly<Record<Dmarc | 'none', string>> = {
  pass: 'E-postserveren deres fant at den kom fra dette domenet (DMARC). Hvem som skrev den, vet ingen.',
  fail: 'E-postserveren deres fant at den ikke kom fra dette domenet (DMARC). Avsenderen kan være falsk.',
  none: 'Ikke kontrollert. Avsenderen kan være en annen.',
}
const unread: Readonly<Record<Unread, string>> = {
  tooLarge: 'E-posten er for stor til å hentes inn. Les den i postkassen.',
  broken: 'E-posten kan ikke leses her. Les den i postkassen.',
}
export const nb = {
  title: 'E-post til sikkerhetsadressen',
  lead: 'Lag en sak av hver e-post, legg den til en sak eller avvis den. Fristen på 72 timer kan løpe fra da den kom.',
  one: 'E-post til sikkerhetsadressen',
  noSubject: 'Uten emne',
  received: 'Kom inn',
  from: 'Oppgitt avsender',
  noSender: 'Ikke oppgitt',
  hidden: 'Bare personvernombudet ser avsenderen.',
  subject: 'Emne',
  text: 'Innhold',
  noText: 'E-posten har ingen tekst.',
  checked: 'Er avsenderen kontrollert?',
  empty: 'Ingen e-post venter',
  emptyText: 'Når noen skriver til sikkerhetsadressen, står e-posten her.',
  views: { all: 'Alle', known: 'Kjente avsendere', unknown: 'Ukjente avsendere', like: 'Samme avsender' },
  knownSender: 'Kjent avsender',
  knownText: 'Noen som arbeider her, eller som har skrevet i en sak før, har denne adressen. Hvem som skrev, er ikke kontrollert.',
  like: 'Se alle fra samme avsender',
  choose: 'Velg',
  chooseOne: (subject: string) => `Velg ${subject}`,
  held: {
    title: (n: number) => (n === 1 ? '1 e-post venter i postkassen' : `${n} e-poster venter i postkassen`),
    text: 'Det har kommet flere enn vi henter inn på én time. De blir hentet etter tur, kjente avsendere først. Haster det, se i postkassen. Sletter du søppelpost der, går det fortere.',
  },
  many: {
    chosen: 'Avvis de valgte',
    all: (n: number) => `Avvis alle ${n} i denne visningen`,
    title: 'Før e-postene blir avvist',
    lead: 'Ingenting er avvist ennå. Innholdet og vedleggene blir slettet her. E-postene ligger fortsatt i postkassen.',
    will: (n: number) => (n === 1 ? '1 e-post blir avvist' : `${n} e-poster blir avvist`),
    rest: (n: number) => `Du kan avvise 500 om gangen. ${n} blir igjen i listen.`,
    held: 'De som venter i postkassen fra samme avsender, blir ikke hentet inn. De ligger ulest der.',
    back: 'Tilbake til listen',
    none: 'Velg minst én e-post i listen først. Ingenting er avvist.',
    do: (n: number) => (n === 1 ? 'Avvis 1 e-post' : `Avvis ${n} e-poster`),
    done: (n: number) => (n === 1 ? '1 e-post er avvist.' : `${n} e-poster er avvist.`),
    left: (n: number) => `${n} hadde noen andre allerede behandlet.`,
    heldLeft: (n: number) => `${n} ligger ulest i postkassen og blir ikke hentet inn.`,
  },
  aside: 'Lagt til side de siste 30 dagene',
  asideText: 'Disse ble ikke hentet inn. De ligger ulest i postkassen.',
  asides,
  off: 'E-posten blir ikke lest. En administrator slår det på i innstillingene.',
  unread,
  leftOut: (n: number) => (n === 1 ? '1 vedlegg ble ikke tatt inn. Se i postkassen.' : `${n} vedlegg ble ikke tatt inn. Se i postkassen.`),
  late: 'E-posten er et svar i en sak som er lukket, eller som vi ikke kjenner.',
  dmarc,
  wholeText: 'hele teksten.txt',
  make: {
    title: 'Lag en sak',
    lead: 'Teksten fra e-posten er fylt ut. Ta ut navn og annet som ikke hører hjemme i saken.',
    send: 'Lag saken',
    done: (number: string) => `Saken er laget: ${number}.`,
    unit: { label: 'Hvor skjedde det?', hint: 'Vet du ikke, velg enheten som skal følge opp.' },
  },
  join: {
    title: 'Legg e-posten i en sak',
    fields: { into: { label: 'Nummeret på saken', hint: 'For eksempel 2026-0017. Du må behandle saken.' } },
    send: 'Legg e-posten i saken',
    done: 'E-posten ligger i saken.',
  },
  dismiss: {
    title: 'Avvis',
    lead: 'Innholdet og vedleggene blir slettet her. E-posten ligger fortsatt i postkassen.',
    fields: { dismissal: { label: 'Hvorfor?', choices: dismissals } },
    send: 'Avvis e-posten',
    done: 'E-posten er avvist, og innholdet er slettet her.',
  },
  dismissals,
  settled: {
    made: 'Det er laget en sak av denne e-posten.',
    joined: (number: string) => `E-posten ligger i sak ${number}.`,
    dismissed: 'E-posten er avvist, og innholdet er slettet her.',
  },
  openCase: 'Åpne saken',
  panel: {
    title: 'E-post i saken',
    state: (n: number) => (n === 1 ? '1 e-post' : `${n} e-poster`),
    open: 'Se hele e-posten',
    lead: 'Ingen har kontrollert hvem som skrev dette.',
  },
  mailbox: {
    title: 'Postkassen til sikkerhetsadressen',
    place: 'Postkasse',
    noPlace: 'Ikke gitt. Den som drifter Varde, setter MAILBOXES_DIR.',
    at: (user: string, host: string) => `${user} på ${host}`,
    read: 'Sist lest',
    never: 'Ikke ennå',
    waiting: 'Venter på behandling',
    held: 'Venter i postkassen',
    fault: 'Siste feil',
    faults: {
      setUp: 'Postkassen er ikke satt opp riktig',
      signIn: 'E-postserveren godtok ikke påloggingen til Varde',
      unavailable: 'E-postserveren svarte ikke',
      tokenRefused: 'Varde fikk ikke lov til å lese postkassen. Den som drifter Varde, kan rette det',
      tokenAway: 'Tjenesten som gir Varde lov til å lese postkassen, svarte ikke',
    },
  },
  task: 'Les en e-post til sikkerhetsadressen',
  news: {
    held: (n: number) => `Mange e-poster til sikkerhetsadressen: ${n} venter i postkassen`,
    came: (n: number) =>
      n === 1 ? 'Det er kommet en e-post til sikkerhetsadressen' : `Det er kommet ${n} e-poster til sikkerhetsadressen`,
    answered: 'Det er kommet svar på e-post i en sak',
  },
  refusals: {
    mailSettled: 'En annen har allerede behandlet e-posten.',
    caseClosed: 'Saken er lukket. Åpne den igjen, eller lag en ny sak.',
  },
  events: {
    'mailIn.came': ({ files }: Of<'mailIn.came'>): string => (files > 0 ? 'E-post kom inn, med vedlegg' : 'E-post kom inn'),
    'mailIn.putAside': ({ aside }: Of<'mailIn.putAside'>): string =>
      ({
        own: 'E-post lagt til side: vår egen',
        automatic: 'E-post lagt til side: sendt automatisk',
        bounce: 'E-post lagt til side: i retur',
      })[aside],
    'mailIn.viewed': () => 'E-post lest',
    'mailIn.made': () => 'Sak laget av e-post',
    'mailIn.joined': () => 'E-post lagt til en sak',
    'mailIn.dismissed': ({ dismissal }: Of<'mailIn.dismissed'>) => `E-post avvist: ${dismissals[dismissal].toLowerCase()}`,
    'mailIn.refused': () => 'Avvist forsøk med en e-post',
  },
}
type Of<T extends MailInEvent['type']> = Extract<MailInEvent, { readonly type: T }>
export type Texts = typeof nb
