import { sql } from 'kysely'
import { clockwork } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { type Profile, wholeProfile } from '../../kernel/profile.ts'
import type { NewOrganisation, OrganisationEvent } from './organisation.ts'
import { profiles } from './presets.ts'
import * as rules from './rules.ts'

/**
 * Lets the rest of this transaction see and write these organisations too. Row-level security hides every organisation that a
 * transaction did not name, and sign-in and set-up learn the name on the way. Call it with ids from membership or from
 * `createOrganisation`, never with one that a browser sent.
 */
export async function alsoSee(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return
  const added = organisationIds.join(',')
  await sql`select set_config('varde.organisations', concat_ws(',', nullif(current_setting('varde.organisations', true), ''), ${added}::text), true)`.execute(
    tx,
  )
}

/**
 * Makes the organisation with its first profile, and lets the transaction see it. Throws where the slug is taken or the profile has gaps,
 * and where the installation is set up already: then only the owner of the tables may.
 */
export async function createOrganisation(
  ctx: Omit<Ctx, 'actor'>,
  { name, slug, profile, demo }: NewOrganisation,
): Promise<{ readonly id: string }> {
  const { tx, now } = ctx
  const parts = ctx.house.profileParts
  const gaps = rules.gapsOf(parts, profile)
  if (gaps.length > 0) throw new Error(`The profile names nobody for ${gaps.join(', ')}.`)
  const id = newId(now)
  await sql`select varde_make_organisation(${id}, ${name}, ${slug}, ${demo}, ${now})`.execute(tx)
  await alsoSee(tx, [id])
  await insertProfile(tx, now, id, 1, wholeProfile(parts, profile))
  const event: OrganisationEvent = { type: 'organisation.created', preset: profile.preset, demo }
  await record({ ...ctx, actor: clockwork(id, 1) }, { type: 'organisation', id }, [event])
  return { id }
}

/**
 * Adds the next version of the profile, made from the one that stands. Refuses one that would leave a case with nobody to receive or
 * close it. `version`: the one its editor saw; null where nobody has seen any.
 */
export async function changeProfile(
  ctx: Ctx,
  version: number | null,
  write: (before: Profile) => Profile,
): Promise<Outcome<rules.ProfileVersion, OrganisationEvent>> {
  const id = ctx.actor.organisationId
  const before = await lockedProfile(ctx)
  if (!before) return refuse('notFound')
  if (version !== null && version !== before.version) return refuse('stale')
  const parts = ctx.house.profileParts
  const profile = wholeProfile(parts, write(before.profile))
  const outcome = rules.saveProfile(parts, before, profile)
  if (!outcome.ok) return outcome
  await insertProfile(ctx.tx, ctx.now, id, outcome.next.version, profile)
  await ctx.tx.updateTable('organisation').set({ profile_version: outcome.next.version }).where('id', '=', id).execute()
  // What follows from the change is worked out from the new profile.
  const actor = { ...ctx.actor, profileVersion: outcome.next.version }
  await record({ ...ctx, actor }, { type: 'organisation', id }, outcome.events)
  return outcome
}

/** The profile that stands, for whoever changes it. The organisation's row is the lock: two editors at once would both make the same version. */
export async function lockedProfile({ tx, actor }: Ctx): Promise<rules.ProfileVersion | undefined> {
  const id = actor.organisationId
  const row = await tx.selectFrom('organisation').select('profile_version').where('id', '=', id).forUpdate().executeTakeFirst()
  const profile = row && (await readProfile(tx, id, row.profile_version))
  return profile && { version: row.profile_version, profile }
}

export async function readProfile(tx: Tx, organisationId: string, version: number): Promise<Profile | undefined> {
  const row = await tx
    .selectFrom('organisation_profile')
    .select('profile')
    .where('organisation_id', '=', organisationId)
    .where('version', '=', version)
    .executeTakeFirst()
  const profile = row?.profile as Profile | undefined
  // A version is never changed, and a role may be newer than it: then the role is called what the preset calls it.
  return profile && { ...profile, titles: { ...profiles[profile.preset].titles, ...profile.titles } }
}

const insertProfile = (tx: Tx, now: Date, organisationId: string, version: number, profile: Profile) =>
  tx
    .insertInto('organisation_profile')
    .values({ organisation_id: organisationId, version, profile: JSON.stringify(profile), valid_from: now })
    .execute()
