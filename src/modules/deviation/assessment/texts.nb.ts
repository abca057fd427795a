import type { FieldTexts } from '../../../kernel/fields.ts'
import { needWords } from '../../organisation/public.ts'
import type { Criterion, Level } from '../assessed.ts'
import type { DutyReason, Law, Track } from '../duties.ts'
import type { Band, Circumstance, ContextScore, compareWithLevel, DataCategory, Identification, SeverityFlag } from '../enisa.ts'
import type { assessmentFields, authorityFields, Ground, jointFields, subjectsFields } from '../fields-assessment.ts'
import type { GapCode } from '../gaps.ts'
import type { Hint } from './prefill.ts'

type Each<K extends string | number> = Readonly<Record<K, string>>

const category: Each<DataCategory> = {
  simple: 'Enkle opplysninger',
  behavioural: 'Opplysninger om atferd',
  financial: 'Økonomiske opplysninger',
  sensitive: 'Sensitive opplysninger',
}
const effect = { yes: 'Ja', danger: 'Det er fare for det', no: 'Nei', unknown: 'Vet ikke' }

const fields: FieldTexts<typeof assessmentFields> = {
  largeScale: {
    label: 'Gjelder det sensitive opplysninger i stor skala?',
    hint: 'Tenk på hvor mange det gjelder, hvor mye om hver, hvor lenge og hvor vidt spredt. Stor skala regnes som høy risiko.',
    choices: { yes: 'Ja', no: 'Nei', unknown: 'Vet ikke' },
  },
  h4Explanation: { label: 'Forklar hvorfor dette trolig gir høy risiko' },
  newTechnology: {
    label: 'Ny eller lite utprøvd teknologi – vær ekstra oppmerksom',
    hint: 'Svaret endrer ikke nivået.',
    choices: { yes: 'Ja, slik teknologi er brukt', no: 'Nei' },
  },
  newTechnologyComment: { label: 'Hva betyr den nye teknologien for risikoen?' },
  effectAstray: { label: 'Er personopplysninger på avveie?', choices: effect },
  effectChanged: { label: 'Er personopplysninger urettmessig endret, ikke korrekte eller ikke oppdaterte?', choices: effect },
  effectLost: { label: 'Har personopplysninger gått tapt?', choices: effect },
  dataEncrypted: {
    label: 'Var opplysningene kryptert?',
    hint: 'Også krypterte opplysninger kan gå tapt eller komme på avveie. Tenk på om nøkkelen er trygg.',
    choices: { yes: 'Ja, alle', partly: 'Noen av dem', no: 'Nei', unknown: 'Vet ikke' },
  },
  ...needWords('nb'),
  mayHarmRights: {
    label: 'Kan bruddet skade rettighetene eller frihetene til de registrerte?',
    hint: 'Er du usikker, regnes det som ja.',
    choices: { yes: 'Ja', no: 'Nei', unsure: 'Usikker' },
  },
  level: {
    label: 'Hvor høy er risikoen for de registrerte?',
    hint: 'Du avgjør nivået. Kriteriene gir bare et forslag.',
    choices: { unlikely: 'Usannsynlig at bruddet gir risiko', low: 'Lav risiko', medium: 'Middels risiko', high: 'Høy risiko' },
  },
  levelReason: {
    label: 'Begrunn nivået',
    hint: 'Lav risiko skal alltid begrunnes. Det samme gjelder et nivå som er lavere enn forslaget.',
  },
  certainty: {
    label: 'Er dere så godt som helt sikre på at bruddet ikke har gitt og ikke kommer til å gi risiko?',
    hint: 'Er dere usikre, er det tryggest å melde.',
    choices: { certain: 'Ja, så godt som helt sikre', unsure: 'Usikre', notCertain: 'Nei' },
  },
  certaintyReasons: { label: 'Hvorfor skal bruddet ikke meldes?', hint: 'Begrunnelsen lagres i saken og vises i registeret.' },
  enisaSimple: { label: category.simple, hint: 'Navn, kontaktopplysninger, utdanning, familie og lignende.' },
  enisaBehavioural: { label: category.behavioural, hint: 'Sted, trafikk og vaner.' },
  enisaFinancial: { label: category.financial, hint: 'Konto, lønn, gjeld og lignende.' },
  enisaSensitive: { label: category.sensitive, hint: 'Helse, politikk, religion, seksuelle forhold og lignende.' },
  enisaEase: { label: 'Hvor lett er det å kjenne igjen personene?' },
  enisaConfidentiality: { label: 'Konfidensialitet' },
  enisaIntegrity: { label: 'Integritet' },
  enisaAvailability: { label: 'Tilgjengelighet' },
  enisaMalicious: { label: 'Er bruddet gjort for å skade?', choices: { yes: 'Ja', no: 'Nei' } },
  advice: { label: 'Råd til den som avgjør', hint: 'Rådet står for seg i saken, ved siden av avgjørelsen.' },
}

