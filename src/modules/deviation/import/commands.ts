import { worksAs } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { strangeIn } from '../../../kernel/reference.ts'
import type { Answers } from '../../../register/import/importable.ts'
import { takenBack } from '../../../register/store-taken-back.ts'
import { blankDeviation } from '../blank.ts'
import { withAccess } from '../commands.ts'
import type { Deviation } from '../deviation.ts'
import { type OldCase, oldCaseFields } from '../fields-import.ts'
import { profileOf } from '../queries-profile.ts'
import { maskedText } from '../report/rules.ts'
import { giveBackNumber } from '../report/store.ts'
import type { DeviationOutcome } from '../rules.ts'
import { applyAs, insert, load, nextNumber } from '../store.ts'
import { isNumberTaken, references, type StandingCase, standing } from './queries.ts'
import { bringIn, changeOldCase, takeBackOldCase, wrongIn } from './rules.ts'

type Done = Promise<{ readonly ok: true; readonly next: StandingCase } | Refusal>

/** A case of an older register, kept as it ended. Nothing follows from it: no clock, no task, nobody is told. */
export async function addOldCase(ctx: Ctx, id: string, said: OldCase): Done {
  const today = localDate(ctx.now)
  const refused = wrongIn(said, today) ?? (await strange(ctx, said))
  if (refused) return refused
  if (await isNumberTaken(ctx, said.externalReference ?? '')) return refuse('numberTaken', ['externalReference'])
  const profile = await profileOf(ctx)
  const { organisationId, profileVersion } = ctx.actor
  const beginning = { id, organisationId, profileVersion, language: profile.locale, createdAt: ctx.now }
  const year = Number(said.receivedOn?.slice(0, 4))
  const outcome = bringIn(blankDeviation({ ...beginning, channel: 'imported' }), said, { year, number: await nextNumber(ctx, year) }, today)
  if (!outcome.ok) return outcome
  const arrived = await withAccess(ctx, outcome, profile)
  // Nobody brings in what they could not have read here: the kind of case decides whose it is.
  const refusedNow = worksAs(ctx.actor, ...arrived.next.accessRoles) ? null : refuse('notYours', ['caseType'])
  if (refusedNow || !(await insert(ctx, arrived, 'actor'))) {
    await giveBackNumber(ctx, year)
    return refusedNow ?? refuse('numberTaken', ['externalReference'])
  }
  return done(arrived)
}

export async function editOldCase(ctx: Ctx, id: string, version: number | null, said: OldCase): Done {
  const before = await load(ctx, id, true)
  if (!before || !worksAs(ctx.actor, ...before.accessRoles)) return refuse('notFound')
  if (version !== null && version !== before.version) return refuse('stale')
  const outcome = changeOldCase(before, said, localDate(ctx.now))
  if (!outcome.ok) return outcome
  const refused = await strange(ctx, said, before)
  if (refused) return refused
  const settled = await withAccess(ctx, outcome, await profileOf(ctx))
  await applyAs(ctx, settled, before, 'actor')
  return done({ ...settled, next: { ...settled.next, version: before.version + 1 } })
}

/** The numbers that an import took are free again where nobody has taken one since: what was added last is taken back first. */
export async function takeBackOld(ctx: Ctx, id: string, version: number): Done {
  const isKept = await ctx.house.keeps(ctx, { type: 'deviation', id })
  const deviation = await load(ctx, id, true)
  const outcome = await takenBack(ctx, 'deviation', deviation, version, (one) => takeBackOldCase(one, isKept))
  if (outcome.ok && deviation?.year && deviation.number) await giveBackNumber(ctx, deviation.year, deviation.number)
  return outcome.ok ? { ok: true, next: standing(outcome.next) } : outcome
}

/** Numbers that point somebody out are hidden, as in a report (S1-42): nobody reads through a thousand old texts. */
export async function withoutIdentifiers(ctx: Ctx, answers: Answers): Promise<Answers> {
  const profile = await profileOf(ctx)
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const field = oldCaseFields[name as keyof OldCase]
      const isRead = field.kind === 'text' && 'guard' in field && typeof value === 'string'
      return [name, isRead ? maskedText(value, profile.locale, profile).slice(0, field.max) : value]
    }),
  )
}

async function strange(ctx: Ctx, said: OldCase, stands?: Deviation): Promise<Refusal | null> {
  const before = stands && { affectedUnit: stands.report.affectedUnit, system: stands.report.system }
  const fields = await strangeIn<typeof oldCaseFields>(ctx, references, said, before)
  return fields.length > 0 ? refuse('notARecord', fields) : null
}

const done = (outcome: DeviationOutcome): { readonly ok: true; readonly next: StandingCase } | Refusal =>
  outcome.ok ? { ok: true, next: standing(outcome.next) } : outcome
