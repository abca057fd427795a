import type { Ctx } from '../../kernel/ctx.ts'
import { namesIn as namesOf } from '../../kernel/reference.ts'
import { personsById } from '../people/public.ts'
import type { Action, Deviation, Part } from './deviation.ts'
import { type reportFields, specialDataTypes } from './fields-report.ts'
import { maySee, partsOf, type Standing } from './permissions.ts'
import type { Profile } from './profile.ts'
import { profileAt } from './queries-profile.ts'
import { type ReportOffers, reportReferences } from './queries-references.ts'
import { standingIn } from './queries-standing.ts'
import { actionsIn } from './rules.ts'
import { load } from './store.ts'
import type { Reporter } from './store-reporter.ts'

/** A case as one person may see it: all that its pages are drawn from. */
export type CaseView = {
  readonly deviation: Deviation
  /** The rules the case began with. */
  readonly profile: Profile
  readonly standing: Standing
  readonly parts: ReadonlySet<Part>
  /** What this person may do now; the same answer guards the deed. */
  readonly actions: readonly Action[]
  readonly reporter: Reporter
  /** Names of everyone the case mentions, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
  readonly system: string | null
  /** What the report's references are called today. */
  readonly called: ReportOffers
}

/** Undefined: there is no such case, or none for this person; the two cannot be told apart. `lock`: for a later module's deed on the case. */
export async function caseView(ctx: Ctx, id: string, lock = false): Promise<CaseView | undefined> {
  const known = lock ? undefined : shown.get(ctx)
  if (known?.deviation.id === id) return known
  // Behind a lock in its turn: what is read before it may have been changed while it was waited for.
  const locked = lock ? await load(ctx, id, true) : undefined
  const [deviation, { reporter, ...standing }] = await Promise.all([locked ?? load(ctx, id), standingIn(ctx, { id })])
  if (!deviation) return undefined
  if (!maySee(deviation, ctx.actor, standing)) return undefined
  const profile = await profileAt(ctx, deviation.profileVersion)
  const parts = partsOf(deviation, ctx.actor, profile, standing)
  const [called, names] = await Promise.all([
    namesOf<typeof reportFields>(ctx, reportReferences, deviation.report),
    namesIn(ctx, deviation, reporter),
  ])
  return {
    deviation,
    profile,
    standing,
    parts,
    actions: actionsIn(deviation, parts),
    reporter,
    names,
    units: new Map([...called.affectedUnit.choices, ...called.reporterUnit.choices].map(({ id, name }) => [id, name])),
    system: called.system.choices[0]?.name ?? null,
    called,
  }
}

/**
 * A page that shows a case hands it on to the panels of later modules on the same page, which ask for it by its id: read once.
 * For a page that changes nothing, and no longer than its request.
 */
export const showsCase = (ctx: Ctx, view: CaseView) => void shown.set(ctx, view)
const shown = new WeakMap<Ctx, CaseView>()

/** Whether what it is about is classed as sensitive: special categories or criminal matters (S0-18). Whoever asks: it says how mail goes. */
export async function isSensitiveCase({ tx, actor }: Ctx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('deviation')
    .select('data_types')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.data_types.some((type) => specialDataTypes.some((special) => special === type)) ?? false
}

/** Whether the case exists for whoever asks. */
export async function opensCase(ctx: Ctx, id: string): Promise<boolean> {
  const [deviation, standing] = await Promise.all([load(ctx, id), standingIn(ctx, { id })])
  return deviation !== undefined && maySee(deviation, ctx.actor, standing)
}

async function namesIn(ctx: Ctx, d: Deviation, reporter: Reporter): Promise<ReadonlyMap<string, string>> {
  const ids = [
    d.takenBy,
    d.awareBy,
    d.assessedBy,
    d.report.affectedLeader,
    d.report.reporterLeader,
    reporter.kind === 'person' ? reporter.personId : null,
    ...d.ticks.map((tick) => tick.by),
    ...d.signOffs.map((signOff) => signOff.by),
    ...d.decisions.map((decision) => decision.by),
    ...d.measures.map((measure) => measure.responsiblePerson),
    ...d.inquiries.flatMap((inquiry) => [inquiry.personId, inquiry.askedBy]),
  ].filter((id): id is string => id !== null)
  const people = await personsById(ctx, [...new Set(ids)])
  return new Map([...people].map(([id, person]) => [id, person.name]))
}
