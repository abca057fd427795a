export const nb = {
  outOfUse: 'gjelder ikke lenger',
  title: 'Regelverk og lenker',
  one: 'Kilde',
  lead: 'Lover, regler, håndbøker og nettsider som veiledningen viser til. Retter du en adresse her, blir den riktig overalt.',
  add: 'Legg til kilde',
  saved: 'Kilden er lagret.',
  newTitle: 'Ny kilde',
  editTitle: 'Endre kilde',
  none: 'Ingen kilder er registrert ennå',
  noneText: 'Start med loven, forskriften og deres egne regler.',
  columns: { level: 'Nivå', chapter: 'Kapittel', checkedOn: 'Sist kontrollert' },
  fields: {
    name: { label: 'Navn' },
    level: {
      label: 'Hva slags kilde er det?',
      choices: {
        law: 'Lov',
        regulation: 'Forskrift',
        institution: 'Virksomhetens egne regler',
        handbook: 'Håndbok',
        routine: 'Lokal rutine',
        page: 'Nettside',
      },
    },
    chapter: { label: 'Kapittel, artikkel eller paragraf' },
    address: { label: 'Nettadresse', hint: 'Uten adresse vises ikke kilden i veiledningen.' },
    checkedOn: { label: 'Når ble den sist kontrollert?', hint: 'Dagen noen sist så etter at innholdet og adressen stemmer.' },
    inUse: { label: 'Gjelder den i dag?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: {
    nameTaken: 'Det finnes allerede en kilde med dette navnet.',
    notAnAddress: 'Skriv en adresse som begynner med https:// eller med en skråstrek.',
  },
  events: {
    added: 'Kilde lagt til',
    edited: 'Kilde endret',
    exported: 'Listen over regelverk lastet ned',
    refused: 'Avvist endring av kilde',
  },
}
export type Texts = typeof nb
