import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  newTitle: 'Lagre visinga',
  editTitle: 'Endre visinga',
  lead: 'Ei vising er filtera, rekkjefølgja og kolonnane du har valt. Ord du har søkt etter, blir ikkje lagra.',
  onlyMe: 'Berre meg',
  saved: 'Visinga er lagra.',
  remove: 'Fjern visinga',
  removeText: 'Ingenting i lista blir borte når du fjernar ei vising.',
  removed: (name) => `Visinga «${name}» er fjerna.`,
  fields: {
    name: { label: 'Namn på visinga' },
    sharedWith: { label: 'Kven ser ho?', hint: 'Dei som har rolla, ser visinga over lista. Dei ser berre det dei elles har tilgang til.' },
    opens: { label: 'Skal lista opne med denne visinga?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: {
    nameTaken: 'Du har allereie ei vising med dette namnet. Gi ho eit anna namn.',
    notYourRole: 'Du kan berre dele med ei rolle du har sjølv.',
  },
  events: {
    'view.added': () => 'Vising av ei liste lagra',
    'view.edited': () => 'Vising av ei liste endra',
    'view.removed': () => 'Vising av ei liste fjerna',
    'saved_view.refused': () => 'Avvist endring av vising',
  },
}
