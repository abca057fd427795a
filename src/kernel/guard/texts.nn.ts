import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  kinds: {
    nationalId: {
      name: 'Fødselsnummer',
      one: 'eit fødselsnummer',
      many: '{count} fødselsnummer',
      why: 'Eit fødselsnummer eller D-nummer peikar ut éin bestemt person, og fleire les meldinga.',
      instead: 'Skriv rolla i staden, til dømes «ein elev» eller «ein brukar».',
    },
    accountNumber: {
      name: 'Kontonummer',
      one: 'eit kontonummer',
      many: '{count} kontonummer',
      why: 'Eit kontonummer kan bli misbrukt, og det trengst ikkje for å behandle avviket.',
      instead: 'Skriv berre at kontonummer var med blant opplysningane.',
    },
    phone: {
      name: 'Telefonnummer',
      one: 'eit telefonnummer',
      many: '{count} telefonnummer',
      why: 'Eit telefonnummer viser kven det gjeld.',
      instead: 'Skriv rolla i staden, til dømes «ein forelder».',
    },
    email: {
      name: 'E-postadresse',
      one: 'ei e-postadresse',
      many: '{count} e-postadresser',
      why: 'Ei e-postadresse viser som regel namnet på ein person.',
      instead: 'Skriv kva slags mottakar det var, til dømes «ein forelder» eller «ein annan kommune».',
    },
    healthWord: {
      name: 'Ord om helse og andre ømtolige forhold',
      one: 'eit ord om helse eller andre ømtolige forhold',
      many: '{count} ord om helse eller andre ømtolige forhold',
      why: 'Slike ord kan røpe noko ømtolig dersom lesaren skjønar kven det gjeld.',
      instead: 'Du kan gjerne skrive kva slags opplysningar det er. Pass berre på at ingen kan kjenne igjen personen.',
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
  line: 'linje {lines}',
  lines: 'linje {lines}',
  neverBlocks: 'Dette stoppar deg ikkje. Du kan sende teksten som han er.',
  show: 'Vis i teksten',
  hide: 'Skjul i teksten',
  undo: 'Angre',
  masked: 'Vi har skjult {list}.',
  undone: 'Teksten er slik du skreiv han.',
}
