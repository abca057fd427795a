import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Reason } from './cells.ts'
import type { Answers } from './importable.ts'
import type { Table } from './reader.ts'

export const states = ['read', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone'] as const
export type State = (typeof states)[number]
export const verdicts = ['add', 'change', 'same', 'refused'] as const
export type Verdict = (typeof verdicts)[number]
export type Came = 'done' | 'refused' | 'undone' | 'left'

export type Import = {
  readonly id: string
  readonly register: string
  readonly actingId: string
  readonly state: State
  readonly turn: number
  readonly stopped: string | null
  readonly startedAt: Date
  readonly appliedAt: Date | null
  readonly notes: Table['notes']
  readonly headingRow: number
  readonly headings: readonly string[]
  readonly mapping: readonly string[]
}
export type ImportRow = {
  readonly row: number
  readonly turn: number
  readonly cells: readonly string[]
  readonly verdict: Verdict | null
  readonly outcome: Came | null
  readonly reasons: readonly Reason[]
  readonly recordId: string | null
  readonly version: number | null
  readonly before: Answers | null
  readonly answers: Answers | null
}

/** Every import of the organisation. */
export const imports = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('register_import')
    .select([
      'id',
      'register',
      'acting_id as actingId',
      'state',
      'turn',
      'stopped',
      'started_at as startedAt',
      'applied_at as appliedAt',
      'notes',
      'heading_row as headingRow',
      'headings',
      'mapping',
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)

export const findImport = async (ctx: Ctx, register: string, id: string): Promise<Import | undefined> =>
  (await imports(ctx).where('register', '=', register).where('id', '=', id).executeTakeFirst()) as Import | undefined

export const latestImports = async (ctx: Ctx, register: string, most: number): Promise<readonly Import[]> =>
  (await imports(ctx)
    .where('register', '=', register)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()) as unknown as readonly Import[]

const rows = (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('register_import_row')
    .select(['row', 'turn', 'cells', 'verdict', 'outcome', 'reasons', 'record_id as recordId', 'version', 'before', 'answers'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('import_id', '=', id)

const data = (ctx: Ctx, of: Pick<Import, 'id' | 'headingRow'>) => rows(ctx, of.id).where('row', '>', of.headingRow)

/** The first lines of the file, above the headings too. */
export const firstRows = async (ctx: Ctx, id: string, most: number): Promise<readonly ImportRow[]> =>
  (await rows(ctx, id).orderBy('row').limit(most).execute()) as unknown as readonly ImportRow[]

export const rowsFrom = async (ctx: Ctx, of: Import, most: number): Promise<readonly ImportRow[]> =>
  (await data(ctx, of).where('turn', '>', of.turn).orderBy('turn').limit(most).execute()) as unknown as readonly ImportRow[]

export const rowsToApply = async (ctx: Ctx, of: Import, most: number): Promise<readonly ImportRow[]> =>
  (await data(ctx, of)
    .where('turn', '>', of.turn)
    .where('verdict', 'in', ['add', 'change'])
    .where('outcome', 'is', null)
    .orderBy('turn')
    .limit(most)
    .execute()) as unknown as readonly ImportRow[]

/** What was done last is undone first. */
export const rowsToUndo = async (ctx: Ctx, of: Import, most: number): Promise<readonly ImportRow[]> =>
  (await data(ctx, of).where('outcome', '=', 'done').orderBy('turn', 'desc').limit(most).execute()) as unknown as readonly ImportRow[]

/** Rows of one kind, for a page or a file. */
export async function rowsOf(ctx: Ctx, of: Import, kind: { readonly verdict?: Verdict; readonly outcome?: Came }, most: number, after = 0) {
  let query = data(ctx, of).where('row', '>', after).orderBy('row').limit(most)
  if (kind.verdict) query = query.where('verdict', '=', kind.verdict)
  if (kind.outcome) query = query.where('outcome', '=', kind.outcome)
  return (await query.execute()) as unknown as readonly ImportRow[]
}

/** Rows that were refused, when looked over or when done. */
export const refusedRows = async (ctx: Ctx, of: Import, most: number, after = 0): Promise<readonly ImportRow[]> =>
  (await data(ctx, of)
    .where('row', '>', after)
    .where((row) => row.or([row('verdict', '=', 'refused'), row('outcome', '=', 'refused')]))
    .orderBy('row')
    .limit(most)
    .execute()) as unknown as readonly ImportRow[]

export type Counts = {
  readonly rows: number
  readonly seen: number
  readonly verdict: Readonly<Record<Verdict, number>>
  readonly outcome: Readonly<Record<Came, number>>
  /** Of those that are done. */
  readonly added: number
  readonly changed: number
}
export async function countsOf(ctx: Ctx, of: Pick<Import, 'id' | 'headingRow'>): Promise<Counts> {
  const { rows: found } = await sql<{ verdict: Verdict | null; outcome: Came | null; n: number }>`
    select verdict, outcome, count(*)::int as n from register_import_row
    where organisation_id = ${ctx.actor.organisationId} and import_id = ${of.id} and row > ${of.headingRow}
    group by verdict, outcome`.execute(ctx.tx)
  const sum = (wanted: (row: (typeof found)[number]) => boolean) => found.filter(wanted).reduce((all, { n }) => all + n, 0)
  return {
    rows: sum(() => true),
    seen: sum(({ verdict }) => verdict !== null),
    verdict: { add: sum(by('add')), change: sum(by('change')), same: sum(by('same')), refused: sum(by('refused')) },
    outcome: { done: sum(came('done')), refused: sum(came('refused')), undone: sum(came('undone')), left: sum(came('left')) },
    added: sum((row) => row.verdict === 'add' && row.outcome === 'done'),
    changed: sum((row) => row.verdict === 'change' && row.outcome === 'done'),
  }
}
const by = (verdict: Verdict) => (row: { readonly verdict: Verdict | null }) => row.verdict === verdict
const came = (outcome: Came) => (row: { readonly outcome: Came | null }) => row.outcome === outcome

/** The last row of the file that is done; null where none is. */
export async function lastDone(ctx: Ctx, id: string): Promise<number | null> {
  const row = await ctx.tx
    .selectFrom('register_import_row')
    .select(({ fn }) => fn.max('row').as('row'))
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('import_id', '=', id)
    .where('outcome', '=', 'done')
    .executeTakeFirst()
  return row?.row ?? null
}

/** The text of some columns in every row. */
export async function columnsOf(ctx: Ctx, of: Import, key: number, above: number) {
  const { rows: found } = await sql<{ at: number; key: string; above: string }>`
    select row as at, coalesce(cells->>${key}::int, '') as key, coalesce(cells->>${above}::int, '') as above from register_import_row
    where organisation_id = ${ctx.actor.organisationId} and import_id = ${of.id} and row > ${of.headingRow} order by row`.execute(ctx.tx)
  return found
}

/** For each of these rows, the first row of the file with the same text in these columns. */
export async function firstOfSame(
  ctx: Ctx,
  of: Import,
  columns: readonly number[],
  asked: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const key = sql.join(
    columns.map((column) => sql`lower(btrim(coalesce(cells->>${column}::int, '')))`),
    sql` || chr(31) || `,
  )
  // Read once and put in order, and not joined with itself: the table has just been filled, so nobody knows how many rows there are.
  const { rows: found } = await sql<{ row: number; first: number }>`
    select row, first from (
      select row, min(row) over (partition by ${key}) as first from register_import_row
      where organisation_id = ${ctx.actor.organisationId} and import_id = ${of.id} and row > ${of.headingRow}
    ) every_row
    where row = any(${[...asked]}::int[])`.execute(ctx.tx)
  return new Map(found.map(({ row, first }) => [row, first]))
}

/** What columns have meant before, by their folded name. Empty: not to be read. */
export async function rememberedColumns(ctx: Ctx, register: string): Promise<ReadonlyMap<string, string>> {
  const found = await ctx.tx
    .selectFrom('register_import_column')
    .select(['heading', 'field'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('register', '=', register)
    .execute()
  return new Map(found.map(({ heading, field }) => [heading, field]))
}

/** Those that should be going on, and have not for a while: whoever did them was stopped. */
export const silentImports = async (ctx: Ctx, since: Date): Promise<readonly { readonly id: string }[]> =>
  ctx.tx
    .selectFrom('register_import')
    .select(['id'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('state', 'in', ['checking', 'applying', 'undoing'])
    .where('stopped', 'is', null)
    .where('touched_at', '<', since)
    .limit(100)
    .execute()

/** Whose rights it is done with, and of which register, for the worker. */
export const importForWorker = async (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('register_import')
    .select(['register', 'acting_id as actingId'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
