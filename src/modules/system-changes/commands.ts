import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { findRisk } from '../risks/public.ts'
import { findSystem, systemOwner } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { changeFields } from './fields.ts'
import { analysisFor, findChange, heard, openChangesOf, references } from './queries.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import type { Answers, SystemChange } from './system-change.ts'
import { changeTasks } from './tasks.ts'
import { texts } from './texts.ts'

type Done = Promise<rules.ChangeOutcome>

/** `id`: the one its page made, so that a double press registers once. */
export async function addChange(ctx: Ctx, id: string, given: Answers): Done {
  const values = await withParts(ctx, given)
  const outcome = await store.add(ctx, id, values as SystemChange['values'], async (newId) => {
    const strange = await strangeIn<typeof changeFields>(ctx, references, values)
    if (strange.length > 0) return refuse('notARecord', strange)
    return rules.addChange(newId, values, await ownerOf(ctx, values), ctx.actor, ctx.now)
  })
  return followed(ctx, outcome, null)
}

/** Those who answer for the system take part in its change, unless others are named; IT, where nobody is technically responsible (S4-106). */
async function withParts(ctx: Ctx, values: Answers): Promise<Answers> {
  const system = values.system === null ? undefined : (await findSystem(ctx, values.system))?.values
  return {
    ...values,
    owner: values.owner ?? system?.owner ?? null,
    superUser: values.superUser ?? system?.superUser ?? null,
    technical: values.technical ?? system?.technicalResponsible ?? null,
  }
}

const ownerOf = async (ctx: Ctx, { system }: Pick<Answers, 'system'>): Promise<string | null> =>
  system === null ? null : systemOwner(ctx, system)

export async function editChange(ctx: Ctx, id: string, version: number | null, given: Answers): Done {
  const before = await store.find(ctx, id)
  // Taken away, the owner is who the system has: nobody decides in the place of one who was never asked.
  const values = { ...given, owner: given.owner ?? (await ownerOf(ctx, given)) }
  const strange = await strangeIn<typeof changeFields>(ctx, references, values, before?.values)
  if (strange.length > 0) return refuse('notARecord', strange)
  const known = { before: before ? await ownerOf(ctx, before.values) : null, after: await ownerOf(ctx, values) }
  const rule = (record: SystemChange) => rules.editChange(record, values, known, ctx.actor, ctx.now)
  return followed(ctx, await store.edit(ctx, id, version, values as SystemChange['values'], rule), before ?? null)
}

export async function approveChange(ctx: Ctx, id: string, version: number | null): Done {
  const record = await findChange(ctx, id)
  const assessed = record !== undefined && (await analysisFor(ctx, record)) !== null
  return deed(ctx, id, version, (locked) => rules.approveChange(locked, assessed, ctx.actor, ctx.now))
}
export const withdrawChange = (ctx: Ctx, id: string, version: number | null, reason: string | null): Done =>
  deed(ctx, id, version, (record) => rules.withdrawChange(record, reason, ctx.actor, ctx.now))

async function deed(ctx: Ctx, id: string, version: number | null, rule: (record: SystemChange) => rules.ChangeOutcome): Done {
  const before = (await findChange(ctx, id)) ?? null
  return followed(ctx, await decide(ctx, store, id, version, rule), before)
}

async function followed(ctx: Ctx, outcome: rules.ChangeOutcome, before: SystemChange | null): Done {
  if (!outcome.ok) return outcome
  await invite(ctx, outcome.next, before)
  await followChange(ctx, outcome.next.id)
  return outcome
}

/** The super user and IT are asked what they think: once, and whoever comes in their place (S4-106). */
async function invite(ctx: Ctx, { id, values }: SystemChange, before: SystemChange | null): Promise<void> {
  if (values.status !== 'open') return
  const title = inAll((locale) => texts(locale).invited)
  const href = `/systemendringer/${id}`
  const notice = { kind: 'system_change.invited', title, reference: null, href }
  if (values.superUser !== null && values.superUser !== before?.values.superUser)
    await tell(ctx, { ...notice, to: { persons: [values.superUser], instead: ['itHead'] } })
  if (before !== null && values.technical === before.values.technical) return
  if (values.technical === null) await tell(ctx, { ...notice, to: { roles: ['itHead'] } })
  else if (values.technical !== values.superUser) await tell(ctx, { ...notice, to: { persons: [values.technical], instead: ['itHead'] } })
}

/** Its tasks are those that follow from how it stands today. Nothing where the id is another record's: it is called for every comment. */
export async function followChange(ctx: Ctx, id: string): Promise<void> {
  const record = await store.lock(ctx, id)
  if (!record) return
  const [assessed, spoke] = [(await analysisFor(ctx, record)) !== null, await heard(ctx, record)]
  const subject = { type: 'system_change', id, reference: null, href: `/systemendringer/${id}` }
  await syncTasks(ctx, subject, 'system_change.', changeTasks(record, assessed, spoke))
}

/** An analysis was approved, or falls: what waits for it. */
export async function followAnalysis(ctx: Ctx, risk: string): Promise<void> {
  const systems = (await findRisk(ctx, risk))?.values.systems ?? []
  for (const id of await openChangesOf(ctx, systems)) await followChange(ctx, id)
}
