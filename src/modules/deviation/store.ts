import { type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../db/types.ts'
import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import { sealedBeside } from '../../kernel/sealed.ts'
import { type Content, keepVersion } from '../../kernel/version.ts'
import { blankDeviation } from './blank.ts'
import type { Decision, Deviation, DeviationEvent, Inquiry, Measure, MergeUndo, Rests, SignOff, Tick } from './deviation.ts'
import { assessmentFields } from './fields-assessment.ts'
import { closingFields } from './fields-closing.ts'
import { handlingFields } from './fields-handling.ts'
import { type Regime, type RegimeAnswers, type RegimeRow, regimeFields } from './fields-regimes.ts'
import { reportFields } from './fields-report.ts'
import { contentOf, saysElse } from './versions.ts'

/**
 * One case whole, in one statement: the row, its three companions and its lists. The lock is a statement of its own, ahead of it: one that
 * waits for the lock and reads the rest too would see the row as it is, and the rest as it was before whoever was waited for.
 */
export const load = async (ctx: Ctx, id: string, lock = false): Promise<Deviation | undefined> => {
  if (lock) await rowOf(ctx, id).forUpdate().executeTakeFirst()
  const row = await cases(ctx).where('d.id', '=', id).executeTakeFirst()
  return row && opened(ctx, row as unknown as Loaded)
}

/** Those involved in a case: they may be pointed out here, and are sealed. */
export const involvedPlace = sealedBeside('deviation_handling', 'involved', ['deviation_id'])
async function opened(ctx: Ctx, row: Loaded): Promise<Deviation> {
  const deviation = fromLoaded(row)
  const involved = await saidAt(ctx, involvedPlace, { ...row, deviation_id: row.id })
  return { ...deviation, handling: { ...deviation.handling, involved } }
}

/** The case that goes on for this one: itself, unless it was merged into another, which may have been so in its turn. */
export async function goingOn(ctx: Ctx, deviation: Deviation): Promise<Deviation> {
  const next = deviation.mergedInto === null ? undefined : await load(ctx, deviation.mergedInto)
  return next ? goingOn(ctx, next) : deviation
}

/** Several, in one statement. */
export const loadAll = async (ctx: Ctx, ids: readonly string[]): Promise<readonly Deviation[]> =>
  ids.length === 0
    ? []
    : Promise.all(
        (
          await cases(ctx)
            .where('d.id', 'in', [...ids])
            .execute()
        ).map((row) => opened(ctx, row as unknown as Loaded)),
      )

const cases = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('deviation as d')
    .leftJoin('deviation_handling as h', (join) =>
      join.onRef('h.organisation_id', '=', 'd.organisation_id').onRef('h.deviation_id', '=', 'd.id'),
    )
    .leftJoin('deviation_assessment as a', (join) =>
      join.onRef('a.organisation_id', '=', 'd.organisation_id').onRef('a.deviation_id', '=', 'd.id'),
    )
    .leftJoin('deviation_closing as c', (join) =>
      join.onRef('c.organisation_id', '=', 'd.organisation_id').onRef('c.deviation_id', '=', 'd.id'),
    )
    .selectAll(['h', 'a', 'c', 'd'])
    .select('a.rests_on as assessed_on')
    .select([
      listOf(ctx, 'deviation_criterion').as('ticks'),
      listOf(ctx, 'deviation_sign_off', 'signed_at').as('sign_offs'),
      listOf(ctx, 'deviation_measure', 'position').as('measures'),
      listOf(ctx, 'deviation_inquiry', 'asked_at').as('inquiries'),
      listOf(ctx, 'deviation_decision', 'decided_at', 'id').as('decisions'),
      listOf(ctx, 'deviation_regime', 'regime').as('regimes'),
    ])
    .where('d.organisation_id', '=', ctx.actor.organisationId)

type ListTable =
  | 'deviation_criterion'
  | 'deviation_sign_off'
  | 'deviation_measure'
  | 'deviation_inquiry'
  | 'deviation_decision'
  | 'deviation_regime'

/** One of the lists of the case `d`, in its order. The tables have the two columns of the key alike; which others, the readers below know. */
const listOf = (ctx: Ctx, table: ListTable, ...order: readonly string[]) =>
  jsonArrayFrom(
    order.reduce(
      (rows, column) => rows.orderBy(sql.ref(`x.${column}`)),
      ctx.tx
        .selectFrom(`${table} as x` as 'deviation_decision as x')
        .selectAll('x')
        .where('x.organisation_id', '=', sql.ref<string>('d.organisation_id'))
        .where('x.deviation_id', '=', sql.ref<string>('d.id')),
    ),
  )

export const exists = async (ctx: Ctx, id: string): Promise<boolean> => (await rowOf(ctx, id).executeTakeFirst()) !== undefined

const rowOf = ({ tx, actor }: Ctx, id: string) =>
  tx.selectFrom('deviation').select('id').where('organisation_id', '=', actor.organisationId).where('id', '=', id)

/** The first row of a draft or of a report registered for another. */
export async function insert(ctx: Ctx, { next, events }: Change<Deviation, DeviationEvent>, by: 'actor' | 'protected'): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('deviation')
    .values({ ...core(next), ...toRow(reportFields, next.report), organisation_id: next.organisationId, id: next.id, version: 1 } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await writeCompanions(ctx, next, blankDeviation(next))
  await writeLists(ctx, next, null)
  if (next.status !== 'draft')
    await keepVersion(ctx, { type: 'deviation', id: next.id }, { version: 1, content: contentOf(next) }, null, { by })
  await record(ctx, { type: 'deviation', id: next.id }, events, by)
  return true
}

export async function applyAs(
  ctx: Ctx,
  change: Change<Deviation, DeviationEvent>,
  before: Deviation,
  by: 'actor' | 'protected',
): Promise<void> {
  await write(ctx, change.next, before)
  await keepWhatIsSaid(ctx, change.next, before, by)
  await record(ctx, { type: 'deviation', id: change.next.id }, change.events, by)
}

/** A draft is its writer's own: what was written before it was sent is kept nowhere. */
async function keepWhatIsSaid(ctx: Ctx, next: Deviation, before: Deviation, by: 'actor' | 'protected'): Promise<void> {
  const [said, says] = [contentOf(before), contentOf(next)]
  if (next.status === 'draft' || (before.status !== 'draft' && !saysElse(said, says))) return
  const earlier = before.status === 'draft' ? null : { version: before.version, content: said }
  await keepVersion(ctx, { type: 'deviation', id: next.id }, { version: before.version + 1, content: says }, earlier, { by })
}

/** The next number of the year, without gaps: the row is locked until the report is committed. */
export async function nextNumber(ctx: Ctx, year: number): Promise<number> {
  const row = await ctx.tx
    .insertInto('deviation_number')
    .values({ organisation_id: ctx.actor.organisationId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'year']).doUpdateSet({ last: sql`deviation_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

async function write(ctx: Ctx, next: Deviation, before: Deviation): Promise<void> {
  const done = await ctx.tx
    .updateTable('deviation')
    .set({ ...core(next), ...(next.report === before.report ? {} : toRow(reportFields, next.report)), version: sql`version + 1` } as never)
    .where('organisation_id', '=', next.organisationId)
    .where('id', '=', next.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Error('The locked case changed under its lock')
  await writeCompanions(ctx, next, before)
  await writeLists(ctx, next, before)
}

/** The rows beside the case, each once it says something. */
async function writeCompanions(ctx: Ctx, next: Deviation, before: Deviation): Promise<void> {
  if (isOther(next.handling, before.handling) || next.breach !== before.breach)
    await upsert(ctx, next, 'deviation_handling', {
      ...toRow(handlingFields, next.handling),
      ...(await sayAt(ctx, involvedPlace, { deviation_id: next.id }, next.handling.involved)),
      breach: next.breach,
    })
  if (isOther(next.assessment, before.assessment) || next.assessedAt !== before.assessedAt || next.assessedOn !== before.assessedOn)
    await upsert(ctx, next, 'deviation_assessment', {
      ...toRow(assessmentFields, next.assessment),
      assessed_by: next.assessedBy,
      assessed_at: next.assessedAt,
      rests_on: json(next.assessedOn),
      reason_for: json(next.reasonFor),
    })
  if (isOther(next.closing, before.closing) || next.documentedOn !== before.documentedOn || next.memoOn !== before.memoOn)
    await upsert(ctx, next, 'deviation_closing', {
      ...toRow(closingFields, next.closing),
      documentation_rests_on: json(next.documentedOn),
      memo_rests_on: json(next.memoOn),
    })
}

const isOther = (next: Content[string], before: Content[string]): boolean =>
  next !== before && JSON.stringify(next) !== JSON.stringify(before)

async function upsert(
  ctx: Ctx,
  { organisationId, id }: Deviation,
  table: 'deviation_handling' | 'deviation_assessment' | 'deviation_closing',
  row: Record<string, unknown>,
): Promise<void> {
  await ctx.tx
    .insertInto(table)
    .values({ ...row, organisation_id: organisationId, deviation_id: id } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'deviation_id']).doUpdateSet(row as never))
    .execute()
}

async function writeLists(ctx: Ctx, next: Deviation, before: Deviation | null): Promise<void> {
  const key = { organisation_id: next.organisationId, deviation_id: next.id }
  if (next.ticks !== before?.ticks) {
    const gone = (before?.ticks ?? [])
      .filter((tick) => !next.ticks.some((kept) => kept.criterion === tick.criterion))
      .map((tick) => tick.criterion)
    const fresh = next.ticks.filter((tick) => !before?.ticks.some((old) => old.criterion === tick.criterion))
    if (gone.length > 0)
      await ctx.tx
        .deleteFrom('deviation_criterion')
        .where('organisation_id', '=', next.organisationId)
        .where('deviation_id', '=', next.id)
        .where('criterion', 'in', gone)
        .execute()
    if (fresh.length > 0)
      await ctx.tx
        .insertInto('deviation_criterion')
        .values(fresh.map((tick) => ({ ...key, criterion: tick.criterion, ticked_by: tick.by, ticked_at: tick.at })))
        .execute()
  }
  if (next.measures !== before?.measures) {
    if (before)
      await ctx.tx
        .deleteFrom('deviation_measure')
        .where('organisation_id', '=', next.organisationId)
        .where('deviation_id', '=', next.id)
        .execute()
    if (next.measures.length > 0)
      await ctx.tx
        .insertInto('deviation_measure')
        .values(next.measures.map((measure, position) => measureRow(key, measure, position)))
        .execute()
  }
  for (const inquiry of fresh(next.inquiries, before?.inquiries)) await putInquiry(ctx, key, inquiry)
  const decisions = fresh(next.decisions, before?.decisions)
  if (decisions.length > 0)
    await ctx.tx
      .insertInto('deviation_decision')
      .values(decisions.map((decision) => decisionRow(key, decision)))
      .execute()
  for (const { regime, ...answers } of fresh(next.regimes, before?.regimes)) await putRegime(ctx, key, regime, answers)
  const signOffs = next.signOffs.filter((signOff) => !before?.signOffs.includes(signOff))
  for (const signOff of signOffs) await putSignOff(ctx, key, signOff)
  const withdrawn = (before?.signOffs ?? []).filter((old) => !next.signOffs.some((kept) => kept.role === old.role)).map((old) => old.role)
  if (withdrawn.length > 0)
    await ctx.tx
      .deleteFrom('deviation_sign_off')
      .where('organisation_id', '=', next.organisationId)
      .where('deviation_id', '=', next.id)
      .where('role', 'in', withdrawn)
      .execute()
}

type Key = { readonly organisation_id: string; readonly deviation_id: string }
const fresh = <T>(next: readonly T[], before: readonly T[] | undefined): readonly T[] => next.filter((one) => !before?.includes(one))

const measureRow = (key: Key, measure: Measure, position: number) => ({
  ...key,
  id: measure.id,
  position,
  purpose: measure.purpose,
  what: measure.what ?? '',
  state: measure.state ?? 'planned',
  responsible_role: measure.responsibleRole,
  responsible_person_id: measure.responsiblePerson,
  responsible: measure.responsible,
  due_on: measure.dueOn,
  done_on: measure.doneOn,
  evidence: measure.evidence,
})

const decisionRow = (key: Key, { id, kind, outcome, reason, ground, by, at, restsOn }: Decision) => ({
  ...key,
  id,
  kind,
  outcome,
  reason,
  ground,
  decided_by: by,
  decided_at: at,
  rests_on: json(restsOn),
})

const json = (rests: Rests | null): string | null => rests && JSON.stringify(rests)

async function putInquiry(ctx: Ctx, key: Key, inquiry: Inquiry): Promise<void> {
  const answer = { question: inquiry.question, answer: inquiry.answer, answered_at: inquiry.answeredAt }
  await ctx.tx
    .insertInto('deviation_inquiry')
    .values({
      ...key,
      ...answer,
      id: inquiry.id,
      to_reporter: inquiry.toReporter,
      outside: inquiry.outside,
      person_id: inquiry.personId,
      resource_role: inquiry.resourceRole,
      asked_by: inquiry.askedBy,
      asked_at: inquiry.askedAt,
      due_at: inquiry.dueAt,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(answer))
    .execute()
}

async function putRegime(ctx: Ctx, key: Key, regime: Regime, answers: RegimeAnswers): Promise<void> {
  const row = toRow(regimeFields, answers)
  await ctx.tx
    .insertInto('deviation_regime')
    .values({ ...key, regime, ...row } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'deviation_id', 'regime']).doUpdateSet(row as never))
    .execute()
}

async function putSignOff(ctx: Ctx, key: Key, signOff: SignOff): Promise<void> {
  const { role, by, at, extent, severity, measures, notify, notifyReason, enough, enoughReason, restsOn, fellAt } = signOff
  const row = {
    signed_by: by,
    signed_at: at,
    extent,
    severity,
    measures,
    notify,
    notify_reason: notifyReason,
    enough,
    enough_reason: enoughReason,
    rests_on: json(restsOn),
    fell_at: fellAt,
  }
  await ctx.tx
    .insertInto('deviation_sign_off')
    .values({ ...key, role, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'deviation_id', 'role']).doUpdateSet(row))
    .execute()
}

/** All columns but the report's and the version. */
const core = (d: Deviation) => ({
  status: d.status,
  profile_version: d.profileVersion,
  year: d.year,
  number: d.number,
  language: d.language,
  channel: d.channel,
  created_at: d.createdAt,
  received_at: d.receivedAt,
  urgent: d.urgent,
  aware_at: d.awareAt,
  aware_by: d.awareBy,
  aware_reason: d.awareReason,
  extent_confirmed_at: d.extentConfirmedAt,
  notify_by: d.notifyBy,
  notify_by_assumed: d.notifyByAssumed,
  regime_due: d.regimeDue,
  authority_track: d.authorityTrack,
  authority_notified_at: d.authorityNotifiedAt,
  subjects_track: d.subjectsTrack,
  subjects_informed_at: d.subjectsInformedAt,
  queue_roles: [...d.queueRoles],
  access_roles: [...d.accessRoles],
  access_persons: [...d.accessPersons],
  taken_by: d.takenBy,
  taken_at: d.takenAt,
  triage: d.triage,
  closed_at: d.closedAt,
  open_orders: d.openOrders,
  redacted_fields: [...d.redactedFields],
  merged_into: d.mergedInto,
  merged_at: d.mergedAt,
  merge_undone_by: d.mergeUndo && JSON.stringify(d.mergeUndo),
})

type Lists = {
  readonly ticks: unknown
  readonly sign_offs: unknown
  readonly measures: unknown
  readonly inquiries: unknown
  readonly decisions: unknown
  readonly regimes: unknown
}
/** The companions' columns are null where the companion has no row yet. */
type Loaded = Selectable<Schema['deviation']> &
  Pick<Selectable<Schema['deviation_handling']>, 'breach' | 'involved' | 'involved_sealed'> &
  Pick<Selectable<Schema['deviation_assessment']>, 'assessed_by' | 'assessed_at' | 'reason_for'> & { readonly assessed_on: unknown } & Pick<
    Selectable<Schema['deviation_closing']>,
    'documentation_rests_on' | 'memo_rests_on'
  > &
  Lists

function fromLoaded(row: Loaded): Deviation {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    version: row.version,
    status: row.status,
    profileVersion: row.profile_version,
    year: row.year,
    number: row.number,
    language: row.language,
    channel: row.channel,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    urgent: row.urgent,
    awareAt: row.aware_at,
    awareBy: row.aware_by,
    awareReason: row.aware_reason,
    extentConfirmedAt: row.extent_confirmed_at,
    notifyBy: row.notify_by,
    notifyByAssumed: row.notify_by_assumed,
    regimeDue: row.regime_due,
    authorityTrack: row.authority_track,
    authorityNotifiedAt: row.authority_notified_at,
    subjectsTrack: row.subjects_track,
    subjectsInformedAt: row.subjects_informed_at,
    queueRoles: row.queue_roles,
    accessRoles: row.access_roles,
    accessPersons: row.access_persons,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    triage: row.triage,
    closedAt: row.closed_at,
    openOrders: row.open_orders,
    breach: row.breach ?? null,
    mergedInto: row.merged_into,
    mergedAt: row.merged_at,
    mergeUndo: (row.merge_undone_by ?? null) as MergeUndo | null,
    redactedFields: row.redacted_fields,
    report: fromRow(reportFields, row),
    handling: fromRow(handlingFields, row),
    assessment: fromRow(assessmentFields, row),
    assessedBy: row.assessed_by ?? null,
    assessedAt: row.assessed_at ?? null,
    assessedOn: restsFrom(row.assessed_on),
    reasonFor: restsFrom(row.reason_for),
    closing: fromRow(closingFields, row),
    documentedOn: restsFrom(row.documentation_rests_on),
    memoOn: restsFrom(row.memo_rests_on),
    ticks: list(row.ticks, (x) => ({
      criterion: x.criterion as Tick['criterion'],
      by: x.ticked_by as string,
      at: instant(x.ticked_at),
    })),
    signOffs: list(row.sign_offs, signOffFrom),
    measures: list(row.measures, measureFrom),
    inquiries: list(row.inquiries, inquiryFrom),
    decisions: list(row.decisions, decisionFrom),
    regimes: list(row.regimes, regimeFrom),
  }
}

type Json = Readonly<Record<string, unknown>>
const list = <T>(rows: unknown, read: (row: Json) => T): readonly T[] => (rows as readonly Json[]).map(read)
/** Instants inside a JSON list come as ISO 8601 with an offset. */
const instant = (value: unknown): Date => new Date(value as string)
const restsFrom = (value: unknown): Rests | null => (value ?? null) as Rests | null
const instantOrNull = (value: unknown): Date | null => (value === null ? null : instant(value))

const signOffFrom = (x: Json): SignOff => ({
  role: x.role as string,
  by: x.signed_by as string,
  at: instant(x.signed_at),
  extent: x.extent as string,
  severity: x.severity as string,
  measures: x.measures as string,
  notify: x.notify as SignOff['notify'],
  notifyReason: x.notify_reason as string,
  enough: x.enough as SignOff['enough'],
  enoughReason: x.enough_reason as string,
  restsOn: restsFrom(x.rests_on),
  fellAt: instantOrNull(x.fell_at),
})
const measureFrom = (x: Json): Measure => ({
  id: x.id as string,
  purpose: x.purpose as Measure['purpose'],
  what: x.what as string,
  state: x.state as Measure['state'],
  responsibleRole: x.responsible_role as Measure['responsibleRole'],
  responsiblePerson: x.responsible_person_id as string | null,
  responsible: x.responsible as string | null,
  dueOn: x.due_on as string | null,
  doneOn: x.done_on as string | null,
  evidence: (x.evidence as string | null) ?? null,
})
const inquiryFrom = (x: Json): Inquiry => ({
  id: x.id as string,
  toReporter: x.to_reporter as boolean,
  outside: x.outside as boolean,
  personId: x.person_id as string | null,
  resourceRole: x.resource_role as string | null,
  question: x.question as string,
  askedBy: x.asked_by as string,
  askedAt: instant(x.asked_at),
  dueAt: instantOrNull(x.due_at),
  answer: x.answer as string | null,
  answeredAt: instantOrNull(x.answered_at),
})
const regimeFrom = (x: Json): RegimeRow => ({
  regime: x.regime as RegimeRow['regime'],
  applies: x.applies as RegimeRow['applies'],
  knownAt: instantOrNull(x.known_at),
  reason: x.reason as string | null,
  warnedAt: instantOrNull(x.warned_at),
  updatedAt: instantOrNull(x.updated_at),
  reportedAt: instantOrNull(x.reported_at),
})
const decisionFrom = (x: Json): Decision => ({
  id: x.id as string,
  kind: x.kind as Decision['kind'],
  outcome: x.outcome as string,
  reason: x.reason as string | null,
  ground: x.ground as Decision['ground'],
  by: x.decided_by as string,
  at: instant(x.decided_at),
  restsOn: restsFrom(x.rests_on),
})
