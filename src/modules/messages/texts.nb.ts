import type { MailEvent } from './message.ts'

type Failed = Extract<MailEvent, { readonly type: 'mail.failed' }>
type Withheld = Extract<MailEvent, { readonly type: 'mail.withheld' }>
type SentAgain = Extract<MailEvent, { readonly type: 'mail.sentAgain' }>

export const nb = {
  title: 'Varsler',
  lead: 'Det som er nytt for deg. Varslene sier ikke hva som står i sakene.',
  none: 'Du har ingen varsler',
  noneText: 'Når noe skjer i en sak du har del i, får du et varsel her og på e-post.',
  noneTextNoMail: 'Når noe skjer i en sak du har del i, får du et varsel her.',
  unread: 'Ulest',
  markRead: 'Merk alle som lest',
  marked: (n: number) => (n === 1 ? '1 varsel er merket som lest.' : `${n} varsler er merket som lest.`),
  withheld: 'Et varsel om en sensitiv sak ble ikke sendt til postkassen det var til',
  vacant: (role: string) => `Noe venter på rollen ${role}, og ingen har den`,
  /** To whoever owns an account, when it opens in another way than before. */
  ownAccount: 'Innloggingen din er endret. Var det ikke deg, si fra til administratoren',
  columns: { what: 'Hva', reference: 'Sak', when: 'Når', status: 'Status' },
  outbox: {
    noServer: 'Varde sender ikke e-post',
    noServerText: 'Det er ikke satt opp noen e-postserver. Den som drifter Varde, gjør det. Varslene vises i Varde uansett.',
    unsent: (n: number) => (n === 1 ? 'Én e-post er ikke sendt.' : `${n} e-poster er ikke sendt.`),
    see: 'Se e-post som ikke er sendt',
    title: 'E-post som ikke er sendt',
    waiting: 'Venter',
    oldest: 'Den eldste har ventet siden',
    uncertain: 'Uvisst om de kom fram',
    uncertainWhy:
      'E-postserveren tok imot dem, men bekreftet det ikke. De er kanskje allerede framme, så Varde sender dem ikke på nytt av seg selv. Etter tre dager gir Varde dem opp.',
    sendAgain: 'Send på nytt',
    sentAgain: (n: number) => (n === 1 ? 'E-posten blir sendt på nytt.' : `${n} e-poster blir sendt på nytt.`),
    failed: 'Gitt opp de siste 30 dagene',
    lastFault: 'Siste feil',
    noFault: 'Ingen',
    noneTried: 'Ingen av dem er forsøkt sendt. Er e-postserveren satt opp? Varslene vises i Varde uansett.',
    mails: (n: number): string => (n === 0 ? 'Ingen' : n === 1 ? '1 e-post' : `${n} e-poster`),
    faults: {
      noAnswer: 'E-postserveren svarte ikke',
      signIn: 'E-postserveren godtok ikke innloggingen',
      later: 'E-postserveren ba oss vente',
      refused: 'E-postserveren avviste e-posten',
      address: 'Adressen kan ikke brukes',
      tooOld: 'E-posten ble for gammel',
      left: 'Mottakeren har sluttet',
      other: 'Ukjent feil',
    },
  },
  setting: {
    title: 'E-post',
    heading: 'E-post om sensitive saker',
    follows:
      'Gjelder varsler om avvik med særlige kategorier av personopplysninger. E-posten inneholder aldri noe fra saken. Sendes den ikke, får mottakerne varselet og oppgaven i Varde når de logger inn, og loggen sier at e-posten ikke ble sendt. E-posten sendes slik oppsettet er den dagen, også når saken begynte før endringen.',
    fields: {
      sensitive: {
        label: 'Hvordan sendes slike varsler internt?',
        choices: { marked: 'På e-post, merket i emnefeltet', plain: 'På e-post, uten merking', none: 'Ikke på e-post, bare i Varde' },
      },
      mark: { label: 'Ordet e-posten merkes med' },
    },
    state: (way: 'marked' | 'plain' | 'none', mark: string): string =>
      way === 'marked'
        ? `Sensitive saker merkes «${mark}»`
        : way === 'none'
          ? 'Ingen e-post om sensitive saker'
          : 'Ingen merking av sensitive saker',
  },
  events: {
    'mail.sent': () => 'En e-post ble sendt',
    'mail.uncertain': () => 'Det er uvisst om en e-post kom fram',
    'mail.sentAgain': ({ mails }: SentAgain) =>
      mails === 1 ? 'En usikker e-post ble sendt på nytt' : `${mails} usikre e-poster ble sendt på nytt`,
    'mail.withheld': ({ mails }: Withheld): string =>
      mails === 1
        ? 'En e-post om en sensitiv sak ble ikke sendt; varselet er i Varde'
        : `${mails} e-poster om en sensitiv sak ble ikke sendt; varslene er i Varde`,
    'mail.failed': ({ code }: Failed) =>
      `En e-post kunne ikke sendes (${code === 'tooOld' ? 'den ble for gammel' : code === 'left' ? 'mottakeren har sluttet' : code})`,
  },
  mail: {
    forgotten: 'Her er lenken for å velge nytt passord',
    askedOutside: (organisation: string) => `${organisation} har et spørsmål til deg`,
    invited: 'Velkommen til Varde: velg et passord',
    andMore: (title: string, n: number): string => `${title}, og ${n} til`,
    greeting: 'Hei,',
    reference: 'Saksnummer',
    open: 'Les mer og svar i Varde',
    noContent: 'Av hensyn til personvernet står det ikke noe fra saken i denne e-posten.',
    links: {
      forgotten: {
        open: 'Velg nytt passord her',
        beneath:
          'Lenken virker én gang, i én time. Har du ikke bedt om den, trenger du ikke gjøre noe: passordet ditt er det samme som før.',
      },
      invited: {
        open: 'Velg passord her',
        beneath:
          'Lenken virker én gang, i to døgn. Er den for gammel, ber du administratoren om en ny. Venter du ikke denne e-posten, trenger du ikke gjøre noe.',
      },
      other: { open: 'Les mer i Varde', beneath: 'Av hensyn til personvernet står det ikke mer i denne e-posten.' },
    },
    answers: 'Svarer du på e-posten, kommer svaret inn i saken.',
    automatic: 'E-posten er sendt automatisk og kan ikke besvares.',
  },
}
export type Texts = typeof nb
