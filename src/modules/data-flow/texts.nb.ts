import type { Column } from './data-flow.ts'

const columns: Readonly<Record<Column, string>> = {
  recipient: 'Mottakere',
  processing: 'Behandlinger',
  system: 'Systemer',
  supplier: 'Leverandører',
}
export const nb = {
  title: 'Dataflyt',
  lead: 'Hvor personopplysningene går: hvem de utleveres til, hva de brukes til, i hvilke systemer, og hvem som leverer eller behandler for oss.',
  filters: { unit: 'Enhet', system: 'System', processing: 'Behandling' },
  recipient: 'Viser bare én mottaker.',
  columns,
  picture: 'Bilde av dataflyten',
  about: (processings: number, systems: number, suppliers: number, recipients: number): string =>
    `Bildet viser behandlinger (${processings}), systemer (${systems}), leverandører (${suppliers}) og mottakere (${recipients}). Det samme står i listen under.`,
  list: 'Dataflyten som liste',
  empty: 'Ingen dataflyt å vise ennå',
  emptyText: 'Når behandlinger og systemer er registrert, kommer bildet her.',
  none: 'Ingenting å vise',
  noneText: 'Ingen behandlinger passer med det du har valgt. Velg noe annet.',
  abroadKey: 'Stiplet ramme: opplysningene går ut av EØS.',
  abroad: 'ut av EØS',
  unused: 'Systemer uten behandling',
}
export type Texts = typeof nb
