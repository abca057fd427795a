export const nb = {
  kinds: {
    nationalId: {
      name: 'Fødselsnummer',
      one: 'et fødselsnummer',
      many: '{count} fødselsnumre',
      why: 'Et fødselsnummer eller D-nummer peker ut én bestemt person, og meldingen leses av flere.',
      instead: 'Skriv rollen i stedet, for eksempel «en elev» eller «en bruker».',
    },
    accountNumber: {
      name: 'Kontonummer',
      one: 'et kontonummer',
      many: '{count} kontonumre',
      why: 'Et kontonummer kan misbrukes, og det trengs ikke for å behandle avviket.',
      instead: 'Skriv bare at kontonummer var med blant opplysningene.',
    },
    phone: {
      name: 'Telefonnummer',
      one: 'et telefonnummer',
      many: '{count} telefonnumre',
      why: 'Et telefonnummer viser hvem det gjelder.',
      instead: 'Skriv rollen i stedet, for eksempel «en forelder».',
    },
    email: {
      name: 'E-postadresse',
      one: 'en e-postadresse',
      many: '{count} e-postadresser',
      why: 'En e-postadresse viser som regel navnet på en person.',
      instead: 'Skriv hva slags mottaker det var, for eksempel «en forelder» eller «en annen kommune».',
    },
    healthWord: {
      name: 'Ord om helse og andre følsomme forhold',
      one: 'et ord om helse eller andre følsomme forhold',
      many: '{count} ord om helse eller andre følsomme forhold',
      why: 'Slike ord kan røpe noe følsomt hvis leseren skjønner hvem det gjelder.',
      instead: 'Du kan gjerne skrive hva slags opplysninger det er. Pass bare på at ingen kan kjenne igjen personen.',
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
  line: 'linje {lines}',
  lines: 'linje {lines}',
  neverBlocks: 'Dette stopper deg ikke. Du kan sende teksten som den er.',
  show: 'Vis i teksten',
  hide: 'Skjul i teksten',
  undo: 'Angre',
  masked: 'Vi har skjult {list}.',
  undone: 'Teksten er slik du skrev den.',
}

export type Texts = typeof nb
