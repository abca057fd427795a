import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { sealAt, unsealAt, unsealIfEver } from '../../kernel/keys.ts'
import { mark } from '../../kernel/seal.ts'
import type { SealedIn } from '../../kernel/sealed.ts'

/** Who reported, as the case's handlers may know it. */
export type Reporter =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'protected' }
  | { readonly kind: 'outside'; readonly who: string }
  /** Reported without signing in: nobody knows who, and the case is followed with a code. */
  | { readonly kind: 'code' }
  | { readonly kind: 'none' }

/**
 * Finds a protected reporter's own reports again without a name standing in the row (S4-131). Never beside a person's id: there it
 * would tell whose it is in every other row.
 */
export const reporterMark = (ctx: Ctx, personId: string): Buffer =>
  mark(ctx.house.houseKey, `reporter|${ctx.actor.organisationId}|${personId}`)

/** Keeps who reports, apart from the case. A protected reporter is only sealed. */
export async function keepReporter(ctx: Ctx, deviationId: string, personId: string, isProtected: boolean): Promise<void> {
  await ctx.tx
    .insertInto('deviation_reporter')
    .values({
      organisation_id: ctx.actor.organisationId,
      deviation_id: deviationId,
      mark: isProtected ? reporterMark(ctx, personId) : null,
      person_id: isProtected ? null : personId,
      sealed: isProtected ? await sealAt(ctx, reporterPlace, { deviation_id: deviationId }, personId) : null,
      outside: null,
      protected: isProtected,
    })
    .execute()
}

/** A report registered on behalf of somebody without an account, or of nobody (S4-130, S4-132). */
export async function keepOutsideReporter(ctx: Ctx, deviationId: string, who: string | null, isProtected: boolean): Promise<void> {
  await ctx.tx
    .insertInto('deviation_reporter')
    .values({
      organisation_id: ctx.actor.organisationId,
      deviation_id: deviationId,
      mark: isProtected ? mark(ctx.house.houseKey, aboutOf(ctx.actor.organisationId, deviationId)) : null,
      person_id: null,
      sealed: isProtected && who ? await sealAt(ctx, reporterPlace, { deviation_id: deviationId }, who) : null,
      outside: isProtected ? null : who,
      protected: isProtected,
    })
    .execute()
}

/** A report by somebody who is not signed in: the mark of the code that they were given, and nothing of who they are (S4-131). */
export async function keepCode(ctx: Ctx, deviationId: string, receiptMark: string): Promise<void> {
  await ctx.tx
    .insertInto('deviation_reporter')
    .values({ organisation_id: ctx.actor.organisationId, deviation_id: deviationId, protected: false, receipt_mark: receiptMark })
    .execute()
}

/** The case that a code reads. */
export async function caseMarked(ctx: Ctx, receiptMark: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('deviation_reporter')
    .select('deviation_id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('receipt_mark', '=', receiptMark)
    .executeTakeFirst()
  return row?.deviation_id
}

export const reporterOf = async (ctx: Ctx, deviationId: string): Promise<Reporter> => (await reporterFor(ctx, deviationId)).reporter

/** A row `r` is of a report of whoever asks: by name, or sealed, by the mark that nobody makes without the house's key. */
export const isOwn = (ctx: Ctx): RawBuilder<boolean> => isBy(ctx, ctx.actor.personId)
const isBy = (ctx: Ctx, personId: string): RawBuilder<boolean> =>
  sql`(r.person_id = ${personId} or r.mark = ${reporterMark(ctx, personId)})`

/** Whether somebody has reported, sealed or not: who it was is opened by those who may, for as long as the case is kept. */
export async function hasReported(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from deviation_reporter r where r.organisation_id = ${ctx.actor.organisationId} and ${isBy(ctx, personId)} limit 1`.execute(
    ctx.tx,
  )
  return rows.length > 0
}

/** The cases that whoever asks has reported, their drafts too. */
export const ownCases = (ctx: Ctx): RawBuilder<{ deviation_id: string }> =>
  sql`select r.deviation_id from deviation_reporter r where r.organisation_id = ${ctx.actor.organisationId} and ${isOwn(ctx)}`

/** Who reported, and whether it is whoever asks: in one look. */
export async function reporterFor(ctx: Ctx, deviationId: string): Promise<{ readonly reporter: Reporter; readonly isReporter: boolean }> {
  const row = await ctx.tx
    .selectFrom('deviation_reporter as r')
    .select([
      'r.person_id',
      'r.outside',
      'r.protected',
      'r.sealed',
      'r.receipt_mark',
      sql<boolean>`coalesce(${isOwn(ctx)}, false)`.as('isReporter'),
    ])
    .where('r.organisation_id', '=', ctx.actor.organisationId)
    .where('r.deviation_id', '=', deviationId)
    .executeTakeFirst()
  return { reporter: row ? reporterIn(row) : { kind: 'none' }, isReporter: row?.isReporter ?? false }
}

export const isReporter = async (ctx: Ctx, deviationId: string): Promise<boolean> => (await reporterFor(ctx, deviationId)).isReporter

type ReporterRow = {
  readonly person_id: string | null
  readonly outside: string | null
  readonly protected: boolean
  readonly sealed: unknown
  readonly receipt_mark: string | null
}
// Nobody sealed is nobody promised anything: a case begun on own initiative was once kept as protected (S4-132).
const reporterIn = ({ protected: isProtected, person_id, outside, sealed, receipt_mark }: ReporterRow): Reporter => {
  if (isProtected) return sealed === null ? { kind: 'none' } : { kind: 'protected' }
  if (receipt_mark) return { kind: 'code' }
  if (person_id) return { kind: 'person', personId: person_id }
  return outside ? { kind: 'outside', who: outside } : { kind: 'none' }
}

/** The sealed identity: a person's id, or what was told. Whoever opens it needs the right role and a reason, and is logged: see commands. */
export const openReporter = (ctx: Ctx, deviationId: string): Promise<string | null> => openedReporter(ctx, deviationId, unsealAt)

/** The same for a message to them alone: nobody where the key was deleted for good, since nobody can be reached any more. */
export const reachReporter = (ctx: Ctx, deviationId: string): Promise<string | null> => openedReporter(ctx, deviationId, unsealIfEver)

async function openedReporter(ctx: Ctx, deviationId: string, unsealed: typeof unsealIfEver): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('deviation_reporter')
    .select('sealed')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', deviationId)
    .executeTakeFirst()
  return row?.sealed ? unsealed(ctx, reporterPlace, { deviation_id: deviationId }, row.sealed) : null
}

const aboutOf = (organisationId: string, deviationId: unknown) => `deviation|${organisationId}|${deviationId}`

export const reporterPlace: SealedIn<'deviation_id'> = {
  table: 'deviation_reporter',
  column: 'sealed',
  names: ['deviation_id'],
  about: (organisationId, row) => aboutOf(organisationId, row.deviation_id),
}
