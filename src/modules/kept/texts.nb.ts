export const nb = {
  title: 'Det du skrev, er tatt vare på',
  lead: 'Du var logget ut da du trykket på knappen, så det er ikke lagret ennå. Trykk «Lagre det jeg skrev», så blir det gjort nå.',
  written: 'Skrevet {time}',
  noText: 'Skjemaet har ingen lengre tekst.',
  save: 'Lagre det jeg skrev',
  discard: 'Forkast',
  discarded: 'Det du skrev, er forkastet.',
  kept: 'Du var logget ut, så det er ikke lagret ennå. Det du skrev, er tatt vare på: logg inn, så kan du lagre det.',
  waiting: 'Du har skrevet noe som ikke er lagret',
  waitingText: 'Økten tok slutt før det ble lagret. Vi tar vare på det i {days} dager.',
  see: 'Se det og lagre',
}

export type Texts = typeof nb
