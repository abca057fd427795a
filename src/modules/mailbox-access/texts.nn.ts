import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Innsyn i e-post og filer til tilsette',
  one: 'Innsyn',
  lead: 'Kvar gong arbeidsgivar opnar e-posten eller filene til ein tilsett. Forskrift 2. juli 2018 nr. 1108 § 2 og § 3, lesen 28. november 2026.',
  add: 'Registrer innsyn',
  saved: 'Innsynet er lagra.',
  newTitle: 'Registrer innsyn',
  editTitle: 'Endre innsyn',
  none: 'Ingen innsyn er registrerte',
  noneText: 'Registrer grunnlaget før noko blir opna. Resten fyller du ut etter kvart.',
  columns: { ground: 'Grunnlag', noticeOn: 'Varsla', heldOn: 'Gjennomført', noteOn: 'Underretta', closedOn: 'Avslutta' },
  groups: {
    ground: 'Grunnlag',
    before: 'Før innsynet',
    held: 'Gjennomføring',
    after: 'Etter innsynet',
  },
  fields: {
    name: { label: 'Kort tittel', hint: 'Skriv ikkje namnet på den tilsette.' },
    person: { label: 'Kven har e-postkassa eller filene?' },
    what: {
      label: 'Kva gjeld innsynet?',
      choices: { mailbox: 'E-postkasse', files: 'Filer på personleg område', other: 'Anna elektronisk lagra' },
    },
    ground: {
      label: 'Kva er grunnlaget? (§ 2)',
      choices: {
        operations: 'Nødvendig for den daglege drifta eller andre rettmessige interesser',
        breach: 'Grunngitt mistanke om grovt brot på pliktene, eller grunnlag for oppseiing eller avskil',
      },
    },
    why: { label: 'Kvifor er vilkåra oppfylte?' },
    noticeOn: { label: 'Når vart den tilsette varsla?' },
    noNotice: { label: 'Kvifor vart den tilsette ikkje varsla?', hint: 'Fyll ut når det ikkje var mogleg å varsle.' },
    heard: {
      label: 'Fekk den tilsette uttale seg?',
      choices: { yes: 'Ja', declined: 'Fekk tilbod, men ønskte det ikkje', notPossible: 'Det var ikkje mogleg' },
    },
    heldOn: { label: 'Når vart innsynet gjennomført?' },
    presence: {
      label: 'Var den tilsette til stades?',
      choices: {
        present: 'Ja',
        represented: 'Ja, ved tillitsvald eller annan representant',
        declined: 'Nei, fekk tilbod, men ønskte det ikkje',
        notPossible: 'Nei, det var ikkje mogleg',
      },
    },
    method: { label: 'Korleis vart det gjort?' },
    opened: { label: 'Kva vart opna?', hint: 'Kva e-postar eller dokument, ikkje innhaldet.' },
    result: { label: 'Kva kom ut av innsynet?' },
    noteOn: {
      label: 'Når fekk den tilsette skriftleg underretting?',
      hint: 'Må gjerast når den tilsette ikkje var varsla eller ikkje var til stades.',
    },
    closedOn: { label: 'Når vart innsynet avslutta?' },
  },
  refusals: {
    noticeFirst: 'Skriv når den tilsette vart varsla, eller kvifor det ikkje var mogleg.',
    noticeAfter: 'Varselet kan ikkje vere gitt etter innsynet.',
    presenceMissing: 'Svar på om den tilsette var til stades.',
    noteBefore: 'Underrettinga blir gitt etter innsynet.',
    closedBefore: 'Innsynet kan ikkje avsluttast før det er gjennomført.',
    resultMissing: 'Skriv korleis det vart gjort, kva som vart opna og kva som kom ut av det.',
    noteMissing: 'Den tilsette skal ha skriftleg underretting før innsynet blir avslutta.',
    ownMailbox: 'Innsyn i dine eigne filer blir ikkje registrert her.',
    notYours: 'Du kan registrere innsyn for dei du leier.',
    samePerson: 'Innsynet kan ikkje flyttast til ein annan person.',
    future: 'Datoen kan ikkje vere fram i tid.',
  },
  events: {
    added: 'Innsyn i e-post eller filer registrert',
    edited: 'Innsyn i e-post eller filer endra',
    exported: 'Lista over innsyn i e-post og filer lasta ned',
    refused: 'Avvist registrering av innsyn i e-post eller filer',
  },
}
