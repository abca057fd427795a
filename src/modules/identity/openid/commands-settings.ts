import { hasRole } from '../../../kernel/actor.ts'
import { record } from '../../../kernel/audit.ts'
import { type Outcome, type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { decide } from '../../../kernel/deed.ts'
import { defaultGuardOptions, findPersonalData } from '../../../kernel/guard/guard.ts'
import { takeTurn } from '../../../kernel/once.ts'
import { personsWithRoles } from '../../people/public.ts'
import { closeOthers, recordFor } from '../store.ts'
import type { PasswordRule, PasswordRuleEvent, Provider, ProviderEvent, ProviderValues } from './provider.ts'
import { atWork, findProvider, hasPassword, providers, stateOfLinks } from './queries.ts'
import * as rules from './rules.ts'
import {
  closeOfProvider,
  forgetExpected,
  insertProvider,
  keepExpected,
  keepSecret,
  passwordRuleStore,
  providerStore,
  readPasswordRule,
  removeLink,
  valueMark,
} from './store.ts'
import { linkToken } from './store-flow.ts'

type Done = { readonly ok: true } | Refusal

export async function addProvider(ctx: Ctx, id: string, values: ProviderValues): Promise<Outcome<Provider, ProviderEvent>> {
  await takeTurn(ctx, 'openidProvider')
  const all = await providers(ctx)
  if (all.some((one) => one.id === id)) return refuse('nothingChanged')
  const taken = all.some((one) => one.values.issuer === values.issuer)
  const outcome = rules.addProvider(id, values, ctx.actor, { asks: ctx.house.openid.asks, taken })
  if (!outcome.ok) return outcome
  if (!(await insertProvider(ctx, outcome.next))) return refuse('notFound')
  await record(ctx, { type: 'openidProvider', id }, outcome.events)
  return outcome
}

/** One that is taken out of use takes its sessions along. */
export async function editProvider(
  ctx: Ctx,
  id: string,
  version: number | null,
  values: ProviderValues,
): Promise<Outcome<Provider, ProviderEvent>> {
  await takeTurn(ctx, 'openidProvider')
  const others = (await providers(ctx)).filter((one) => one.id !== id && one.values.active === 'yes')
  const rule = await readPasswordRule(ctx)
  const lastWay = others.length === 0 && rule.values.passwords === 'emergency'
  const outcome = await decide(ctx, providerStore, id, version, (before) => rules.editProvider(before, values, ctx.actor, lastWay))
  if (outcome.ok && outcome.next.values.active === 'no') await closeOfProvider(ctx, id, null)
  return outcome
}

/** Written, and never shown again. */
export async function setSecret(ctx: Ctx, id: string, secret: string): Promise<Done> {
  if (!hasRole(ctx.actor, 'admin')) return refuse('notAllowed')
  const provider = await findProvider(ctx, id)
  if (!provider) return refuse('notFound')
  if (secret === '') return refuse('noSecret', ['secret'])
  if (secret.length > 500 || /[^\x21-\x7e]/.test(secret)) return refuse('notASecret', ['secret'])
  await keepSecret(ctx, provider, secret)
  await record(ctx, { type: 'openidProvider', id }, [{ type: 'openidProvider.secretSet' }])
  return { ok: true }
}

export async function changePasswordRule(
  ctx: Ctx,
  version: number | null,
  values: PasswordRule['values'],
): Promise<Outcome<PasswordRule, PasswordRuleEvent>> {
  await takeTurn(ctx, 'openidProvider')
  const ways = (await providers(ctx)).some((one) => one.values.active === 'yes')
  const has = values.emergency !== null && (await canHelp(ctx, values.emergency))
  return decide(ctx, passwordRuleStore, ctx.actor.organisationId, version, (before) =>
    rules.changePasswordRule(before, values, ctx.actor, { ways, has }),
  )
}

/** An administrator at work, with a password: else nobody could mend what is wrong with the providers. */
async function canHelp(ctx: Ctx, personId: string): Promise<boolean> {
  const isAdmin = (await personsWithRoles(ctx, ['admin'])).some(({ id }) => id === personId)
  return isAdmin && (await hasPassword(ctx, personId))
}

/** An invitation for one person: whoever holds it is linked as them. */
export async function invite(ctx: Ctx, personId: string): Promise<string | undefined> {
  if (!(await atWork(ctx, personId))) return undefined
  await recordFor(ctx, ctx.actor, null, { type: 'account.linkShown' })
  return linkToken(ctx, ctx.actor.organisationId, personId, await stateOfLinks(ctx, personId))
}

/** What the provider calls them is nobody's here from now on, and their sessions end. */
export async function unlink(ctx: Ctx, personId: string, providerId: string): Promise<Done> {
  if (!(await findProvider(ctx, providerId)) || !(await removeLink(ctx, providerId, personId))) return refuse('notFound')
  const { organisationId } = ctx.actor
  const sessions = await closeOthers(ctx, { accountId: null, organisationId, personId }, null)
  await recordFor(ctx, ctx.actor, null, { type: 'account.unlinked', sessions })
  return { ok: true }
}

/** What the provider will say of somebody the first time they come; empty takes it away. */
export async function expect(ctx: Ctx, personId: string, providerId: string, value: string): Promise<Done> {
  const provider = await findProvider(ctx, providerId)
  const { linking, claim } = provider?.values ?? {}
  if (!provider || !(await atWork(ctx, personId))) return refuse('notFound')
  if (linking !== 'claim' || !claim) return refuse('notNow')
  const field = `value-${providerId}`
  if (value === '') await forgetExpected(ctx, providerId, personId)
  else {
    if (value.length > 255) return refuse('valueTooLong', [field])
    if (findPersonalData(value, defaultGuardOptions).some(({ kind }) => kind === 'nationalId')) return refuse('identityNumber', [field])
    const at = valueMark({ house: ctx.house, providerId }, claim, value)
    if (!(await keepExpected(ctx, providerId, personId, at))) return refuse('expectedOther', [field])
  }
  await recordFor(ctx, ctx.actor, null, { type: 'account.expected' })
  return { ok: true }
}