const criteria: Each<Criterion> = {
  H1: 'Systematisk og omfattende profilering eller vurdering der en automatisk avgjørelse får rettsvirkning eller påvirker personen vesentlig',
  H2: 'Sensitive opplysninger i stor skala',
  H3: 'Systematisk overvåking av offentlig sted i stor skala',
  H4: 'Andre forhold som trolig gir høy risiko for enkeltpersoners rettigheter og friheter',
  M1: 'Den registrerte har ikke selv kontroll over opplysningene',
  M2: 'Sensitive opplysninger behandles',
  M3: 'Profilering',
  M4: 'Særlig utsatte personer',
  M5: 'Svært mange personer',
  M6: 'Fare for diskriminering',
  M7: 'Fare for identitetstyveri eller bedrageri',
  M8: 'Fare for økonomisk tap',
  M9: 'Fare for skade på omdømme',
  M10: 'Fare for at konfidensiell informasjon blir avdekket',
  M11: 'Fare for at pseudonym informasjon kan identifiseres',
  M12: 'Fare for betydelige økonomiske eller sosiale ulemper',
}

/** On the form alone: a document has the criterion as it is, without examples and instructions. */
const criteriaHints: Partial<Each<Criterion>> = {
  H4: 'Forklar hva det er.',
  M3: 'For eksempel til direkte reklame.',
  M4: 'Barn, pasienter, ansatte overfor arbeidsgiver, personer med fortrolig adresse.',
}

const level: Each<Level> = { unlikely: 'usannsynlig', low: 'lav', medium: 'middels', high: 'høy' }

const levelHelp: Each<Level> = {
  unlikely: 'Velg dette bare når det er usannsynlig at bruddet gir risiko. Bruddet skal likevel dokumenteres.',
  low: 'Lav risiko for de registrerte (begrunn). Lav er ikke null: det er alltid en viss risiko ved å behandle personopplysninger.',
  medium: 'Det er en risiko, men den er ikke høy.',
  high: 'Bruddet kan få alvorlige følger for de registrerte.',
}

const gap: Each<GapCode> = {
  levelMissing: 'Velg et nivå',
  lowReasonMissing: 'Begrunn kort hvorfor risikoen er lav',
  belowSuggestion: 'Nivået er lavere enn forslaget. Begrunn det',
  belowScore: 'Nivået er lavere enn poengsummen etter ENISA tilsier. Begrunn det',
  h4ExplanationMissing: 'Forklar hvorfor dette trolig gir høy risiko',
  largeScaleUnanswered: 'Svar på om det er sensitive opplysninger i stor skala',
  newTechnologyCommentMissing: 'Skriv hva den nye teknologien betyr for risikoen',
  effectUnanswered: 'Svar på om opplysningene er på avveie, endret eller tapt',
  effectUnknown: 'Finn ut om opplysningene er på avveie, endret eller tapt, før dere avgjør at bruddet ikke skal meldes',
  certaintyUnanswered: 'Svar på hvor sikre dere er på at bruddet ikke gir risiko',
  certaintyMissing: 'Dere kan bare la være å melde når dere er så godt som helt sikre på at bruddet ikke gir risiko',
  reasonsMissing: 'Skriv hvorfor bruddet ikke skal meldes',
  noticeRequired: 'Etter vurderingen skal bruddet meldes. Rett vurderingen hvis den er feil',
}

const duty: Readonly<Record<Track, Each<'yes' | 'no' | 'undecided'>>> = {
  authority: {
    yes: 'Datatilsynet skal ha melding',
    no: 'Datatilsynet trenger ikke melding',
    undecided: 'Det er ikke avklart om Datatilsynet skal ha melding',
  },
  subjects: {
    yes: 'De berørte skal ha beskjed',
    no: 'De berørte trenger ikke beskjed',
    undecided: 'Det er ikke avklart om de berørte skal ha beskjed',
  },
}

