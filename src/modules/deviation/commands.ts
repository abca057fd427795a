import { nobody } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { type Change, type Happening, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { systemOwner, systemTechnical } from '../systems/public.ts'
import { syncTasks, type TaskSpec } from '../tasks/public.ts'
import { accessOf, type People, systemOwnerOf } from './access.ts'
import { type Deviation, type DeviationEvent, reference } from './deviation.ts'
import { answeredElsewhere, type News, newsOf } from './news.ts'
import { maySee, partsOf } from './permissions.ts'
import type { Profile } from './profile.ts'
import { profileAt } from './queries-profile.ts'
import { standingIn } from './queries-standing.ts'
import { withRegimeDue } from './regime-clock.ts'
import { type By, confirmExtent, type DeviationOutcome, decideBreach, sayPersonalData, setAware, take } from './rules.ts'
import { type Seen, sameAsSeen } from './seen.ts'
import { eventsOfFall } from './settle.ts'
import { applyAs, goingOn, load } from './store.ts'
import { reachReporter, reporterOf } from './store-reporter.ts'
import { dueTasks } from './tasks.ts'
import { texts } from './texts.ts'

/**
 * The road of every deed in a case: lock, decide, apply, and then what follows from the new state: who may see it, which
 * tasks stand open, who is told. All of it in the caller's transaction.
 */
export async function decideDeviation(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (deviation: Deviation, by: By) => DeviationOutcome | Promise<DeviationOutcome>,
): Promise<DeviationOutcome> {
  const before = await load(ctx, id, true)
  if (!before) return refuse('notFound')
  const standing = await standingIn(ctx, before)
  return maySee(before, ctx.actor, standing) ? decided(ctx, before, standing, version, rule) : refuse('notFound')
}

/** The same road for whoever reported without signing in, and has the code. What they do has no name in the log (S4-131). */
export async function decideAsReporter(
  ctx: Ctx,
  id: string,
  rule: (deviation: Deviation, by: By) => DeviationOutcome | Promise<DeviationOutcome>,
): Promise<DeviationOutcome> {
  const before = await load(ctx, id, true)
  if (!before) return refuse('notFound')
  const standing = { ...(await standingIn(ctx, before)), isReporter: true }
  return standing.reporter.kind === 'code' ? decided(ctx, before, standing, null, rule) : refuse('notFound')
}

/** The same road for somebody without an account who was asked one thing, and has the link to it. */
export async function decideAsOutsider(
  ctx: Ctx,
  id: string,
  rule: (deviation: Deviation, by: By) => DeviationOutcome | Promise<DeviationOutcome>,
): Promise<DeviationOutcome> {
  const before = await load(ctx, id, true)
  return before ? decided(ctx, before, await standingIn(ctx, before), null, rule) : refuse('notFound')
}

async function decided(
  ctx: Ctx,
  before: Deviation,
  standing: Awaited<ReturnType<typeof standingIn>>,
  version: number | null,
  rule: (deviation: Deviation, by: By) => DeviationOutcome | Promise<DeviationOutcome>,
): Promise<DeviationOutcome> {
  const { id } = before
  const profile = await profileAt(ctx, before.profileVersion)
  const by: By = { actor: ctx.actor, parts: partsOf(before, ctx.actor, profile, standing), profile, now: ctx.now, newId: newId(ctx.now) }
  const outcome = version !== null && version !== before.version ? refuse('stale') : await rule(before, by)
  const as = standing.isReporter && (standing.reporter.kind === 'protected' || standing.reporter.kind === 'code') ? 'protected' : 'actor'
  if (!outcome.ok) {
    await record(
      ctx,
      { type: 'deviation', id },
      [{ type: 'deviation.refused', ...{ why: outcome.why, fields: outcome.fields } } as Happening],
      as,
    )
    return outcome
  }
  const settled = await withAccess(ctx, withWhatFollowed(outcome, before), profile)
  await applyAs(ctx, settled, before, as)
  await follow(ctx, settled, profile)
  await tellGiven(ctx, before, settled.next, profile)
  return settled
}

/**
 * A deed with one part of a case. Several hands work a case at once, so it is held against its own part: that another has
 * assessed the risk meanwhile is no conflict for whoever writes down how it was stopped (S3-24). What was written twice is no
 * change. `seen`: null where no editor stands behind it.
 */
export const decidePart = (
  ctx: Ctx,
  id: string,
  seen: Seen | null,
  part: (deviation: Deviation) => unknown,
  rule: (deviation: Deviation, by: By) => DeviationOutcome,
): Promise<DeviationOutcome> =>
  decideDeviation(ctx, id, null, (deviation, by) => {
    const outcome = rule(deviation, by)
    const stands = seen === null || sameAsSeen(seen, deviation.version, part(deviation))
    return outcome.ok && !stands ? refuse('stale') : outcome
  })

/** What is kept with the case because lists ask for it. The access list follows the case: a chosen system brings its owner in, a question brings the one who is asked. */
export async function withAccess(
  ctx: Ctx,
  outcome: Change<Deviation, DeviationEvent>,
  profile: Profile,
): Promise<Change<Deviation, DeviationEvent>> {
  const { next } = outcome
  if (next.status === 'draft') return outcome
  const known = { ...next, ...accessOf(next, profile, await peopleOf(ctx, next)) }
  return { ...outcome, next: withRegimeDue(known, profile) }
}

async function peopleOf(ctx: Ctx, { report: { system } }: Deviation): Promise<People> {
  if (!system) return { systemOwner: null, technical: null }
  return { systemOwner: await systemOwner(ctx, system), technical: await systemTechnical(ctx, system) }
}

/** Tasks and messages that follow from a change. */
export async function follow(ctx: Ctx, { next, events }: Change<Deviation, DeviationEvent>, profile: Profile): Promise<void> {
  const number = reference(next)
  const href = `/avvik/${next.id}`
  const { systemOwner: owner, technical = null } = await peopleOf(ctx, next)
  const due = dueTasks(next, profile, { systemOwner: systemOwnerOf(next, owner) })
  await syncTasks(ctx, { type: 'deviation', id: next.id, reference: number, href }, 'deviation.', due)
  const reporter = events.some((event) => event.type === 'deviation.asked' || event.type === 'deviation.closed')
    ? await reporterPerson(ctx, next.id)
    : null
  // Done by whoever reported without signing in: when is nobody's to know.
  const withCode = next.channel === 'open' && ctx.actor.personId === nobody
  const heir = events.some(({ type }) => type === 'deviation.answered') ? await goingOn(ctx, next) : next
  if (heir.id !== next.id) await tellIn(ctx, heir, answeredElsewhere(heir), withCode)
  for (const event of events) {
    for (const { kind, title, to, address, aside } of newsOf(event, next, profile, reporter, technical)) {
      await tell(ctx, {
        kind,
        title,
        to,
        ...(address ? { address } : {}),
        ...(aside ? { unlinked: true } : {}),
        ...(withCode ? { leavesNothing: true } : {}),
        about: { type: 'deviation', id: next.id },
        reference: aside ? null : number,
        href: aside ? '/avvik/mine' : href,
      })
    }
  }
}

const tellIn = (ctx: Ctx, { id, ...deviation }: Deviation, { kind, title, to }: News, leavesNothing: boolean) =>
  tell(ctx, {
    ...{ kind, title, to, about: { type: 'deviation', id }, reference: reference(deviation), href: `/avvik/${id}` },
    ...(leavesNothing ? { leavesNothing: true } : {}),
  })

/** Whoever has been given a measure is told, with the address of it and nothing of the case (S4-154). */
async function tellGiven(ctx: Ctx, before: Deviation, next: Deviation, profile: Profile): Promise<void> {
  if (before.measures === next.measures && before.status === next.status) return
  const owner = next.report.system ? await systemOwner(ctx, next.report.system) : null
  // A measure that is given has an address of its own; the others are done on the case, by whoever works it.
  const given = (deviation: Deviation) =>
    dueTasks(deviation, profile, { systemOwner: systemOwnerOf(deviation, owner) }).filter(
      ({ kind, href }) => kind === 'deviation.followUp' && href !== undefined,
    )
  const whose = ({ key, personId, roles }: TaskSpec) => `${key} ${personId ?? roles.join()}`
  const known = new Set(given(before).map(whose))
  const anew = given(next).filter((task) => !known.has(whose(task)))
  // Several to the same hands are told once.
  for (const [, [task]] of Map.groupBy(anew, ({ personId, roles }) => personId ?? roles.join()))
    if (task)
      await tell(ctx, {
        kind: 'deviation.measureGiven',
        title: inAll((locale) => texts(locale).news.measureGiven),
        to: task.personId ? { persons: [task.personId], instead: task.roles } : { roles: task.roles },
        about: { type: 'deviation', id: next.id },
        reference: reference(next),
        href: task.href ?? `/avvik/${next.id}`,
      })
}

export const takeCase = (ctx: Ctx, id: string, version: number | null) => decideDeviation(ctx, id, version, take)
export const setAwareness = (ctx: Ctx, id: string, version: number | null, at: Date, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => setAware(deviation, at, reason, by))
export const confirmExtentOf = (ctx: Ctx, id: string, version: number | null, at: Date) =>
  decideDeviation(ctx, id, version, (deviation, by) => confirmExtent(deviation, at, by))
export const answerPersonalData = (ctx: Ctx, id: string, version: number | null, answer: 'yes' | 'no') =>
  decideDeviation(ctx, id, version, (deviation, by) => sayPersonalData(deviation, answer, by))
export const decideWhetherBreach = (ctx: Ctx, id: string, version: number | null, outcome: 'yes' | 'no', reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => decideBreach(deviation, outcome, reason, by))

/** A track that changed and an answer that fell are things that happened, whichever deed it was. */
function withWhatFollowed(outcome: Change<Deviation, DeviationEvent>, before: Deviation): Change<Deviation, DeviationEvent> {
  const { next, events } = outcome
  const said = (type: DeviationEvent['type']) => events.some((event) => event.type === type)
  const more: DeviationEvent[] = []
  if (next.authorityTrack !== before.authorityTrack && !said('deviation.authorityTrack'))
    more.push({ type: 'deviation.authorityTrack', track: next.authorityTrack, late: false })
  if (next.subjectsTrack !== before.subjectsTrack && !said('deviation.subjectsTrack'))
    more.push({ type: 'deviation.subjectsTrack', track: next.subjectsTrack })
  const own = said('deviation.assessed')
  return { ...outcome, events: [...events, ...eventsOfFall(before, next, own), ...more] }
}

/** Whom a message to the reporter reaches. A protected reporter is unsealed for this alone, and the message names no case. */
async function reporterPerson(ctx: Ctx, id: string): Promise<string | null> {
  const reporter = await reporterOf(ctx, id)
  if (reporter.kind === 'person') return reporter.personId
  if (reporter.kind !== 'protected') return null
  const sealed = await reachReporter(ctx, id)
  return sealed && /^[0-9a-f-]{36}$/.test(sealed) ? sealed : null
}
