import type { FieldTexts } from '../../../kernel/fields.ts'
import type { oldCaseFields } from '../fields-import.ts'

type Own =
  | 'externalReference'
  | 'receivedOn'
  | 'discoveredOn'
  | 'ended'
  | 'closedOn'
  | 'notified'
  | 'notifiedOn'
  | 'informed'
  | 'informedOn'
const fields: Pick<FieldTexts<typeof oldCaseFields>, Own> = {
  externalReference: { label: 'Nummeret i det gamle registeret' },
  receivedOn: { label: 'Dagen avviket ble meldt' },
  discoveredOn: { label: 'Dagen avviket ble oppdaget' },
  ended: { label: 'Status i det gamle registeret', choices: { closed: 'Lukket', open: 'Åpen' } },
  closedOn: { label: 'Dagen saken ble lukket' },
  notified: { label: 'Har Datatilsynet fått melding?', choices: { yes: 'Ja', no: 'Nei' } },
  notifiedOn: { label: 'Dagen Datatilsynet fikk melding' },
  informed: { label: 'Er de berørte informert?', choices: { yes: 'Ja', no: 'Nei' } },
  informedOn: { label: 'Dagen de berørte ble informert' },
}

export const nb = {
  fields,
  way: 'Hent inn gamle saker',
  wayText: 'Har dere et eldre register, i et regneark eller et annet system? Hent inn sakene derfra, så står de i registeret her.',
  how: [
    'Sakene blir lagret som lukket historie. De får ingen frist, ingen oppgaver, og ingen får varsel.',
    'Hver sak beholder nummeret sitt fra det gamle registeret, og du kan søke på det. Den får også et nummer her, i året den ble meldt.',
    'Er saken ikke lukket, blir raden avvist. Meld den i Varde i stedet.',
    'Fødselsnummer, telefonnumre og e-postadresser i tekstene blir skjult. Les likevel gjennom, og ta ut navn.',
    'Vi kjenner igjen vanlige overskrifter, også fra Compilo og Draftit. Resten velger du selv én gang.',
  ],
  history: {
    mark: 'Hentet inn',
    title: 'Saken er hentet inn fra et eldre register',
    number: (number: string): string => `Der har den nummer ${number}.`,
    text: 'Saken er historie. Vi vet ikke mer enn det som sto der, og ingen behandler den her.',
  },
  refusals: {
    dayMissing: 'Raden sier ikke hvilken dag avviket ble meldt.',
    stillOpen: 'Saken er ikke lukket. Meld den i Varde, så får den frist og oppgaver der.',
    aheadOfToday: '«{label}» kan ikke være frem i tid.',
    discoveredAfter: 'Avviket kan ikke være oppdaget etter at det ble meldt.',
    closedBefore: 'Saken kan ikke være lukket før avviket ble meldt.',
    saysBoth: '«{label}» sier nei, men en dato er fylt ut.',
    numberTaken: 'En annen sak har dette nummeret.',
    ownCase: 'Denne saken er meldt i Varde med samme nummer. Den blir ikke endret av en import.',
    otherCase:
      'En annen sak med samme nummer er hentet inn, meldt en annen dag. Kommer den fra et annet register, setter du navnet på registeret foran nummeret.',
    notYours: 'Bare de som behandler slike saker, kan hente den inn.',
  } as Readonly<Record<string, string>>,
}
export type Texts = typeof nb
