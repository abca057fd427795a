/** The general text of a data processing agreement, in our own words and in the order of DFØ's standard (GDPR Article 28(3), read 2026-11-28). */
export const wordsNb = {
  title: 'Databehandleravtale',
  controller: 'Behandlingsansvarlig',
  processor: 'Databehandler',
  number: 'org.nr.',
  general: {
    purpose: {
      heading: '1. Hva avtalen gjelder',
      text: 'Databehandleren behandler personopplysninger på vegne av den behandlingsansvarlige. Avtalen regulerer hvordan, slik personvernforordningen artikkel 28 krever. Bilag A til D er en del av avtalen. Sier bilagene noe annet enn den generelle teksten, gjelder bilagene.',
    },
    controller: {
      heading: '2. Den behandlingsansvarlige',
      text: 'Den behandlingsansvarlige avgjør formålet med behandlingen og hvilke midler som brukes, og har ansvar for at behandlingen er lovlig.',
    },
    processor: {
      heading: '3. Databehandlerens plikter',
      instructions:
        'Databehandleren behandler opplysningene bare etter den dokumenterte instruksen i bilag C, også når det gjelder overføring til land utenfor EØS. Databehandleren bruker ikke opplysningene til egne formål.',
      confidentiality:
        'Alle som får tilgang til opplysningene, har taushetsplikt. Bare de som trenger tilgang for å utføre oppgaven, får den. Taushetsplikten gjelder også etter at avtalen er slutt.',
      security:
        'Databehandleren har de tekniske og organisatoriske tiltakene som kreves etter artikkel 32, og minst de som står i bilag C. Databehandleren kan dokumentere dem.',
      rights:
        'Databehandleren hjelper den behandlingsansvarlige med å svare når noen bruker rettighetene sine, og sender henvendelser videre uten opphold.',
      assists:
        'Databehandleren hjelper den behandlingsansvarlige med sikkerhet, melding om brudd, vurdering av personvernkonsekvenser og forhåndsdrøfting (artikkel 32 til 36).',
      unlawful: 'Mener databehandleren at en instruks er i strid med personvernreglene, sier databehandleren fra med en gang.',
    },
    breach: {
      heading: '4. Brudd på personopplysningssikkerheten',
      text: (hours: number) =>
        `Databehandleren varsler den behandlingsansvarlige om brudd uten ugrunnet opphold, og senest ${hours} ${hours === 1 ? 'time' : 'timer'} etter at bruddet ble oppdaget. Varselet sier hva som har skjedd, hvem og hvor mange det gjelder, hva følgene kan bli, og hva som er gjort.`,
    },
    subProcessors: {
      heading: '5. Underdatabehandlere',
      none: (_days: number | null) => 'Databehandleren bruker ikke underdatabehandlere.',
      specific: (_days: number | null) =>
        'Databehandleren bruker bare de underdatabehandlerne som står i bilag B. En ny må godkjennes skriftlig av den behandlingsansvarlige før den tas i bruk.',
      general: (days: number | null) =>
        `Databehandleren kan bruke underdatabehandlerne i bilag B. Den behandlingsansvarlige får varsel ${days === null ? '' : days === 1 ? 'minst én dag ' : `minst ${days} dager `}før en ny tas i bruk eller byttes ut, og kan si nei.`,
      duties:
        'Hver underdatabehandler bindes av de samme pliktene som databehandleren har. Databehandleren svarer for det underdatabehandleren gjør.',
    },
    transfers: {
      heading: '6. Overføring ut av EØS',
      yes: 'Opplysninger overføres bare til land utenfor EØS slik bilag B og C sier, og bare når vilkårene i personvernforordningen kapittel V er oppfylt.',
      no: 'Opplysningene overføres ikke til land utenfor EØS, og ingen utenfor EØS får tilgang til dem.',
    },
    audit: {
      heading: '7. Innsyn og kontroll',
      text: 'Den behandlingsansvarlige har alltid rett til innsyn, og til å kontrollere om kravene til sikkerhet følges. Databehandleren gir all informasjon som trengs for å vise at avtalen følges, og legger til rette for revisjon, også når en annen gjør den for den behandlingsansvarlige.',
    },
    end: {
      heading: '8. Varighet og opphør',
      duration: (duration: string) => `Behandlingen varer: ${duration}`,
      until: (day: string) => `Avtalen gjelder til ${day}.`,
      deleted:
        'Når avtalen slutter, sletter databehandleren alle opplysningene og alle kopier, og bekrefter det skriftlig. Det gjelder ikke opplysninger som loven krever lagret.',
      returned:
        'Når avtalen slutter, leverer databehandleren alle opplysningene tilbake og sletter kopiene, og bekrefter det skriftlig. Det gjelder ikke opplysninger som loven krever lagret.',
    },
    law: { heading: '9. Lovvalg', text: 'Avtalen følger norsk rett.' },
  },
  covers: { heading: 'Behandlinger og systemer' },
  noSubProcessors: 'Ingen underdatabehandlere er ført opp.',
  noChanges: 'Ingen endringer.',
  toSign: (party: string) => `For ${party}: sted, dato og signatur ……………………………………………`,
  signed: (party: string, who: string, day: string) => `For ${party}: ${who}, ${day}`,
}
export type Words = typeof wordsNb
