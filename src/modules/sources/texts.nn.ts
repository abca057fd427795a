import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  outOfUse: 'gjeld ikkje lenger',
  title: 'Regelverk og lenkjer',
  one: 'Kjelde',
  lead: 'Lover, reglar, handbøker og nettsider som rettleiinga viser til. Rettar du ei adresse her, blir ho rett overalt.',
  add: 'Legg til kjelde',
  saved: 'Kjelda er lagra.',
  newTitle: 'Ny kjelde',
  editTitle: 'Endre kjelde',
  none: 'Ingen kjelder er registrerte enno',
  noneText: 'Start med lova, forskrifta og dykkar eigne reglar.',
  columns: { level: 'Nivå', chapter: 'Kapittel', checkedOn: 'Sist kontrollert' },
  fields: {
    name: { label: 'Namn' },
    level: {
      label: 'Kva slags kjelde er det?',
      choices: {
        law: 'Lov',
        regulation: 'Forskrift',
        institution: 'Eigne reglar i verksemda',
        handbook: 'Handbok',
        routine: 'Lokal rutine',
        page: 'Nettside',
      },
    },
    chapter: { label: 'Kapittel, artikkel eller paragraf' },
    address: { label: 'Nettadresse', hint: 'Utan adresse blir ikkje kjelda vist i rettleiinga.' },
    checkedOn: { label: 'Når vart ho sist kontrollert?', hint: 'Dagen nokon sist såg etter at innhaldet og adressa stemmer.' },
    inUse: { label: 'Gjeld ho i dag?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: {
    nameTaken: 'Det finst allereie ei kjelde med dette namnet.',
    notAnAddress: 'Skriv ei adresse som startar med https:// eller med ein skråstrek.',
  },
  events: {
    added: 'Kjelde lagd til',
    edited: 'Kjelde endra',
    exported: 'Lista over regelverk lasta ned',
    refused: 'Avvist endring av kjelde',
  },
}
