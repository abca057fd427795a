import type { Texts } from './texts.nb.ts'

const outcome = {
  label: 'Kva vart gjort?',
  choices: { deleted: 'Sletta', anonymised: 'Anonymisert', archived: 'Sletta i produksjon, teke vare på i arkiv' },
}
const archive = {
  label: 'Skal noko av dette takast vare på i arkivet?',
  hint: 'Ei plikt til å slette gir ikkje åleine lov til å kassere det som skal takast vare på (arkivlova § 13, lov 20. juni 2025 nr. 96, lesen 28. november 2026).',
  choices: { no: 'Nei', yes: 'Ja' },
}
const archiveBasis = {
  label: 'Kva gir lov til å kassere det?',
  hint: 'Svar når ingenting skal takast vare på. Til dømes kassasjonsplanen, eller at det ikkje er dokumentasjon.',
}
const archivePlace = { label: 'Kvar er det teke vare på?', hint: 'Svar når noko skal takast vare på. Namnet på arkivet, og saksnummer.' }
const what = { label: 'Kva vart sletta?', hint: 'Kva slags opplysningar, og om lag kor mange. Ingen namn.' }
const method = { label: 'Korleis vart det gjort?', hint: 'Til dømes «sletta i systemet og i tryggleikskopien», eller «makulert».' }
const doneOn = { label: 'Når vart det gjort?' }

