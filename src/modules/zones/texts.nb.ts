export const nb = {
  outOfUse: 'ikke i bruk lenger',
  title: 'Lokaler og soner',
  one: 'Sone',
  lead: 'Stedene det gis tilgang til, som et bygg, et arkiv eller et serverrom. Hver sone har et nivå for hvor godt den må vernes.',
  add: 'Legg til sone',
  saved: 'Sonen er lagret.',
  newTitle: 'Ny sone',
  editTitle: 'Endre sone',
  none: 'Ingen soner er registrert ennå',
  noneText: 'Start med rommene der personopplysninger lagres eller behandles.',
  columns: { unit: 'Enhet', protection: 'Vern', inUse: 'I bruk' },
  fields: {
    name: { label: 'Navn' },
    unit: { label: 'Enhet som har lokalet' },
    protection: {
      label: 'Hvem skal slippe inn?',
      choices: { open: 'Alle, også besøkende', staff: 'De som arbeider her', restricted: 'Bare de som trenger det i jobben' },
    },
    about: { label: 'Hva finnes der, og hvordan er det sikret?' },
    inUse: { label: 'Er sonen i bruk?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: { nameTaken: 'Det finnes allerede en sone med dette navnet.' },
  events: {
    added: 'Sone lagt til',
    edited: 'Sone endret',
    exported: 'Listen over soner lastet ned',
    refused: 'Avvist endring av sone',
  },
}
export type Texts = typeof nb
