import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Kontroll av loggar',
  one: 'Kontroll av logg',
  lead: 'Gjennomgangar av loggane i systema: kva system, kva periode, kvifor, og kva som kom ut av det. Systemeigar og leiar går gjennom loggane når det er behov.',
  add: 'Registrer kontroll av logg',
  saved: 'Kontrollen er lagra.',
  newTitle: 'Ny kontroll av logg',
  editTitle: 'Endre kontroll av logg',
  none: 'Ingen kontrollar er registrerte enno',
  noneText: 'Start med systemet som har flest sensitive opplysningar, og vel ein periode du kan gå gjennom.',
  noneOfSystem: 'Ingen har registrert at loggen er gått gjennom.',
  columns: { system: 'System', periodFrom: 'Frå', periodTo: 'Til', reason: 'Kvifor', result: 'Resultat', doneOn: 'Utført' },
  fields: {
    name: { label: 'Kort tittel', hint: 'Til dømes: Søk i journalen, oktober. Skriv ikkje namn på personar.' },
    system: { label: 'Kva system gjeld loggen?', hint: 'Systemet du eig, eller som eininga di har ansvar for.' },
    periodFrom: { label: 'Frå og med' },
    periodTo: { label: 'Til og med' },
    reason: {
      label: 'Kvifor vart loggen gått gjennom?',
      choices: {
        routine: 'Fast kontroll',
        incident: 'Etter ei hending',
        suspicion: 'Mistanke om bruk utan tenestleg behov',
        asked: 'Nokon bad om det',
      },
    },
    why: { label: 'Utdjup grunnen' },
    result: {
      label: 'Kva kom ut av det?',
      choices: { nothing: 'Ingenting å følgje opp', followUp: 'Noko blir følgt opp', deviation: 'Meldt som avvik' },
    },
    found: {
      label: 'Kva vart funne, og kva blir gjort?',
      hint: 'Skriv kva de fann, utan namn. Det som gjeld ein person, høyrer heime i avviket.',
    },
    by: { label: 'Kven gjekk gjennom loggen?' },
    doneOn: { label: 'Når vart det gjort?' },
  },
  refusals: {
    periodTurned: 'Perioden kan ikkje slutte før han startar.',
    foundMissing: 'Skriv kva som vart funne, og kva som blir gjort med det.',
    notYours: 'Vel eit system du eig, eller som eininga di har ansvar for.',
    future: 'Datoen kan ikkje vere fram i tid.',
    doneBefore: 'Loggen kan ikkje vere gått gjennom før perioden er over.',
  },
  events: {
    added: 'Kontroll av logg registrert',
    edited: 'Kontroll av logg endra',
    exported: 'Lista over kontrollar av loggar lasta ned',
    refused: 'Avvist registrering av kontroll av logg',
  },
  ownLog: {
    nav: 'Logg for eigne system',
    title: 'Logg for eigne system og einingar',
    lead: 'Det som er gjort i Varde med systema du eig og einingane du leier: kva, når og av kven. Loggen kan ikkje endrast. At du les han, blir òg logga.',
    none: 'Ingen hendingar i systema og einingane dine passar med det du søkte etter',
    noneText: 'Prøv ein lengre periode, eller ta bort eit av felta.',
  },
}
