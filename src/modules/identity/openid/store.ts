import { sql } from 'kysely'
import { record } from '../../../kernel/audit.ts'
import { localDate, startOfDay } from '../../../kernel/calendar/calendar.ts'
import { fromRow, toRow } from '../../../kernel/columns.ts'
import type { Ctx, Tx } from '../../../kernel/ctx.ts'
import type { Store } from '../../../kernel/deed.ts'
import { sealAt, unsealAt } from '../../../kernel/keys.ts'
import { takeTurn } from '../../../kernel/once.ts'
import { mark } from '../../../kernel/seal.ts'
import type { SealedIn } from '../../../kernel/sealed.ts'
import { hashOf } from '../store.ts'
import { passwordFields, providerFields } from './fields.ts'
import type { LinkWay, PasswordRule, PasswordRuleEvent, Provider, ProviderEvent } from './provider.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number; readonly secret_at: Date | null }
export const providerOf = (row: Row): Provider => ({
  id: row.id,
  version: row.version,
  values: fromRow(providerFields, row) as Provider['values'],
  secretAt: row.secret_at,
})

export const providerStore: Store<Provider, ProviderEvent> = {
  subject: 'openidProvider',
  lock: async ({ tx, actor }, id) => {
    const row = await tx
      .selectFrom('openid_provider')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    return row && providerOf(row as never)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('openid_provider')
      .set({ ...toRow(providerFields, next.values), version: next.version + 1 } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await record(ctx, { type: 'openidProvider', id: next.id }, events)
  },
}

/** False: the id is there already, as after a double press. */
export async function insertProvider(ctx: Ctx, { id, values }: Provider): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('openid_provider')
    .values({ ...toRow(providerFields, values), organisation_id: ctx.actor.organisationId, id } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Bound to the provider and its issuer: moved to another row it cannot be opened, and is shown to nobody else. */
export const secretPlace: SealedIn<'id' | 'issuer'> = {
  table: 'openid_provider',
  column: 'secret',
  names: ['id', 'issuer'],
  about: (organisationId, row) => `openid secret|${organisationId}|${row.id}|${row.issuer}`,
}
const rowOf = ({ id, values }: Provider) => ({ id, issuer: values.issuer })

export async function keepSecret(ctx: Ctx, provider: Provider, secret: string): Promise<void> {
  const { tx, actor, now } = ctx
  await tx
    .updateTable('openid_provider')
    .set({ secret: await sealAt(ctx, secretPlace, rowOf(provider), secret), secret_at: now })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', provider.id)
    .execute()
}

export async function readSecret(ctx: Pick<Ctx, 'tx' | 'actor' | 'house'>, provider: Provider): Promise<string | null> {
  const { tx, actor } = ctx
  const row = await tx
    .selectFrom('openid_provider')
    .select('secret')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', provider.id)
    .executeTakeFirst()
  return row?.secret ? unsealAt(ctx, secretPlace, rowOf(provider), row.secret) : null
}

export const passwordRuleStore: Store<PasswordRule, PasswordRuleEvent> = {
  subject: 'passwordRule',
  // There may be no row to lock yet.
  lock: async (ctx) => {
    await takeTurn(ctx, 'passwordRule')
    return readPasswordRule(ctx)
  },
  apply: async (ctx, { next, events }) => {
    const row = { ...toRow(passwordFields, next.values), version: next.version + 1 }
    await ctx.tx
      .insertInto('password_rule')
      .values({ ...row, organisation_id: ctx.actor.organisationId, id: ctx.actor.organisationId } as never)
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row as never))
      .execute()
    await record(ctx, { type: 'passwordRule', id: next.id }, events)
  },
}