const because: Each<DutyReason> = {
  levelMissing: 'Nivået er ikke satt.',
  levelUnlikely: 'Det er usannsynlig at bruddet gir risiko.',
  levelLow: 'Risikoen for de registrerte er lav.',
  levelMedium: 'Risikoen for de registrerte er middels.',
  levelHigh: 'Risikoen for de registrerte er høy.',
  exceptionCertain: 'Dere er så godt som helt sikre på at bruddet ikke gir risiko, og har begrunnet det.',
  exceptionUnsure: 'Dere er usikre på om bruddet gir risiko. Da er det tryggest å melde.',
  exceptionNotCertain: 'Dere er ikke så godt som helt sikre på at bruddet ikke gir risiko.',
  exceptionUnanswered: 'Svar på hvor sikre dere er på at bruddet ikke gir risiko.',
  exceptionReasonsMissing: 'Unntaket må begrunnes skriftlig.',
  effectAstray: 'Personopplysninger er på avveie, eller det er fare for det.',
  effectChanged: 'Personopplysninger er urettmessig endret, ikke korrekte eller ikke oppdaterte, eller det er fare for det.',
  effectLost: 'Personopplysninger har gått tapt, eller det er fare for det.',
  effectUnknown: 'Dere vet ikke om opplysninger er på avveie, endret eller tapt.',
  effectUnanswered: 'Svar på om opplysninger er på avveie, endret eller tapt.',
  encryptedDoesNotMatter: 'Plikten gjelder selv om opplysningene var kryptert.',
  encryptedByLevel: 'Opplysningene var kryptert. Da er det nivået som avgjør.',
  mayHarmRights: 'Bruddet kan skade rettighetene eller frihetene til de registrerte.',
  mayHarmUnsure: 'Det er usikkert om bruddet kan skade rettighetene eller frihetene til de registrerte. Da er det tryggest å melde.',
}

const law: Readonly<Record<Law, { readonly reference: string; readonly says: string }>> = {
  'gdpr33-1': {
    reference: 'personvernforordningen artikkel 33 nr. 1',
    says: 'Brudd meldes til Datatilsynet innen 72 timer, med mindre det er usannsynlig at de gir risiko.',
  },
  'gdpr34-1': { reference: 'personvernforordningen artikkel 34 nr. 1', says: 'De berørte skal ha beskjed når risikoen trolig er høy.' },
  ownRules: { reference: 'virksomhetens egen rutine', says: 'Rutinen er strengere enn loven.' },
}

const scores: Readonly<Record<DataCategory, Each<ContextScore>>> = {
  simple: {
    1: 'Vanlig tilfelle',
    2: 'Mengden eller virksomheten gjør det mulig å lage en profil eller gjette på økonomi eller sosial stilling',
    3: 'Det er mulig å gjette på helse, seksuelle forhold, politikk eller religion',
    4: 'Opplysningene er avgjørende for sikkerheten til personen, eller gjelder sårbare personer eller barn',
  },
  behavioural: {
    1: 'Gir ikke noe egentlig innblikk, eller er allerede offentlig',
    2: 'Vanlig tilfelle',
    3: 'Gir en detaljert profil av hverdagen',
    4: 'Gir en profil som bygger på sensitive opplysninger',
  },
  financial: {
    1: 'Gir ikke noe egentlig innblikk i økonomien',
    2: 'Bestemte opplysninger uten egentlig innblikk, for eksempel bare et kontonummer',
    3: 'Vanlig tilfelle',
    4: 'Nok til bedrageri eller en detaljert profil',
  },
  sensitive: {
    1: 'Gir ikke noe egentlig innblikk, eller er allerede offentlig',
    2: 'Gir bare grunnlag for generelle antakelser',
    3: 'Gir grunnlag for antakelser om sensitive forhold',
    4: 'Vanlig tilfelle',
  },
}

