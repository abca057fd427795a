import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  outOfUse: 'ikkje i bruk lenger',
  title: 'Arbeidsprosessar',
  one: 'Arbeidsprosess',
  lead: 'Oppgåvene vi utfører, som opptak og tildeling av plass. Kvar behandling av personopplysningar høyrer til éin eller fleire av dei.',
  add: 'Legg til arbeidsprosess',
  saved: 'Arbeidsprosessen er lagra.',
  newTitle: 'Ny arbeidsprosess',
  editTitle: 'Endre arbeidsprosess',
  none: 'Ingen arbeidsprosessar er registrerte enno',
  noneText: 'Start med dei oppgåvene der det blir behandla mest personopplysningar.',
  columns: { unit: 'Eining', inUse: 'I bruk' },
  fields: {
    name: { label: 'Namn' },
    purpose: { label: 'Kva går oppgåva ut på?' },
    unit: { label: 'Eininga som har oppgåva' },
    inUse: { label: 'Blir oppgåva utført i dag?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: { nameTaken: 'Det finst allereie ein arbeidsprosess med dette namnet.' },
  events: {
    added: 'Arbeidsprosess lagd til',
    edited: 'Arbeidsprosess endra',
    exported: 'Lista over arbeidsprosessar lasta ned',
    refused: 'Avvist endring av arbeidsprosess',
  },
}
