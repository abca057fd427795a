import type { Database } from '../../db/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import { MailboxError, mailboxes } from '../../kernel/imap.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { openId } from '../../kernel/openid.ts'
import { stateOfKeys } from '../../kernel/reseal.ts'
import { KeyAway } from '../../kernel/sealed.ts'
import { sealIn } from '../../kernel/verify-log.ts'
import { profileOf } from '../../modules/deviation/public.ts'
import type { Config } from '../config.ts'
import { sealedPlaces } from '../modules.ts'
import { openFor } from '../start.ts'
import { mastersOf, readHouseKey } from '../store-sealing-key.ts'
import { verifyOrganisation } from './audit.ts'
import { databaseFindings } from './doctor-database.ts'
import { exchangeCure, keyCure, keyFindings, machineFindings, rightCures } from './doctor-machine.ts'
import { type Errand, misunderstood, read } from './errand.ts'
import { type Finding, linesOf, looked, ok, saidOf, warning, wrong } from './finding.ts'
import { faultsOf, saidOfState } from './keys.ts'

/**
 * `doctor`: what is wrong with an installation, and how to mend it. Changes nothing, sends nothing, and makes no key. Ends with 1 where
 * something is wrong; a warning alone ends with 0, or with 1 where `--strict` is asked for.
 */
export const doctor: Errand = async ({ config, words, clock, say }) => {
  const { unknown, plain } = read(words.filter((word) => word !== '--strict'))
  if (unknown.length + plain.length > 0) {
    say('The doctor takes --strict and nothing else.')
    return misunderstood
  }
  const found: Finding[] = []
  const tell = (findings: readonly Finding[]) => {
    found.push(...findings)
    for (const line of findings.flatMap(linesOf)) say(line)
  }
  tell(await machineFindings(config))
  const db = await openFor(config).catch((error: unknown) => {
    tell([wrong('The database', saidOf(error), databaseCure(config))])
    return null
  })
  try {
    if (db) {
      tell(await databaseFindings(db, config.pooled, clock))
      if (!found.some(({ what, state }) => what === 'Migrations' && state !== 'ok')) {
        tell(await looked('The log', 'Run npm run audit:verify.', () => logFindings(db, config, clock)))
        tell(await looked('Keys', keyCure, () => keysFindings(db, config)))
        tell(await looked('Mail in', 'Run it again.', () => mailboxFindings(db, config)))
        tell(await looked('Sign-in', 'Run it again.', () => providerFindings(db, config)))
      }
    }
  } finally {
    await db?.close()
  }
  const [wrongs, warnings] = ['wrong', 'warning'].map((state) => found.filter((one) => one.state === state).length) as [number, number]
  say(`\n${found.length} things looked at: ${wrongs} wrong, ${warnings} to think of.`)
  return wrongs > 0 || (warnings > 0 && words.includes('--strict')) ? 1 : 0
}

const databaseCure = (config: Config): string =>
  config.databaseUrl === null
    ? 'Where Varde runs, it has the embedded database: stop it and run this again. It answers /readyz meanwhile.'
    : 'See that the server runs, that this machine may reach it, and that DATABASE_URL is right.'

/** The key that is here is the one that the log was sealed with; and the log is whole. */
async function logFindings(db: Database, config: Config, clock: () => Date): Promise<readonly Finding[]> {
  const organisations = await db.owner.selectFrom('organisation').select(['id', 'slug']).orderBy('slug').execute()
  if (organisations.length === 0) return [ok('The log', 'nothing is set up yet')]
  const newest = await inOrganisations(
    db,
    organisations.map(({ id }) => id),
    (tx) => tx.selectFrom('audit_seal').select('text').orderBy('number', 'desc').limit(1).executeTakeFirst(),
  )
  // Never to make one beside data that were sealed with another.
  if (await hasNoKey(config)) return [wrong('The sealing key', 'is missing, and the database is not new', keyCure)]
  const sealedBy = newest && sealIn(newest.text)?.key
  const house = await readHouseKey(db, await mastersOf(config, db)).catch((fault: unknown) => {
    if (!(fault instanceof KeyAway)) throw fault
    return null
  })
  if (!house) return [wrong('The sealing key', 'is another than this installation was sealed with', keyCure)]
  const key = logKey(house)
  if (sealedBy && sealedBy !== key.name)
    return [wrong('The sealing key', `is another (${key.name}) than the log was sealed with (${sealedBy})`, keyCure)]
  const broken: string[] = []
  let lines = 0
  for (const { id, slug } of organisations) {
    const { faults, sealed } = await verifyOrganisation(db, id, clock(), [key.public], [])
    lines += sealed
    if (faults.length > 0) broken.push(`${slug}: ${faults[0]}`)
  }
  return broken.length > 0
    ? [
        wrong(
          'The log',
          broken.join('; '),
          'Somebody has changed the log, or a seal. Keep the database as it is, tell whoever is responsible for security, and run npm run audit:verify.',
        ),
      ]
    : [ok('The log', `${lines} sealed lines are whole`)]
}

