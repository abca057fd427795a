import type { ExpiringKind } from '../../kernel/expiring.ts'
import type { FieldTexts } from '../../kernel/fields.ts'
import type { proofFields, shownFields } from './fields.ts'

const outcome = {
  label: 'Hva ble gjort?',
  choices: { deleted: 'Slettet', anonymised: 'Anonymisert', archived: 'Slettet i produksjon, bevart i arkiv' },
}
const archive = {
  label: 'Skal noe av dette bevares i arkivet?',
  hint: 'En plikt til å slette gir ikke alene lov til å kassere det som skal bevares (arkivlova § 13, lov 20. juni 2025 nr. 96, lest 28. november 2026).',
  choices: { no: 'Nei', yes: 'Ja' },
}
const archiveBasis = {
  label: 'Hva gir lov til å kassere det?',
  hint: 'Svar når ingenting skal bevares. For eksempel kassasjonsplanen, eller at det ikke er dokumentasjon.',
}
const archivePlace = { label: 'Hvor er det bevart?', hint: 'Svar når noe skal bevares. Navnet på arkivet, og saksnummer.' }
const what = { label: 'Hva ble slettet?', hint: 'Hva slags opplysninger, og omtrent hvor mange. Ingen navn.' }
const method = { label: 'Hvordan ble det gjort?', hint: 'For eksempel «slettet i systemet og i sikkerhetskopien», eller «makulert».' }

