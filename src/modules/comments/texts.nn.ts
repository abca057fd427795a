import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Kommentarar',
  none: 'Ingen har kommentert.',
  count: (count) => (count === 1 ? 'Éin kommentar' : `${count} kommentarar`),
  add: 'Skriv ein kommentar',
  addTitle: 'Ny kommentar',
  editTitle: 'Endre kommentaren',
  lead: 'Bruk kommentarar til å snakke saman om arbeidet. Det som må svarast på eller avgjerast, høyrer heime i sjølve saka.',
  fields: {
    text: { label: 'Kommentar', hint: 'Skriv ikkje fødselsnummer eller andre personopplysningar.' },
    audience: {
      label: 'Kven skal kunne lese han?',
      choices: { handlers: 'Berre dei som har ansvar for dette', all: 'Alle som kan opne denne sida' },
    },
    mentions: { label: 'Kven vil du gjere merksam på han?', hint: 'Dei får eit varsel med lenkje, utan det du har skrive.' },
  },
  audiences: { handlers: 'Berre for dei ansvarlege', all: 'Alle kan lese' },
  save: 'Lagre kommentaren',
  mask: 'Skjul numra og lagre',
  asIs: 'Lagre som det er, med vilje',
  saved: 'Kommentaren er lagra.',
  edit: 'Endre',
  edited: (when) => `Endra ${when}`,
  withdraw: 'Trekk tilbake',
  withdrawTitle: 'Trekk tilbake kommentaren',
  withdrawLead: 'Teksten blir borte for alle. At du skreiv ein kommentar, og at du trekte han tilbake, blir ståande.',
  withdrawnNow: 'Kommentaren er trekt tilbake.',
  withdrawn: (who, when) => `${who} trekte tilbake kommentaren ${when}`,
  toWhom: (names) => `Til ${names}`,
  somebody: 'Ukjend',
  mentioned: 'Du er nemnd i ein kommentar',
  section: 'Kommentarar til saka',
  refusals: {
    holdsNumbers:
      'Kommentaren er ikkje lagra enno: teksten inneheld eit nummer som peikar ut nokon. Lat oss skjule det, eller lagre kommentaren som han er.',
    cannotRead: 'Ein av dei du valde, har ikkje tilgang til å lese kommentaren. Vel nokon andre, eller la fleire lese han.',
    notAllowed: 'Du kan ikkje gjere dette med kommentaren.',
  },
  events: {
    'comment.added': () => 'Kommentar skriven',
    'comment.edited': () => 'Kommentar endra',
    'comment.withdrawn': () => 'Kommentar trekt tilbake',
    'comment.refused': () => 'Kommentar avvist',
  },
}
