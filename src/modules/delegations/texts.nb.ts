export const nb = {
  title: 'Delegeringer',
  one: 'Delegering',
  lead: 'Hvem som har delegert hvilke oppgaver til hvem, fra når og til når, og hva det bygger på. Delegeringen gjelder oppgavene, ikke ansvaret.',
  tasksOnly:
    'Delegeringen gjelder oppgavene, ikke ansvaret: Den behandlingsansvarlige er fortsatt ansvarlig (personvernforordningen artikkel 24, lest 30. november 2026).',
  add: 'Legg til delegering',
  saved: 'Delegeringen er lagret.',
  newTitle: 'Ny delegering',
  editTitle: 'Endre delegering',
  none: 'Ingen delegeringer er registrert ennå',
  noneText: 'Start med det daglige ansvaret for behandling av personopplysninger: én for hver enhet.',
  columns: {
    authority: 'Oppgave',
    delegatedBy: 'Fra',
    delegatedTo: 'Til',
    unit: 'Enhet',
    fromDate: 'Fra og med',
    toDate: 'Til og med',
    inForce: 'I kraft',
  },
  unsaid: { toDate: 'Ingen sluttdato' },
  fields: {
    name: { label: 'Hva heter delegeringen?', hint: 'For eksempel «Daglig ansvar for personopplysninger, Helse og velferd».' },
    authority: {
      label: 'Hva er delegert?',
      choices: {
        processing: 'Daglig oppfølging av behandling av personopplysninger',
        systems: 'Oppgavene som systemeier',
        disclosure: 'Å avgjøre om personopplysninger skal utleveres',
        access: 'Å gi og fjerne tilganger',
        agreements: 'Å inngå databehandleravtaler',
        subjectRequests: 'Å svare på krav om innsyn og andre rettigheter',
        notices: 'Å melde til Datatilsynet',
        cameras: 'Å godkjenne kameraovervåking',
        other: 'Noe annet',
      },
      choiceHints: {
        disclosure: 'Den som får dette fra systemeieren, kan avgjøre forespørsler om utlevering fra systemene.',
      },
    },
    otherAuthority: { label: 'Hvilken annen oppgave?' },
    delegatedBy: { label: 'Hvem delegerer?' },
    delegatedTo: { label: 'Hvem får oppgaven?' },
    unit: {
      label: 'For hvilken enhet?',
      hint: 'Gjelder også enhetene under. La feltet stå tomt når delegeringen gjelder hele virksomheten.',
    },
    processings: { label: 'For hvilke behandlinger?', hint: 'Velg ingen når delegeringen gjelder alle i enheten.' },
    systems: { label: 'For hvilke systemer?', hint: 'Velg ingen når delegeringen gjelder alle som enheten eier.' },
    fromDate: { label: 'Fra og med' },
    toDate: { label: 'Til og med', hint: 'La feltet stå tomt når delegeringen gjelder til noen trekker den tilbake.' },
    ground: { label: 'Hva bygger delegeringen på?', hint: 'For eksempel delegeringsreglementet og punktet i det, eller et vedtak.' },
    documentedIn: {
      label: 'Hvor er delegeringen dokumentert?',
      hint: 'For eksempel saksnummer i arkivet. Brev og vedtak kan legges ved etterpå.',
    },
    onward: { label: 'Kan oppgaven delegeres videre?', choices: { yes: 'Ja', no: 'Nei' } },
    inForce: { label: 'Gjelder delegeringen?', choices: { yes: 'Ja', no: 'Nei, den er trukket tilbake' } },
  },
  refusals: {
    toThemselves: 'Ingen kan delegere til seg selv.',
    endsFirst: 'Delegeringen kan ikke slutte før den begynner.',
    notYours: 'Du kan bare registrere det du selv har delegert.',
    receives: 'Du kan ikke registrere en delegering som du selv får. Be den som delegerer, om å registrere den.',
    giverAlone:
      'Bare den som delegerer, kan registrere eller endre en delegering av å avgjøre utlevering, for den gir fullmakt i Varde. Du kan trekke den tilbake.',
  },
  events: {
    added: 'Delegering lagt til',
    edited: 'Delegering endret',
    given: 'Delegering gitt av den som delegerer',
    exported: 'Listen over delegeringer lastet ned',
    refused: 'Avvist endring av delegering',
  },
  messages: {
    registered: 'Noen har registrert en delegering fra deg: se om den stemmer',
    altered: 'Noen har endret en delegering fra deg: se om den stemmer',
  },
  tasks: {
    ends: 'Delegeringen går ut: forny den, eller trekk den tilbake',
    ownHand: 'Noen har registrert at du lar andre avgjøre utlevering: gi delegeringen selv, eller trekk den tilbake',
    anew: 'Noen i delegeringen har sluttet: deleger på nytt, eller trekk den tilbake',
  },
  panel: {
    title: 'Delegering',
    none: 'Ingen delegering av den daglige oppfølgingen er registrert.',
    line: (by: string, to: string, from: string, until: string | null): string =>
      until ? `fra ${by} til ${to}, fra ${from} til ${until}` : `fra ${by} til ${to}, fra ${from}`,
  },
  ownHand: {
    waits: 'Denne delegeringen gir ingen fullmakt i Varde. Noen andre enn den som delegerer, har registrert den.',
    give: 'Gi delegeringen',
    done: 'Du har gitt delegeringen. Den gir fullmakt fra nå.',
    fromSystem: 'La noen andre avgjøre utlevering fra systemet',
  },
  leaving: {
    given: 'har delegert den',
    received: 'har fått den',
    follows:
      'Den som har delegert, får en oppgave om å delegere på nytt. Har den personen sluttet, går oppgaven til den behandlingsansvarlige.',
  },
}
export type Texts = typeof nb
