import type { FieldTexts } from '../../../kernel/fields.ts'
import type { Calling, meetingFields, minutesFields } from './fields.ts'

const fields: FieldTexts<typeof meetingFields> = {
  at: { label: 'Når' },
  place: { label: 'Hvor', hint: 'Et rom eller en lenke til møtet.' },
  others: {
    label: 'Andre som er med',
    hint: 'De som ikke har brukerkonto her. Skriv roller, for eksempel «leverandøren». De får ikke varsel herfra.',
  },
  agenda: { label: 'Hva møtet skal handle om', hint: 'Alle som er innkalt, leser dette. Skriv ikke noe fra saken som de ikke skal vite.' },
}
const minutes: FieldTexts<typeof minutesFields> = {
  minutes: { label: 'Referat', hint: 'Det viktigste som ble sagt. Ikke navn på dem saken gjelder.' },
  decisions: { label: 'Hva dere ble enige om' },
}
const callings: Readonly<Record<Calling, string>> = {
  leader: 'leder',
  it: 'IT',
  system: 'systemeier',
  handler: 'arbeider med saken',
  other: 'annen deltaker',
}

export const nb = {
  fields,
  minutes,
  callings,
  title: 'Saksmøter',
  lead: 'Kall inn lederen, noen fra IT og andre som kan bidra. De får et varsel med tid og sted, men ser ikke saken.',
  none: 'Ingen møter ennå.',
  held: 'Referat skrevet',
  planned: 'Referatet mangler',
  callTitle: 'Kall inn til møte',
  participants: 'Hvem vil du kalle inn?',
  another: 'En annen som arbeider her',
  anotherHint: 'Velg i listen hvis du mangler noen.',
  call: 'Kall inn til møtet',
  called: 'De som er innkalt, har fått et varsel.',
  invitation: 'Du er kalt inn til et møte om en avvikssak',
  meeting: (number: string): string => `Møte om avvik ${number}`,
  when: 'Når',
  where: 'Hvor',
  who: 'Deltakere',
  calledBy: 'Kalt inn av',
  confidential: 'Saken er fortrolig. Snakk bare om den med dem som er innkalt.',
  minutesTitle: 'Skriv referat',
  actions: 'Hva skal gjøres?',
  actionsHint: 'Dette legges til i tiltakene i saken, med ansvarlig og frist.',
  save: 'Lagre referatet',
  saved: 'Referatet er lagret og kan ikke endres.',
}
export type Texts = typeof nb
