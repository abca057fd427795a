import { workRoles } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { leaderOfPerson, personsWithRoles } from '../../people/public.ts'
import type { Channel, Inquiry, Status } from '../deviation.ts'
import { firstWords } from '../first-words.ts'
import type { Profile } from '../profile.ts'
import type { CaseView } from '../queries.ts'
import { profileOf } from '../queries-profile.ts'
import { goingOn, load } from '../store.ts'
import { isOwn } from '../store-reporter.ts'
import { mayRegister } from './rules.ts'

/** What the page for reporting says before anything is written: who gets it, who is told, whom one may ask. */
export type ReportingView = {
  readonly profile: Profile
  /** The nearest leader's name, where the leader is told. */
  readonly leader: string | null
  readonly dpo: readonly { readonly name: string; readonly email: string | null }[]
  readonly mayRegister: boolean
}

export async function reportingView(ctx: Ctx): Promise<ReportingView> {
  const profile = await profileOf(ctx)
  const leader = profile.deviation.notifyLeader ? await leaderOfPerson(ctx, ctx.actor.personId) : undefined
  const dpo = await personsWithRoles(ctx, ['dpo'])
  return {
    profile,
    leader: leader?.name ?? null,
    dpo: dpo.map(({ name, email }) => ({ name, email })),
    mayRegister: mayRegister(workRoles(ctx.actor), profile),
  }
}

export type OwnReport = {
  readonly id: string
  readonly version: number
  readonly status: Status
  readonly year: number | null
  readonly number: number | null
  readonly channel: Channel
  readonly createdAt: Date
  readonly receivedAt: Date | null
  /** The beginning of what one wrote. */
  readonly excerpt: string | null
  /** Questions to the reporter that wait for an answer. */
  readonly waiting: readonly { readonly id: string; readonly dueAt: Date | null }[]
}

/** Own drafts and reports, newest first; a protected reporter's are found by the mark. */
export async function ownReports(ctx: Ctx): Promise<readonly OwnReport[]> {
  const { organisationId } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('deviation_reporter as r')
    .innerJoin('deviation as d', (join) => join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.id', '=', 'r.deviation_id'))
    .select([
      'd.id',
      'd.version',
      'd.status',
      'd.year',
      'd.number',
      'd.channel',
      'd.created_at',
      'd.received_at',
      'd.what_happened',
      'd.merged_into',
    ])
    .where('r.organisation_id', '=', organisationId)
    .where(isOwn(ctx))
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(mostShown)
    .execute()
  const waiting = await waitingFor(
    ctx,
    rows.map((row) => row.id),
  )
  const standing = await statusesGoingOn(
    ctx,
    rows.flatMap((row) => row.merged_into ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    status: (row.merged_into && standing.get(row.merged_into)) || (row.status as Status),
    year: row.year,
    number: row.number,
    channel: row.channel as Channel,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    excerpt: row.what_happened === null ? null : firstWords(row.what_happened, excerptLength).words,
    waiting: waiting.get(row.id) ?? [],
  }))
}

/** A case as its reporter may see it: what was written, where it stands, and what is asked. Nothing of what others think of it. */
export type ReporterView = {
  readonly view: CaseView
  /** Where it stands: as the case that goes on, where it was merged into another. */
  readonly status: Status
  readonly questions: readonly Pick<Inquiry, 'id' | 'question' | 'askedAt' | 'dueAt' | 'answer' | 'answeredAt'>[]
}

/** Few of one's reports are merged into another: each is followed to the case that goes on. */
async function statusesGoingOn(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Status>> {
  const found = new Map<string, Status>()
  for (const id of new Set(ids)) {
    const into = await load(ctx, id)
    if (into) found.set(id, (await goingOn(ctx, into)).status)
  }
  return found
}

const mostShown = 200
const excerptLength = 90

async function waitingFor(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, OwnReport['waiting']>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('deviation_inquiry')
    .select(['id', 'deviation_id', 'due_at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', 'in', [...ids])
    .where('to_reporter', '=', true)
    .where('answered_at', 'is', null)
    .orderBy('asked_at')
    .execute()
  const byCase = Map.groupBy(rows, (row) => row.deviation_id)
  return new Map([...byCase].map(([id, found]) => [id, found.map((row) => ({ id: row.id, dueAt: row.due_at }))]))
}

/** Whether its writer has thrown this draft away: what the page saves by itself may come late. */
export async function isDiscarded({ tx, actor }: Ctx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('discarded_draft')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
