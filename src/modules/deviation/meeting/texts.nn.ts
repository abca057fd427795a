import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  fields: {
    at: { label: 'Når' },
    place: { label: 'Kvar', hint: 'Eit rom eller ei lenkje til møtet.' },
    others: {
      label: 'Andre som er med',
      hint: 'Dei som ikkje har brukarkonto her. Skriv roller, til dømes «leverandøren». Dei får ikkje varsel herfrå.',
    },
    agenda: {
      label: 'Kva møtet skal handle om',
      hint: 'Alle som er kalla inn, les dette. Skriv ikkje noko frå saka som dei ikkje skal vite.',
    },
  },
  minutes: {
    minutes: { label: 'Referat', hint: 'Det viktigaste som vart sagt. Ikkje namn på dei saka gjeld.' },
    decisions: { label: 'Kva de vart samde om' },
  },
  callings: { leader: 'leiar', it: 'IT', system: 'systemeigar', handler: 'arbeider med saka', other: 'annan deltakar' },
  title: 'Saksmøte',
  lead: 'Kall inn leiaren, nokon frå IT og andre som kan bidra. Dei får eit varsel med tid og stad, men ser ikkje saka.',
  none: 'Ingen møte enno.',
  held: 'Referat skrive',
  planned: 'Referatet manglar',
  callTitle: 'Kall inn til møte',
  participants: 'Kven vil du kalle inn?',
  another: 'Ein annan som arbeider her',
  anotherHint: 'Vel i lista om du saknar nokon.',
  call: 'Kall inn til møtet',
  called: 'Dei som er kalla inn, har fått eit varsel.',
  invitation: 'Du er kalla inn til eit møte om ei avvikssak',
  meeting: (number) => `Møte om avvik ${number}`,
  when: 'Når',
  where: 'Kvar',
  who: 'Deltakarar',
  calledBy: 'Kalla inn av',
  confidential: 'Saka er fortruleg. Snakk berre om ho med dei som er kalla inn.',
  minutesTitle: 'Skriv referat',
  actions: 'Kva skal gjerast?',
  actionsHint: 'Dette blir lagt til i tiltaka i saka, med ansvarleg og frist.',
  save: 'Lagre referatet',
  saved: 'Referatet er lagra og kan ikkje endrast.',
}
