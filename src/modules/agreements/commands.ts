import { record as note } from '../../kernel/audit.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { leaderOfUnit } from '../people/public.ts'
import { systemOwner } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Agreement, AgreementEvent, Answers, Audit, DataAtEnd, Ending, Party, Signature, SubProcessor } from './agreement.ts'
import type { agreementFields } from './fields.ts'
import { freeName, references, restsOnOf } from './queries.ts'
import * as rules from './rules.ts'
import { audits, readAudits, readSubProcessors, store, subProcessors } from './store.ts'
import { dueTasks } from './tasks.ts'

type Done = Promise<Outcome<Agreement, AgreementEvent>>

export async function addAgreement(ctx: Ctx, id: string, values: Answers): Done {
  const outcome = await store.add(ctx, id, values as Agreement['values'], async (newId) => {
    const strange = await strangeIn<typeof agreementFields>(ctx, references, values)
    return strange.length > 0 ? refuse('notARecord', strange) : rules.addAgreement(newId, values, ctx.actor)
  })
  return withTasks(ctx, outcome)
}

export async function editAgreement(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof agreementFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const edited = (record: Agreement) => rules.editAgreement(record, values, ctx.actor)
  return withTasks(ctx, await store.edit(ctx, id, version, values as Agreement['values'], edited))
}

/** `restsOn`: what the signature is of, as its form showed it. Two parties at once are both heard; what has been changed meanwhile is not signed. */
export async function signAgreement(ctx: Ctx, id: string, restsOn: string, party: Party, signature: Signature): Done {
  const locked = await store.lock(ctx, id)
  const now = locked && restsOnOf(locked.values, await readSubProcessors(ctx, id))
  return done(ctx, id, null, (record) =>
    now === restsOn ? rules.signAgreement(record, party, signature, ctx.actor, ctx.now) : refuse('stale'),
  )
}

/** `version`: what whoever decides saw; null where it does not matter. */
export const withdrawSignature = (ctx: Ctx, id: string, version: number | null, party: Party): Done =>
  done(ctx, id, version, (record) => rules.withdrawSignature(record, party, ctx.actor))

/** In force; the one that it takes the place of ends in the same transaction. */
export async function enterAgreement(ctx: Ctx, id: string, version: number | null): Done {
  const outcome = await done(ctx, id, version, (record) => rules.enterAgreement(record, ctx.actor, ctx.now))
  const before = outcome.ok ? outcome.next.values.replaces : null
  const replaced = before === null ? undefined : await store.find(ctx, before)
  if (outcome.ok && before !== null && replaced?.values.status === 'inForce')
    await done(ctx, before, null, (record) => rules.replaceAgreement(record, outcome.next.values, ctx.now))
  return outcome
}

export const endAgreement = (ctx: Ctx, id: string, version: number | null, ending: Ending): Done =>
  done(ctx, id, version, (record) => rules.endAgreement(record, ending, ctx.actor, ctx.now))
export const confirmData = (ctx: Ctx, id: string, version: number | null, data: DataAtEnd): Done =>
  done(ctx, id, version, (record) => rules.confirmData(record, data, ctx.actor, ctx.now))

/** A new draft with the same answers, under the id that the page made: a double press renews once. */
export async function renewAgreement(ctx: Ctx, id: string, newId: string): Done {
  const record = await store.lock(ctx, id)
  if (!record) return refuse('notFound')
  if (await store.find(ctx, newId)) return refuse('nothingChanged')
  const name = await freeName(ctx, record.values.name ?? '', ctx.now)
  const outcome = await store.add(ctx, newId, { ...record.values, name }, (made) => rules.renewAgreement(record, made, name, ctx.actor))
  if (outcome.ok) for (const line of await readSubProcessors(ctx, id)) await subProcessors.write(ctx, outcome.next.id, line.id, line.values)
  return withTasks(ctx, outcome)
}

