import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  outOfUse: 'ikkje i bruk lenger',
  title: 'Lokale og soner',
  one: 'Sone',
  lead: 'Stadene det blir gitt tilgang til, som eit bygg, eit arkiv eller eit serverrom. Kvar sone har eit nivå for kor godt ho må vernast.',
  add: 'Legg til sone',
  saved: 'Sona er lagra.',
  newTitle: 'Ny sone',
  editTitle: 'Endre sone',
  none: 'Ingen soner er registrerte enno',
  noneText: 'Start med romma der personopplysningar blir lagra eller behandla.',
  columns: { unit: 'Eining', protection: 'Vern', responsible: 'Ansvarleg', inUse: 'I bruk' },
  fields: {
    name: { label: 'Namn' },
    unit: { label: 'Eininga som har lokalet' },
    protection: {
      label: 'Kven skal sleppe inn?',
      choices: { open: 'Alle, òg besøkande', staff: 'Dei som arbeider her', restricted: 'Berre dei som treng det i jobben' },
    },
    responsible: { label: 'Kven avgjer kven som slepp inn?' },
    measures: {
      label: 'Tryggleikstiltak',
      choices: {
        lock: 'Låst dør',
        keyCard: 'Tilgangskort',
        code: 'Kode i tillegg til kort',
        alarm: 'Innbrotsalarm',
        camera: 'Kameraovervaking',
        reception: 'Bemanna resepsjon',
        visitorLog: 'Besøkande blir registrerte',
        escort: 'Besøkande blir følgde av ein tilsett',
        lockedStorage: 'Låst arkiv eller skap',
        screening: 'Skjerma for innsyn utanfrå',
      },
    },
    about: { label: 'Kva finst der, og kva meir er gjort for å sikre det?' },
    inUse: { label: 'Er sona i bruk?', choices: { yes: 'Ja', no: 'Nei' } },
  },
  refusals: { nameTaken: 'Det finst allereie ei sone med dette namnet.' },
  events: {
    added: 'Sone lagd til',
    edited: 'Sone endra',
    exported: 'Lista over soner lasta ned',
    refused: 'Avvist endring av sone',
  },
}