/** Whether the keys that lie in the database open here, and how much the newest of each organisation has not sealed yet. Makes none. */
async function keysFindings(db: Database, config: Config): Promise<readonly Finding[]> {
  const what = 'Keys of organisations'
  const organisations = await db.owner.selectFrom('organisation').select(['id', 'slug']).orderBy('slug').execute()
  if (organisations.length === 0 || (await hasNoKey(config))) return []
  const house = { masters: await mastersOf(config, db) }
  const states = await Promise.all(
    organisations.map(async ({ id, slug }) => ({
      slug,
      state: await inOrganisations(db, [id], (tx) => stateOfKeys({ tx, house, actor: { organisationId: id } }, sealedPlaces)),
    })),
  )
  const shut = states.filter(({ state }) => faultsOf(state).length > 0)
  const said = (some: typeof states) => some.map(({ slug, state }) => `${slug}: ${saidOfState(state)}`).join('; ')
  const wait = states.filter(({ state }) => Object.keys(state.waiting).length > 0)
  return [
    shut.length > 0
      ? wrong(what, shut.map(({ slug, state }) => `${slug}: ${faultsOf(state)[0]}`).join('; '), keyCure)
      : wait.length > 0
        ? warning(what, said(wait), 'The worker seals it anew within minutes. If this stands, npm run keys -- renew says why.')
        : ok(what, said(states)),
    ...(house.masters.older.length > 0
      ? [
          warning(
            'The old sealing key',
            'is here beside the new one',
            'Run npm run keys -- master; when it says that all is wrapped anew, take the old one away, and keep it with the older backups.',
          ),
        ]
      : []),
  ]
}

const hasNoKey = async (config: Config): Promise<boolean> =>
  config.sealingKey === null && (await keyFindings(config)).some(({ state, says }) => state === 'wrong' || says.startsWith('there is none'))

const mailboxCures = {
  setUp: 'Give it in MAILBOXES_DIR, in a file named by the short name of the organisation: imaps://user:password@imap.kommune.no',
  signIn: 'See that user and password are right, and that the mailbox may be read by IMAP.',
  unavailable: 'See that the mail server runs, that this machine may reach it, and that its certificate is valid.',
}

/** Of a mailbox that is read by a token, what is wrong is more often a right than a password. */
function mailboxCure({ why, code }: MailboxError, byToken: boolean): string {
  if (why === 'tokenRefused' || why === 'tokenAway') return rightCures[code ?? ''] ?? rightCures.refused ?? ''
  return why === 'signIn' && byToken ? exchangeCure('IMAP.AccessAsApp') : mailboxCures[why]
}

/** Of those whose mail is read, or whose mailbox is given. Nothing is read or marked. */
async function mailboxFindings(db: Database, config: Config): Promise<readonly Finding[]> {
  const organisations = await db.owner
    .selectFrom('organisation')
    .select(['id', 'slug', 'profile_version as version'])
    .orderBy('slug')
    .execute()
  const boxes = mailboxes(config.mailboxes)
  const found: Finding[] = []
  for (const { id, slug, version } of organisations) {
    const what = `The mailbox of ${slug}`
    const on = await inOrganisations(db, [id], async (tx) => (await profileOf({ tx, actor: clockwork(id, version) })).deviation.mailIn.on)
    const place = await boxes.of(slug).catch(() => null)
    if (!on && !place) continue
    try {
      const next = await boxes.open(slug, async (box) => box.next)
      const says = `${place?.user} at ${place?.host} answers`
      found.push(
        on
          ? ok(what, `${says}; the next mail has number ${next}`)
          : warning(what, `${says}, and ${slug} has not turned it on`, 'An administrator of the organisation turns it on in its settings.'),
      )
    } catch (fault) {
      if (!(fault instanceof MailboxError)) throw fault
      const why = fault.code === null ? fault.why : `${fault.why}, ${fault.code}`
      found.push(wrong(what, `is not read (${why})`, mailboxCure(fault, place?.byToken ?? false)))
    }
  }
  return found
}

async function providerFindings(db: Database, config: Config): Promise<readonly Finding[]> {
  const ids = (await db.owner.selectFrom('organisation').select('id').execute()).map(({ id }) => id)
  const providers = await inOrganisations(db, ids, (tx) =>
    tx.selectFrom('openid_provider').select(['id', 'name', 'issuer', 'client_id as clientId']).where('active', '=', 'yes').execute(),
  )
  const asking = openId(config.openid)
  return Promise.all(
    providers.map(async ({ id, name, issuer, clientId }) => {
      const what = `Sign-in with ${name}`
      if (!asking.asks(issuer)) return wrong(what, `${issuer} is no host that this installation asks`, 'Add the host to OPENID_HOSTS.')
      const answer = await asking.look({ id, issuer, clientId, secret: null, scopes: 'openid', levels: [], wanted: null, answersTo: '' })
      return answer.ok
        ? ok(what, `${issuer} answers`)
        : wrong(
            what,
            `${issuer} does not answer as it should (${answer.why})`,
            'See that this machine may reach it, and that the issuer on the page of sign-in is right to the letter.',
          )
    }),
  )
}
