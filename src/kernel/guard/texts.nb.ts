export const nb = {
  kinds: {
    nationalId: {
      name: 'Fødselsnummer',
      one: 'et fødselsnummer',
      many: '{count} fødselsnumre',
      why: 'Det peker ut én bestemt person.',
      instead: 'Skriv rollen i stedet, for eksempel «en elev».',
    },
    accountNumber: {
      name: 'Kontonummer',
      one: 'et kontonummer',
      many: '{count} kontonumre',
      why: 'Det kan misbrukes, og trengs ikke her.',
      instead: 'Skriv bare at et kontonummer var med.',
    },
    phone: {
      name: 'Telefonnummer',
      one: 'et telefonnummer',
      many: '{count} telefonnumre',
      why: 'Det viser hvem saken gjelder.',
      instead: 'Skriv rollen i stedet, for eksempel «en forelder».',
    },
    email: {
      name: 'E-postadresse',
      one: 'en e-postadresse',
      many: '{count} e-postadresser',
      why: 'Den viser ofte navnet på en person.',
      instead: 'Skriv hva slags mottaker det var, for eksempel «en annen kommune».',
    },
    healthWord: {
      name: 'Ord om helse og annet sensitivt',
      one: 'et ord om helse eller annet sensitivt',
      many: '{count} ord om helse eller annet sensitivt',
      why: 'Det kan røpe noe hvis leseren skjønner hvem det gjelder.',
      instead: 'Skriv gjerne hva slags opplysninger det er, men ikke hvem de handler om.',
    },
  },
  marks: {
    nationalId: '[fødselsnummer skjult]',
    accountNumber: '[kontonummer skjult]',
    phone: '[telefonnummer skjult]',
    email: '[e-postadresse skjult]',
  },
  found: 'Teksten ser ut til å inneholde {list}.',
  and: '{a} og {b}',
  andMore: '{list} og flere',
  line: 'linje {lines}',
  lines: 'linje {lines}',
  neverBlocks: 'Du kan gå videre uten å endre noe.',
  show: 'Vis i teksten',
  hide: 'Skjul i teksten',
  undo: 'Angre',
  masked: 'Vi har skjult {list}.',
  undone: 'Teksten er slik du skrev den.',
}

export type Texts = typeof nb
