import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { asOwner } from './transaction.ts'

/** Tables of the installation as a whole, outside every organisation, each with the reason. */
const installationTables: Readonly<Record<string, string>> = {
  migration: 'which version the tables have; the web role has no right to it',
  organisation: 'says which organisations there are, so it cannot be inside one',
  account: 'one sign-in may serve several organisations; the web role has no right to it',
  membership: 'which persons, in which organisations, an account is; the web role has no right to it',
  account_recovery: 'the recovery codes of an account; the web role has no right to it',
  passkey: 'the passkeys of an account; the web role has no right to it',
  answer_taken: 'what a passkey or a code has answered once; the web role has no right to it',
  session: 'is read before anyone knows which organisation is asked for; the web role has no right to it',
  sign_in_attempt: 'counts attempts before anyone is signed in',
  installation: 'keys and settings of the installation; the web role has no right to it',
  house_key: 'the key of the house, wrapped; the web role has no right to it',
  sweep_turn: 'whose turn it is to sweep all organisations; the web role has no right to it',
}

const named = Object.keys(installationTables)

/** Each answers for one exact key: see the migration that makes them, and store.test.ts of identity. */
const signInFunctions = [
  ...['session', 'go_on', 'session_stands', 'sessions', 'open_session', 'close_session', 'close_others', 'forget_sessions'],
  ...[
    'account',
    'account_to_renew',
    'account_of_session',
    'account_of_person',
    'make_account',
    'set_password',
    'places',
    'join',
    'forget_account',
  ],
  ...['keep_setup_token', 'is_setup_token', 'take_setup_token', 'mark_demo', 'is_demo'],
  ...['any_organisation', 'example_organisations', 'make_organisation', 'organisation_called', 'only_organisation'],
  ...['session_by_provider', 'close_of_provider', 'has_password'],
  ...['passkey', 'passkeys', 'add_passkey', 'remove_passkeys', 'use_passkey', 'shown_more', 'session_shown'],
  ...['second_factor', 'take_step', 'take_answer', 'take_recovery', 'set_second_factor'],
].map((name) => `varde_${name}`)

/** Bound like every other, but for its owner, whose functions keep it and search it; the web role has no right to it. */
const ownersOwn = 'word_index'
/** Keeps it by triggers, and asks it of the transaction's own organisation. */
const wordFunctions = ['varde_found', 'varde_index_record', 'varde_index_case', 'varde_index_handling']

/** What is read across organisations, and no more than read: what is shared by those it is shared with, who is named by whoever is (ADR 44). */
const across = `p.polcmd = 'r' and (p.polrelid::regclass::text, p.polname) in (('shared_record', 'shared_with'), ('sharing_member', 'named'))`

