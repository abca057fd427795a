import type { FileRefusal, State } from './file.ts'

export const nb = {
  title: 'Filer',
  ofReport: 'Filer til avviksmeldingen',
  none: 'Ingen filer er lagt ved.',
  packed: 'Avsenderen må sende vedleggene på nytt',
  packedText:
    'Vedleggene er pakket i filen winmail.dat, som bare Outlook kan åpne. Be avsenderen sende dem på nytt som vanlige filer. I Outlook velger avsenderen HTML eller ren tekst som format, ikke rik tekst.',
  add: 'Legg ved filer',
  choose: 'Velg filer',
  chooseHint: (megabytes: number) => `Du kan velge flere. Hver fil kan være på opptil ${megabytes} MB.`,
  nameless: 'Fil uten navn',
  protectedHint:
    'Det som et bilde sier om hvem som tok det og hvor, blir tatt ut. I et dokument kan navnet ditt stå under «Egenskaper»: se etter før du legger det ved.',
  sending: 'Sender …',
  sent: (percent: number | string) => `${percent} % er sendt`,
  lostConnection: 'Filene ble ikke sendt. Sjekk forbindelsen, og prøv igjen.',
  kept: (count: number) => (count === 1 ? 'Filen er lagt ved.' : `${count} filer er lagt ved.`),
  someRefused: 'Noen filer ble ikke lagt ved',
  remove: 'Fjern',
  removeTitle: 'Fjern filen',
  removeLead: 'Filen blir borte for alle. At den har vært her, og hvorfor den ble fjernet, står igjen.',
  reason: 'Hvorfor fjernes den?',
  reasonHint: 'Skriv ikke navn eller andre personopplysninger.',
  cancel: 'Avbryt',
  removed: 'Filen er fjernet.',
  wasHere: (reason: string) => `En fil er fjernet: ${reason}`,
  unread: (count: number) => (count === 1 ? 'Én fil er lagt ved saken' : `${count} filer er lagt ved saken`),
  lookThrough: 'Innholdet er ikke lest. Fjern filen hvis teksten står der',
  states: {
    waiting: 'Kontrolleres for virus. Kan åpnes når det er klart',
    unscanned: 'Ikke kontrollert for virus',
    clean: 'Kontrollert for virus',
    infected: 'Virus funnet. Kan ikke åpnes',
  } satisfies Record<State, string>,
  scanner: {
    title: 'Virusskanning av filer',
    none: 'Ingen virusskanner er satt opp. Filer kan åpnes uten kontroll. Den som drifter Varde, kan sette CLAMD.',
    set: 'Hver fil kontrolleres før noen kan åpne den.',
  },
  refusals: {
    noFile: 'Velg minst én fil.',
    emptyFile: 'Filen er tom. Velg en annen.',
    tooLarge: 'Filen er for stor. Del den opp, eller legg den i saksarkivet og skriv hvor den ligger.',
    program: 'Filen er et program, og programmer kan ikke legges ved. Ta et skjermbilde, eller beskriv den.',
    picture: 'Bildet kan si hvem som tok det, og hvor, og det kan ikke tas ut av denne typen. Ta et skjermbilde av det, og legg ved det.',
    quarantined: 'Filen er ikke kontrollert for virus ennå. Prøv igjen om litt.',
    gone: 'Filen er fjernet.',
    notAllowed: 'Du kan ikke gjøre dette her.',
    notFound: 'Filen finnes ikke.',
    incomplete: 'Skriv hvorfor filen fjernes.',
  } satisfies Record<FileRefusal, string>,
  events: {
    'file.added': () => 'Fil lagt ved',
    'file.opened': () => 'Fil åpnet',
    'file.scanned': ({ state }: { readonly state: State }): string =>
      state === 'clean' ? 'Fil kontrollert: ingen virus' : 'Fil kontrollert: virus funnet',
    'file.removed': () => 'Fil fjernet',
    'file.refused': () => 'Fil avvist',
  },
}
export type Texts = typeof nb
