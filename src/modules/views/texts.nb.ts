export const nb = {
  newTitle: 'Lagre visningen',
  editTitle: 'Endre visningen',
  lead: 'En visning er filtrene, rekkefølgen og kolonnene du har valgt. Ord du har søkt etter, blir ikke lagret.',
  onlyMe: 'Bare meg',
  saved: 'Visningen er lagret.',
  remove: 'Fjern visningen',
  removeText: 'Ingenting i listen blir borte når du fjerner en visning.',
  removed: (name: string) => `Visningen «${name}» er fjernet.`,
  fields: {
    name: { label: 'Navn på visningen' },
    sharedWith: {
      label: 'Hvem ser den?',
      hint: 'De som har rollen, ser visningen over listen. De ser bare det de ellers har tilgang til.',
    },
    opens: { label: 'Skal listen åpne med denne visningen?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: {
    nameTaken: 'Du har allerede en visning med dette navnet. Gi den et annet navn.',
    notYourRole: 'Du kan bare dele med en rolle du har selv.',
  },
  events: {
    'view.added': () => 'Visning av en liste lagret',
    'view.edited': () => 'Visning av en liste endret',
    'view.removed': () => 'Visning av en liste fjernet',
    'saved_view.refused': () => 'Avvist endring av visning',
  },
}
export type Texts = typeof nb
