import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Dataflyt',
  lead: 'Kvar personopplysningane går: kven dei blir utleverte til, kva dei blir brukte til, i kva system, og kven som leverer eller behandlar for oss.',
  filters: { unit: 'Eining', system: 'System', processing: 'Behandling' },
  recipient: 'Viser berre éin mottakar.',
  columns: { recipient: 'Mottakarar', processing: 'Behandlingar', system: 'System', supplier: 'Leverandørar' },
  picture: 'Bilete av dataflyten',
  about: (processings, systems, suppliers, recipients) =>
    `Biletet viser behandlingar (${processings}), system (${systems}), leverandørar (${suppliers}) og mottakarar (${recipients}). Det same står i lista under.`,
  list: 'Dataflyten som liste',
  empty: 'Ingen dataflyt å vise enno',
  emptyText: 'Når behandlingar og system er registrerte, kjem biletet her.',
  none: 'Ingenting å vise',
  noneText: 'Ingen behandlingar passar med det du har valt. Vel noko anna.',
  abroadKey: 'Stipla ramme: opplysningane går ut av EØS.',
  abroad: 'ut av EØS',
  unused: 'System utan behandling',
}
