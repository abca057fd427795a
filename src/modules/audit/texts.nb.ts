import type { AuditEvent } from './audit.ts'

type Searched = Extract<AuditEvent, { readonly type: 'audit.searched' }>
type Exported = Extract<AuditEvent, { readonly type: 'audit.exported' }>

export const nb = {
  nav: 'Logg',
  title: 'Logg',
  lead: 'Alt som er gjort i Varde: hva, når og av hvem. Loggen kan ikke endres eller slettes. At du leser den, blir også logget.',
  none: 'Ingen hendelser passer med det du søkte etter',
  noneText: 'Prøv en lengre periode, eller fjern et av feltene.',
  filter: {
    from: 'Fra og med',
    to: 'Til og med',
    kind: 'Type hendelse',
    anyKind: 'Alle hendelser',
    subject: 'Saksnummer eller id',
    person: 'Navn, helt eller delvis',
  },
  columns: {
    at: 'Tidspunkt',
    who: 'Hvem',
    what: 'Hva',
    subject: 'Gjelder',
    actorKind: 'Type aktør',
    type: 'Hendelseskode',
    id: 'Id',
    data: 'Opplysninger',
  },
  /** What an event is about; a kind that nobody has named yet stands by its own name. */
  subjects: {
    deviation: 'Avvik',
    access: 'Tilgang',
    action_plan: 'Tiltaksplan',
    access_grant: 'Tilgang',
    premises_zone: 'Sone',
    mailbox_access: 'Innsyn i e-post og filer',
    employment: 'Ansettelse',
    employment_checklist: 'Sjekkliste for ansettelse',
    account: 'Konto',
    archive: 'Dokumenter',
    archive_package: 'Arkivpakke',
    audit: 'Loggen',
    log_review: 'Kontroll av logg',
    mail: 'E-post',
    organisation: 'Virksomheten',
    person: 'Person',
    processing: 'Behandling',
    work_process: 'Arbeidsprosess',
    saved_view: 'Visning av en liste',
    system: 'System',
    unit: 'Enhet',
  } as Readonly<Record<string, string>>,
  actors: { protected: 'Navnet vises ikke', clockwork: 'Varde, av seg selv', gone: 'Ukjent person' },
  events: {
    'audit.searched': ({ hits, filters }: Searched) => (filters.length === 0 ? 'Leste loggen' : `Søkte i loggen, ${hits} treff på siden`),
    'audit.exported': ({ rows }: Exported) => `Lastet ned ${rows} ${rows === 1 ? 'linje' : 'linjer'} av loggen`,
    'audit.restored': () => 'La alt tilbake fra en sikkerhetskopi',
    'audit.keyRenewed': () => 'Laget en ny nøkkel til det som er forseglet',
    'audit.keyDeleted': () => 'Slettet nøklene for godt: det som var forseglet, kan ikke leses mer',
  },
  onlyThis: 'Vis alt om denne',
}
export type Texts = typeof nb