const enisa = {
  title: 'Alvorlighetsgrad etter ENISA',
  note: 'Poengsummen er en støtte for vurderingen. Den avgjør ingenting.',
  category,
  scores,
  ease: {
    25: 'Nesten umulig',
    50: 'Mulig i noen tilfeller',
    75: 'Mulig for mange',
    100: 'Personene er direkte kjent',
  } satisfies Each<Identification>,
  confidentiality: {
    0: 'Opplysningene var utsatt, men ingen tegn til misbruk',
    25: 'Kjente mottakere har fått dem',
    50: 'Et ukjent antall har fått dem',
  } satisfies Each<Circumstance>,
  integrity: {
    0: 'Ikke endret, eller endret uten å bli brukt',
    25: 'Endret og kanskje brukt, men kan rettes',
    50: 'Endret og kan ikke rettes',
  } satisfies Each<Circumstance>,
  availability: {
    0: 'Ikke borte, eller lett å få tilbake',
    25: 'Borte en tid',
    50: 'Borte for godt',
  } satisfies Each<Circumstance>,
  band: { low: 'lav', medium: 'middels', high: 'høy', veryHigh: 'svært høy' } satisfies Each<Band>,
  meaning: {
    low: 'De berørte kan få noen få ulemper.',
    medium: 'De berørte kan få merkbare ulemper, men kommer over dem med litt bry.',
    high: 'De berørte kan få store ulemper som er vanskelige å komme over.',
    veryHigh: 'De berørte kan få store eller varige følger som de kanskje ikke kommer over.',
  } satisfies Each<Band>,
  flag: {
    moreThan100: 'Mer enn 100 personer er berørt.',
    unintelligible: 'Opplysningene er kryptert og kan ikke leses uten nøkkelen.',
  } satisfies Each<SeverityFlag>,
  compare: {
    agrees: 'Poengsummen og nivået peker samme vei.',
    scoreHigher: 'Poengsummen er høyere enn nivået.',
    scoreLower: 'Poengsummen er lavere enn nivået.',
  } satisfies Each<ReturnType<typeof compareWithLevel>>,
  /** Hundredths as people write them. */
  score: (hundredths: number) => (hundredths / 100).toFixed(2).replace('.', ','),
  working: (data: number, ease: string, circumstances: string, score: string) =>
    `opplysninger ${data} × gjenkjenning ${ease} + omstendigheter ${circumstances} = ${score}`,
}

const hint: Each<Hint['because']> = {
  category: 'Avviksmeldingen har en kategori for sensitive opplysninger.',
  dataTypes: 'Avviksmeldingen gjelder særlige kategorier av personopplysninger.',
  affectedCount: 'Antallet berørte er over grensen for «svært mange personer». Vurder kriteriet.',
  children: 'De berørte er barn.',
  guardians: 'Foresatte er berørt. Gjelder det også barn?',
  patients: 'De berørte kan være avhengige av oss. Er de særlig utsatt?',
  childWelfare: 'Avviksmeldingen gjelder barnevern.',
  socialServices: 'Avviksmeldingen gjelder sosiale tjenester.',
  protectedAddress: 'Avviksmeldingen gjelder fortrolig adresse. Kan noen være i fare?',
  identityNumber: 'Fødselsnummer kan brukes til identitetstyveri.',
  password: 'Passord er på avveie. Hva åpner de?',
  account: 'Konto- eller kortnummer kan misbrukes.',
  specialTeaching: 'Tilrettelagt undervisning sier ofte noe om helse.',
  schoolEnvironment: 'Avviksmeldingen gjelder en skolemiljøsak.',
  wordChildren: 'Teksten nevner barn, elever eller foresatte. Vurder kriteriet.',
  wordChildWelfare: 'Teksten nevner barnevern. Vurder kriteriet.',
  wordAddress: 'Teksten nevner fortrolig adresse. Vurder kriteriet.',
  wordIdentityNumber: 'Teksten nevner fødselsnummer. Vurder kriteriet.',
}

const effectsDone = { yes: 'Ja', no: 'Nei' }

const authorityForm: FieldTexts<typeof authorityFields> = {
  outcome: {
    label: 'Hva avgjør du?',
    choices: { notify: 'Datatilsynet skal ha melding', notNotify: 'Datatilsynet skal ikke ha melding' },
  },
  certainty: fields.certainty,
  reason: {
    label: 'Begrunnelse',
    hint: 'Du må begrunne hvorfor bruddet ikke meldes. Begrunnelsen lagres i saken og vises i registeret.',
  },
}

