import type { FileRefusal, State } from './file.ts'

export const nb = {
  title: 'Filer',
  none: 'Ingen filer er lagt ved.',
  add: 'Legg ved filer',
  choose: 'Velg filer',
  chooseHint: (megabytes: number) => `Du kan velge flere. Hver fil kan være på opptil ${megabytes} MB.`,
  nameless: 'Fil uten navn',
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
