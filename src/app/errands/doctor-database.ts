import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import { migrationState, refuseUnboundWebRole } from '../../db/migrate.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { webLoginCure } from '../../db/web-login.ts'
import { type Finding, looked, ok, saidOf, warning, wrong } from './finding.ts'

const startCure = 'Start Varde once: it brings the database up to date by itself.'
const lookCure = 'See what the database says; then run this again.'

/** What the database says of itself: nothing is changed. Answers early where there is nothing in it yet. */
export async function databaseFindings(db: Database, pooled: boolean, clock: () => Date): Promise<readonly Finding[]> {
  const first = [
    ...(await looked('The version of the database', lookCure, () => versionFindings(db, pooled))),
    ...(await looked('The clock', lookCure, () => clockFindings(db, clock))),
    ...(await looked('The owner of the tables', lookCure, () => ownerFindings(db))),
  ]
  const state = await migrationState(db.owner).catch((error: unknown) => saidOf(error))
  if (typeof state === 'string')
    return [...first, wrong('Migrations', state, 'Install the version of Varde that this database belongs to.')]
  if (state.applied === 0) return [...first, warning('Migrations', 'the database is empty', startCure)]
  return [
    ...first,
    state.missing.length > 0
      ? wrong('Migrations', `${state.missing.length} are missing: ${state.missing.join(', ')}`, startCure)
      : state.unknown.length > 0
        ? warning(
            'Migrations',
            `the database is newer than this Varde: it also has ${state.unknown.join(', ')}`,
            'Install the newer version everywhere.',
          )
        : ok('Migrations', `all ${state.applied} are applied`),
    ...(await looked('The login of pages and jobs', webLoginCure, () => webFindings(db))),
    ...(await looked('Row-level security', lookCure, () => policyFindings(db))),
    ...(await looked('The queue', lookCure, () => queueFindings(db))),
    ...(await looked('Mail that waits', lookCure, () => mailFindings(db))),
  ]
}

async function versionFindings(db: Database, pooled: boolean): Promise<readonly Finding[]> {
  // openDatabase has refused a server that is too old, and a pooler that nobody told of.
  const { rows } = await sql<{ version: string; standby: boolean; checksums: string; sync: string; fsync: string }>`
    select current_setting('server_version') as version, pg_is_in_recovery() as standby, current_setting('data_checksums') as checksums,
      current_setting('synchronous_commit') as sync, current_setting('fsync') as fsync`.execute(db.owner)
  const { version = '', standby = false, checksums, sync, fsync } = rows[0] ?? {}
  if (db.kind === 'pglite')
    return [
      warning(
        'The database',
        `the embedded one, ${version}: a small installation, in one process`,
        'For a real installation: a PostgreSQL server, and DATABASE_URL.',
      ),
    ]
  return [
    standby
      ? wrong('The database', `${version}, and it is a standby: nothing can be written`, 'Point DATABASE_URL to the primary.')
      : ok('The database', `PostgreSQL ${version}`),
    ok(
      'The pooler',
      pooled ? 'each transaction gets another connection (DATABASE_POOLER=transaction)' : 'none, or one that keeps a connection',
    ),
    ...(fsync === 'off' || sync === 'off'
      ? [
          wrong(
            'What is acknowledged',
            `fsync is ${fsync}, synchronous_commit is ${sync}: a power cut loses what people were told was kept`,
            'Turn both on in postgresql.conf.',
          ),
        ]
      : []),
    ...(checksums === 'off'
      ? [warning('Checksums of pages', 'are off: a disk that rots is not noticed', 'Stop the server and run pg_checksums --enable.')]
      : []),
  ]
}

const mostMs = { warning: 2_000, wrong: 60_000 }

async function clockFindings(db: Database, clock: () => Date): Promise<readonly Finding[]> {
  const before = clock().getTime()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db.owner)
  const after = clock().getTime()
  // Within the time of the answer itself nobody can say.
  const there = rows[0]?.now.getTime() ?? 0
  const off = there < before ? before - there : there > after ? there - after : 0
  const says = `this machine and the database are ${(off / 1000).toFixed(1)} s apart`
  const cure = 'Let both follow the same time (NTP). Deadlines are counted by these clocks.'
  return [
    off > mostMs.wrong ? wrong('The clock', says, cure) : off > mostMs.warning ? warning('The clock', says, cure) : ok('The clock', says),
  ]
}

async function ownerFindings(db: Database): Promise<readonly Finding[]> {
  const { rows } = await sql<{ role: string; unbound: boolean; others: string | null }>`
    select current_user as role, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound,
      (select string_agg(c.relname, ', ') from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relowner <> current_user::regrole) as others`.execute(db.owner)
  const { role = '', unbound = true, others } = rows[0] ?? {}
  const what = 'The owner of the tables'
  if (others) return [wrong(what, `${role} does not own ${others}`, `As an administrator: reassign owned by <who owns them> to ${role}.`)]
  return [
    unbound
      ? warning(
          what,
          `${role} is a superuser or passes by row-level security`,
          `As an administrator: alter role ${role} nosuperuser nobypassrls createrole.`,
        )
      : ok(what, `${role}, bound by row-level security too`),
  ]
}

