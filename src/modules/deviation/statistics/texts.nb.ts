import type { spans } from './rules.ts'

export const nb = {
  nav: 'Statistikk',
  title: 'Statistikk over avvik',
  lead: 'Tallene gjelder sakene du har tilgang til, etter dagen avviksmeldingen kom. Velg et tall for å se sakene.',
  spans: { thisYear: 'I år', lastYear: 'I fjor', twelve: 'Siste tolv måneder', all: 'Alle år' } satisfies Readonly<
    Record<keyof ReturnType<typeof spans>, string>
  >,
  facts: {
    cases: 'Avvik',
    hours: 'Fra oppdaget til avviksmelding',
    affected: 'Berørte personer',
    inTime: 'Melding til Datatilsynet i tide',
    median: (hours: string) => `${hours} timer (median)`,
    noHours: 'Ikke oppgitt',
    unknownIn: (cases: string) => `ikke kjent i ${cases} saker`,
    unknownInOne: 'ikke kjent i 1 sak',
    of: (met: string, due: string) => `${met} av ${due}`,
    noneDue: 'Ingen skulle hatt melding',
  },
  tables: {
    months: 'Måned for måned',
    years: 'År for år',
    units: 'Enheter',
    category: 'Kategorier',
    channel: 'Hvordan saken kom inn',
    attribute: 'Brudd på konfidensialitet, integritet og tilgjengelighet',
    incidentKind: 'Slags episode',
    effect: 'Følgen for opplysningene',
    cause: 'Årsaker',
    level: 'Risiko for de registrerte',
    notified: 'Melding til Datatilsynet',
  },
  leads: {
    units: 'Hver enhet er talt sammen med enhetene under den. Velg en enhet for å se tallene for den alene.',
    many: 'En sak kan stå på flere linjer.',
    level: 'Risikoen er talt i sakene der du kan lese vurderingen.',
  },
  columns: { month: 'Måned', year: 'År', unit: 'Enhet', answer: 'Svar', count: 'Antall', hours: 'Timer til melding', affected: 'Berørte' },
  places: 'Tabellene',
  none: 'Ingen avvik å telle',
  noneText: 'Ingen avvik du har tilgang til, passer med det du har valgt.',
  files: {
    title: 'Last ned tallene',
    exact: 'Med alle tall',
    shared: 'Til deling',
    lead: 'Filene har tall og faste svar, aldri fritekst. I filene til deling er tall fra 1 til 4 skjult, så ingen kan kjennes igjen.',
    name: 'avviksstatistikk',
    table: 'Tabell',
    under: 'Under',
    least: 'Berørte, minst',
    most: 'Berørte, høyst',
    unknown: 'Saker der antallet ikke er kjent',
    all: 'Alle',
    hidden: 'skjult',
  },
}
export type Texts = typeof nb
