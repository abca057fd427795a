import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  lead: 'Endringa gjeld for nye saker frå no av. Ei sak som er byrja, følgjer oppsettet ho byrja med.',
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: 'Oppsettet er lagra og gjeld for nye saker.',
  same: 'Ingenting er endra.',
  titles: 'Kva rollene heiter',
  titlesLead: 'Namna de bruker på rollene. Dei står slik i saker, brev og logg.',
  heading: {
    receivers: (of) => `Kven får avviksmeldinga: ${of}`,
    deciders: () => 'Kven vurderer og avgjer',
    letters: () => 'Kven sender, skriv og signerer',
    reminders: () => 'Når det blir minna om fristar',
    wording: (of) => `Tekst: ${of}`,
    title: (of) => `Kva rolla heiter: ${of}`,
  },
  wordings: {
    definition: 'kva eit avvik er',
    urgency: 'kor raskt avvik skal meldast',
    instruction: 'korleis meldinga til Datatilsynet blir send',
  },
  fields: {
    receivers: {
      queue: { label: 'Behandlar saka', hint: 'Dei som har ei av rollene, får saka i lista si. Vel minst éi.' },
      tell: { label: 'Får varsel med ein gong' },
      address: { label: 'Felles e-postadresse', hint: 'Får varselet i tillegg. Varselet har berre ei lenkje.' },
    },
    deciders: {
      assessors: { label: 'Vurderer risikoen' },
      deciders: { label: 'Avgjer om det er brot, og kven som skal få vite det' },
      closers: { label: 'Avgjer at saka blir lukka' },
    },
    letters: {
      senders: { label: 'Sender meldinga til Datatilsynet' },
      drafters: { label: 'Skriv brev til dei råka' },
      signers: { label: 'Signerer brev til dei råka' },
    },
    reminders: {
      first: {
        label: 'Første påminning: timar igjen av fristen på 72',
        hint: 'Lat det stå tomt for inga. Når fristen er ute, blir det varsla uansett.',
      },
      second: { label: 'Andre påminning: timar igjen' },
      third: { label: 'Tredje påminning: timar igjen' },
      draft: { label: 'Timar før den som skriv, blir minna om eit utkast som ikkje er sendt' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'Engelsk' } },
    title: {
      nb: { label: 'Bokmål', hint: 'Med liten forbokstav, slik det står inne i ei setning.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    },
  },
  wrong: {
    stale: 'Nokon andre har endra oppsettet etter at du opna sida. Du ser det dei lagra under «Lagra no». Sjå over, og lagre på nytt.',
    profileIncomplete: 'Arbeid må alltid ha ei rolle. Vel minst éi i «{label}».',
    notAnAddress: 'Skriv ei e-postadresse, til dømes avvik@kommune.no.',
    notAllowed: 'Du har ikkje lov til dette.',
    notFound: 'Finst ikkje lenger.',
    nothingChanged: 'Ingenting er endra.',
  },
}