export const nn: Texts = {
  title: 'Sletting',
  one: 'Sletting',
  lead: 'Opplysningar som skal slettast eller anonymiserast, kven som gjer det, og beviset på at det er gjort.',
  none: 'Ingenting skal slettast no',
  noneText: 'Det som skal slettast, kjem hit av seg sjølv ein månad før fristen. Fristen blir sett på behandlinga, kameraet og opptaket.',
  columns: { subject: 'Gjeld', dueOn: 'Frist', state: 'Status', owner: 'Ansvarleg', doneOn: 'Utført', outcome: 'Utfall' },
  fields: {
    name: { label: 'Kva' },
    subject: { label: 'Gjeld', choices: { processing: 'Behandling', camera: 'Kamera', recording: 'Opptak' } },
    unit: { label: 'Eining' },
    owner: { label: 'Ansvarleg' },
    why: {
      label: 'Kvifor',
      choices: {
        purposeEnded: 'Formålet har teke slutt',
        basisEnded: 'Det rettslege grunnlaget har teke slutt',
        timeUp: 'Tida er ute',
        takenDown: 'Kameraet er teke ned',
      },
    },
    dueOn: { label: 'Frist' },
    planned: { label: 'Planlagt', choices: { delete: 'Skal slettast', anonymise: 'Skal anonymiserast' } },
    state: {
      label: 'Status',
      choices: {
        due: 'Skal slettast',
        confirming: 'Ventar på stadfesting',
        done: 'Utført',
        stopped: 'Stoppa, blir halde for politiet',
        dropped: 'Skal ikkje slettast lenger',
      },
    },
    outcome,
    doneOn,
    what,
    method,
    archive,
    archiveBasis,
    archivePlace,
    doneBy: { label: 'Utført av' },
    doneAt: { label: 'Registrert' },
    secondBy: { label: 'Stadfesta av' },
    secondAt: { label: 'Stadfesta' },
  },
  proof: { doneOn, what, method, archive, archiveBasis, archivePlace, outcome },
  named: {
    audio: (unit, day) => `Lydopptak, ${[unit, day].filter(Boolean).join(', ')}`,
    camera: (unit, day) => `Klipp frå kamera, ${[unit, day].filter(Boolean).join(', ')}`,
  },
  late: 'Over fristen',
  show: {
    subject: 'Opne det som skal slettast',
    proof: 'Bevis',
    law: 'Opplysningar skal slettast når dei ikkje lenger trengst for formålet (personvernforordninga artikkel 5 nr. 1 bokstav e og artikkel 17). Lese 28. november 2026.',
    noNames: 'Beviset skal ikkje namngi nokon som opplysningane handla om.',
    report: 'Rapport om sletting',
    reportText: 'Alt som er sletta det siste året, og det som skulle vore sletta.',
  },
  next: {
    due: 'Dette skal slettast eller anonymiserast',
    dueText: 'Gjer det i systemet først. Registrer så kva som vart gjort.',
    confirming: 'Utført, og ventar på at ein annan stadfestar',
    confirmingText: 'Den som stadfestar, ser etter at opplysningane er borte.',
    stopped: 'Stoppa: Opptaket blir halde for politiet',
    stoppedText: 'Plikta til å slette gjeld igjen når opptaket ikkje blir halde lenger.',
    stoppedDone:
      'Nokon har registrert at opptaket er sletta, men ingen har stadfesta det. Undersøk om opptaket framleis finst. Det som vart registrert, står nedanfor.',
  },
  deeds: { carryOut: 'Registrer at det er gjort', confirm: 'Stadfest at det er gjort', sendBack: 'Ikkje gjort, send tilbake' },
  did: { carryOut: 'Slettinga er registrert.', confirm: 'Slettinga er stadfesta.', sendBack: 'Slettinga er send tilbake.' },
  panel: {
    title: 'Sletting',
    none: 'Ingenting skal slettast no.',
    held: 'Slettinga er stoppa fordi opptaket blir halde for politiet.',
  },
  rules: {
    title: 'Reglar for sletting',
    lead: 'Kva som startar klokka, kor lenge noko blir lagra, og kven som slettar.',
    what: 'Kva',
    starts: 'Klokka startar',
    time: 'Kor lenge',
    by: 'Blir sletta av',
    rows: {
      processing: [
        'Opplysningar i ei behandling',
        'Formålet eller grunnlaget tek slutt',
        'Til datoen på behandlinga',
        'Den ansvarlege, med bevis',
      ],
      camera: [
        'Opptak i eit kamerasystem',
        'Opptaket blir gjort',
        'Så mange dagar som er sette på kameraet',
        'Systemet, og leiaren når kameraet blir teke ned',
      ],
      recording: [
        'Lydopptak og klipp',
        'Opptaket blir gjort',
        'Til datoen på opptaket, lenger når det blir halde for politiet',
        'Einingsleiaren, med bevis',
      ],
      documentation: [
        'Avvik, ROS-analysar, DPIA-ar, behandlingar, avtalar og revisjonar',
        'Inga klokke',
        'Varde slettar dei ikkje av seg sjølv: dei viser kva verksemda har gjort (arkivlova, lov 20. juni 2025 nr. 96 § 13, lesen 1. desember 2026)',
        'Ingen. Arkivansvarleg avgjer når dei kan kasserast',
      ],
    },
    own: {
      kept: (days) => ['Skjema som ikkje vart sende', 'Sist nokon skreiv', `${days} dagar`, 'Varde'],
      recordings: (months) => ['Spor etter eit sletta opptak', 'Opptaket er sletta', `${months} månader`, 'Varde'],
      proofs: (years) => ['Bevis på sletting', 'Slettinga er utført', `${years} år`, 'Varde'],
    },
    archive:
      'Det som skal takast vare på etter arkivlova, blir sletta i produksjon og teke vare på i arkivet. Utfallet heiter «Sletta i produksjon, teke vare på i arkiv».',
  },
  own: {
    title: 'Når Varde slettar dette',
    rulesTitle: 'Varde sine eigne oppføringar',
    rulesText:
      'Varde slettar desse sjølv når tida er ute, med filer, historikk, oppgåver og varsel. Loggen seier kor mange som vart sletta, og når, men ikkje kven dei handla om. Tidene endrar de i oppsettet.',
    whyLabel: 'Kvifor så lenge',
    months: (n) => (n === 1 ? 'Éin månad' : `${n} månader`),
    kinds: {
      subject_request: {
        what: 'Førespurnad om eigne opplysningar',
        starts: 'Førespurnaden er svart på eller send vidare',
        why: 'Krav etter svaret blir som hovudregel forelda etter tre år (foreldingslova § 2, lesen 30. november 2026).',
      },
      question: {
        what: 'Spørsmål om råd',
        starts: 'Spørsmålet er svart på eller lukka',
        why: 'Rådet kan trengast når det same kjem opp igjen.',
      },
      employment: {
        what: 'Tilsetjing',
        starts: 'Siste arbeidsdag, når alle sjekklistene er lukka',
        why: 'Ein kontroll kan spørje om tilgangane vart stansa i tide.',
      },
      access_grant: {
        what: 'Tilgang',
        starts: 'Tilgangen er fjerna',
        why: 'Ein kontroll kan spørje kven som hadde tilgang, og kvifor.',
      },
      mailbox_access: {
        what: 'Innsyn i e-post og filer',
        starts: 'Innsynet er avslutta',
        why: 'Krav etter innsynet blir som hovudregel forelda etter tre år (foreldingslova § 2, lesen 30. november 2026).',
      },
      id_card: {
        what: 'ID-kort',
        starts: 'Kortet er levert tilbake, sperra eller avslått',
        why: 'Eit kort kan bli funne igjen det første året. Biletet blir sletta når kortet er laga.',
      },
      loan_card: { what: 'Lånekort', starts: 'Kortet er levert inn', why: 'Feil blir oppdaga raskt.' },
      equipment_delivery: {
        what: 'Innlevering av utstyr',
        starts: 'Utstyret er brukt på nytt eller kassert, eller avtalen er avlyst',
        why: 'Beviset på at lagra opplysningar er sletta, blir teke vare på like lenge som andre bevis på sletting.',
      },
      ethics_complaint: { what: 'Klage på forskingsetikk', starts: 'Klaga er lukka', why: 'Saka kan bli teken opp igjen.' },
      ethics_talk: {
        what: 'Samtale om forskingsetikk',
        starts: 'Samtalen er avtalt',
        why: 'Det som blir sagt der, står ikkje i Varde.',
      },
      training_completion: {
        what: 'Gjennomført opplæring',
        starts: 'Den som gjennomførte, har slutta eller har gjennomført det same på nytt',
        why: 'Eit tilsyn kan spørje om opplæringa var gitt (personvernforordninga artikkel 24 og 32 nr. 4, lesen 30. november 2026).',
      },
      article_confirmation: {
        what: 'Stadfesting på at nokon har lese og vil følgje ein tekst',
        starts: 'Den som stadfesta, har slutta, eller utgåva gjeld ikkje lenger',
        why: 'Eit tilsyn kan spørje om reglane var gjorde kjende (personvernforordninga artikkel 24 og 32 nr. 4, lesen 30. november 2026).',
      },
      sharing_told: {
        what: 'Svar om at ei hending hos ei anna verksemd ikkje gjeld oss',
        starts: 'Svaret er gitt',
        why: 'Datatilsynet kan spørje kvifor de ikkje melde (personvernforordninga artikkel 5 nr. 2 og 33, lesen 30. november 2026). At de fekk vite om hendinga, og når, blir ståande utan namn.',
      },
      person: {
        what: 'Ein som har slutta',
        starts: 'Personen slutta',
        why: 'Vikarar kjem ofte tilbake innan eit år, og ein kontroll kan spørje kven som hadde kva rolle. Då blir alt om personen sletta bortsett frå namnet.',
      },
    },
    namesTitle: 'Kva blir ståande om ein som har slutta?',
    namesText:
      'Varde slettar e-postadressa, eininga, leiaren, språket, rollene, innlogginga, koplinga til katalogen, varsla, kalenderadressa og det personen hadde lagra for seg sjølv. Namnet blir ståande så lenge loggen eller ei oppføring som blir teken vare på, seier kva personen har gjort: kven som melde, vurderte, godkjende eller bestemte. Ei avgjerd som ikkje viser kven som tok ho, beviser ingenting (arkivlova § 13, lov 20. juni 2025 nr. 96, og personvernforordninga artikkel 17 nr. 3 bokstav b, lesne 1. desember 2026). Varde ser etter kvar 30. dag, og slettar namnet når ingenting treng det lenger.',
    goes: (day) => `Varde slettar dette ${day}, utan at nokon treng å gjere noko.`,
    stopped: {
      hold: 'Blir ikkje sletta, fordi nokon held det tilbake.',
      archive: 'Blir ikkje sletta før nokon har skrive kvar det er bevart i arkivet.',
    },
    open: 'Hald det tilbake, eller skriv kvar det er arkivert',
    kept: 'Tida går frå',
    since: 'Det var',
    goesLabel: 'Blir sletta',
    holdTitle: 'Trengst det lenger?',
    heldTitle: 'Blir halde tilbake',
    holdButton: 'Hald tilbake',
    holdMore: 'Legg til ein grunn',
    wasHeld: 'Har vore halde tilbake',
    moveTitle: 'Gi ny dag for å sjå på det igjen',
    moveHold: 'Gi ny dag',
    endHold: 'Avslutt denne grunnen',
    holdOpen: (since: string, on: string, who: string): string => `Frå ${since}. ${who} ser på det igjen ${on}.`,
    holdEnded: (since: string, on: string): string => `Frå ${since}, avslutta ${on}.`,
    release: 'Ikkje hald tilbake lenger',
    hold: {
      holdReason: {
        label: 'Kvifor trengst det?',
        choices: {
          dispute: 'Tvist eller krav',
          authority: 'Eit tilsyn har saka',
          police: 'Politiet har saka',
          accessRequest: 'Nokon har bede om innsyn i det',
        },
      },
      holdReviewOn: { label: 'Når skal du sjå på det igjen?', hint: 'Du får ei oppgåve den dagen.' },
    },
    archiveTitle: 'Er det bevart i arkivet?',
    archiveLead:
      'Det kan vere plikt til å bevare saka. Då skal ho liggje i arkivet før ho blir sletta her (arkivlova § 13, lov 20. juni 2025 nr. 96, lesen 28. november 2026).',
    archiveButton: 'Lagre arkivreferansen',
    archive: {
      archivedAs: {
        label: 'Arkivreferanse',
        hint: 'Saksnummeret i arkivet. Er det ikkje noko å bevare, skriv kva som gir lov til å kassere det.',
      },
    },
    back: 'Tilbake til oppføringa',
    did: {
      holdMoved: 'Grunnen har fått ny dag. Det blir framleis halde tilbake.',
      holdEnded: 'Grunnen er avslutta. Det blir framleis halde tilbake av andre grunnar.',
      held: 'Det blir halde tilbake.',
      released: 'Det blir ikkje halde tilbake lenger.',
      archived: 'Arkivreferansen er lagra.',
    },
    waitingTitle: 'Tida er ute, men dei er ikkje sletta',
    waiting: (what, held, unarchived) =>
      `${what}: ${[held > 0 ? `${held} blir haldne tilbake` : '', unarchived > 0 ? `${unarchived} manglar arkivreferanse` : ''].filter(Boolean).join(', ')}`,
    task: 'Sjå om det framleis må haldast tilbake',
    events: {
      held: 'Oppføring halden tilbake frå sletting',
      holdMoved: 'Ny dag for å halde tilbake ei oppføring',
      holdEnded: 'Ein av grunnane til å halde tilbake ei oppføring er avslutta',
      released: 'Oppføring ikkje halden tilbake lenger',
      archived: 'Arkivreferanse lagra på ei oppføring som skal slettast',
      refused: 'Avvist endring av ei oppføring som skal slettast',
    },
    setting: {
      heading: 'Kor mange månader tek Varde vare på sine eigne oppføringar?',
      follows: 'Varde slettar dei sjølv når tida er ute, om ingen held dei tilbake. Det gjeld òg det som alt er avslutta.',
    },
  },
  reportDocument: {
    period: (from, to) => `${from} til ${to}`,
    done: 'Utført',
    open: 'Ikkje utført',
    nothing: 'Ingenting.',
    count: (done, late) => `${done} utførte, ${late} over fristen`,
  },
  tasks: { delete: 'Slett opplysningar', anonymise: 'Anonymiser opplysningar', confirm: 'Stadfest ei sletting' },
  refusals: {
    holdOver: 'Denne grunnen er allereie avslutta.',
    whichHold: 'Det blir halde tilbake av fleire grunnar. Vel kva for ein som er over.',
    reviewBehind: 'Vel ein dag som kjem.',
    isHeld: 'Opptaket blir halde for politiet og kan ikkje slettast no.',
    dayAhead: 'Datoen kan ikkje vere fram i tid.',
    personalData: 'Teksten ser ut til å peike ut nokon. Skriv utan namn, nummer og adresser.',
    noAnonymising: 'De har valt å slette opplysningar, ikkje anonymisere dei.',
    archiveDuty: 'Det som skal takast vare på, kan ikkje berre slettast. Vel «Sletta i produksjon, teke vare på i arkiv».',
    placeMissing: 'Skriv kvar det er teke vare på.',
    nothingToArchive: 'Svar ja på at noko skal takast vare på, eller vel eit anna utfall.',
    basisMissing: 'Skriv kva som gir lov til å kassere det.',
    samePerson: 'Ein annan enn den som utførte slettinga, må stadfeste ho.',
  },
  events: {
    added: 'Sletting planlagd',
    edited: 'Sletting endra',
    exported: 'Lista over slettingar lasta ned',
    refused: 'Avvist endring av sletting',
    moved: 'Frist for sletting endra',
    stopped: 'Sletting stoppa, blir halde for politiet',
    dropped: 'Skal ikkje slettast lenger',
    carriedOut: 'Sletting utført',
    confirmed: 'Sletting stadfesta',
    sentBack: 'Sletting send tilbake',
    reportMade: 'Rapport om sletting lasta ned',
    ownRemoved: 'Varde sletta eigne oppføringar som var gamle nok',
  },
  counted: { late: (n) => (n === 1 ? 'sletting som ikkje er utført' : 'slettingar som ikkje er utførte') },
  setting: {
    heading: 'Korleis blir sletting dokumentert?',
    follows: 'Det gjeld slettingar som blir registrerte etter at du lagrar.',
    state: (two) => (two ? 'To personar' : 'Éin person'),
    fields: {
      anonymise: { label: 'Kan opplysningar anonymiserast i staden for å slettast?', choices: { yes: 'Ja', no: 'Nei' } },
      twoPersons: { label: 'Skal ein annan stadfeste at det er sletta?', choices: { yes: 'Ja', no: 'Nei' } },
      proofYears: { label: 'Kor mange år blir beviset lagra?' },
      traceMonths: { label: 'Kor mange månader blir sporet etter eit sletta opptak lagra?' },
    },
  },
}
