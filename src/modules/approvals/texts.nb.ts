import type { FieldTexts } from '../../kernel/fields.ts'
import type { standInFields, verdictFields } from './fields.ts'

const fields: FieldTexts<typeof verdictFields> = {
  verdict: { label: 'Hva er avgjørelsen din?', choices: { approved: 'Godkjenn', returned: 'Send tilbake' } },
  reason: { label: 'Begrunnelse', hint: 'Må fylles ut når du sender tilbake. Skriv hva som må rettes.' },
}
const standIn: FieldTexts<typeof standInFields> = {
  person: { label: 'Hvem skal gjøre det for deg?' },
}

export const nb = {
  fields,
  standIn,
  title: 'Godkjenning',
  incomplete: 'Noe mangler før dette kan godkjennes.',
  waits: 'Ikke godkjent ennå',
  waitsFor: (name: string) => `Venter på ${name}`,
  somebody: 'en som ikke lenger står i registeret',
  verdicts: { approved: 'Godkjent', returned: 'Sendt tilbake' },
  by: (name: string, when: string) => `av ${name} ${when}`,
  onBehalfOf: (name: string) => `på vegne av ${name}`,
  earlier: (count: number) => (count === 1 ? 'Ett tidligere svar' : `${count} tidligere svar`),
  fell: {
    changed: (when: string) => `Gjelder ikke lenger: innholdet ble endret ${when}.`,
    withdrawn: (when: string) => `Trukket tilbake ${when}.`,
    replaced: (when: string) => `Erstattet ${when}.`,
  },
  /** The part, where several must approve. */
  approve: (part: string | null): string => (part === null ? 'Godkjenn' : `Godkjenn som ${part.toLowerCase()}`),
  lead: 'Du godkjenner det som står nå. Blir innholdet endret senere, må det godkjennes på nytt.',
  read: 'Les det du skal godkjenne',
  say: 'Send avgjørelsen',
  handOn: 'La en annen godkjenne',
  handOnAs: (part: string) => `La en annen godkjenne: ${part.toLowerCase()}`,
  handOnLead:
    'Den du velger, får oppgaven og godkjenner på dine vegne. Det står på siden at det var du som bestemte det. Vil du gjøre det selv likevel, velger du deg selv.',
  withdraw: 'Trekk tilbake svaret ditt',
  said: {
    approved: 'Godkjenningen er registrert.',
    returned: 'Svaret ditt er registrert: sendt tilbake.',
    handedOn: 'Oppgaven er gitt videre.',
    withdrawn: 'Svaret ditt er trukket tilbake.',
  },
  refusals: {
    reasonMissing: 'Skriv hva som må rettes.',
    notReady: 'Noe mangler før dette kan godkjennes. Siden viser hva.',
    onePartEach: 'Du har godkjent i en annen rolle. To ulike personer må godkjenne.',
    cannotOpen: 'Personen kan ikke åpne dette, og kan derfor ikke godkjenne det. Velg en annen.',
    notYourself: 'Velg en annen enn deg selv.',
    drafted: 'Personen har skrevet utkastet, og kan derfor ikke godkjenne det for deg. Velg en annen.',
    notAllowed: 'Du har ikke lov til dette.',
  } as Readonly<Record<string, string>>,
  events: {
    'approval.given': () => 'Godkjent av en som skal godkjenne',
    'approval.returned': () => 'Sendt tilbake av en som skal godkjenne',
    'approval.withdrawn': () => 'Godkjenning trukket tilbake',
    'approval.handedOn': () => 'Godkjenning gitt videre til en annen',
    'approval.fell': () => 'Godkjenning falt fordi innholdet ble endret',
  },
}
export type Texts = typeof nb