const subjectsForm: FieldTexts<typeof subjectsFields> = {
  outcome: { label: 'Hva avgjør du?', choices: { inform: 'De berørte skal ha beskjed', notInform: 'De berørte skal ikke ha beskjed' } },
  ground: {
    label: 'Hvorfor skal de ikke ha beskjed?',
    hint: 'Svar bare hvis de ikke skal ha beskjed.',
    choices: {
      unintelligible: 'Uvedkommende kan ikke lese opplysningene',
      riskRemoved: 'Tiltak har fjernet den høye risikoen',
      disproportionate: 'Det er uforholdsmessig vanskelig å gi hver enkelt beskjed',
      secrecy: 'Beskjeden ville røpe noe som skal være hemmelig',
      lowRisk: 'Risikoen er ikke høy',
    },
  },
  reason: { label: 'Begrunnelse', hint: 'Skriv kort hvorfor. Ikke skriv navn.' },
}

const jointForm: FieldTexts<typeof jointFields> = {
  extent: { label: 'Omfanget', hint: 'Hvor mange gjelder det, og hvilke opplysninger?' },
  severity: { label: 'Alvorlighetsgraden', hint: 'Hvor alvorlig er dette for de berørte?' },
  measures: { label: 'Tiltakene som er satt i gang', hint: 'Hva er gjort, og virker det?' },
  notify: {
    label: 'Er personopplysninger på avveie, urettmessig endret eller slettet, slik at Datatilsynet skal ha melding?',
    hint: 'Svarer én av dere ja, skal Datatilsynet ha melding. Det venter ikke på de andre.',
    choices: effectsDone,
  },
  notifyReason: { label: 'Begrunn svaret om melding' },
  enough: {
    label: 'Er det satt i gang gode nok tiltak til å lukke avviket og hindre nye, slik at saken kan avsluttes?',
    choices: effectsDone,
  },
  enoughReason: { label: 'Begrunn svaret om tiltakene' },
}

/** Why those affected need not be told, each with its rule in plain words. */
const ground: Each<Ground> = {
  unintelligible: 'Opplysningene er for eksempel godt kryptert, og nøkkelen er trygg. Personvernforordningen artikkel 34 nr. 3 bokstav a.',
  riskRemoved:
    'Etter bruddet er det gjort noe som gjør at risikoen trolig ikke lenger blir høy. Personvernforordningen artikkel 34 nr. 3 bokstav b.',
  disproportionate:
    'Da skal dere i stedet gi offentlig informasjon eller gjøre noe annet som når de berørte like godt. Personvernforordningen artikkel 34 nr. 3 bokstav c.',
  secrecy:
    'Det gjelder hensynet til utenrikspolitikk, forsvar og nasjonal sikkerhet, etterforskning av straffbare forhold, og lovbestemt taushetsplikt. Unntaket gjelder bare det beskjeden ville røpe. Personopplysningsloven § 16 fjerde ledd.',
  lowRisk: 'Loven krever beskjed bare når risikoen trolig er høy. Personvernforordningen artikkel 34 nr. 1.',
}