export async function saveSubProcessor(ctx: Ctx, id: string, version: number | null, line: string, values: SubProcessor['values']): Done {
  const before = await lineBefore(ctx, id, readSubProcessors, line)
  const outcome = await decide(ctx, store, id, version, (record) => rules.saveSubProcessor(record, values, before, ctx.actor, ctx.now))
  if (outcome.ok) await subProcessors.write(ctx, id, line, values)
  return withTasks(ctx, outcome)
}

export async function removeSubProcessor(ctx: Ctx, id: string, version: number | null, line: string): Done {
  const before = await lineBefore(ctx, id, readSubProcessors, line)
  const outcome = await decide(ctx, store, id, version, (record) => rules.removeSubProcessor(record, before, ctx.actor))
  if (outcome.ok) await subProcessors.remove(ctx, id, line)
  return withTasks(ctx, outcome)
}

/** One audit planned or held. `next`: the id of the one that is then planned by itself, where the agreement says how often. */
export async function saveAudit(ctx: Ctx, id: string, version: number | null, line: string, next: string, values: Audit['values']): Done {
  const stood = (await store.lock(ctx, id)) ? await readAudits(ctx, id) : []
  const before = stood.find((one) => one.id === line)?.values
  const outcome = await decide(ctx, store, id, version, (record) => rules.saveAudit(record, values, before, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await audits.write(ctx, id, line, values)
  const others = stood.filter((one) => one.id !== line)
  const planned = rules.nextAudit(outcome.next, values, before, others)
  if (planned) await audits.write(ctx, id, next, planned)
  return withTasks(ctx, outcome)
}

/** The archive has given it a reference: the record has it too, unless somebody has written one. */
export async function noteArchived(ctx: Ctx, id: string, archiveReference: string): Promise<void> {
  if ((await store.find(ctx, id))?.values.archiveReference !== null) return
  await done(ctx, id, null, (record) =>
    record.values.archiveReference === null
      ? change<Agreement, AgreementEvent>(
          { ...record, values: { ...record.values, archiveReference } },
          { type: 'agreement.edited', fields: ['archiveReference'] },
        )
      : refuse('nothingChanged'),
  )
}

/** That somebody took the agreement out as a document. */
export const noteDocument = (ctx: Ctx, id: string): Promise<void> => {
  const event: AgreementEvent = { type: 'agreement.documentMade' }
  return note(ctx, { type: 'agreement', id }, [event])
}

/** A line as it stands while its agreement is locked: two who save it at once come one after the other. */
async function lineBefore<L extends { readonly id: string; readonly values: unknown }>(
  ctx: Ctx,
  id: string,
  read: (ctx: Ctx, id: string) => Promise<readonly L[]>,
  line: string,
): Promise<L['values'] | undefined> {
  return (await store.lock(ctx, id)) ? (await read(ctx, id)).find((one) => one.id === line)?.values : undefined
}

const done = async (ctx: Ctx, id: string, version: number | null, rule: (record: Agreement) => Outcome<Agreement, AgreementEvent>): Done =>
  withTasks(ctx, await decide(ctx, store, id, version, rule))

async function withTasks(ctx: Ctx, outcome: Outcome<Agreement, AgreementEvent>): Done {
  if (outcome.ok) await syncAgreement(ctx, outcome.next)
  return outcome
}

/** Its tasks are those that follow from how it stands today. */
export async function syncAgreement(ctx: Ctx, record: Agreement): Promise<void> {
  const { unit, systems } = record.values
  const owner = systems[0] === undefined ? null : await systemOwner(ctx, systems[0])
  const head = owner ?? (unit === null ? undefined : await leaderOfUnit(ctx, unit))?.id ?? null
  const specs = dueTasks(record, await readSubProcessors(ctx, record.id), await readAudits(ctx, record.id), head, ctx.now)
  const subject = { type: 'agreement', id: record.id, reference: null, href: `/databehandleravtaler/${record.id}` }
  await syncTasks(ctx, subject, 'agreement.', specs)
}
