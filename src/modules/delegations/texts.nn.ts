import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Delegeringar',
  one: 'Delegering',
  lead: 'Kven som har delegert kva oppgåver til kven, frå når og til når, og kva det byggjer på. Delegeringa gjeld oppgåvene, ikkje ansvaret.',
  tasksOnly:
    'Delegeringa gjeld oppgåvene, ikkje ansvaret: Den behandlingsansvarlege er framleis ansvarleg (personvernforordninga artikkel 24, lesen 30. november 2026).',
  add: 'Legg til delegering',
  saved: 'Delegeringa er lagra.',
  newTitle: 'Ny delegering',
  editTitle: 'Endre delegering',
  none: 'Ingen delegeringar er registrerte enno',
  noneText: 'Start med det daglege ansvaret for behandling av personopplysningar: éi for kvar eining.',
  columns: {
    authority: 'Oppgåve',
    delegatedBy: 'Frå',
    delegatedTo: 'Til',
    unit: 'Eining',
    fromDate: 'Frå og med',
    toDate: 'Til og med',
    inForce: 'I kraft',
  },
  unsaid: { toDate: 'Ingen sluttdato' },
  fields: {
    name: { label: 'Kva heiter delegeringa?', hint: 'Til dømes «Dagleg ansvar for personopplysningar, Helse og velferd».' },
    authority: {
      label: 'Kva er delegert?',
      choices: {
        processing: 'Dagleg oppfølging av behandling av personopplysningar',
        systems: 'Oppgåvene som systemeigar',
        disclosure: 'Å avgjere om personopplysningar skal utleverast',
        access: 'Å gi og fjerne tilgangar',
        agreements: 'Å inngå databehandlaravtalar',
        subjectRequests: 'Å svare på krav om innsyn og andre rettar',
        notices: 'Å melde til Datatilsynet',
        cameras: 'Å godkjenne kameraovervaking',
        other: 'Noko anna',
      },
      choiceHints: {
        disclosure: 'Den som får dette frå systemeigaren, kan avgjere førespurnader om utlevering frå systema.',
      },
    },
    otherAuthority: { label: 'Kva anna oppgåve?' },
    delegatedBy: { label: 'Kven delegerer?' },
    delegatedTo: { label: 'Kven får oppgåva?' },
    unit: { label: 'For kva eining?', hint: 'Gjeld òg einingane under. Lat feltet stå tomt når delegeringa gjeld heile verksemda.' },
    processings: { label: 'For kva behandlingar?', hint: 'Vel ingen når delegeringa gjeld alle i eininga.' },
    systems: { label: 'For kva system?', hint: 'Vel ingen når delegeringa gjeld alle som eininga eig.' },
    fromDate: { label: 'Frå og med' },
    toDate: { label: 'Til og med', hint: 'Lat feltet stå tomt når delegeringa gjeld til nokon trekkjer ho tilbake.' },
    ground: { label: 'Kva byggjer delegeringa på?', hint: 'Til dømes delegeringsreglementet og punktet i det, eller eit vedtak.' },
    documentedIn: {
      label: 'Kvar er delegeringa dokumentert?',
      hint: 'Til dømes saksnummer i arkivet. Brev og vedtak kan leggjast ved etterpå.',
    },
    onward: { label: 'Kan oppgåva delegerast vidare?', choices: { yes: 'Ja', no: 'Nei' } },
    inForce: { label: 'Gjeld delegeringa?', choices: { yes: 'Ja', no: 'Nei, ho er trekt tilbake' } },
  },
  refusals: {
    toThemselves: 'Ingen kan delegere til seg sjølv.',
    endsFirst: 'Delegeringa kan ikkje slutte før ho startar.',
    notYours: 'Du kan berre registrere det du sjølv har delegert.',
    receives: 'Du kan ikkje registrere ei delegering som du sjølv får. Be den som delegerer, om å registrere ho.',
    giverAlone:
      'Berre den som delegerer, kan registrere eller endre ei delegering av å avgjere utlevering, for ho gir fullmakt i Varde. Du kan trekkje ho tilbake.',
  },
  events: {
    added: 'Delegering lagd til',
    edited: 'Delegering endra',
    given: 'Delegering gitt av den som delegerer',
    exported: 'Lista over delegeringar lasta ned',
    refused: 'Avvist endring av delegering',
  },
  messages: {
    registered: 'Nokon har registrert ei delegering frå deg: sjå om ho stemmer',
    altered: 'Nokon har endra ei delegering frå deg: sjå om ho stemmer',
  },
  tasks: {
    ends: 'Delegeringa går ut: forny ho, eller trekk ho tilbake',
    ownHand: 'Nokon har registrert at du lèt andre avgjere utlevering: gi delegeringa sjølv, eller trekk ho tilbake',
    anew: 'Nokon i delegeringa har slutta: deleger på nytt, eller trekk ho tilbake',
  },
  panel: {
    title: 'Delegering',
    none: 'Inga delegering av den daglege oppfølginga er registrert.',
    line: (by, to, from, until) => (until ? `frå ${by} til ${to}, frå ${from} til ${until}` : `frå ${by} til ${to}, frå ${from}`),
  },
  ownHand: {
    waits: 'Denne delegeringa gir ingen fullmakt i Varde. Nokon andre enn den som delegerer, har registrert ho.',
    give: 'Gi delegeringa',
    done: 'Du har gitt delegeringa. Ho gir fullmakt frå no.',
    fromSystem: 'La nokon andre avgjere utlevering frå systemet',
  },
  leaving: {
    given: 'har delegert ho',
    received: 'har fått ho',
    follows:
      'Den som har delegert, får ei oppgåve om å delegere på nytt. Har den personen slutta, går oppgåva til den behandlingsansvarlege.',
  },
}
