import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  fields: {
    verdict: { label: 'Kva er avgjerda di?', choices: { approved: 'Godkjenn', returned: 'Send tilbake' } },
    reason: { label: 'Grunngiving', hint: 'Må fyllast ut når du sender tilbake. Skriv kva som må rettast.' },
  },
  standIn: { person: { label: 'Kven skal gjere det for deg?' } },
  title: 'Godkjenning',
  incomplete: 'Noko manglar før dette kan godkjennast.',
  waits: 'Ikkje godkjent enno',
  waitsFor: (name) => `Ventar på ${name}`,
  somebody: 'ein som ikkje lenger står i registeret',
  verdicts: { approved: 'Godkjent', returned: 'Sendt tilbake' },
  by: (name, when) => `av ${name} ${when}`,
  onBehalfOf: (name) => `på vegner av ${name}`,
  earlier: (count) => (count === 1 ? 'Eitt tidlegare svar' : `${count} tidlegare svar`),
  fell: {
    changed: (when) => `Gjeld ikkje lenger: innhaldet vart endra ${when}.`,
    withdrawn: (when) => `Trekt tilbake ${when}.`,
    replaced: (when) => `Erstatta ${when}.`,
  },
  /** The part, where several must approve. */
  approve: (part) => (part === null ? 'Godkjenn' : `Godkjenn som ${part.toLowerCase()}`),
  lead: 'Du godkjenner det som står no. Blir innhaldet endra seinare, må det godkjennast på nytt.',
  read: 'Les det du skal godkjenne',
  say: 'Send avgjerda',
  handOn: 'La ein annan godkjenne',
  handOnAs: (part) => `La ein annan godkjenne: ${part.toLowerCase()}`,
  handOnLead:
    'Den du vel, får oppgåva og godkjenner på dine vegner. Det står på sida at det var du som bestemte det. Vil du gjere det sjølv likevel, vel du deg sjølv.',
  withdraw: 'Trekk tilbake svaret ditt',
  said: {
    approved: 'Godkjenninga er registrert.',
    returned: 'Svaret ditt er registrert: sendt tilbake.',
    handedOn: 'Oppgåva er gitt vidare.',
    withdrawn: 'Svaret ditt er trekt tilbake.',
  },
  refusals: {
    reasonMissing: 'Skriv kva som må rettast.',
    notReady: 'Noko manglar før dette kan godkjennast. Sida viser kva.',
    onePartEach: 'Du har godkjent i ei anna rolle. To ulike personar må godkjenne.',
    cannotOpen: 'Personen kan ikkje opne dette, og kan difor ikkje godkjenne det. Vel ein annan.',
    notYourself: 'Vel ein annan enn deg sjølv.',
    drafted: 'Personen har skrive utkastet, og kan difor ikkje godkjenne det for deg. Vel ein annan.',
    notAllowed: 'Du har ikkje lov til dette.',
  },
  events: {
    'approval.given': () => 'Godkjent av ein som skal godkjenne',
    'approval.returned': () => 'Sendt tilbake av ein som skal godkjenne',
    'approval.withdrawn': () => 'Godkjenning trekt tilbake',
    'approval.handedOn': () => 'Godkjenning gitt vidare til ein annan',
    'approval.fell': () => 'Godkjenning fall fordi innhaldet vart endra',
  },
}
