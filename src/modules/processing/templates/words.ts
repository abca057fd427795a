import { both } from '../../../register/templates/template.ts'

/** What many activities have in common, said once. */
export const kept = {
  archive: both(
    'Saken bevares eller kasseres etter bevarings- og kassasjonsplanen. Skriv inn fristen deres.',
    'Saka blir teken vare på eller kassert etter bevarings- og kassasjonsplanen. Skriv inn fristen dykkar.',
  ),
  service: both(
    'Slettes når tilbudet er avsluttet og fristen i sletterutinen er ute. Det som skal bevares, går til arkivet. Skriv inn fristen deres.',
    'Blir sletta når tilbodet er avslutta og fristen i sletterutinen er ute. Det som skal takast vare på, går til arkivet. Skriv inn fristen dykkar.',
  ),
  patient: both(
    'Journalen oppbevares til det ikke lenger antas å bli bruk for den i helsehjelpen (pasientjournalloven § 25).',
    'Journalen blir oppbevart til det ikkje lenger er venta at helsehjelpa har bruk for han (pasientjournallova § 25).',
  ),
  accounts: both(
    'Oppbevares så lenge bokføringsloven § 13 krever, og slettes deretter.',
    'Blir oppbevart så lenge bokføringslova § 13 krev, og deretter sletta.',
  ),
  personnel: both(
    'Personalmappen bevares eller kasseres etter bevarings- og kassasjonsplanen. Annet slettes når arbeidsforholdet er slutt og fristene er ute.',
    'Personalmappa blir teken vare på eller kassert etter bevarings- og kassasjonsplanen. Anna blir sletta når arbeidsforholdet er slutt og fristane er ute.',
  ),
  consent: both(
    'Slettes når samtykket trekkes tilbake, eller når det ikke lenger er bruk for opplysningene.',
    'Blir sletta når samtykket blir trekt tilbake, eller når det ikkje lenger er bruk for opplysningane.',
  ),
  short: both(
    'Slettes så snart det ikke lenger er bruk for opplysningene. Skriv inn fristen deres.',
    'Blir sletta så snart det ikkje lenger er bruk for opplysningane. Skriv inn fristen dykkar.',
  ),
  logs: both(
    'Slettes etter fristen i rutinen for logging. Skriv inn fristen deres.',
    'Blir sletta etter fristen i rutinen for logging. Skriv inn fristen dykkar.',
  ),
  project: both(
    'Slettes eller anonymiseres når prosjektet er slutt, som datahåndteringsplanen sier.',
    'Blir sletta eller anonymisert når prosjektet er slutt, som datahandteringsplanen seier.',
  ),
  studies: both(
    'Resultater og vitnemål bevares. Annet slettes når studenten har sluttet og fristen er ute. Skriv inn fristen deres.',
    'Resultat og vitnemål blir tekne vare på. Anna blir sletta når studenten har slutta og fristen er ute. Skriv inn fristen dykkar.',
  ),
} as const

export const to = {
  nobody: both('Ingen'),
  guardians: both('Foresatte', 'Føresette'),
  appeals: both('Klageinstansen ved klage'),
  governor: both('Statsforvalteren ved klage og tilsyn', 'Statsforvaltaren ved klage og tilsyn'),
  applicants: both('Andre søkere med rett til innsyn i saken', 'Andre søkjarar med rett til innsyn i saka'),
  nav: both('Nav'),
  health: both('Fastlege og sykehus når de gir helsehjelp', 'Fastlege og sjukehus når dei gir helsehjelp'),
  openness: both('Alle som har rett til innsyn etter offentleglova', 'Alle som har rett til innsyn etter offentleglova'),
  tax: both('Skatteetaten, Nav og pensjonskassen', 'Skatteetaten, Nav og pensjonskassa'),
  bank: both('Banken, og revisor ved kontroll'),
  suppliers: both('Leverandører som drifter systemene for oss', 'Leverandørar som driftar systema for oss'),
} as const
