import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Varsel',
  lead: 'Det som er nytt for deg. Varsla seier ikkje kva som står i sakene.',
  none: 'Du har ingen varsel',
  noneText: 'Når noko skjer i ei sak du har del i, får du eit varsel her og på e-post.',
  noneTextNoMail: 'Når noko skjer i ei sak du har del i, får du eit varsel her.',
  unread: 'Ulese',
  markRead: 'Merk alle som lesne',
  marked: (n) => (n === 1 ? '1 varsel er merkt som lese.' : `${n} varsel er merkte som lesne.`),
  withheld: 'Eit varsel om ei sensitiv sak vart ikkje sendt til postkassa det var til',
  vacant: (role) => `Noko ventar på rolla ${role}, og ingen har ho`,
  /** To whoever owns an account, when it opens in another way than before. */
  ownAccount: 'Innlogginga di er endra. Var det ikkje deg, sei frå til administratoren',
  columns: { what: 'Kva', reference: 'Sak', when: 'Når', status: 'Status' },
  outbox: {
    noServer: 'Varde sender ikkje e-post',
    noServerText: 'Det er ikkje sett opp nokon e-postserver. Den som driftar Varde, gjer det. Varsla blir viste i Varde uansett.',
    unsent: (n) => (n === 1 ? 'Éin e-post er ikkje send.' : `${n} e-postar er ikkje sende.`),
    see: 'Sjå e-post som ikkje er send',
    title: 'E-post som ikkje er send',
    waiting: 'Ventar',
    oldest: 'Den eldste har venta sidan',
    uncertain: 'Uvisst om dei kom fram',
    uncertainWhy:
      'E-postserveren tok imot dei, men stadfesta det ikkje. Dei er kanskje allereie framme, så Varde sender dei ikkje på nytt av seg sjølv. Etter tre dagar gir Varde dei opp.',
    sendAgain: 'Send på nytt',
    sentAgain: (n) => (n === 1 ? 'E-posten blir send på nytt.' : `${n} e-postar blir sende på nytt.`),
    failed: 'Gitt opp dei siste 30 dagane',
    lastFault: 'Siste feil',
    noFault: 'Ingen',
    noneTried: 'Ingen av dei er forsøkte sende. Er e-postserveren sett opp? Varsla blir viste i Varde likevel.',
    mails: (n) => (n === 0 ? 'Ingen' : n === 1 ? '1 e-post' : `${n} e-postar`),
    faults: {
      noAnswer: 'E-postserveren svarte ikkje',
      signIn: 'E-postserveren godtok ikkje innlogginga',
      later: 'E-postserveren bad oss vente',
      refused: 'E-postserveren avviste e-posten',
      address: 'Adressa kan ikkje brukast',
      tooOld: 'E-posten vart for gammal',
      left: 'Mottakaren har slutta',
      other: 'Ukjend feil',
    },
  },
  setting: {
    title: 'E-post',
    heading: 'E-post om sensitive saker',
    follows:
      'Gjeld varsel om avvik med særlege kategoriar av personopplysningar. E-posten inneheld aldri noko frå saka. Blir han ikkje send, får mottakarane varselet og oppgåva i Varde når dei loggar inn, og loggen seier at e-posten ikkje vart send. E-posten blir send slik oppsettet er den dagen, òg når saka starta før endringa.',
    fields: {
      sensitive: {
        label: 'Korleis blir slike varsel sende internt?',
        choices: { marked: 'På e-post, merkte i emnefeltet', plain: 'På e-post, utan merking', none: 'Ikkje på e-post, berre i Varde' },
      },
      mark: { label: 'Ordet e-posten blir merkt med' },
    },
    state: (way, mark) =>
      way === 'marked'
        ? `Sensitive saker blir merkte «${mark}»`
        : way === 'none'
          ? 'Ingen e-post om sensitive saker'
          : 'Inga merking av sensitive saker',
  },
  events: {
    'mail.sent': () => 'Ein e-post vart send',
    'mail.uncertain': () => 'Det er uvisst om ein e-post kom fram',
    'mail.sentAgain': ({ mails }) => (mails === 1 ? 'Ein usikker e-post vart send på nytt' : `${mails} usikre e-postar vart sende på nytt`),
    'mail.withheld': ({ mails }) =>
      mails === 1
        ? 'Ein e-post om ei sensitiv sak vart ikkje send; varselet er i Varde'
        : `${mails} e-postar om ei sensitiv sak vart ikkje sende; varsla er i Varde`,
    'mail.failed': ({ code }) =>
      `Ein e-post kunne ikkje sendast (${code === 'tooOld' ? 'han vart for gammal' : code === 'left' ? 'mottakaren har slutta' : code})`,
  },
  mail: {
    forgotten: 'Her er lenkja for å velje nytt passord',
    askedOutside: (organisation) => `${organisation} har eit spørsmål til deg`,
    invited: 'Velkomen til Varde: vel eit passord',
    andMore: (title, n) => `${title}, og ${n} til`,
    greeting: 'Hei,',
    reference: 'Saksnummer',
    open: 'Les meir og svar i Varde',
    noContent: 'Av omsyn til personvernet står det ikkje noko frå saka i denne e-posten.',
    links: {
      forgotten: {
        open: 'Vel nytt passord her',
        beneath:
          'Lenkja verkar éin gong, i éin time. Har du ikkje bede om ho, treng du ikkje gjere noko: passordet ditt er det same som før.',
      },
      invited: {
        open: 'Vel passord her',
        beneath:
          'Lenkja verkar éin gong, i to døgn. Er ho for gammal, ber du administratoren om ei ny. Ventar du ikkje denne e-posten, treng du ikkje gjere noko.',
      },
      other: { open: 'Les meir i Varde', beneath: 'Av omsyn til personvernet står det ikkje meir i denne e-posten.' },
    },
    answers: 'Svarer du på e-posten, kjem svaret inn i saka.',
    automatic: 'E-posten er send automatisk og kan ikkje svarast på.',
  },
}
