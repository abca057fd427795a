import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  kinds: {
    nationalId: {
      name: 'Fødselsnummer',
      one: 'eit fødselsnummer',
      many: '{count} fødselsnummer',
      why: 'Det peikar ut éin bestemt person.',
      instead: 'Skriv rolla i staden, til dømes «ein elev».',
    },
    accountNumber: {
      name: 'Kontonummer',
      one: 'eit kontonummer',
      many: '{count} kontonummer',
      why: 'Det kan bli misbrukt, og trengst ikkje her.',
      instead: 'Skriv berre at eit kontonummer var med.',
    },
    phone: {
      name: 'Telefonnummer',
      one: 'eit telefonnummer',
      many: '{count} telefonnummer',
      why: 'Det viser kven saka gjeld.',
      instead: 'Skriv rolla i staden, til dømes «ein forelder».',
    },
    email: {
      name: 'E-postadresse',
      one: 'ei e-postadresse',
      many: '{count} e-postadresser',
      why: 'Ho viser ofte namnet på ein person.',
      instead: 'Skriv kva slags mottakar det var, til dømes «ein annan kommune».',
    },
    healthWord: {
      name: 'Ord om helse og anna sensitivt',
      one: 'eit ord om helse eller anna sensitivt',
      many: '{count} ord om helse eller anna sensitivt',
      why: 'Det kan røpe noko dersom lesaren skjønar kven det gjeld.',
      instead: 'Skriv gjerne kva slags opplysningar det er, men ikkje kven dei handlar om.',
    },
  },
  marks: {
    nationalId: '[fødselsnummer skjult]',
    accountNumber: '[kontonummer skjult]',
    phone: '[telefonnummer skjult]',
    email: '[e-postadresse skjult]',
  },
  found: 'Teksten ser ut til å innehalde {list}.',
  and: '{a} og {b}',
  andMore: '{list} og fleire',
  line: 'linje {lines}',
  lines: 'linje {lines}',
  neverBlocks: 'Du kan gå vidare utan å endre noko.',
  show: 'Vis i teksten',
  hide: 'Skjul i teksten',
  undo: 'Angre',
  masked: 'Vi har skjult {list}.',
  undone: 'Teksten er slik du skreiv han.',
}
