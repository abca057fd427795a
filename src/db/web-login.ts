import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { webRole } from './pool.ts'
import type { Schema } from './types.ts'

/** The login that pages and jobs sign in with. `password` is null where the owner has none, and the server asks for none. */
export type WebLogin = { readonly name: string; readonly password: string | null }

/**
 * The login that goes with the owner of this address. Its password follows from the owner's, so that every process finds the same one
 * and it is kept nowhere. A connection that is signed in as it cannot become the owner, whatever is sent on it.
 */
export const webLoginOf = (url: string): WebLogin => {
  const { username, password } = new URL(url)
  const owner = decodeURIComponent(username)
  if (owner === '') throw new Error('DATABASE_URL names no user: write postgres://user:password@host:5432/database.')
  const name = `${owner.slice(0, 50)}_web_login`
  const secret = decodeURIComponent(password)
  return { name, password: secret === '' ? null : createHmac('sha256', secret).update(`varde ${name}`).digest('base64url') }
}

/** The same server and database, signed in as this login. */
export const signedInAs = (url: string, { name, password }: WebLogin): string => {
  const address = new URL(url)
  address.username = encodeURIComponent(name)
  address.password = password ?? ''
  return address.href
}

/**
 * Sees to it that the login lets web work in: makes it as the owner where it is missing, mends it where it is refused, and tries again. Throws with the statement
 * that an administrator can run, where the owner may not make logins or the server does not let this one in.
 */
export async function makeWebLogin(owner: Kysely<Schema>, web: Kysely<Schema>, login: WebLogin): Promise<void> {
  const there = await sql`select from pg_roles where rolname = ${login.name}`.execute(owner)
  // Not by trying: a pooler that was refused once waits long before it asks the server again.
  if (there.rows.length > 0 && (await refusalOf(web)) === null) return
  const made = await sql
    .raw(statementsFor(login))
    .execute(owner)
    .then(
      () => null,
      (error: unknown) => error,
    )
  // Of two processes that start at once one may have been before: what counts is whether it lets us in.
  const refusal = await refusalOf(web)
  if (refusal === null) return
  const cause = made ?? refusal
  throw new Error(
    `Pages and jobs need a login of their own in the database, which owns nothing, and it could not be made: ${cause instanceof Error ? cause.message : cause}. ${webLoginCure}`,
    { cause },
  )
}

export const webLoginCure = `As an administrator of the database: create role varde_pages login password '…'; grant ${webRole} to varde_pages; alter role varde_pages set role = '${webRole}'. Then set DATABASE_WEB_URL to postgres://varde_pages:…@host:5432/database. Or let Varde make it: alter role <the user of DATABASE_URL> createrole.`

const refusalOf = (web: Kysely<Schema>): Promise<unknown> =>
  sql`select current_user`.execute(web).then(
    ({ rows }) => ((rows[0] as { current_user?: string } | undefined)?.current_user === webRole ? null : new Error('It is not varde_web.')),
    (error: unknown) => error,
  )

// The server keeps a proof of the password, and so do its logs, where statements are logged.
const statementsFor = ({ name, password }: WebLogin): string => {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const literal = `'${name.replaceAll("'", "''")}'`
  return `do $do$ begin
    if not exists (select from pg_roles where rolname = ${literal}) then
      create role ${quoted} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
    end if;
    ${password === null ? '' : `alter role ${quoted} password '${proofOf(password)}';`}
    grant ${webRole} to ${quoted};
    alter role ${quoted} set role = '${webRole}';
    execute format('grant connect on database %I to ${quoted.replaceAll("'", "''")}', current_database());
  end $do$`
}

/** As PostgreSQL keeps a password (RFC 5803, SCRAM-SHA-256). */
const proofOf = (password: string): string => {
  const [salt, rounds] = [randomBytes(16), 4096]
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
