import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  fields: {
    externalReference: { label: 'Nummeret i det gamle registeret' },
    receivedOn: { label: 'Dagen avviket vart meldt' },
    discoveredOn: { label: 'Dagen avviket vart oppdaga' },
    ended: { label: 'Status i det gamle registeret', choices: { closed: 'Lukka', open: 'Open' } },
    closedOn: { label: 'Dagen saka vart lukka' },
    notified: { label: 'Har Datatilsynet fått melding?', choices: { yes: 'Ja', no: 'Nei' } },
    notifiedOn: { label: 'Dagen Datatilsynet fekk melding' },
    informed: { label: 'Er dei råka informerte?', choices: { yes: 'Ja', no: 'Nei' } },
    informedOn: { label: 'Dagen dei råka vart informerte' },
  },
  way: 'Hent inn gamle saker',
  wayText: 'Har de eit eldre register, i eit rekneark eller eit anna system? Hent inn sakene derifrå, så står dei i registeret her.',
  how: [
    'Sakene blir lagra som lukka historie. Dei får ingen frist, ingen oppgåver, og ingen får varsel.',
    'Kvar sak beheld nummeret sitt frå det gamle registeret, og du kan søkje på det. Ho får òg eit nummer her, i året ho vart meld.',
    'Er saka ikkje lukka, blir rada avvist. Meld ho i Varde i staden.',
    'Fødselsnummer, telefonnummer og e-postadresser i tekstane blir skjulte. Les likevel gjennom, og ta ut namn.',
    'Vi kjenner igjen vanlege overskrifter, òg frå Compilo og Draftit. Resten vel du sjølv éin gong.',
  ],
  history: {
    mark: 'Henta inn',
    title: 'Saka er henta inn frå eit eldre register',
    number: (number) => `Der har ho nummer ${number}.`,
    text: 'Saka er historie. Vi veit ikkje meir enn det som stod der, og ingen behandlar ho her.',
  },
  refusals: {
    dayMissing: 'Rada seier ikkje kva dag avviket vart meldt.',
    stillOpen: 'Saka er ikkje lukka. Meld ho i Varde, så får ho frist og oppgåver der.',
    aheadOfToday: '«{label}» kan ikkje vere fram i tid.',
    discoveredAfter: 'Avviket kan ikkje vere oppdaga etter at det vart meldt.',
    closedBefore: 'Saka kan ikkje vere lukka før avviket vart meldt.',
    saysBoth: '«{label}» seier nei, men ein dato er fylt ut.',
    numberTaken: 'Ei anna sak har dette nummeret.',
    ownCase: 'Denne saka er meld i Varde med same nummer. Ho blir ikkje endra av ein import.',
    otherCase:
      'Ei anna sak med same nummer er henta inn, meld ein annan dag. Kjem ho frå eit anna register, set du namnet på registeret framfor nummeret.',
    notYours: 'Berre dei som behandlar slike saker, kan hente ho inn.',
  },
}
