import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  section: {
    deviations: 'Avvik',
    assessment: 'Vurdering og lukking',
    authority: 'Melding til Datatilsynet og brev til dei råka',
  },
  noLinks: 'ingen',
  nobodyJointly: 'Ingen: den som har saka, vurderer åleine',
  hours: 'Frist for meldinga til Datatilsynet',
  hoursValue: (hours) => `${hours} timar etter at brotet vart kjent`,
  reminded: (left, draft) =>
    `${left.length > 0 ? `${left.map((hours) => `${hours} t`).join(', ')} før fristen` : 'ikkje før fristen er ute'} · utkast etter ${draft} t`,
  heading: {
    kinds: () => 'Kva som kan meldast',
    receivers: (of) => `Kven får avviksmeldinga: ${of}`,
    leader: () => 'Når næraste leiar får varsel',
    register: () => 'Om registerfila har med det folk har skrive',
    officer: () => 'Når personvernombodet får varsel',
    open: () => 'Om avvik kan meldast utan innlogging',
    mailIn: () => 'E-post til tryggleiksadressa',
    protection: () => 'Vern av meldaren',
    deciders: () => 'Kven vurderer og avgjer',
    jointly: () => 'Kven vurderer saman',
    duties: () => 'Kva som følgjer av risikoen',
    links: () => 'Lenkjer der avvik blir melde',
    closing: () => 'Korleis saka blir lukka',
    regimes: () => 'Andre regelverk som krev melding',
    letters: () => 'Kven sender, skriv og signerer',
    reminders: () => 'Når vi minner om fristar',
    wording: (of) => `Tekst: ${of}`,
  },
  follows: {
    kinds: 'Skjemaet for avvik spør berre om det du vel her. Er det berre eitt val, spør det ikkje.',
    receivers: 'Dei som har ei av rollene, ser saka, får ho i arbeidslista og får oppgåva med å ta ho.',
    leader: 'Leiaren får eit varsel utan innhald, og ser saka i kortform.',
    register:
      'Fila med avviksregisteret får to kolonnar til: det korte namnet på saka, og kva som skjedde. Dei som lastar ho ned, får berre tekst frå saker dei sjølve kan lese, og nedlastinga blir loggført. Ei fil har inga tilgangsliste: Skriv nokon namn i ei melding, følgjer namnet med.',
    officer: 'Personvernombodet ser alltid alle avvik som kan vere brot. Dette styrer berre varselet.',
    open: 'Alle som har lenkja, kan melde utan å seie kven dei er, og følgjer saka med ein kode. Lenkja er adressa til Varde med /meld/ og kortnamnet dykkar bak. Verken IP-adresse, nettlesar eller klokkeslett blir lagra.',
    mailIn:
      'Kvar ny e-post ventar hos dei som får personvernavvik, til dei har laga ei sak av han, lagt han i ei sak eller avvist han. Postkassa og passordet er gitt til den som driftar Varde. Berre e-post som kjem etter at du slo dette på, blir lesen.',
    protection:
      'Vernet gjeld meldingar som kjem inn frå no av: då ser ingen andre enn personvernombodet kven som melde, og loggen røper det ikkje.',
    deciders: 'Oppgåva med å vurdere, avgjere og lukke går til dei som har rollene. Har ingen rolla, får administratoren ei oppgåve.',
    jointly: 'De kan ikkje la vere å melde til Datatilsynet før alle her har signert den same vurderinga.',
    duties:
      'Varde foreslår plikta ut frå risikoen. Middels og høg risiko skal alltid meldast til Datatilsynet, og høg risiko skal dei råka alltid få vite om: det er lova.',
    links: 'Lenkjene står på sida der avvik blir melde, og er merkte som lenkjer ut av Varde.',
    closing: 'Må notatet skrivast, kan saka ikkje lukkast før det er gjort.',
    regimes:
      'Kvar sak spør om regelverket gjeld, og har ein eigen frist og ei eiga oppgåve for det. Saker som er i gang, følgjer det dei starta med.',
    letters: 'Oppgåva går til dei som har rollene. Eit brev blir ikkje sendt før ein av dei som signerer, har signert det.',
    reminders: 'Dei som har oppgåva, får ei påminning. Fristen på 72 timar blir ikkje flytta.',
    wording: 'Teksten står slik der han blir brukt, på det språket lesaren har valt.',
  },
  wordings: {
    definition: 'kva eit avvik er',
    urgency: 'kor raskt avvik skal meldast',
    instruction: 'korleis meldinga til Datatilsynet blir send',
  },
  caseType: {
    privacyDeviation: 'personvernavvik',
    securityIncident: 'tryggleikshending',
    ruleDeviation: 'avvik frå reglar og rutinar',
    itEquipment: 'sak om IT-utstyr',
  },
  fields: {
    kinds: {
      caseTypes: {
        label: 'Kva kan meldast?',
        choices: {
          privacyDeviation: 'Personvernavvik',
          securityIncident: 'Tryggleikshending',
          ruleDeviation: 'Avvik frå reglar og rutinar',
          itEquipment: 'Sak om IT-utstyr',
        },
      },
      dataSubjects: {
        label: 'Kven kan opplysningane gjelde?',
        choices: {
          employees: 'Tilsette',
          formerEmployees: 'Tidlegare tilsette',
          applicants: 'Søkjarar',
          students: 'Studentar',
          researchParticipants: 'Deltakarar i forsking',
          patients: 'Pasientar',
          pupils: 'Elevar',
          kindergartenChildren: 'Barnehagebarn',
          guardians: 'Føresette',
          serviceRecipients: 'Tenestemottakarar',
          residents: 'Innbyggjarar',
          callers: 'Innringarar',
          supplierContacts: 'Kontaktar hos leverandørar',
          others: 'Andre',
        },
      },
      externalSystem: {
        label: 'Anna avvikssystem',
        hint: 'Har de òg eit anna system for avvik, spør skjemaet om nummeret derifrå. Lat det elles stå tomt.',
      },
    },
    receivers: {
      queue: { label: 'Behandlar saka', hint: 'Dei som har ei av rollene, får saka i lista si. Vel minst éi.' },
      tell: { label: 'Får varsel med ein gong' },
      address: { label: 'Felles e-postadresse', hint: 'Får varselet i tillegg. Varselet har berre ei lenkje.' },
    },
    register: {
      freeTextInFile: {
        label: 'Skal fila ha fritekst?',
        hint: 'Nei er tryggast. Tal og faste svar er nok til årsmelding og statistikk.',
        choices: { yes: 'Ja', no: 'Nei' },
      },
    },
    leader: {
      notifyLeader: { label: 'Får næraste leiar varsel om avvik medarbeidaren melder?', choices: { yes: 'Ja', no: 'Nei' } },
    },
    officer: {
      notifyDpo: {
        label: 'Om kva avvik får personvernombodet varsel?',
        hint: 'Personvernombodet får varsel når avviksmeldinga kjem inn. Den som har rolla, ser saka uansett kva du vel.',
        choices: { all: 'Alle avvik', serious: 'Alvorlege avvik', off: 'Ingen: dei som behandlar saka, seier frå' },
      },
    },
    open: { openReport: { label: 'Kan avvik meldast utan innlogging?', choices: { yes: 'Ja', no: 'Nei' } } },
    mailIn: {
      on: { label: 'Skal e-post til tryggleiksadressa bli lesen?', choices: { yes: 'Ja', no: 'Nei' } },
      address: { label: 'Adressa folk skriv til', hint: 'Til dømes tryggleik@kommune.no.' },
      plus: {
        label: 'Leverer e-postserveren òg til adressa med + og ein kode?',
        hint: 'Spør den som driftar e-posten. Svaret blir brukt til å finne saka eit svar høyrer til.',
        choices: { yes: 'Ja', no: 'Nei eller veit ikkje' },
      },
      verifiedBy: {
        label: 'Namnet på e-postserveren dykkar',
        hint: 'Namnet han set i Authentication-Results. Serveren må fjerne slike merke som andre har sett. Lat feltet stå tomt, så er ingen avsendar kontrollert.',
      },
    },
    protection: {
      reporterProtection: {
        label: 'Kven får vite kven som melde?',
        choices: { none: 'Dei som behandlar saka', dpoOnly: 'Berre personvernombodet får vite kven som melde' },
      },
    },
    deciders: {
      assessors: { label: 'Vurderer risikoen' },
      deciders: { label: 'Avgjer om det er brot, og kven som skal få vite det' },
      closers: { label: 'Avgjer at saka blir lukka' },
    },
    jointly: {
      jointly: {
        label: 'Må alle signere vurderinga',
        hint: 'Vel dei som må signere vurderinga før ho er ferdig. Vel du ingen, vurderer den som har saka, åleine.',
      },
    },
    duties: {
      unlikely: {
        label: 'Det er lite truleg at nokon kan bli skadde: skal Datatilsynet ha melding?',
        choices: { no: 'Nei', exception: 'Nei, når det er nesten sikkert' },
      },
      low: {
        label: 'Låg risiko: skal Datatilsynet ha melding?',
        choices: { exception: 'Ja, med mindre det er nesten sikkert at ingen blir skadde', yes: 'Ja, alltid' },
      },
      mediumSubjects: {
        label: 'Middels risiko: skal dei råka få vite det?',
        choices: { no: 'Når den som avgjer, vil det', yes: 'Ja, alltid' },
      },
      manyPersons: {
        label: 'Frå kor mange personar er det «svært mange»?',
        hint: 'Er talet høgare, foreslår Varde at det tel i risikoen.',
      },
    },
    links: {
      firstText: { label: 'Første lenkje: tekst', hint: 'Kva lenkja fører til. Utan adresse står teksten åleine.' },
      firstAddress: { label: 'Første lenkje: adresse', hint: 'Til dømes https://www.sikresiden.no/' },
      secondText: { label: 'Andre lenkje: tekst' },
      secondAddress: { label: 'Andre lenkje: adresse' },
      thirdText: { label: 'Tredje lenkje: tekst' },
      thirdAddress: { label: 'Tredje lenkje: adresse' },
    },
    closing: {
      memo: { label: 'Notat til avgjerda om å lukke', choices: { required: 'Må skrivast', optional: 'Valfritt' } },
      leaderCloses: { label: 'Kan leiaren lukke ei sak som er vurdert som intern?', choices: { yes: 'Ja', no: 'Nei' } },
    },
    regimes: {
      digitalSecurity: {
        label: 'Er verksemda tilbydar av ei samfunnsviktig teneste etter digitalsikkerhetsloven?', // law's words
        choices: { yes: 'Ja', no: 'Nei' },
      },
      processorHours: {
        label: 'Timar vi har på å melde til den vi er databehandlar for',
        hint: 'Den kortaste fristen i avtalane. Lat det stå tomt om de ikkje er databehandlar for andre.',
      },
    },
    letters: {
      senders: { label: 'Sender meldinga til Datatilsynet' },
      drafters: { label: 'Skriv brev til dei råka' },
      signers: { label: 'Signerer brev til dei råka' },
      sami: {
        label: 'Kan brev til dei råka lagast på nordsamisk?',
        hint: 'Varde har overskrifter og nokre korte setningar på nordsamisk. Resten skriv de sjølve.',
      },
    },
    reminders: {
      first: {
        label: 'Første påminning: timar igjen av fristen på 72',
        hint: 'Lat feltet stå tomt om de ikkje vil ha påminning. Når fristen er ute, får dei som har oppgåva, varsel uansett.',
      },
      second: { label: 'Andre påminning: timar igjen' },
      third: { label: 'Tredje påminning: timar igjen' },
      draft: { label: 'Timar før den som skriv, blir minna om eit utkast som ikkje er sendt' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'Engelsk' } },
  },
  own: {
    report: {
      heading: 'Tekst der avvik blir melde',
      follows: 'Teksten står øvst på skjemaet, der den som melder, startar.',
      standard: 'ingen eigen tekst',
    },
    letterStart: {
      heading: 'Korleis brev til dei råka startar',
      follows: 'Teksten står først i utkast som blir laga frå no av. Den som skriv brevet, kan endre han.',
      standard: 'standardteksten: kva som er funne, og at vi er lei for det',
    },
    letterContact: {
      heading: 'Kontakt i brev til dei råka',
      follows: 'Teksten står i utkast som blir laga frå no av, i staden for namna på personvernombodet og leiaren.',
      standard: 'standardteksten: personvernombodet og leiaren',
    },
    letterEnd: {
      heading: 'Korleis brev til dei råka sluttar',
      follows: 'Teksten står sist i utkast som blir laga frå no av. Den som skriv brevet, kan endre han.',
      standard: 'ingen eigen tekst',
    },
  },
  wrong: {
    notAPage: 'Skriv heile adressa til ei side, til dømes https://www.sikresiden.no/.',
    linkWithoutText: 'Skriv kva lenkja fører til.',
    notAnAddress: 'Skriv ei e-postadresse, til dømes avvik@kommune.no.',
    mailWithoutAddress: 'Skriv adressa folk skriv til.',
    notAServer: 'Skriv berre namnet på serveren, til dømes mx.kommune.no.',
  },
}
