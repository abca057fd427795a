export const nb = {
  /** Before the title of a page that comes back with errors: what a screen reader says first. */
  wrong: 'Feil: ',
  report: 'Meld avvik',
  advice: 'Spør om råd',
  home: 'Til forsiden',
  errands: {
    home: 'Hjem',
    mine: 'Avviksmeldingene mine',
    cases: 'Avvik',
    tasks: 'Oppgaver',
    guidance: 'Veiledning',
    registers: 'Registre',
    control: 'Internkontroll',
    staff: 'Ansatte og tilgang',
    rights: 'Innsyn og utlevering',
    log: 'Logg',
    organisation: 'Organisasjon',
  },
  rooms: {
    title: 'Deler dere ikke bruker',
    state: (unused: number) => (unused === 0 ? 'Ingen: dere bruker alle' : unused === 1 ? 'Én del' : `${unused} deler`),
    follows:
      'Det dere krysser av for, vises ikke i menyen, på forsiden eller i søket. Det som er registrert, er der fortsatt, og frister og oppgaver går som før.',
    unused: 'Kryss av for det dere ikke bruker',
  },
  faultReference: 'Referanse',
  faults: {
    notFound: {
      title: 'Vi finner ikke siden',
      lead: 'Siden finnes ikke, eller du har ikke tilgang til den.',
      advice: 'Sjekk at adressen er riktig. Mener du at du skal se siden, så spør den som har ansvaret for det.',
    },
    notAllowed: {
      title: 'Du har ikke tilgang',
      lead: 'Rollen din gir ikke tilgang til dette.',
      advice: 'Trenger du tilgang, så spør lederen din eller den som administrerer Varde hos dere.',
      adviceToAdmin:
        'Du administrerer Varde. Det gir ikke innsyn i innholdet i saker og registre. Hvem som har rollen som gir det, står under «Roller».',
    },
    foreignOrigin: {
      title: 'Vi tok ikke imot skjemaet',
      lead: 'Skjemaet kom ikke fra en av sidene våre. Ingenting er lagret.',
      advice: 'Åpne siden på nytt her i Varde, og send derfra.',
    },
    otherWriter: {
      title: 'Siden var åpnet av en annen',
      lead: 'Den som åpnet siden, er ikke den som er logget inn i denne nettleseren nå. Ingenting er lagret.',
      advice: 'Det som var skrevet, er tatt vare på for den som skrev det. De finner det når de logger inn i samme virksomhet.',
    },
    demoOnlyHere: {
      title: 'Demoen svarer bare på denne maskinen',
      lead: 'Siden ble åpnet under et annet navn eller gjennom en mellomserver, og demoen slipper hvem som helst inn.',
      advice:
        'Åpne adressen som ble skrevet ut ved oppstart, på maskinen der Varde kjører. Skal flere bruke Varde, så sett opp en egen virksomhet i stedet for demoen.',
    },
    tooLarge: {
      title: 'Det du sendte, er for stort',
      lead: 'Vi tar imot inntil 500 kB tekst om gangen. Ingenting er lagret.',
      advice: 'Gå tilbake, kort ned teksten og send på nytt.',
    },
    unreadable: {
      title: 'Vi kunne ikke lese skjemaet',
      lead: 'Det som kom fram, var ødelagt. Ingenting er lagret.',
      advice: 'Gå tilbake og send på nytt.',
    },
    busy: {
      title: 'Varde svarer ikke akkurat nå',
      lead: 'Databasen er opptatt eller starter på nytt. Sendte du noe nå, er det ikke lagret.',
      advice: 'Vent noen sekunder, gå tilbake og prøv igjen. Har du det travelt, så ring personvernombudet.',
    },
    full: {
      title: 'Det er ikke plass til å lagre',
      lead: 'Disken er full. Det du sendte nå, er ikke lagret, men alt som var lagret fra før, er trygt.',
      advice: 'Si fra til den som drifter Varde. Ta vare på teksten din til det er ordnet.',
    },
    keyAway: {
      title: 'Dette kan ikke åpnes',
      lead: 'Det er forseglet med en nøkkel som er slettet, eller som ikke er på plass akkurat nå. Ingenting er endret.',
      advice: 'Si fra til den som drifter Varde.',
    },
    failed: {
      title: 'Noe gikk galt hos oss',
      lead: 'Det du prøvde på, ble ikke gjort. Feilen er notert.',
      advice: 'Prøv igjen. Skjer det samme, så oppgi referansen til den som drifter Varde.',
    },
  },
  /** How many times, in a line of the log that is one for all of them. */
  timesIn: {
    hour: (n: number) => (n === 1 ? 'én gang i løpet av timen' : `${n} ganger i løpet av timen`),
    day: (n: number) => (n === 1 ? 'én gang i løpet av dagen' : `${n} ganger i løpet av dagen`),
  },
  filesAgain: 'Du var logget ut, så filene ble ikke sendt. Logg inn og velg dem på nytt. Alt annet du har lagret, er tatt vare på.',
  filesAgainKept: 'Du var logget ut, så filene ble ikke sendt. Det du skrev, er tatt vare på: logg inn, send det, og velg filene på nytt.',
  /** What the log says where two saved at once, whatever it was: nobody tried what they may not. */
  staleRefused: 'Ikke lagret: noen andre hadde endret det i mellomtiden',
  events: {
    'access.refused': () => 'Avvist: har ikke tilgang',
    'access.missed': () => 'Forsøkte å åpne noe som ikke finnes, eller som personen ikke har tilgang til',
    'access.searched': () => 'Søkte i alt',
  },
  logKinds: {
    groups: { cases: 'Sakene', access: 'Innsyn og tilgang', organisation: 'Virksomheten', registers: 'Registre' },
    kinds: {
      meldt: 'Avvik meldt',
      behandlet: 'Saker behandlet og endret',
      vurdert: 'Risiko vurdert og meldeplikt avgjort',
      lukket: 'Saker lukket og gjenåpnet',
      datatilsynet: 'Meldinger til Datatilsynet',
      berorte: 'Brev til de berørte',
      oppgaver: 'Oppgaver og frister',
      apnet: 'Saker og dokumenter åpnet',
      melder: 'Melderens identitet åpnet',
      avvist: 'Avviste forsøk',
      innlogging: 'Innlogging og passord',
      logglesing: 'Loggen lest eller lastet ned',
      personer: 'Personer og roller',
      enheter: 'Enheter',
      oppsett: 'Oppsett',
      'e-post': 'E-post',
    },
  },
  search: {
    title: 'Søk',
    label: 'Hva leter du etter?',
    hint: 'Et ord, et saksnummer eller en side. Trykk / for å søke fra alle sider.',
    ways: 'Sider og handlinger',
    others: 'Annet',
    none: 'Ingen treff',
    noneText:
      'Prøv et annet ord eller begynnelsen av det. Du finner bare det du har tilgang til. Kommentarer, vedlegg og spørsmål til personvernombudet er forseglet, og dem søker vi ikke i.',
    found: (n: number) => `${n} treff`,
    all: (label: string) => `Vis alle treff: ${label}`,
  },
  homePage: {
    title: 'Hjem',
    greeting: 'Hva gjelder det?',
    reportTitle: 'Meld avvik',
    reportText: 'Har personopplysninger kommet på avveie, eller er noe galt med sikkerheten? Du bruker ett minutt.',
    adviceTitle: 'Spør om råd',
    adviceText: 'Er du usikker, så spør før du gjør noe. Å melde én gang for mye er bedre enn én gang for lite.',
    mineTitle: 'Avviksmeldingene mine',
    mineText: 'Følg det du har meldt, og svar på spørsmål.',
    lostTitle: 'Meld tapt kort',
    lostText: 'Har du mistet ID-kortet eller et kort du har lånt? Si fra med en gang, så blir det sperret.',
    tasksTitle: 'Dette venter på deg',
    noTasks: 'Ingenting venter på deg nå.',
    allTasks: 'Alle oppgavene',
    tasks: 'Oppgaver',
    otherTasks: 'Andre oppgaver',
    overview: 'Slik står det til',
    nothingWaits: 'Ingenting venter på deg nå',
  },
  firstSteps: {
    title: 'Kom i gang',
    lead: 'Listen følger det som er gjort, og blir borte når alt er på plass.',
    done: 'Gjort',
    left: 'Gjenstår',
    withoutWayIn: (people: string, withRole: number) =>
      `Kan ikke logge inn ennå: ${people}. ${withRole > 0 ? `${withRole} av dem har en rolle: Åpne dem` : 'Begynn med dem som skal ha en rolle: Åpne dem'} i listen over personer og gi en innlogging. Alle får det på én gang når du setter opp en innloggingsmåte, for eksempel Entra ID eller Feide, i innstillingene.`,
    rolesFirst: (roles: readonly string[]) => `${roles.length > 0 ? `${roles.join(' og ')} først. ` : ''}Listen viser hvem som mangler.`,
    /** What the law calls the controller, where the organisation has another word for the role. */
    controller: 'behandlingsansvarlig',
    steps: {
      units: { name: 'Legg inn enhetene', hint: 'Skoler, avdelinger og andre steder avvik kan skje, med leder.' },
      people: { name: 'Legg inn personene', hint: 'De som skal behandle saker, først. Gi hver av dem en innlogging.' },
      roles: { name: 'Gi rollene som er ledige', hint: '' },
      mail: { name: 'Se at e-post kommer fram', hint: 'Ingen e-post er sendt herfra ennå. Den som drifter Varde, setter opp e-posten.' },
      report: { name: 'Send en avviksmelding som prøve', hint: 'Skriv at det er en prøve. Se at den når dem som skal ha den.' },
    },
  },
  accessibility: {
    title: 'Tilgjengelighet',
    paragraphs: [
      'Varde er laget for å følge kravene i WCAG 2.1 på nivå AA, og sikter mot WCAG 2.2. Alt virker med tastatur alene, uten skript, i en bredde på 320 piksler og med skjermleser.',
      'Hver side kontrolleres automatisk med axe-core på bokmål og nynorsk, lyst og mørkt. En slik kontroll finner ikke alt.',
      'Finner du noe som ikke virker for deg, så si fra til den som administrerer Varde hos dere. Den lovpålagte erklæringen publiserer virksomheten på uustatus.no.',
    ],
  },
  privacy: {
    title: 'Personvern i Varde',
    paragraphs: [
      'Varde lagrer navnet ditt, e-postadressen, enheten og rollene dine, og hva du gjør her. Loggen trengs for å kunne vise hvem som har sett og endret en sak.',
      'Varde lagrer også det du selv melder, spør om og svarer på. Bruker virksomheten din disse delene, lagrer Varde dessuten når du begynte og slutter og hva du har skrevet under på, hvilke tilganger, hvilket utstyr og hvilket adgangskort du har (med bilde), og hvilken opplæring du har tatt.',
      'Virksomheten avgjør hvor lenge dette står. Avvik og annet som viser hva virksomheten har gjort, følger arkivlova (lov 20. juni 2025 nr. 96 § 13) og blir ikke slettet av seg selv.',
      'Varde bruker bare nødvendige informasjonskapsler: én som holder deg innlogget, én som kjenner igjen nettleseren når du logger inn, én for språk og én for visning. Ingen opplysninger går til tredjeparter.',
      'Virksomheten din er behandlingsansvarlig. Spør personvernombudet om innsyn, retting og sletting.',
    ],
  },
}
export type Texts = typeof nb
