export const nb = {
  outOfUse: 'ikke i bruk lenger',
  title: 'Arbeidsprosesser',
  one: 'Arbeidsprosess',
  lead: 'Oppgavene vi utfører, som opptak og tildeling av plass. Hver behandling av personopplysninger hører til en eller flere av dem.',
  add: 'Legg til arbeidsprosess',
  saved: 'Arbeidsprosessen er lagret.',
  newTitle: 'Ny arbeidsprosess',
  editTitle: 'Endre arbeidsprosess',
  none: 'Ingen arbeidsprosesser er registrert ennå',
  noneText: 'Start med de oppgavene der det behandles mest personopplysninger.',
  columns: { unit: 'Enhet', inUse: 'I bruk' },
  fields: {
    name: { label: 'Navn' },
    purpose: { label: 'Hva går oppgaven ut på?' },
    unit: { label: 'Enhet som har oppgaven' },
    inUse: { label: 'Utføres oppgaven i dag?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: { nameTaken: 'Det finnes allerede en arbeidsprosess med dette navnet.' },
  events: {
    added: 'Arbeidsprosess lagt til',
    edited: 'Arbeidsprosess endret',
    exported: 'Listen over arbeidsprosesser lastet ned',
    refused: 'Avvist endring av arbeidsprosess',
  },
}
export type Texts = typeof nb
