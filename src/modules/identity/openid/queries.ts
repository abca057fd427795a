import { sql } from 'kysely'
import { clockwork } from '../../../kernel/actor.ts'
import type { Ctx, Tx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import type { OpenIdClient } from '../../../kernel/openid.ts'
import { alsoSee, organisationCalled } from '../../organisation/public.ts'
import type { Provider, SignInPlace } from './provider.ts'
import { levelsOf, scopesOf, wantedOf } from './rules.ts'
import { providerOf, readPasswordRule, readSecret } from './store.ts'
import { holdsLink, personIn } from './store-flow.ts'

export async function providers({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>): Promise<readonly Provider[]> {
  const rows = await tx
    .selectFrom('openid_provider')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => providerOf(row as never))
}

export async function findProvider(ctx: Pick<Ctx, 'tx' | 'actor'>, id: string): Promise<Provider | undefined> {
  if (!isId(id)) return undefined
  const row = await ctx.tx
    .selectFrom('openid_provider')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && providerOf(row as never)
}

/** Where there is one organisation, its word in addresses. */
export async function onlyOrganisation(tx: Tx): Promise<string | null> {
  return (await sql<{ slug: string | null }>`select varde_only_organisation() as slug`.execute(tx)).rows[0]?.slug ?? null
}

/**
 * Where the people of one organisation sign in, for somebody of whom nothing is known: its name and its providers, and nothing where it has
 * none. From here on the transaction sees that organisation.
 */
export async function signInPlace(ctx: Ctx, slug: string): Promise<(SignInPlace & { readonly ctx: Ctx }) | undefined> {
  const place = await organisationCalled(ctx.tx, slug)
  if (!place) return undefined
  await alsoSee(ctx.tx, [place.id])
  const inside: Ctx = { ...ctx, actor: clockwork(place.id, place.profileVersion) }
  const active = (await providers(inside)).filter(({ values }) => values.active === 'yes')
  if (active.length === 0) return undefined
  const isFolded = (await readPasswordRule(inside)).values.passwords === 'emergency'
  const { id: organisationId, name: organisation, profileVersion } = place
  return { organisationId, organisation, profileVersion, slug, providers: active, isFolded, ctx: inside }
}

/** What a provider has to be asked with. */
export async function clientOf(ctx: Pick<Ctx, 'tx' | 'actor' | 'house'>, provider: Provider, slug: string): Promise<OpenIdClient> {
  const { id, values } = provider
  return {
    id,
    issuer: values.issuer ?? '',
    clientId: values.clientId ?? '',
    secret: await readSecret(ctx, provider),
    scopes: scopesOf(values),
    levels: levelsOf(values),
    wanted: wantedOf(values),
    answersTo: `${ctx.house.baseUrl}${placeOfProvider(slug, id)}/svar`,
  }
}
export const placeOfProvider = (slug: string, providerId: string): string => `/logg-inn/${slug}/${providerId}`

/** The word in addresses of the organisation of whoever asks. */
export const ownSlug = (ctx: Pick<Ctx, 'tx' | 'actor'>): Promise<string> => slugOfOrganisation(ctx, ctx.actor.organisationId)

export async function slugOfOrganisation({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<string> {
  return (await tx.selectFrom('organisation').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug
}

export type Linked = { readonly providerId: string; readonly linkedAt: Date }
export async function linksOf({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, personId: string): Promise<readonly Linked[]> {
  return tx
    .selectFrom('openid_link')
    .select(['provider_id as providerId', 'linked_at as linkedAt'])
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .orderBy('provider_id')
    .execute()
}

export async function expectedOf({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('openid_expected')
    .select('provider_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .execute()
  return new Set(rows.map((row) => row.provider_id))
}

/** By which providers somebody comes in: those in use, and those that are not and that they are linked to. */
export async function linksOfPerson(ctx: Pick<Ctx, 'tx' | 'actor'>, personId: string) {
  const [all, links, expected] = [await providers(ctx), await linksOf(ctx, personId), await expectedOf(ctx, personId)]
  const linkedAt = (id: string) => links.find(({ providerId }) => providerId === id)?.linkedAt ?? null
  return {
    personId,
    providers: all
      .filter(({ id, values }) => values.active === 'yes' || linkedAt(id) !== null)
      .map((provider) => ({ provider, linkedAt: linkedAt(provider.id), isExpected: expected.has(provider.id) })),
  }
}

/** Whether somebody is linked, or expected: then the person is not taken back by an import that is undone. */
export const keepsPerson = async (ctx: Ctx, personId: string): Promise<boolean> =>
  (await linksOf(ctx, personId)).length > 0 || (await expectedOf(ctx, personId)).size > 0

/** What there is of links to a person, in one word: an invitation holds while it is the same. */
export const stateOfLinks = async (ctx: Pick<Ctx, 'tx' | 'actor'>, personId: string): Promise<string> =>
  (await linksOf(ctx, personId)).map(({ providerId, linkedAt }) => `${providerId} ${linkedAt.getTime()}`).join(' ')

/** Whose invitation it is, while it holds and the person works here. */
export async function invitedBy(ctx: Ctx, token: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const personId = personIn(token)
  if (!personId || !holdsLink(ctx, token, ctx.actor.organisationId, await stateOfLinks(ctx, personId))) return undefined
  return atWork(ctx, personId)
}

export const atWork = ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, personId: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .where('active', '=', true)
    .executeTakeFirst()

/** Who a subject is here, at work or not. */
export async function personOfSubject(
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  providerId: string,
  subject: Buffer,
): Promise<string | null> {
  const row = await tx
    .selectFrom('openid_link')
    .select('person_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('provider_id', '=', providerId)
    .where('subject_mark', '=', subject)
    .executeTakeFirst()
  return row?.person_id ?? null
}

export async function personExpected({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, providerId: string, value: Buffer): Promise<string | null> {
  const row = await tx
    .selectFrom('openid_expected')
    .select('person_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('provider_id', '=', providerId)
    .where('value_mark', '=', value)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** The one person at work here with an address; nobody where two have it. */
export async function personOfAddress({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, address: string): Promise<string | null> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('active', '=', true)
    .where((row) => row.eb(row.fn<string>('lower', ['email']), '=', address))
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

export async function hasPassword({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, personId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select varde_has_password(${actor.organisationId}, ${personId}) as has`.execute(tx)
  return rows[0]?.has ?? false
}

export { readPasswordRule as passwordRule } from './store.ts'