export async function readPasswordRule({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>): Promise<PasswordRule> {
  const id = actor.organisationId
  const row = await tx.selectFrom('password_rule').selectAll().where('organisation_id', '=', id).executeTakeFirst()
  const values = row ? (fromRow(passwordFields, row) as PasswordRule['values']) : ({ passwords: 'everyone', emergency: null } as const)
  return { id, version: row?.version ?? 1, values }
}

/** Everybody may again: the way back for whoever runs the installation. */
export async function openPasswords(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .updateTable('password_rule')
    .set({ passwords: 'everyone', version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .execute()
}

// Who a provider's subject is. By the provider, whose issuer never changes, and the subject: (issuer, subject), and never an address (ASVS 6.8.1).

type Of = Pick<Ctx, 'house'> & { readonly providerId: string }
export const subjectMark = ({ house, providerId }: Of, subject: string): Buffer =>
  mark(house.houseKey, `openid subject|${providerId}|${subject}`)
export const valueMark = ({ house, providerId }: Of, claim: string, value: string): Buffer =>
  mark(house.houseKey, `openid value|${providerId}|${claim}|${value}`)
const sessionMarkOf = ({ house, providerId }: Of, session: string): Buffer =>
  mark(house.houseKey, `openid session|${providerId}|${session}`)

/** False: one of the two is linked already. */
export async function insertLink(ctx: Ctx, providerId: string, subject: Buffer, personId: string, way: LinkWay): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('openid_link')
    .values({
      organisation_id: ctx.actor.organisationId,
      provider_id: providerId,
      subject_mark: subject,
      person_id: personId,
      way,
      // The day alone: the moment would tell who came just before a report (S4-131).
      linked_at: startOfDay(localDate(ctx.now)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function removeLink({ tx, actor }: Ctx, providerId: string, personId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('openid_link')
    .where('organisation_id', '=', actor.organisationId)
    .where('provider_id', '=', providerId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** False: another person is expected by the same. */
export async function keepExpected({ tx, actor }: Ctx, providerId: string, personId: string, value: Buffer): Promise<boolean> {
  const taken = await tx
    .selectFrom('openid_expected')
    .select('person_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('provider_id', '=', providerId)
    .where('value_mark', '=', value)
    .executeTakeFirst()
  if (taken && taken.person_id !== personId) return false
  await tx
    .insertInto('openid_expected')
    .values({ organisation_id: actor.organisationId, provider_id: providerId, person_id: personId, value_mark: value })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'provider_id', 'person_id']).doUpdateSet({ value_mark: value }))
    .execute()
  return true
}

export async function forgetExpected({ tx, actor }: Ctx, providerId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('openid_expected')
    .where('organisation_id', '=', actor.organisationId)
    .where('provider_id', '=', providerId)
    .where('person_id', '=', personId)
    .execute()
}

/** False: it has been used. Of two at once one is first. `days`: longer than it could be used anyhow. */
export async function takeOnce({ tx, actor, house, now }: Ctx, what: string, days = 1): Promise<boolean> {
  const made = await tx
    .insertInto('openid_once')
    .values({
      organisation_id: actor.organisationId,
      mark: mark(house.houseKey, `openid once|${what}`),
      until: new Date(now.getTime() + days * 86_400_000),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

// Sessions ------------------------------------------------------------------------------------------------------------------------

/** Says of a session by which provider it came, and as which session there. */
export async function cameBy({ tx, house }: Ctx, token: string, providerId: string, session: string | null): Promise<void> {
  const at = session === null ? null : sessionMarkOf({ house, providerId }, session)
  await sql`select varde_session_by_provider(${hashOf(token)}, ${providerId}, ${at})`.execute(tx)
}

/** Ends those of one session at the provider; all that came by it where none is named. Answers how many. */
export async function closeOfProvider({ tx, house, actor }: Ctx, providerId: string, session: string | null): Promise<number> {
  const at = session === null ? null : sessionMarkOf({ house, providerId }, session)
  const { rows } = await sql<{ count: number }>`
    select varde_close_of_provider(${actor.organisationId}, ${providerId}, ${at}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}
