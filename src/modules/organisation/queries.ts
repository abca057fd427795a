import { sql } from 'kysely'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { readForGood } from '../../kernel/lasting.ts'
import type { Profile } from '../../kernel/profile.ts'
import { readOnce } from '../../kernel/read-once.ts'
import type { Details, DetailsRecord } from './details.ts'
import type { Organisation } from './organisation.ts'
import { readProfile } from './store.ts'
import { readDetails } from './store-details.ts'

type Asker = Pick<Ctx, 'tx' | 'actor'>

/** The profile in force for whoever asks. */
export const profileOf = (ctx: Asker): Promise<Profile> => profileAt(ctx, ctx.actor.profileVersion)

/** One version of the organisation's profile, such as the one a case began with. Throws where there is none: that is a broken case. */
export async function profileAt(ctx: Asker, version: number): Promise<Profile> {
  const { organisationId } = ctx.actor
  // A version never changes. Some 10 kB each.
  const kept = { kind: 'profile', key: `${organisationId}:${version}`, most: 500 }
  const profile = await readForGood(ctx.tx, kept, () => readProfile(ctx.tx, organisationId, version))
  if (!profile) throw new Error(`Organisation ${organisationId} has no version ${version} of its profile.`)
  return profile
}

/** The same with its version, for whoever edits it. */
export const detailsRecord = (ctx: Asker): Promise<DetailsRecord> => readDetails(ctx)

/** What the organisation is, for letters and for Datatilsynet's form. */
export const organisationDetails = async (ctx: Asker): Promise<Details> =>
  (await readOnce(ctx, 'organisation details', () => readDetails(ctx))).values

export async function organisationName(ctx: Ctx): Promise<string> {
  const found = await organisationsById(ctx.tx, [ctx.actor.organisationId])
  return found.get(ctx.actor.organisationId)?.name ?? ''
}

/** Of those that the transaction sees. */
export async function organisationsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'slug', 'demo', 'profile_version'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ profile_version, ...row }) => [row.id, { ...row, profileVersion: profile_version }]))
}

/** False: nobody has set this installation up yet. */
export const anyOrganisation = async (tx: Tx): Promise<boolean> =>
  (await sql<{ found: boolean }>`select varde_any_organisation() as found`.execute(tx)).rows[0]?.found ?? false

export type Place = { readonly id: string; readonly name: string; readonly profileVersion: number }
/** The organisation that a page without sign-in is for. */
export async function organisationCalled(tx: Tx, slug: string): Promise<Place | undefined> {
  // What stands in an address is anything: of what is no word of an organisation the database is not asked.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return undefined
  return (await sql<Place>`select * from varde_organisation_called(${slug})`.execute(tx)).rows[0]
}

/** The example organisations, by name. */
export const demoOrganisations = async (
  tx: Tx,
): Promise<readonly { readonly id: string; readonly name: string; readonly profileVersion: number }[]> =>
  (await sql<{ id: string; name: string; profileVersion: number }>`select * from varde_example_organisations()`.execute(tx)).rows
