import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerCommands } from '../../register/commands.ts'
import { delegatesForDisclosure } from '../delegations/public.ts'
import { beginReport } from '../deviation/public.ts'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Asking, Decision, Deletion, Disclosure, DisclosureEvent } from './disclosure.ts'
import type { askFields } from './fields.ts'
import { disclosureProfile } from './profile.ts'
import { approverReferences, askReferences, extractReferences, findExtract, ownersOf, ruleReferences, rulesOf } from './queries.ts'
import * as rules from './rules.ts'
import { approverStore, extractStore, ruleStore, store } from './store.ts'
import { disclosureTasks } from './tasks.ts'
import { texts } from './texts.ts'

export type Done = Promise<Outcome<Disclosure, DisclosureEvent>>

export const { add: addRule, edit: editRule } = registerCommands(ruleStore, rules.ruleRules, ruleReferences)
export const { add: addApprovers, edit: editApprovers } = registerCommands(approverStore, rules.approverRules, approverReferences)
export const { add: addExtract, edit: editExtract } = registerCommands(extractStore, rules.extractRules, extractReferences)

/** Those who decide, and those to whom they have delegated it (S2-34). */
export async function decidersFor(ctx: Ctx, record: { readonly values: { readonly system: string | null } }): Promise<readonly string[]> {
  const { system } = record.values
  if (system === null) return []
  const owners = await ownersOf(ctx, system)
  const deciders = rules.decidersOf(owners, disclosureProfile(await profileOf(ctx)))
  return [...new Set([...deciders, ...(await delegatesForDisclosure(ctx, rules.mayDelegate(deciders, owners), system))])]
}

/** `id`: the one its page made, so that a double press asks once. */
export async function askDisclosure(ctx: Ctx, id: string, asking: Asking): Done {
  const outcome = await store.add(ctx, id, asking as Disclosure['values'], async (newId) => {
    const strange = await strangeIn<typeof askFields>(ctx, askReferences, asking)
    if (strange.length > 0) return refuse('notARecord', strange)
    const inside = asking.system !== null && rules.isInside(asking, await rulesOf(ctx, asking.system))
    return rules.askDisclosure(newId, asking, inside, ctx.actor, ctx.now)
  })
  if (!outcome.ok) return outcome
  const deciders = await follow(ctx, outcome.next)
  const { representative } = disclosureProfile(await profileOf(ctx))
  const to = outcome.next.values.status === 'consulting' ? { roles: representative } : { persons: deciders, instead: ['dpo'] as const }
  await say(ctx, outcome.next, 'asked', to)
  return outcome
}

export async function consultRepresentative(ctx: Ctx, id: string, version: number | null, doubt: string | null): Done {
  const outcome = await deed(ctx, id, version, (record, deciders) =>
    rules.consultRepresentative(record, doubt, deciders, ctx.actor, ctx.now),
  )
  if (outcome.ok) await say(ctx, outcome.next, 'consulted', { roles: disclosureProfile(await profileOf(ctx)).representative })
  return outcome
}

export async function giveStatement(ctx: Ctx, id: string, version: number | null, statement: string | null): Done {
  const profile = disclosureProfile(await profileOf(ctx))
  const outcome = await deed(ctx, id, version, (record) => rules.giveStatement(record, statement, ctx.actor, ctx.now, profile))
  if (outcome.ok) await say(ctx, outcome.next, 'stated', { persons: await decidersFor(ctx, outcome.next), instead: ['dpo'] })
  return outcome
}

export async function decideDisclosure(ctx: Ctx, id: string, version: number | null, decision: Decision): Done {
  const outcome = await deed(ctx, id, version, (record, deciders) => rules.decideDisclosure(record, decision, deciders, ctx.actor, ctx.now))
  if (outcome.ok && outcome.next.values.askedBy !== null)
    await say(ctx, outcome.next, 'decided', { persons: [outcome.next.values.askedBy] })
  return outcome
}

export const endDisclosure = (ctx: Ctx, id: string, version: number | null, deletion: Deletion): Done =>
  deed(ctx, id, version, (record, deciders) => rules.endDisclosure(record, deletion, deciders, ctx.actor, ctx.now))

/** An extract that nobody approved is begun as a deviation, with what is known of it; whoever pressed goes on there. `draft`: the id its page made. */
export async function reportExtract(ctx: Ctx, id: string, draft: string, words: (name: string) => string): Promise<string | null> {
  const extract = await findExtract(ctx, id)
  if (!extract || extract.values.disclosure !== null) return null
  const whatHappened = words(extract.values.name ?? '')
  return beginReport(ctx, draft, { affectedUnit: extract.values.unit, whatHappened, discoveredAt: ctx.now })
}

const hrefOf = ({ id }: Disclosure) => `/utlevering/${id}`

async function deed(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Disclosure, deciders: readonly string[]) => rules.DisclosureOutcome,
): Done {
  const record = await store.lock(ctx, id)
  const deciders = record ? await decidersFor(ctx, record) : []
  const outcome = await decide(ctx, store, id, version, (locked) => rule(locked, deciders))
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

type Word = 'asked' | 'consulted' | 'stated' | 'decided'
const say = (ctx: Ctx, record: Disclosure, word: Word, to: Parameters<typeof tell>[1]['to']) =>
  tell(ctx, {
    kind: `disclosure.${word}`,
    title: inAll((locale) => texts(locale).messages[word]),
    to,
    reference: null,
    href: hrefOf(record),
  })

async function follow(ctx: Ctx, record: Disclosure): Promise<readonly string[]> {
  const deciders = await decidersFor(ctx, record)
  const specs = disclosureTasks(record, deciders, disclosureProfile(await profileOf(ctx)))
  await syncTasks(ctx, { type: 'disclosure', id: record.id, reference: null, href: hrefOf(record) }, 'disclosure.', specs)
  return deciders
}
