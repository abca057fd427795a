import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  nav: 'Logg',
  title: 'Logg',
  lead: 'Alt som er gjort i Varde: kva, når og av kven. Loggen kan ikkje endrast eller slettast. At du les han, blir òg logga.',
  none: 'Ingen hendingar passar med det du søkte etter',
  noneText: 'Prøv ein lengre periode, eller ta bort eit av felta.',
  filter: {
    from: 'Frå og med',
    to: 'Til og med',
    kind: 'Type hending',
    anyKind: 'Alle hendingar',
    subject: 'Saksnummer eller id',
    person: 'Namn, heilt eller delvis',
  },
  columns: { at: 'Tidspunkt', who: 'Kven', what: 'Kva', subject: 'Gjeld' },
  subjects: {
    deviation: 'Avvik',
    access: 'Tilgang',
    account: 'Konto',
    audit: 'Loggen',
    mail: 'E-post',
    organisation: 'Verksemda',
    person: 'Person',
    system: 'System',
    unit: 'Eining',
  },
  actors: { protected: 'Verna meldar', clockwork: 'Varde, av seg sjølv', gone: 'Ukjend person' },
  events: {
    'audit.searched': ({ hits, filters }) => (filters.length === 0 ? 'Las loggen' : `Søkte i loggen, ${hits} treff på sida`),
    'audit.exported': ({ rows }) => `Lasta ned ${rows} linjer av loggen`,
  },
  onlyThis: 'Vis alt om denne',
  exportCsv: 'Last ned loggen (CSV)',
  csv: { columns: ['Tidspunkt (UTC)', 'Kven', 'Type aktør', 'Kva', 'Hending', 'Gjeld', 'Id', 'Opplysningar'], fileName: 'logg.csv' },
}