/** Each finds what breaks a rule: nothing, or the table, index or function at fault. The traps behind them were measured on a real server. */
const rules: readonly { readonly rule: string; readonly faults: string; readonly planted: string }[] = [
  {
    rule: 'every table has organisation_id, never null',
    faults: `select relname from tables where not exists (select from pg_attribute a where a.attrelid = tables.oid and a.attname = 'organisation_id'
      and a.atttypid = 'uuid'::regtype and a.attnotnull and not a.attisdropped)`,
    planted: 'create table planted (organisation_id uuid); alter table planted enable row level security',
  },
  {
    rule: 'row-level security is enabled and forced',
    faults: `select relname from tables where not (relrowsecurity and (relforcerowsecurity or relname = '${ownersOwn}'))`,
    planted: 'create table planted (organisation_id uuid not null); alter table planted enable row level security',
  },
  {
    rule: 'one policy, for every statement and role, reads and checks the organisation',
    faults: `select relname from tables where (select count(*) from pg_policy p where p.polrelid = tables.oid and not (${across})) <> 1 or not exists (
      select from pg_policy p where p.polrelid = tables.oid and p.polcmd = '*' and p.polroles = '{0}' and p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) ~ '^\\(organisation_id = ANY .*varde_organisations\\(\\)'
        and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))`,
    planted: `create table planted (organisation_id uuid not null); select varde_isolate('planted'); create policy extra on planted using (true)`,
  },
  {
    rule: 'every primary key and unique index begins with organisation_id: else a collision tells that a foreign row exists',
    faults: `select x.relname from pg_index i join tables on tables.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where (i.indisunique or i.indisexclusion) and not exists (select from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attname = 'organisation_id')`,
    planted: `create table planted (organisation_id uuid not null, id uuid unique)`,
  },
  {
    rule: 'every table has a primary key',
    faults: `select relname from tables where not exists (select from pg_constraint k where k.conrelid = tables.oid and k.contype = 'p')`,
    planted: 'create table planted (organisation_id uuid not null)',
  },
  {
    rule: 'every foreign key between them carries organisation_id to organisation_id: checks of foreign keys pass by row-level security',
    faults: `select k.conname as relname from pg_constraint k join tables on tables.oid = k.conrelid join tables target on target.oid = k.confrelid
      where k.contype = 'f' and not exists (select from pg_attribute a, pg_attribute b
        where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'organisation_id'
          and b.attrelid = k.confrelid and b.attnum = k.confkey[1] and b.attname = 'organisation_id')`,
    planted: `create table planted (organisation_id uuid not null, id uuid not null unique, other uuid references planted (id), primary key (organisation_id, id))`,
  },
  {
    rule: 'no table of the installation points into an organisation without naming it',
    faults: `select k.conname as relname from pg_constraint k join tables target on target.oid = k.confrelid
      where k.contype = 'f' and not exists (select from pg_attribute b
        where b.attrelid = k.confrelid and b.attnum = k.confkey[1] and b.attname = 'organisation_id')`,
    planted: `create table target (organisation_id uuid not null, id uuid primary key); create table planted (id uuid references target (id))`,
  },
  {
    rule: 'no view reads as its owner',
    faults: `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)`,
    planted: 'create view planted as select 1 as one',
  },
  {
    rule: 'no materialised view: row-level security does not reach it',
    faults: `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'`,
    planted: 'create materialized view planted as select 1 as one',
  },
  {
    rule: 'no function runs as its owner but those of sign-in, set-up and the index of words',
    faults: `select proname as relname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not proname = any ('{${[...signInFunctions, ...wordFunctions].join()}}')`,
    planted: `create function planted() returns int language sql security definer as 'select 1'`,
  },
  {
    rule: 'a function that runs as its owner finds its tables in the schema alone, and is the web role’s and nobody else’s',
    faults: `select proname as relname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and (
      not coalesce(proconfig @> '{"search_path=pg_catalog, public, pg_temp"}', false)
      or coalesce((select bool_or(a.grantee not in (proowner, 'varde_web'::regrole)) from aclexplode(proacl) a), true)
      or proowner <> (select relowner from pg_class where oid = 'account'::regclass))`,
    planted: `alter function varde_account(text) reset search_path; grant execute on function varde_session_stands(bytea) to public`,
  },
  {
    rule: 'the web role has no right to the tables of sign-in and to the index of words, to no column of them',
    faults: `select c.relname || ' ' || a.attname as relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'public'::regnamespace and c.relname in ('account', 'account_recovery', 'passkey', 'answer_taken', 'membership', 'session', 'installation', 'house_key', '${ownersOwn}')
        and has_column_privilege('varde_web', c.oid, a.attnum, 'select, insert, update, references') or
        c.relname in ('account', 'account_recovery', 'passkey', 'answer_taken', 'membership', 'session', 'installation', 'house_key', '${ownersOwn}') and has_table_privilege('varde_web', c.oid, 'delete, truncate')`,
    planted: 'grant select (email) on account to varde_web',
  },
  {
    rule: 'G-10 no policy asks a volatile function: it would run for each row',
    faults: `select p.proname as relname from pg_policy y join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = y.oid
      join pg_proc p on d.refclassid = 'pg_proc'::regclass and p.oid = d.refobjid where p.provolatile = 'v'`,
    planted: `create function planted() returns boolean language sql volatile as 'select true'; create table t (id int); create policy p on t using (planted())`,
  },
  {
    rule: 'the web role is no superuser, cannot pass by, sign in, or make roles and databases',
    faults: `select rolname as relname from pg_roles where rolname = 'varde_web'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)`,
    planted: 'alter role varde_web createrole',
  },
  {
    rule: 'the web role is a member of no other role',
    faults: `select roleid::regrole::text as relname from pg_auth_members where member = 'varde_web'::regrole`,
    planted: 'create role planted; grant planted to varde_web',
  },
  {
    rule: 'the web role owns nothing',
    faults: `select classid::regclass::text || ' ' || objid as relname from pg_shdepend
      where refclassid = 'pg_authid'::regclass and refobjid = 'varde_web'::regrole and deptype = 'o'
        and dbid = (select oid from pg_database where datname = current_database())`,
    planted: 'create table planted (id int); grant create on schema public to varde_web; alter table planted owner to varde_web',
  },
  {
    rule: 'the web role has no right to truncate, refer to, or put triggers on a table',
    faults: `select c.relname || ' ' || a.privilege_type as relname from pg_class c cross join aclexplode(c.relacl) a
      where c.relnamespace = 'public'::regnamespace and a.grantee in (0, 'varde_web'::regrole)
        and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE')`,
    planted: 'create table planted (id int); grant truncate on planted to varde_web',
  },
  {
    rule: 'the web role may make nothing in the schema or the database',
    faults: `select 'schema' as relname where has_schema_privilege('varde_web', 'public', 'create')
      union all select 'database' where has_database_privilege('varde_web', current_database(), 'create, temporary')`,
    planted: 'grant create on schema public to public',
  },
]

describeDatabase('The catalogue', (db) => {
  const findings = (faults: string) =>
    sql<{ relname: string }>`
      with tables as (
        select oid, relname, relrowsecurity, relforcerowsecurity from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relname = any (${named})
      ) ${sql.raw(faults)}`

  for (const { rule, faults, planted } of rules) {
    test(`G-08 ${rule}`, async () => {
      const found = await findings(faults).execute(db().owner)
      expect(found.rows.map((row) => row.relname)).toEqual([])
      // The rule can fail: it finds what is planted, which is then undone.
      const undone = asOwner(db(), async (tx) => {
        await sql.raw(planted).execute(tx)
        throw new Planted((await findings(faults).execute(tx)).rows.length)
      })
      await expect(undone).rejects.toSatisfy((error) => error instanceof Planted && error.faults > 0)
    })
  }

  test('G-08 every table that is excused exists; of them the organisations alone have policies, so that each is read and changed from inside', async () => {
    const { rows } = await sql<{ name: string; policies: string[] }>`select relname as name,
        array(select p.polcmd::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') from pg_policy p where p.polrelid = c.oid order by 1) as policies
      from pg_class c where relnamespace = 'public'::regnamespace and relname = any (${named})`.execute(db().owner)
    expect(rows.map((row) => row.name).sort()).toEqual([...named].sort())
    expect(rows.filter((row) => row.policies.length > 0)).toEqual([
      {
        name: 'organisation',
        policies: ['r', 'w'].map((what) => `${what} (id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[]))`),
      },
    ])
  })
})

class Planted extends Error {
  readonly faults: number
  constructor(faults: number) {
    super(`The rule found ${faults} planted faults.`)
    this.faults = faults
  }
}