export const nb = {
  title: 'Sletting',
  one: 'Sletting',
  lead: 'Opplysninger som skal slettes eller anonymiseres, hvem som gjør det, og beviset på at det er gjort.',
  none: 'Ingenting skal slettes nå',
  noneText: 'Det som skal slettes, kommer hit av seg selv en måned før fristen. Fristen settes på behandlingen, kameraet og opptaket.',
  columns: { subject: 'Gjelder', dueOn: 'Frist', state: 'Status', owner: 'Ansvarlig', doneOn: 'Utført', outcome: 'Utfall' },
  fields: {
    name: { label: 'Hva' },
    subject: { label: 'Gjelder', choices: { processing: 'Behandling', camera: 'Kamera', recording: 'Opptak' } },
    unit: { label: 'Enhet' },
    owner: { label: 'Ansvarlig' },
    why: {
      label: 'Hvorfor',
      choices: {
        purposeEnded: 'Formålet har tatt slutt',
        basisEnded: 'Det rettslige grunnlaget har tatt slutt',
        timeUp: 'Tiden er ute',
        takenDown: 'Kameraet er tatt ned',
      },
    },
    dueOn: { label: 'Frist' },
    planned: { label: 'Planlagt', choices: { delete: 'Slettes', anonymise: 'Anonymiseres' } },
    state: {
      label: 'Status',
      choices: {
        due: 'Skal slettes',
        confirming: 'Venter på bekreftelse',
        done: 'Utført',
        stopped: 'Stoppet, holdes for politiet',
        dropped: 'Skal ikke slettes lenger',
      },
    },
    outcome,
    doneOn: { label: 'Når ble det gjort?' },
    what,
    method,
    archive,
    archiveBasis,
    archivePlace,
    doneBy: { label: 'Utført av' },
    doneAt: { label: 'Registrert' },
    secondBy: { label: 'Bekreftet av' },
    secondAt: { label: 'Bekreftet' },
  } satisfies FieldTexts<typeof shownFields> as FieldTexts<typeof shownFields>,
  proof: { doneOn: { label: 'Når ble det gjort?' }, what, method, archive, archiveBasis, archivePlace, outcome } satisfies FieldTexts<
    typeof proofFields
  > as FieldTexts<typeof proofFields>,
  named: {
    audio: (unit: string, day: string): string => `Lydopptak, ${[unit, day].filter(Boolean).join(', ')}`,
    camera: (unit: string, day: string): string => `Klipp fra kamera, ${[unit, day].filter(Boolean).join(', ')}`,
  },
  late: 'Over fristen',
  show: {
    subject: 'Åpne det som slettes',
    proof: 'Bevis',
    law: 'Opplysninger skal slettes når de ikke lenger trengs for formålet (personvernforordningen artikkel 5 nr. 1 bokstav e og artikkel 17). Lest 28. november 2026.',
    noNames: 'Beviset skal ikke navngi noen som opplysningene handlet om.',
    report: 'Rapport om sletting',
    reportText: 'Alt som er slettet det siste året, og det som skulle vært slettet.',
  },
  next: {
    due: 'Dette skal slettes eller anonymiseres',
    dueText: 'Gjør det i systemet først. Registrer deretter hva som ble gjort.',
    confirming: 'Utført, og venter på at en annen bekrefter',
    confirmingText: 'Den som bekrefter, ser etter at opplysningene er borte.',
    stopped: 'Stoppet: Opptaket holdes for politiet',
    stoppedText: 'Plikten til å slette gjelder igjen når opptaket ikke holdes lenger.',
    stoppedDone:
      'Noen har registrert at opptaket er slettet, men ingen har bekreftet det. Undersøk om opptaket fortsatt finnes. Det som ble registrert, står nedenfor.',
  },
  deeds: { carryOut: 'Registrer at det er gjort', confirm: 'Bekreft at det er gjort', sendBack: 'Ikke gjort, send tilbake' },
  did: { carryOut: 'Slettingen er registrert.', confirm: 'Slettingen er bekreftet.', sendBack: 'Slettingen er sendt tilbake.' },
  panel: {
    title: 'Sletting',
    none: 'Ingenting skal slettes nå.',
    held: 'Slettingen er stoppet fordi opptaket holdes for politiet.',
  },
  rules: {
    title: 'Regler for sletting',
    lead: 'Hva som starter klokken, hvor lenge noe lagres, og hvem som sletter.',
    what: 'Hva',
    starts: 'Klokken starter',
    time: 'Hvor lenge',
    by: 'Slettes av',
    rows: {
      processing: [
        'Opplysninger i en behandling',
        'Formålet eller grunnlaget tar slutt',
        'Til datoen på behandlingen',
        'Den ansvarlige, med bevis',
      ],
      camera: [
        'Opptak i et kamerasystem',
        'Opptaket blir gjort',
        'Så mange dager som er satt på kameraet',
        'Systemet, og lederen når kameraet tas ned',
      ],
      recording: [
        'Lydopptak og klipp',
        'Opptaket blir gjort',
        'Til datoen på opptaket, lenger når det holdes for politiet',
        'Enhetslederen, med bevis',
      ],
      documentation: [
        'Avvik, ROS-analyser, DPIA-er, behandlinger, avtaler og revisjoner',
        'Ingen klokke',
        'Varde sletter dem ikke av seg selv: de viser hva virksomheten har gjort (arkivlova, lov 20. juni 2025 nr. 96 § 13, lest 1. desember 2026)',
        'Ingen. Arkivansvarlig avgjør når de kan kasseres',
      ],
    } as Readonly<Record<string, readonly [string, string, string, string]>>,
    own: {
      kept: (days: number): readonly [string, string, string, string] => [
        'Skjema som ikke ble sendt',
        'Sist noen skrev',
        `${days} dager`,
        'Varde',
      ],
      recordings: (months: number): readonly [string, string, string, string] => [
        'Spor etter et slettet opptak',
        'Opptaket er slettet',
        `${months} måneder`,
        'Varde',
      ],
      proofs: (years: number): readonly [string, string, string, string] => [
        'Bevis på sletting',
        'Slettingen er utført',
        `${years} år`,
        'Varde',
      ],
    },
    archive:
      'Det som skal bevares etter arkivlova, slettes i produksjon og bevares i arkivet. Utfallet heter «Slettet i produksjon, bevart i arkiv».',
  },
  own: {
    title: 'Når Varde sletter dette',
    rulesTitle: 'Vardes egne oppføringer',
    rulesText:
      'Varde sletter disse selv når tiden er ute, med filer, historikk, oppgaver og varsler. Loggen sier hvor mange som ble slettet, og når, men ikke hvem de handlet om. Tidene endres i oppsettet.',
    whyLabel: 'Hvorfor så lenge',
    months: (n: number): string => (n === 1 ? 'Én måned' : `${n} måneder`),
    kinds: {
      subject_request: {
        what: 'Henvendelse om egne opplysninger',
        starts: 'Henvendelsen er besvart eller sendt videre',
        why: 'Krav etter svaret foreldes som hovedregel etter tre år (foreldelsesloven § 2, lest 30. november 2026).',
      },
      question: {
        what: 'Spørsmål om råd',
        starts: 'Spørsmålet er besvart eller lukket',
        why: 'Rådet kan trenges når det samme kommer opp igjen.',
      },
      employment: {
        what: 'Ansettelse',
        starts: 'Siste arbeidsdag, når alle sjekklistene er lukket',
        why: 'En kontroll kan spørre om tilgangene ble stanset i tide.',
      },
      access_grant: {
        what: 'Tilgang',
        starts: 'Tilgangen er fjernet',
        why: 'En kontroll kan spørre hvem som hadde tilgang, og hvorfor.',
      },
      mailbox_access: {
        what: 'Innsyn i e-post og filer',
        starts: 'Innsynet er avsluttet',
        why: 'Krav etter innsynet foreldes som hovedregel etter tre år (foreldelsesloven § 2, lest 30. november 2026).',
      },
      id_card: {
        what: 'ID-kort',
        starts: 'Kortet er levert tilbake, sperret eller avslått',
        why: 'Et kort kan bli funnet igjen det første året. Bildet blir slettet når kortet er laget.',
      },
      loan_card: { what: 'Lånekort', starts: 'Kortet er levert inn', why: 'Feil blir oppdaget raskt.' },
      equipment_delivery: {
        what: 'Innlevering av utstyr',
        starts: 'Utstyret er brukt på nytt eller kassert, eller avtalen er avlyst',
        why: 'Beviset på at lagrede opplysninger er slettet, beholdes like lenge som andre bevis på sletting.',
      },
      ethics_complaint: { what: 'Klage på forskningsetikk', starts: 'Klagen er lukket', why: 'Saken kan bli tatt opp igjen.' },
      ethics_talk: {
        what: 'Samtale om forskningsetikk',
        starts: 'Samtalen er avtalt',
        why: 'Det som blir sagt der, står ikke i Varde.',
      },
      training_completion: {
        what: 'Gjennomført opplæring',
        starts: 'Den som gjennomførte, har sluttet eller har gjennomført det samme på nytt',
        why: 'Et tilsyn kan spørre om opplæringen var gitt (personvernforordningen artikkel 24 og 32 nr. 4, lest 30. november 2026).',
      },
      article_confirmation: {
        what: 'Bekreftelse på at noen har lest og vil følge en tekst',
        starts: 'Den som bekreftet, har sluttet, eller utgaven gjelder ikke lenger',
        why: 'Et tilsyn kan spørre om reglene var gjort kjent (personvernforordningen artikkel 24 og 32 nr. 4, lest 30. november 2026).',
      },
      sharing_told: {
        what: 'Svar om at en hendelse hos en annen virksomhet ikke gjelder oss',
        starts: 'Svaret er gitt',
        why: 'Datatilsynet kan spørre hvorfor dere ikke meldte (personvernforordningen artikkel 5 nr. 2 og 33, lest 30. november 2026). At dere fikk vite om hendelsen, og når, blir stående uten navn.',
      },
      person: {
        what: 'En som har sluttet',
        starts: 'Personen sluttet',
        why: 'Vikarer kommer ofte tilbake innen et år, og en kontroll kan spørre hvem som hadde hvilken rolle. Da slettes alt om personen bortsett fra navnet.',
      },
    } as Readonly<Record<ExpiringKind, { readonly what: string; readonly starts: string; readonly why: string }>>,
    namesTitle: 'Hva blir stående om en som har sluttet?',
    namesText:
      'Varde sletter e-postadressen, enheten, lederen, språket, rollene, innloggingen, koblingen til katalogen, varslene, kalenderadressen og det personen hadde lagret for seg selv. Navnet blir stående så lenge loggen eller en oppføring som beholdes, sier hva personen har gjort: hvem som meldte, vurderte, godkjente eller bestemte. En avgjørelse som ikke viser hvem som tok den, beviser ingenting (arkivlova § 13, lov 20. juni 2025 nr. 96, og personvernforordningen artikkel 17 nr. 3 bokstav b, lest 1. desember 2026). Varde ser etter hver 30. dag, og sletter navnet når ingenting trenger det lenger.',
    goes: (day: string): string => `Varde sletter dette ${day}, uten at noen trenger å gjøre noe.`,
    stopped: {
      hold: 'Blir ikke slettet, fordi noen holder det tilbake.',
      archive: 'Blir ikke slettet før noen har skrevet hvor det er bevart i arkivet.',
    },
    open: 'Hold det tilbake, eller skriv hvor det er arkivert',
    kept: 'Tiden går fra',
    since: 'Det var',
    goesLabel: 'Blir slettet',
    holdTitle: 'Trengs det lenger?',
    heldTitle: 'Holdes tilbake',
    holdButton: 'Hold tilbake',
    holdMore: 'Legg til en grunn',
    wasHeld: 'Har vært holdt tilbake',
    moveTitle: 'Gi ny dag for å se på det igjen',
    moveHold: 'Gi ny dag',
    endHold: 'Avslutt denne grunnen',
    holdOpen: (since: string, on: string, who: string): string => `Fra ${since}. ${who} ser på det igjen ${on}.`,
    holdEnded: (since: string, on: string): string => `Fra ${since}, avsluttet ${on}.`,
    release: 'Ikke hold tilbake lenger',
    hold: {
      holdReason: {
        label: 'Hvorfor trengs det?',
        choices: {
          dispute: 'Tvist eller krav',
          authority: 'Et tilsyn har saken',
          police: 'Politiet har saken',
          accessRequest: 'Noen har bedt om innsyn i det',
        },
      },
      holdReviewOn: { label: 'Når skal du se på det igjen?', hint: 'Du får en oppgave den dagen.' },
    },
    archiveTitle: 'Er det bevart i arkivet?',
    archiveLead:
      'Det kan være plikt til å bevare saken. Da skal den ligge i arkivet før den blir slettet her (arkivlova § 13, lov 20. juni 2025 nr. 96, lest 28. november 2026).',
    archiveButton: 'Lagre arkivreferansen',
    archive: {
      archivedAs: {
        label: 'Arkivreferanse',
        hint: 'Saksnummeret i arkivet. Er det ikke noe å bevare, skriv hva som gir lov til å kassere det.',
      },
    },
    back: 'Tilbake til oppføringen',
    did: {
      holdMoved: 'Grunnen har fått ny dag. Det blir fortsatt holdt tilbake.',
      holdEnded: 'Grunnen er avsluttet. Det blir fortsatt holdt tilbake av andre grunner.',
      held: 'Det blir holdt tilbake.',
      released: 'Det blir ikke holdt tilbake lenger.',
      archived: 'Arkivreferansen er lagret.',
    },
    waitingTitle: 'Tiden er ute, men de er ikke slettet',
    waiting: (what: string, held: number, unarchived: number): string =>
      `${what}: ${[held > 0 ? `${held} holdes tilbake` : '', unarchived > 0 ? `${unarchived} mangler arkivreferanse` : ''].filter(Boolean).join(', ')}`,
    task: 'Se om det fortsatt må holdes tilbake',
    events: {
      held: 'Oppføring holdt tilbake fra sletting',
      holdMoved: 'Ny dag for å holde tilbake en oppføring',
      holdEnded: 'En av grunnene til å holde tilbake en oppføring er avsluttet',
      released: 'Oppføring ikke holdt tilbake lenger',
      archived: 'Arkivreferanse lagret på en oppføring som skal slettes',
      refused: 'Avvist endring av en oppføring som skal slettes',
    },
    setting: {
      heading: 'Hvor mange måneder beholder Varde sine egne oppføringer?',
      follows: 'Varde sletter dem selv når tiden er ute, om ingen holder dem tilbake. Gjelder også det som allerede er avsluttet.',
    },
  },
  reportDocument: {
    period: (from: string, to: string): string => `${from} til ${to}`,
    done: 'Utført',
    open: 'Ikke utført',
    nothing: 'Ingenting.',
    count: (done: number, late: number): string => `${done} utført, ${late} over fristen`,
  },
  tasks: { delete: 'Slett opplysninger', anonymise: 'Anonymiser opplysninger', confirm: 'Bekreft en sletting' },
  refusals: {
    holdOver: 'Denne grunnen er allerede avsluttet.',
    whichHold: 'Det holdes tilbake av flere grunner. Velg hvilken som er over.',
    reviewBehind: 'Velg en dag som kommer.',
    isHeld: 'Opptaket holdes for politiet og kan ikke slettes nå.',
    dayAhead: 'Datoen kan ikke være fram i tid.',
    personalData: 'Teksten ser ut til å peke ut noen. Skriv uten navn, nummer og adresser.',
    noAnonymising: 'Dere har valgt å slette opplysninger, ikke anonymisere dem.',
    archiveDuty: 'Det som skal bevares, kan ikke bare slettes. Velg «Slettet i produksjon, bevart i arkiv».',
    placeMissing: 'Skriv hvor det er bevart.',
    nothingToArchive: 'Svar ja på at noe skal bevares, eller velg et annet utfall.',
    basisMissing: 'Skriv hva som gir lov til å kassere det.',
    samePerson: 'En annen enn den som utførte slettingen, må bekrefte den.',
  },
  events: {
    added: 'Sletting planlagt',
    edited: 'Sletting endret',
    exported: 'Listen over slettinger lastet ned',
    refused: 'Avvist endring av sletting',
    moved: 'Frist for sletting endret',
    stopped: 'Sletting stoppet, holdes for politiet',
    dropped: 'Skal ikke slettes lenger',
    carriedOut: 'Sletting utført',
    confirmed: 'Sletting bekreftet',
    sentBack: 'Sletting sendt tilbake',
    reportMade: 'Rapport om sletting lastet ned',
    ownRemoved: 'Varde slettet egne oppføringer som var gamle nok',
  },
  counted: { late: (n: number): string => (n === 1 ? 'sletting som ikke er utført' : 'slettinger som ikke er utført') },
  setting: {
    heading: 'Hvordan dokumenteres sletting?',
    follows: 'Det gjelder slettinger som blir registrert etter at du lagrer.',
    state: (two: boolean): string => (two ? 'To personer' : 'Én person'),
    fields: {
      anonymise: { label: 'Kan opplysninger anonymiseres i stedet for å slettes?', choices: { yes: 'Ja', no: 'Nei' } },
      twoPersons: { label: 'Skal en annen bekrefte at det er slettet?', choices: { yes: 'Ja', no: 'Nei' } },
      proofYears: { label: 'Hvor mange år lagres beviset?' },
      traceMonths: { label: 'Hvor mange måneder lagres sporet etter et slettet opptak?' },
    },
  },
}
export type Texts = typeof nb
