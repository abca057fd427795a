import type { Localised } from '../../kernel/texts.ts'
import type { causes, measureKinds, sides } from './fields.ts'

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })

export type Suggested = {
  readonly name: Localised
  readonly cause: (typeof causes)[number]
  readonly touches: readonly (typeof sides)[number][]
}
type SuggestedMeasure = {
  readonly name: Localised
  readonly kind: (typeof measureKinds)[number]
  readonly effect: readonly ('preventing' | 'detecting')[]
}

/** What may happen in most public bodies, in our own words: a beginning that is chosen from and rewritten. */
export const scenarioLibrary: Readonly<Record<string, Suggested>> = {
  wrongReceiver: {
    name: say(
      'Opplysninger sendes til feil mottaker',
      'Opplysningar blir sende til feil mottakar',
      'Information is sent to the wrong recipient',
    ),
    cause: 'humanCompetence',
    touches: ['confidentiality'],
  },
  tooWideAccess: {
    name: say(
      'Ansatte ser mer enn de trenger i jobben',
      'Tilsette ser meir enn dei treng i jobben',
      'Employees see more than their job requires',
    ),
    cause: 'humanProtection',
    touches: ['confidentiality'],
  },
  keptAccess: {
    name: say(
      'Noen har tilgang etter at de har sluttet',
      'Nokon har tilgang etter at dei har slutta',
      'Somebody still has access after leaving',
    ),
    cause: 'routine',
    touches: ['confidentiality', 'integrity'],
  },
  snooping: {
    name: say(
      'Noen slår opp i opplysninger uten grunn',
      'Nokon slår opp i opplysningar utan grunn',
      'Somebody looks up information without a reason',
    ),
    cause: 'humanProtection',
    touches: ['confidentiality'],
  },
  phishing: {
    name: say(
      'En ansatt blir lurt til å gi fra seg passordet',
      'Ein tilsett blir lurt til å gi frå seg passordet',
      'An employee is tricked into giving away a password',
    ),
    cause: 'humanCompetence',
    touches: ['confidentiality', 'integrity'],
  },
  ransom: {
    name: say('Skadevare låser eller stjeler data', 'Skadevare låser eller stel data', 'Malware locks or steals data'),
    cause: 'malicious',
    touches: ['confidentiality', 'integrity', 'availability'],
  },
  lostDevice: {
    name: say('Bærbart utstyr blir mistet eller stjålet', 'Berbart utstyr blir mista eller stole', 'A portable device is lost or stolen'),
    cause: 'humanProtection',
    touches: ['confidentiality', 'availability'],
  },
  outage: {
    name: say('Systemet er nede når det trengs', 'Systemet er nede når det trengst', 'The system is down when it is needed'),
    cause: 'technical',
    touches: ['availability'],
  },
  lostData: {
    name: say(
      'Data går tapt og kan ikke hentes tilbake',
      'Data går tapt og kan ikkje hentast tilbake',
      'Data are lost and cannot be restored',
    ),
    cause: 'technical',
    touches: ['integrity', 'availability'],
  },
  wrongData: {
    name: say(
      'Feil opplysninger blir brukt i en avgjørelse',
      'Feil opplysningar blir brukte i ei avgjerd',
      'Wrong information is used in a decision',
    ),
    cause: 'humanCompetence',
    touches: ['integrity'],
  },
  supplierBreach: {
    name: say(
      'Leverandøren behandler opplysninger i strid med avtalen',
      'Leverandøren behandlar opplysningar i strid med avtalen',
      'The supplier processes information in breach of the agreement',
    ),
    cause: 'supplier',
    touches: ['confidentiality'],
  },
  keptTooLong: {
    name: say(
      'Opplysninger blir ikke slettet når de skal',
      'Opplysningar blir ikkje sletta når dei skal',
      'Information is not deleted when it should be',
    ),
    cause: 'routine',
    touches: ['confidentiality'],
  },
  fireOrWater: {
    name: say(
      'Brann, vann eller strømbrudd rammer utstyret',
      'Brann, vatn eller straumbrot råkar utstyret',
      'Fire, water or power failure hits the equipment',
    ),
    cause: 'nature',
    touches: ['availability'],
  },
}

export const measureLibrary: Readonly<Record<string, SuggestedMeasure>> = {
  training: {
    name: say('Opplæring for dem som bruker systemet', 'Opplæring for dei som bruker systemet', 'Training for those who use the system'),
    kind: 'training',
    effect: ['preventing'],
  },
  accessByRole: {
    name: say(
      'Tilgang etter rolle, med fast gjennomgang',
      'Tilgang etter rolle, med fast gjennomgang',
      'Access by role, reviewed regularly',
    ),
    kind: 'organisational',
    effect: ['preventing', 'detecting'],
  },
  leavers: {
    name: say(
      'Tilganger fjernes den dagen noen slutter',
      'Tilgangar blir fjerna den dagen nokon sluttar',
      'Access is removed on the day somebody leaves',
    ),
    kind: 'organisational',
    effect: ['preventing'],
  },
  strongSignIn: {
    name: say('Innlogging i to trinn', 'Innlogging i to steg', 'Two-step sign-in'),
    kind: 'technical',
    effect: ['preventing'],
  },
  logReview: {
    name: say(
      'Logg over oppslag, kontrollert med stikkprøver',
      'Logg over oppslag, kontrollert med stikkprøver',
      'Log of look-ups, checked by sampling',
    ),
    kind: 'technical',
    effect: ['detecting'],
  },
  encryption: {
    name: say('Kryptering av utstyr og overføring', 'Kryptering av utstyr og overføring', 'Encryption of devices and transfers'),
    kind: 'technical',
    effect: ['preventing'],
  },
  restoreTest: {
    name: say(
      'Sikkerhetskopi, og prøve på at den kan hentes tilbake',
      'Tryggleikskopi, og prøve på at han kan hentast tilbake',
      'Backup, with a test that it can be restored',
    ),
    kind: 'technical',
    effect: ['preventing'],
  },
  updates: {
    name: say(
      'Oppdateringer legges inn innen fast frist',
      'Oppdateringar blir lagde inn innan fast frist',
      'Updates are installed within a set time',
    ),
    kind: 'technical',
    effect: ['preventing'],
  },
  outagePlan: {
    name: say(
      'Plan for arbeidet når systemet er nede',
      'Plan for arbeidet når systemet er nede',
      'A plan for working while the system is down',
    ),
    kind: 'organisational',
    effect: ['preventing'],
  },
  agreement: {
    name: say(
      'Databehandleravtale med kontroll av leverandøren',
      'Databehandlaravtale med kontroll av leverandøren',
      'Data processing agreement with checks on the supplier',
    ),
    kind: 'organisational',
    effect: ['preventing', 'detecting'],
  },
  deletion: {
    name: say('Fast rutine for sletting', 'Fast rutine for sletting', 'A fixed routine for deletion'),
    kind: 'organisational',
    effect: ['preventing'],
  },
  lockedRoom: {
    name: say('Låst rom og adgangskontroll', 'Låst rom og adgangskontroll', 'Locked room and entry control'),
    kind: 'physical',
    effect: ['preventing'],
  },
  alarm: {
    name: say('Varsling ved brann, vann og innbrudd', 'Varsling ved brann, vatn og innbrot', 'Alarms for fire, water and break-ins'),
    kind: 'physical',
    effect: ['detecting'],
  },
}
