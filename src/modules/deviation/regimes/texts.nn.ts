import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  place: 'Andre regelverk',
  names: {
    digitalSecurity: 'Digitalsikkerhetsloven', // law's words
    processor: 'Melding til den vi er databehandlar for',
  },
  leads: {
    digitalSecurity:
      'Ein tilbydar av ei samfunnsviktig teneste varslar tilsynsstyresmakta innan 24 timar, med kopi til NSM, gir meir informasjon innan 72 timar og ein rapport innan ein månad etter varselet. Digitalsikkerhetsforskriften § 17 (forskrift 20. juni 2025 nr. 1131), lesen 29. november 2026.', // law's words
    processor:
      'Ein databehandlar melder til den behandlingsansvarlege utan ugrunna opphald, og innan fristen i avtalen. Personvernforordninga artikkel 33 nr. 2, lesen 29. november 2026.',
  },
  steps: { warning: 'Varsel', update: 'Meir informasjon', report: 'Rapport' },
  controllerStep: 'Melding',
  fields: {
    applies: { label: 'Gjeld det denne hendinga?', choices: { yes: 'Ja', no: 'Nei' } },
    knownAt: { label: 'Når fekk verksemda kunnskap om hendinga?', hint: 'Fristane blir rekna herfrå.' },
    reason: { label: 'Grunngiving', hint: 'Kvifor det ikkje gjeld. Står i notatet.' },
    warnedAt: { label: 'Når vart det varsla?', hint: 'Lat det stå tomt til det er gjort.' },
    updatedAt: { label: 'Når vart meir informasjon gitt?', hint: 'Lat det stå tomt til det er gjort.' },
    reportedAt: { label: 'Når vart rapporten send?', hint: 'Lat det stå tomt til det er gjort.' },
  },
  unanswered: 'Ikkje avgjort',
  doesNot: 'Gjeld ikkje',
  done: 'Alt er sendt',
  edit: 'Avgjer og registrer',
  save: 'Lagre',
  saved: 'Svaret er lagra.',
  known: 'Kjent',
  dueAt: (due) => `frist ${due}`,
  doneAt: (at) => `gjort ${at}`,
  late: 'etter fristen',
}
