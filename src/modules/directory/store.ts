import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import type { Attributes, TokenValues } from './directory.ts'
import { longestDays } from './rules.ts'

/** Days that somebody who waits is kept after the directory last asked for them. */
const waitingDays = 30

export async function insertToken(ctx: Ctx, id: string, hash: Buffer, { name, expiresOn }: TokenValues): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('directory_token')
    .values({
      organisation_id: ctx.actor.organisationId,
      id,
      name: name ?? '',
      token_hash: hash,
      made_at: ctx.now,
      made_by_id: ctx.actor.personId,
      expires_on: expiresOn ?? '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function withdrawToken({ tx, actor, now }: Ctx, id: string): Promise<boolean> {
  const done = await tx
    .updateTable('directory_token')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Says that the token was used, and answers how many times in this minute. Undefined: there is none that holds. */
export async function countUse({ tx, actor, now }: Ctx, hash: Buffer, today: string): Promise<number | undefined> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const { rows } = await sql<{ count: number }>`
    update directory_token set used_at = ${now}, minute_at = ${minute},
      minute_count = case when minute_at = ${minute} then minute_count + 1 else 1 end
    where organisation_id = ${actor.organisationId} and token_hash = ${hash} and withdrawn_at is null and expires_on >= ${today}
    returning minute_count as count`.execute(tx)
  return rows[0]?.count
}

export const columnsOf = ({
  userName,
  externalId,
  displayName,
  formatted,
  givenName,
  familyName,
  email,
  department,
  manager,
}: Attributes) => ({
  user_name: userName,
  external_id: externalId,
  display_name: displayName,
  formatted_name: formatted,
  given_name: givenName,
  family_name: familyName,
  email,
  department,
  manager,
})

/** `found`: which of the places that the directory names there are here. What has been found once is not sought again before it says another. */
export async function keepEntry({ tx, actor, now }: Ctx, personId: string, attributes: Attributes, found: Found): Promise<void> {
  const columns = columnsOf(attributes)
  const first = { manager_found: found.leader, department_found: found.unit }
  await tx
    .insertInto('directory_entry')
    .values({ organisation_id: actor.organisationId, person_id: personId, created_at: now, changed_at: now, ...columns, ...first })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet({
        ...columns,
        ...{ changed_at: now, gone_at: null, version: sql`directory_entry.version + 1` },
        manager_found: sql`excluded.manager_found or directory_entry.manager_found and directory_entry.manager is not distinct from excluded.manager`,
        department_found: sql`excluded.department_found or directory_entry.department_found and directory_entry.department is not distinct from excluded.department`,
      }),
    )
    .execute()
}

export type Found = { readonly leader: boolean; readonly unit: boolean }
/** One of them has been found since. */
export async function markFound({ tx, actor }: Ctx, personId: string, what: keyof Found): Promise<void> {
  await tx
    .updateTable('directory_entry')
    .set(what === 'leader' ? { manager_found: true } : { department_found: true })
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .execute()
}

export async function markGone({ tx, actor, now }: Ctx, personId: string): Promise<void> {
  await tx
    .updateTable('directory_entry')
    .set({ gone_at: now, changed_at: now, version: sql`version + 1` })
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .execute()
}

/** Somebody who has gone had this id; another has it now. */
export async function freeExternalId({ tx, actor }: Ctx, externalId: string): Promise<void> {
  await tx
    .updateTable('directory_entry')
    .set({ external_id: null })
    .where('organisation_id', '=', actor.organisationId)
    .where('external_id', '=', externalId)
    .where('gone_at', 'is not', null)
    .execute()
}

/** Whoever is said to be somebody else, or called something else, is another: who has a page open from before says nothing of them. */
export async function keepWaiting({ tx, actor, now }: Ctx, personId: string, name: string, { userName, externalId, email }: Attributes) {
  const { organisationId } = actor
  const said = { person_id: personId, external_id: externalId, display_name: name, email, seen_at: now }
  await tx
    .insertInto('directory_waiting')
    .values({ organisation_id: organisationId, id: newId(now), user_name: userName, ...said })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_name_key']).doUpdateSet({ ...said, id: sameOrNew }))
    .execute()
}

const sameOrNew = sql<string>`case when (directory_waiting.person_id, directory_waiting.external_id, directory_waiting.display_name,
    directory_waiting.email) is not distinct from (excluded.person_id, excluded.external_id, excluded.display_name, excluded.email)
  then directory_waiting.id else excluded.id end`

/** Whoever waited for this person, or by this name. */
export async function dropWaiting({ tx, actor }: Ctx, personId: string, userName: string): Promise<void> {
  await tx
    .deleteFrom('directory_waiting')
    .where('organisation_id', '=', actor.organisationId)
    .where((row) => row.or([row('person_id', '=', personId), row('user_name_key', '=', sql<string>`lower(${userName})`)]))
    .execute()
}

/** Those whom the directory has not asked to add for so long: it may have stopped asking. */
export async function forgetWaiting({ tx, actor, now }: Ctx): Promise<void> {
  await tx
    .deleteFrom('directory_waiting')
    .where('organisation_id', '=', actor.organisationId)
    .where('seen_at', '<', new Date(now.getTime() - waitingDays * 86_400_000))
    .execute()
}

/** Tokens that ended so long ago that nobody asks of them. */
export async function forgetTokens({ tx, actor, now }: Ctx): Promise<void> {
  const long = new Date(now.getTime() - longestDays * 86_400_000)
  await tx
    .deleteFrom('directory_token')
    .where('organisation_id', '=', actor.organisationId)
    .where((row) => row.or([row('withdrawn_at', '<', long), row('expires_on', '<', long.toISOString().slice(0, 10))]))
    .execute()
}

/** Of somebody who has left and is forgotten. Should the directory name them again, they are somebody new. */
export async function forgetEntryOf({ tx, actor }: Ctx, personId: string): Promise<void> {
  for (const table of ['directory_entry', 'directory_waiting'] as const)
    await tx.deleteFrom(table).where('organisation_id', '=', actor.organisationId).where('person_id', '=', personId).execute()
}
