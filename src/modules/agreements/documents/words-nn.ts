import type { Words } from './words-nb.ts'

export const wordsNn: Words = {
  title: 'Databehandlaravtale',
  controller: 'Behandlingsansvarleg',
  processor: 'Databehandlar',
  number: 'org.nr.',
  general: {
    purpose: {
      heading: '1. Kva avtalen gjeld',
      text: 'Databehandlaren behandlar personopplysningar på vegner av den behandlingsansvarlege. Avtalen regulerer korleis, slik personvernforordninga artikkel 28 krev. Bilag A til D er ein del av avtalen. Seier bilaga noko anna enn den generelle teksten, gjeld bilaga.',
    },
    controller: {
      heading: '2. Den behandlingsansvarlege',
      text: 'Den behandlingsansvarlege avgjer formålet med behandlinga og kva middel som blir brukte, og har ansvar for at behandlinga er lovleg.',
    },
    processor: {
      heading: '3. Pliktene til databehandlaren',
      instructions:
        'Databehandlaren behandlar opplysningane berre etter den dokumenterte instruksen i bilag C, òg når det gjeld overføring til land utanfor EØS. Databehandlaren bruker ikkje opplysningane til eigne formål.',
      confidentiality:
        'Alle som får tilgang til opplysningane, har teieplikt. Berre dei som treng tilgang for å gjere oppgåva, får han. Teieplikta gjeld òg etter at avtalen er slutt.',
      security:
        'Databehandlaren har dei tekniske og organisatoriske tiltaka som artikkel 32 krev, og minst dei som står i bilag C. Databehandlaren kan dokumentere dei.',
      rights:
        'Databehandlaren hjelper den behandlingsansvarlege med å svare når nokon bruker rettane sine, og sender førespurnader vidare utan opphald.',
      assists:
        'Databehandlaren hjelper den behandlingsansvarlege med tryggleik, melding om brot, vurdering av personvernkonsekvensar og førehandsdrøfting (artikkel 32 til 36).',
      unlawful: 'Meiner databehandlaren at ein instruks er i strid med personvernreglane, seier databehandlaren frå med ein gong.',
    },
    breach: {
      heading: '4. Brot på personopplysningstryggleiken',
      text: (hours) =>
        `Databehandlaren varslar den behandlingsansvarlege om brot utan ugrunna opphald, og seinast ${hours} ${hours === 1 ? 'time' : 'timar'} etter at brotet vart oppdaga. Varselet seier kva som har skjedd, kven og kor mange det gjeld, kva følgjene kan bli, og kva som er gjort.`,
    },
    subProcessors: {
      heading: '5. Underdatabehandlarar',
      none: () => 'Databehandlaren bruker ikkje underdatabehandlarar.',
      specific: () =>
        'Databehandlaren bruker berre dei underdatabehandlarane som står i bilag B. Ein ny må godkjennast skriftleg av den behandlingsansvarlege før han blir teken i bruk.',
      general: (days) =>
        `Databehandlaren kan bruke underdatabehandlarane i bilag B. Den behandlingsansvarlege får varsel ${days === null ? '' : days === 1 ? 'minst éin dag ' : `minst ${days} dagar `}før ein ny blir teken i bruk eller bytt ut, og kan seie nei.`,
      duties:
        'Kvar underdatabehandlar er bunden av dei same pliktene som databehandlaren har. Databehandlaren svarer for det underdatabehandlaren gjer.',
    },
    transfers: {
      heading: '6. Overføring ut av EØS',
      yes: 'Opplysningar blir overførte til land utanfor EØS berre slik bilag B og C seier, og berre når vilkåra i personvernforordninga kapittel V er oppfylte.',
      no: 'Opplysningane blir ikkje overførte til land utanfor EØS, og ingen utanfor EØS får tilgang til dei.',
    },
    audit: {
      heading: '7. Innsyn og kontroll',
      text: 'Den behandlingsansvarlege har alltid rett til innsyn, og til å kontrollere om krava til tryggleik blir følgde. Databehandlaren gir all informasjon som trengst for å vise at avtalen blir følgd, og legg til rette for revisjon, òg når ein annan gjer han for den behandlingsansvarlege.',
    },
    end: {
      heading: '8. Kor lenge avtalen varer',
      duration: (duration) => `Behandlinga varer: ${duration}`,
      until: (day) => `Avtalen gjeld til ${day}.`,
      deleted:
        'Når avtalen sluttar, slettar databehandlaren alle opplysningane og alle kopiar, og stadfestar det skriftleg. Det gjeld ikkje opplysningar som lova krev lagra.',
      returned:
        'Når avtalen sluttar, leverer databehandlaren alle opplysningane tilbake og slettar kopiane, og stadfestar det skriftleg. Det gjeld ikkje opplysningar som lova krev lagra.',
    },
    law: { heading: '9. Lovval', text: 'Avtalen følgjer norsk rett.' },
  },
  covers: { heading: 'Behandlingar og system' },
  noSubProcessors: 'Ingen underdatabehandlarar er førte opp.',
  noChanges: 'Ingen endringar.',
  toSign: (party) => `For ${party}: stad, dato og signatur ……………………………………………`,
  signed: (party, who, day) => `For ${party}: ${who}, ${day}`,
}
