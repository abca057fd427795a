import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Det du skreiv, er teke vare på',
  lead: 'Du var logga ut då du trykte på knappen, så det er ikkje lagra enno. Trykk «Lagre det eg skreiv», så blir det gjort no.',
  written: 'Skrive {time}',
  noText: 'Skjemaet har ingen lengre tekst.',
  save: 'Lagre det eg skreiv',
  discard: 'Forkast',
  discarded: 'Det du skreiv, er forkasta.',
  kept: 'Du var logga ut, så det er ikkje lagra enno. Det du skreiv, er teke vare på: logg inn, så kan du lagre det.',
  waiting: 'Du har skrive noko som ikkje er lagra',
  waitingText: 'Økta tok slutt før det vart lagra. Vi tek vare på det i {days} dagar.',
  see: 'Sjå det og lagre',
}
