import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  outOfUse: 'ikkje i bruk lenger',
  title: 'System',
  one: 'System',
  lead: 'Systema vi bruker, kven som eig dei, og kva slags opplysningar som ligg der.',
  add: 'Legg til system',
  saved: 'Systemet er lagra.',
  newTitle: 'Nytt system',
  editTitle: 'Endre system',
  none: 'Ingen system er registrerte enno',
  noneText: 'Start med systema der det ligg mest personopplysningar.',
  columns: { ownerUnit: 'Eining', owner: 'Eigar', superUser: 'Superbrukar', inUse: 'I bruk' },
  fields: {
    name: { label: 'Namn' },
    purpose: { label: 'Kva blir systemet brukt til?' },
    ownerUnit: { label: 'Eining som eig systemet' },
    owner: { label: 'Systemeigar', hint: 'Lèt du feltet stå tomt, blir leiaren av eininga eigar.' },
    superUser: { label: 'Superbrukar' },
    dataKinds: {
      label: 'Kva slags opplysningar ligg der?',
      choices: {
        contact: 'Kontaktopplysningar',
        nationalId: 'Fødselsnummer',
        employment: 'Tilsetjing og løn',
        education: 'Elev- eller studentopplysningar',
        health: 'Helseopplysningar',
        economy: 'Økonomi',
        archive: 'Saker og arkiv',
        sensitive: 'Andre særlege kategoriar',
        none: 'Ingen personopplysningar',
      },
    },
    inUse: { label: 'Er systemet i bruk?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: {
    nameTaken: 'Det finst allereie eit system med dette namnet.',
  },
  events: { added: 'System lagt til', edited: 'System endra', exported: 'Systemlista lasta ned', refused: 'Avvist endring av system' },
}
