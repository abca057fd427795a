import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  /** Before the title of a page that comes back with errors: what a screen reader says first. */
  wrong: 'Feil: ',
  report: 'Meld avvik',
  advice: 'Spør om råd',
  home: 'Til framsida',
  errands: {
    home: 'Heim',
    mine: 'Avviksmeldingane mine',
    cases: 'Avvik',
    tasks: 'Oppgåver',
    guidance: 'Rettleiing',
    registers: 'Register',
    control: 'Internkontroll',
    staff: 'Tilsette og tilgang',
    rights: 'Innsyn og utlevering',
    log: 'Logg',
    organisation: 'Organisasjon',
  },
  rooms: {
    title: 'Delar de ikkje bruker',
    state: (unused) => (unused === 0 ? 'Ingen: de bruker alle' : unused === 1 ? 'Éin del' : `${unused} delar`),
    follows:
      'Det de kryssar av for, blir ikkje vist i menyen, på framsida eller i søket. Det som er registrert, er der framleis, og fristar og oppgåver går som før.',
    unused: 'Kryss av for det de ikkje bruker',
  },
  faultReference: 'Referanse',
  faults: {
    notFound: {
      title: 'Vi finn ikkje sida',
      lead: 'Sida finst ikkje, eller du har ikkje tilgang til ho.',
      advice: 'Sjekk at adressa er rett. Meiner du at du skal sjå sida, så spør den som har ansvaret for det.',
    },
    notAllowed: {
      title: 'Du har ikkje tilgang',
      lead: 'Rolla di gir ikkje tilgang til dette.',
      advice: 'Treng du tilgang, så spør leiaren din eller den som administrerer Varde hos dykk.',
      adviceToAdmin:
        'Du administrerer Varde. Det gir ikkje innsyn i innhaldet i saker og register. Kven som har rolla som gir det, står under «Roller».',
    },
    foreignOrigin: {
      title: 'Vi tok ikkje imot skjemaet',
      lead: 'Skjemaet kom ikkje frå ei av sidene våre. Ingenting er lagra.',
      advice: 'Opne sida på nytt her i Varde, og send derifrå.',
    },
    otherWriter: {
      title: 'Sida var opna av ein annan',
      lead: 'Den som opna sida, er ikkje den som er logga inn i denne nettlesaren no. Ingenting er lagra.',
      advice: 'Det som var skrive, er teke vare på for den som skreiv det. Dei finn det når dei loggar inn i same verksemd.',
    },
    demoOnlyHere: {
      title: 'Demoen svarer berre på denne maskina',
      lead: 'Sida vart opna under eit anna namn eller gjennom ein mellomserver, og demoen slepp kven som helst inn.',
      advice:
        'Opne adressa som vart skriven ut ved oppstart, på maskina der Varde køyrer. Skal fleire bruke Varde, så set opp ei eiga verksemd i staden for demoen.',
    },
    tooLarge: {
      title: 'Det du sende, er for stort',
      lead: 'Vi tek imot inntil 500 kB tekst om gongen. Ingenting er lagra.',
      advice: 'Gå tilbake, kort ned teksten og send på nytt.',
    },
    unreadable: {
      title: 'Vi kunne ikkje lese skjemaet',
      lead: 'Det som kom fram, var øydelagt. Ingenting er lagra.',
      advice: 'Gå tilbake og send på nytt.',
    },
    busy: {
      title: 'Varde svarer ikkje akkurat no',
      lead: 'Databasen er oppteken eller startar på nytt. Sende du noko no, er det ikkje lagra.',
      advice: 'Vent nokre sekund, gå tilbake og prøv igjen. Hastar det, så ring personvernombodet.',
    },
    full: {
      title: 'Det er ikkje plass til å lagre',
      lead: 'Disken er full. Det du sende no, er ikkje lagra, men alt som var lagra frå før, er trygt.',
      advice: 'Sei frå til den som driftar Varde. Ta vare på teksten din til det er ordna.',
    },
    keyAway: {
      title: 'Dette kan ikkje opnast',
      lead: 'Det er forsegla med ein nøkkel som er sletta, eller som ikkje er på plass akkurat no. Ingenting er endra.',
      advice: 'Sei frå til den som driftar Varde.',
    },
    failed: {
      title: 'Noko gjekk gale hos oss',
      lead: 'Det du prøvde på, vart ikkje gjort. Feilen er notert.',
      advice: 'Prøv igjen. Skjer det same, så oppgi referansen til den som driftar Varde.',
    },
  },
  timesIn: {
    hour: (n) => (n === 1 ? 'éin gong i løpet av timen' : `${n} gonger i løpet av timen`),
    day: (n) => (n === 1 ? 'éin gong i løpet av dagen' : `${n} gonger i løpet av dagen`),
  },
  filesAgain: 'Du var logga ut, så filene vart ikkje sende. Logg inn og vel dei på nytt. Alt anna du har lagra, er teke vare på.',
  filesAgainKept: 'Du var logga ut, så filene vart ikkje sende. Det du skreiv, er teke vare på: logg inn, send det, og vel filene på nytt.',
  /** What the log says where two saved at once, whatever it was: nobody tried what they may not. */
  staleRefused: 'Ikkje lagra: nokon andre hadde endra det i mellomtida',
  events: {
    'access.refused': () => 'Avvist: har ikkje tilgang',
    'access.missed': () => 'Prøvde å opne noko som ikkje finst, eller som personen ikkje har tilgang til',
    'access.searched': () => 'Søkte i alt',
  },
  logKinds: {
    groups: { cases: 'Sakene', access: 'Innsyn og tilgang', organisation: 'Verksemda', registers: 'Register' },
    kinds: {
      meldt: 'Avvik som er melde',
      behandlet: 'Saker behandla og endra',
      vurdert: 'Risiko vurdert og meldeplikt avgjord',
      lukket: 'Saker lukka og opna igjen',
      datatilsynet: 'Meldingar til Datatilsynet',
      berorte: 'Brev til dei råka',
      oppgaver: 'Oppgåver og fristar',
      apnet: 'Saker og dokument opna',
      melder: 'Identiteten til meldaren opna',
      avvist: 'Avviste forsøk',
      innlogging: 'Innlogging og passord',
      logglesing: 'Loggen lesen eller lasta ned',
      personer: 'Personar og roller',
      enheter: 'Einingar',
      oppsett: 'Oppsett',
      'e-post': 'E-post',
    },
  },
  search: {
    title: 'Søk',
    label: 'Kva leitar du etter?',
    hint: 'Eit ord, eit saksnummer eller ei side. Trykk / for å søkje frå alle sider.',
    ways: 'Sider og handlingar',
    others: 'Anna',
    none: 'Ingen treff',
    noneText:
      'Prøv eit anna ord eller starten av det. Du finn berre det du har tilgang til. Kommentarar, vedlegg og spørsmål til personvernombodet er forsegla, og dei søker vi ikkje i.',
    found: (n: number) => `${n} treff`,
    all: (label: string) => `Vis alle treff: ${label}`,
  },
  homePage: {
    title: 'Heim',
    greeting: 'Kva gjeld det?',
    reportTitle: 'Meld avvik',
    reportText: 'Har personopplysningar kome på avvege, eller er noko gale med tryggleiken? Du bruker eitt minutt.',
    adviceTitle: 'Spør om råd',
    adviceText: 'Er du usikker, så spør før du gjer noko. Å melde éin gong for mykje er betre enn éin gong for lite.',
    mineTitle: 'Avviksmeldingane mine',
    mineText: 'Følg det du har meldt, og svar på spørsmål.',
    lostTitle: 'Meld tapt kort',
    lostText: 'Har du mista ID-kortet eller eit kort du har lånt? Sei frå med ein gong, så blir det sperra.',
    tasksTitle: 'Dette ventar på deg',
    noTasks: 'Ingenting ventar på deg no.',
    allTasks: 'Alle oppgåvene',
    tasks: 'Oppgåver',
    otherTasks: 'Andre oppgåver',
    overview: 'Slik står det til',
    nothingWaits: 'Ingenting ventar på deg no',
  },
  firstSteps: {
    title: 'Kom i gang',
    lead: 'Lista følgjer det som er gjort, og blir borte når alt er på plass.',
    done: 'Gjort',
    left: 'Ikkje gjort',
    withoutWayIn: (people, withRole) =>
      `Kan ikkje logge inn enno: ${people}. ${withRole > 0 ? `${withRole} av dei har ei rolle: Opne dei` : 'Start med dei som skal ha ei rolle: Opne dei'} i lista over personar og gi ei innlogging. Alle får det på éin gong når du set opp ein innloggingsmåte, til dømes Entra ID eller Feide, i innstillingane.`,
    rolesFirst: (roles) => `${roles.length > 0 ? `${roles.join(' og ')} først. ` : ''}Lista viser kven som manglar.`,
    /** What the law calls the controller, where the organisation has another word for the role. */
    controller: 'behandlingsansvarleg',
    steps: {
      units: { name: 'Legg inn einingane', hint: 'Skular, avdelingar og andre stader avvik kan skje, med leiar.' },
      people: { name: 'Legg inn personane', hint: 'Dei som skal behandle saker, først. Gi kvar av dei ei innlogging.' },
      roles: { name: 'Gi rollene som er ledige', hint: '' },
      mail: { name: 'Sjå at e-post kjem fram', hint: 'Ingen e-post er send herfrå enno. Den som driftar Varde, set opp e-posten.' },
      report: { name: 'Send ei avviksmelding som prøve', hint: 'Skriv at det er ei prøve. Sjå at ho når dei som skal ha ho.' },
    },
  },
  accessibility: {
    title: 'Tilgjenge',
    paragraphs: [
      'Varde er laga for å følgje krava i WCAG 2.1 på nivå AA, og siktar mot WCAG 2.2. Alt verkar med tastatur åleine, utan skript, i ei breidd på 320 pikslar og med skjermlesar.',
      'Kvar side blir kontrollert automatisk med axe-core på bokmål og nynorsk, lyst og mørkt. Ein slik kontroll finn ikkje alt.',
      'Finn du noko som ikkje verkar for deg, så sei frå til den som administrerer Varde hos dykk. Den lovpålagde erklæringa publiserer verksemda på uustatus.no.',
    ],
  },
  privacy: {
    title: 'Personvern i Varde',
    paragraphs: [
      'Varde lagrar namnet ditt, e-postadressa, eininga og rollene dine, og kva du gjer her. Loggen trengst for å kunne vise kven som har sett og endra ei sak.',
      'Varde lagrar òg det du sjølv melder, spør om og svarer på. Bruker verksemda di desse delane, lagrar Varde dessutan når du starta og sluttar og kva du har skrive under på, kva tilgangar, kva utstyr og kva adgangskort du har (med bilete), og kva opplæring du har teke.',
      'Verksemda avgjer kor lenge dette står. Avvik og anna som viser kva verksemda har gjort, følgjer arkivlova (lov 20. juni 2025 nr. 96 § 13) og blir ikkje sletta av seg sjølv.',
      'Varde bruker berre nødvendige informasjonskapslar: éin som held deg innlogga, éin som kjenner igjen nettlesaren når du loggar inn, éin for språk og éin for vising. Ingen opplysningar går til tredjepartar.',
      'Verksemda di er behandlingsansvarleg. Spør personvernombodet om innsyn, retting og sletting.',
    ],
  },
}