// membership and session are of the installation, and read by functions alone before anybody knows which organisation is asked for.
/** What the owner's own functions keep, and search by the organisation: enabled and not forced. */
const ownersOwn = 'word_index'

async function webFindings(db: Database): Promise<readonly Finding[]> {
  await refuseUnboundWebRole(db)
  const { rows } = await sql<{ login: string; owns: number; more: string | null; less: string | null }>`
    select session_user as login,
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relowner in (session_user::regrole, current_user::regrole)) as owns,
      (select string_agg(relname, ', ') from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and has_table_privilege(oid, 'truncate, references, trigger')) as more,
      (select string_agg(c.relname, ', ') from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not in ('membership', 'session', ${ownersOwn}) and not has_table_privilege(c.oid, 'select')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')) as less`.execute(db.web)
  const { login = '', owns = 0, more, less } = rows[0] ?? {}
  const what = 'The login of pages and jobs'
  if (owns > 0 && db.kind === 'postgres') return [wrong(what, `${login} owns ${owns} tables`, webLoginCure)]
  if (more)
    return [
      wrong(
        what,
        `${login} may truncate, refer to or put triggers on ${more}`,
        `As the owner: revoke truncate, references, trigger on all tables in schema public from varde_web, public.`,
      ),
    ]
  if (less)
    return [
      wrong(
        what,
        `${login} may not read ${less}`,
        'As the owner: grant select, insert, update, delete on that table to varde_web, as src/db/schema.sql says.',
      ),
    ]
  return [ok(what, `${login}, as varde_web, which owns nothing`)]
}

async function policyFindings(db: Database): Promise<readonly Finding[]> {
  const { rows } = await sql<{ name: string; lacks: string | null }>`
    select c.relname as name, case when not c.relrowsecurity then 'is off'
      when not c.relforcerowsecurity and c.relname <> ${ownersOwn} then 'does not hold for the owner'
      when not exists (select from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) ~ 'varde_organisations') then 'has no policy' end as lacks
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('membership', 'session') and exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped)
    order by c.relname`.execute(db.owner)
  const lacking = rows.filter(({ lacks }) => lacks !== null)
  const what = 'Row-level security'
  if (lacking.length === 0) return [ok(what, `is on, for everybody, in all ${rows.length} tables of organisations`)]
  const names = lacking.map(({ name, lacks }) => `${name} ${lacks}`).join('; ')
  return [
    wrong(
      what,
      names,
      'Somebody has changed the tables. As the owner, for each: alter table … enable row level security; alter table … force row level security; and its policy as src/db/schema.sql says.',
    ),
  ]
}

async function queueFindings(db: Database): Promise<readonly Finding[]> {
  const { rows: there } = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(db.owner)
  if (!there[0]?.there) return [wrong('The queue', 'has no tables', startCure)]
  const { rows } = await sql<{ late: number; dead: number; quiet: number | null }>`
    select (select count(*)::int from pgboss.job where state in ('created', 'retry') and start_after < now() - interval '15 minutes' and name <> 'dead') as late,
      (select count(*)::int from pgboss.job where name = 'dead') as dead,
      (select extract(epoch from now() - max(monitor_on))::int from pgboss.queue) as quiet`.execute(db.owner)
  const { late = 0, dead = 0, quiet = null } = rows[0] ?? {}
  const cure = 'Start a process with PROCESS=all or PROCESS=worker, and read its log.'
  return [
    db.kind === 'pglite'
      ? ok('The worker', 'is not running while this is asked: one process has the embedded database')
      : quiet === null || quiet > 60
        ? wrong(
            'The worker',
            quiet === null ? 'has never been here' : `was last seen ${quiet} s ago: no mail goes and no deadline is told of`,
            cure,
          )
        : ok('The worker', `was here ${Math.max(0, quiet)} s ago`),
    late > 0 && db.kind === 'postgres'
      ? wrong('The queue', `${late} jobs have waited more than a quarter of an hour`, cure)
      : ok('The queue', late > 0 ? `${late} jobs wait for the next start` : 'nothing waits too long'),
    ...(dead > 0
      ? [
          warning(
            'Jobs that were given up',
            `${dead}`,
            "Read the log of the worker from when they were given up; pgboss.job where name = 'dead' says which.",
          ),
        ]
      : []),
  ]
}

async function mailFindings(db: Database): Promise<readonly Finding[]> {
  const ids = (await db.owner.selectFrom('organisation').select('id').execute()).map(({ id }) => id)
  const { rows } = await inOrganisations(db, ids, (tx) =>
    sql<{ uncertain: number; failed: number; old: number }>`
      select count(*) filter (where status = 'uncertain')::int as uncertain,
        count(*) filter (where status = 'failed' and tried_at > now() - interval '7 days')::int as failed,
        count(*) filter (where status = 'waiting' and created_at < now() - interval '1 hour')::int as old from mail`.execute(tx),
  )
  const { uncertain = 0, failed = 0, old = 0 } = rows[0] ?? {}
  if (uncertain + failed + old === 0) return [ok('Mail that waits', 'none for more than an hour')]
  return [
    warning(
      'Mail that waits',
      `${old} for more than an hour, ${uncertain} of which nobody knows whether they came, ${failed} given up in the last week`,
      'See that the mail server takes mail. An administrator sends the uncertain ones again from the page of mail in Varde.',
    ),
  ]
}