const pages = {
  unanswered: 'Ikke svart',
  changedBy: (who: string, when: string) => `${who}, ${when}`,
  assess: {
    title: 'Vurder risikoen',
    lead: 'Kryss av det som stemmer i denne saken. Se hva som følger, før du fullfører.',
    high: 'Tegn på høy risiko',
    highHint: 'Ett kryss er nok til at forslaget blir høy risiko.',
    medium: 'Tegn på middels risiko',
    mediumHint: 'Ett kryss er nok til at forslaget blir middels risiko.',
    data: 'Hva har skjedd med opplysningene?',
    dataHint: 'Har du ikke svaret ennå, velger du «Vet ikke».',
    level: 'Vurderingen din',
    criteria: 'Kriterier',
    ticked: (who: string, when: string) => `Krysset av: ${who}, ${when}`,
    suggestedTick: 'Forslag. Krysset lagres først når du lagrer.',
    prefilled: 'Vi har krysset av det avviksmeldingen tyder på. Se over kryssene: det er du som vurderer.',
    preview: 'Se hva som følger',
    save: 'Lagre',
    finish: 'Fullfør vurderingen',
    saved: 'Vurderingen er lagret, men ikke fullført.',
    savedFinished: 'Endringene er lagret.',
    finished: 'Vurderingen er fullført.',
    nothingChanged: 'Du har ikke endret noe siden sist.',
    previewed: 'Ingenting er lagret ennå.',
    previewLink: 'Gå til det som følger av svarene',
    clearsSignatures: 'Endrer du vurderingen, gjelder ikke signaturene på den felles vurderingen lenger, og alle må signere på nytt.',
    criteriaWrong: 'Kryss av i listen over kriterier.',
  },
  beside: {
    title: 'Avviksmeldingen',
    open: 'Les avviksmeldingen',
    affected: (count: string | null) => `Antall berørte: ${count ?? 'ikke oppgitt'}.`,
  },
  follows: {
    level: (levelWord: string) => `Nivå: ${levelWord}`,
    departsBelow: 'Du har satt nivået lavere enn forslaget. Det må begrunnes.',
    departsAbove: 'Du har satt nivået høyere enn forslaget.',
    gaps: 'Før du kan fullføre',
    none: 'Ingenting mangler. Du kan fullføre.',
    nothingYet: 'Ikke vurdert ennå',
    nothingYetText: 'Nivået foreslås når du har krysset av eller svart.',
    scoreAbove: (bandWord: string) => `Poengsummen etter ENISA er ${bandWord}, høyere enn kriteriene tilsier.`,
    noScore: 'Poengsummen vises når du har svart på alle spørsmålene om alvorlighetsgrad.',
    score: (score: string, bandWord: string) => `${score} – ${bandWord}`,
  },
  enisa: {
    lead: 'ENISA er EUs byrå for cybersikkerhet. Metoden gir hver del av bruddet en poengsum. Du kan la være å bruke den.',
    open: 'Regn ut poengsummen',
    formula:
      'Poengsum = opplysningene × hvor lett personene gjenkjennes + omstendighetene. Under 2 er lav, fra 2 middels, fra 3 høy og fra 4 svært høy.',
    raise: 'Gå opp når det gjelder mye data, når virksomhetens art sier noe om personene, eller når de er barn eller sårbare.',
    lower: 'Gå ned når opplysningene er feil eller utdaterte, var offentlige fra før, eller er harmløse.',
    examples: {
      simple:
        'For eksempel: handlelisten i en dagligvarebutikk gir 1, en kundeliste i en dyr butikk 2, i en bokhandel for voksne 3, og en liste over politifolk som jobber skjult, 4.',
      behavioural: 'For eksempel: samtaler i én uke gir 2, i et helt år 3, og samtaler til en psykiater 4.',
      financial: 'For eksempel: et brev fra banken gir 1, kjøp på én dag 2, saldo i en måned 3, og kontoutskrifter for et år 4.',
      sensitive:
        'For eksempel: en vanlig blodprøve gir 1, en prøve fra legevakten 2, en prøve for en bestemt sykdom 3, og svaret på den 4.',
    } satisfies Each<DataCategory>,
    notTouched: 'Ikke med i bruddet',
    notAssessed: 'Ikke vurdert',
    data: 'Opplysningene',
    dataHint: 'Gi poeng til hver gruppe som er med i bruddet. Den høyeste teller. Innloggingsdata gir du samme poeng som det de åpner.',
    circumstances: 'Omstendighetene',
  },
  panel: {
    title: 'Risikovurdering',
    notAssessed: 'Ikke vurdert',
    halfway: 'I gang',
    notYet: 'Risikoen er ikke vurdert ennå.',
    answers: 'Alle svarene',
    readOnly: 'Bare den som vurderer saken, kan endre vurderingen.',
    begun: 'Vurderingen er i gang, men ikke fullført.',
    assessed: 'Vurdert av',
    level: 'Nivå',
    reason: 'Begrunnelse',
    suggestion: 'Forslag etter kriteriene',
    duties: 'Dette følger av vurderingen',
    joint: 'Felles vurdering',
    jointWaiting: 'Har ikke signert',
    decisions: 'Avgjørelser om melding og beskjed',
    sameHand: 'Den som vurderte saken og ga råd, avgjorde den også.',
    actions: {
      assess: 'Vurder risikoen',
      read: 'Les hele vurderingen',
      assessAgain: 'Endre vurderingen',
      decideAuthority: 'Avgjør om Datatilsynet skal ha melding',
      decideSubjects: 'Avgjør om de berørte skal ha beskjed',
      signOff: 'Signer den felles vurderingen',
    },
  },
  authority: {
    title: 'Skal Datatilsynet ha melding?',
    lead: 'Her er vurderingen og det som følger av den. Avgjørelsen er din.',
    basis: 'Grunnlaget',
    recommended: 'Anbefaling: meld',
    unsure: 'Dere er usikre på om bruddet gir risiko. Da er det tryggest å melde.',
    mayNot: 'Etter vurderingen kan dere la være å melde. Det må begrunnes.',
    cannot: 'Du kan ikke la være å melde',
    save: 'Lagre avgjørelsen',
    notified: 'Datatilsynet skal ha melding. De som sender den, har fått oppgaven.',
    notNotified: 'Avgjørelsen om ikke å melde er lagret.',
    already: 'Datatilsynet har allerede fått melding.',
    sameHand:
      'Du har selv vurdert saken og gitt råd. Personvernombudet skal være uavhengig. Vurder om en annen bør se på saken før du avgjør.',
    change: 'Endre vurderingen',
    assessFirst: 'Risikoen må være vurdert før noen kan avgjøre dette.',
    jointFirst: 'Alle som vurderer saken sammen, må ha signert før dere kan avgjøre at Datatilsynet ikke skal ha melding.',
    jointSaysYes: 'Én eller flere har svart i den felles vurderingen at Datatilsynet skal ha melding.',
    outcomeMissing: 'Velg om Datatilsynet skal ha melding.',
  },
  subjects: {
    title: 'Skal de berørte ha beskjed?',
    lead: 'Dette avgjøres for seg og venter ikke på meldingen til Datatilsynet.',
    save: 'Lagre avgjørelsen',
    informed: 'De berørte skal ha beskjed. De som skriver brevet, har fått oppgaven.',
    notInformed: 'Avgjørelsen om ikke å gi beskjed er lagret.',
    already: 'De berørte har allerede fått beskjed.',
    publicInstead: 'Bruddet skal kunngjøres i stedet. Det er neste steg i saken.',
    byRule: 'Etter reglene og svarene i vurderingen:',
    ifNot:
      'Velger du at de ikke skal ha beskjed, gjelder unntaket du krysser av. Er det uforholdsmessig arbeid, må bruddet kunngjøres før saken kan lukkes.',
    lowRiskNotNow: 'Etter vurderingen er dette ikke avklart, eller risikoen er høy. Velg en annen grunn, eller rett vurderingen.',
    outcomeMissing: 'Velg om de berørte skal ha beskjed.',
    groundMissing: 'Velg hvorfor de ikke skal ha beskjed.',
    reasonMissing: 'Skriv en begrunnelse.',
  },
  joint: {
    title: 'Felles vurdering',
    lead: 'Flere vurderer saken sammen. Skriv det du mener ut fra din rolle, og signer.',
    role: 'Du signerer som',
    sign: 'Signer',
    signAgain: 'Signer på nytt',
    signed: 'Du har signert.',
    signedSoFar: (count: number, of: number) => `${count} av ${of} har signert`,
    clarify: 'Dette må beskrives før dere vurderer sammen',
    clarifyLink: { reality: 'Om avviket er reelt', extent: 'Omfanget', proposedMeasures: 'Forslag til tiltak' },
    mayPropose: 'Alle har signert, og alle mener at tiltakene er gode nok. Saken kan foreslås lukket.',
    notEnough: 'Ikke alle mener at tiltakene er gode nok. Saken kan ikke foreslås lukket ennå.',
    roleMissing: 'Velg hvilken rolle du signerer i.',
  },
}

export const nb = {
  fields,
  authorityForm,
  subjectsForm,
  jointForm,
  ground,
  pages,
  criteria,
  criteriaHints,
  level,
  levelHelp,
  gap,
  duty,
  because,
  law,
  hint,
  suggested: (levelWord: string) => `Forslag: ${levelWord}`,
  meansH2: 'Sensitive opplysninger i stor skala regnes som høy risiko.',
  suggestedBecause: (count: number): string =>
    count === 0 ? 'Ingen kriterier er krysset av.' : count === 1 ? 'Dette kriteriet er krysset av:' : 'Disse kriteriene er krysset av:',
  enisa,
}

export type Texts = typeof nb
