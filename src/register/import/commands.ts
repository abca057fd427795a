import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Happening, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { changed, daysAhead, emptyValues, isEmpty } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { type Called, namesIn } from '../../kernel/reference.ts'
import { type Locale, locales } from '../../kernel/texts.ts'
import { nameIn } from '../../ui/reference-field.tsx'
import { type Meanings, type Reason, readCells, revived, severalIn } from './cells.ts'
import { folded, guessed, headingRow, type Known, misfits, turnsOf } from './columns.ts'
import { type Answers, type Importable, runsOf, type Standing } from './importable.ts'
import * as queries from './queries.ts'
import type { Table } from './reader.ts'
import * as store from './store.ts'

/** Rows that are done while their page is waited for: a small file is finished by then. */
export const atOnce = 50
/** How long an import can be undone, in milliseconds. */
export const undoMs = 86_400_000

/** What the columns of a register may be called, with what they have meant here before. */
export async function knownColumns(ctx: Ctx, register: Importable): Promise<Known> {
  const labels = locales.flatMap((locale) =>
    Object.entries(register.texts(locale).fields).map(([field, { label }]) => [folded(label), field] as const),
  )
  const names = Object.keys(register.fields).map((field) => [folded(field), field] as const)
  const before = [...(await queries.rememberedColumns(ctx, runsOf(register)))].filter(
    ([, field]) => field === '' || Object.hasOwn(register.fields, field),
  )
  const elsewhere = Object.entries(register.alsoCalled?.headings ?? {}).map(([heading, field]) => [folded(heading), field] as const)
  return new Map([...elsewhere, ...names, ...labels, ...before])
}

/** Keeps the rows of a file, with a guess of what its columns are. */
export async function keepTable(ctx: Ctx, register: Importable, table: Table): Promise<string> {
  const id = newId(ctx.now)
  const known = await knownColumns(ctx, register)
  const at = headingRow(table.lines, known)
  const headings = table.lines.find((line) => line.at === at)?.cells ?? []
  await store.insertImport(ctx, { id, register: runsOf(register), table, headingRow: at, headings, mapping: guessed(headings, known) })
  return id
}

/** The headings stand on another row than was guessed. */
export async function moveHeadings(ctx: Ctx, register: Importable, id: string, at: number) {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (!run || !['read', 'checked'].includes(run.state)) return refuse('notNow')
  const row = (await queries.firstRows(ctx, id, mostAbove)).find((one) => one.row === at)
  if (!row) return refuse('notNow')
  const known = await knownColumns(ctx, register)
  const set = { headingRow: at, headings: row.cells, mapping: guessed(row.cells, known), state: 'read' } as const
  await store.setImport(ctx, id, set)
  return { ok: true as const, next: { ...run, ...set } }
}
/** So far down the headings may stand. */
export const mostAbove = 20

/** Says what each column is, remembers it, and begins to look the rows over. */
export async function mapColumns(ctx: Ctx, register: Importable, id: string, mapping: readonly string[]) {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (!run || !['read', 'checked'].includes(run.state)) return refuse('notNow')
  const meant = run.headings.map((_, at) => (Object.hasOwn(register.fields, mapping[at] ?? '') ? (mapping[at] ?? '') : ''))
  const [wrong] = misfits(meant, register.fields, register.key)
  if (wrong) return refuse(wrong.why, [wrong.field])
  const named = run.headings.flatMap((heading, at) => (folded(heading) ? [[folded(heading), meant[at] ?? ''] as const] : []))
  // Of columns that are called the same, the one that is read.
  named.sort(([, one], [, other]) => (one === '' ? 0 : 1) - (other === '' ? 0 : 1))
  await store.rememberColumns(ctx, runsOf(register), new Map(named))
  await store.forgetVerdicts(ctx, id)
  const above = register.above ? meant.indexOf(register.above) : -1
  if (above >= 0) await store.setTurns(ctx, id, turnsOf(await queries.columnsOf(ctx, run, meant.indexOf(register.key), above)))
  const set = { mapping: meant, state: 'checking', turn: 0, stopped: null, actingId: ctx.actor.personId } as const
  await store.setImport(ctx, id, set)
  return { ok: true as const, next: { ...run, ...set } }
}

/** Does what was shown. Pressed twice: the second finds it under way. */
export async function applyImport(ctx: Ctx, register: Importable, id: string) {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (run && ['applying', 'applied'].includes(run.state)) return { ok: true as const, next: run }
  if (run?.state !== 'checked') return refuse('notNow')
  await store.setImport(ctx, id, { state: 'applying', turn: 0, stopped: null, appliedAt: ctx.now, actingId: ctx.actor.personId })
  return { ok: true as const, next: run }
}

/** Begins to undo, within a day. */
export async function undoImport(ctx: Ctx, register: Importable, id: string) {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (run && ['undoing', 'undone'].includes(run.state)) return { ok: true as const, next: run }
  if (run?.state !== 'applied' || !mayUndo(run, ctx.now)) return refuse('tooLate')
  await store.setImport(ctx, id, { state: 'undoing', turn: 0, stopped: null, actingId: ctx.actor.personId })
  return { ok: true as const, next: run }
}

export const mayUndo = ({ state, appliedAt }: Pick<queries.Import, 'state' | 'appliedAt'>, now: Date): boolean =>
  state === 'applied' && appliedAt !== null && now.getTime() - appliedAt.getTime() < undoMs

/** Goes on where it came to a stop, with the rights of whoever says so. */
export async function resumeImport(ctx: Ctx, register: Importable, id: string) {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (!run) return refuse('notNow')
  if (run.stopped) await store.setImport(ctx, id, { stopped: null, actingId: ctx.actor.personId })
  return { ok: true as const, next: run }
}

/** Throws away a file that has not been brought in. */
export async function dropImport(ctx: Ctx, register: Importable, id: string): Promise<void> {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (run && run.appliedAt === null) await store.deleteImport(ctx, id)
}

/** Does the next `most` rows of what an import is at, in the transaction given; answers whether any are left. Nothing is done twice. */
export async function step(ctx: Ctx, register: Importable, id: string, most: number): Promise<boolean> {
  const run = await store.lockImport(ctx, runsOf(register), id)
  if (!run || run.stopped) return false
  if (run.state === 'checking') return lookOver(ctx, register, run, most)
  if (run.state === 'applying') return apply(ctx, register, run, most)
  return run.state === 'undoing' && undo(ctx, register, run, most)
}

/**
 * Looks rows over by doing them, each through its own deed, and taking all of it back: what is shown is what the rules answer, and not
 * what somebody thought they would.
 */
async function lookOver(ctx: Ctx, register: Importable, run: queries.Import, most: number): Promise<boolean> {
  const rows = await queries.rowsFrom(ctx, run, most)
  const cells = new Map(rows.map((row) => [row.row, cellsOf(run, row)]))
  const standing = await standingFor(ctx, register, [...cells.values()])
  const meanings = await meaningsOf(ctx, register, [...cells.values()])
  const key = run.mapping.indexOf(register.key)
  const above = register.above ? run.mapping.indexOf(register.above) : -1
  const keys = [key, ...(register.apartByAbove && above >= 0 ? [above] : [])]
  const first =
    rows.length > 0
      ? await queries.firstOfSame(
          ctx,
          run,
          keys,
          rows.map(({ row }) => row),
        )
      : new Map<number, number>()
  const inFile = above >= 0 ? new Set((await queries.columnsOf(ctx, run, key, above)).map((row) => folded(row.key))) : undefined
  const told: store.Told[] = []
  await sql`savepoint looked_over`.execute(ctx.tx)
  for (const { row, cells: written } of rows) {
    const given = cells.get(row) ?? {}
    const same = first.get(row) ?? row
    if (isEmpty(given[register.key]?.trim())) told.push({ row, verdict: 'refused', reasons: [{ why: 'keyMissing', field: register.key }] })
    else if (same !== row) told.push({ row, verdict: 'refused', reasons: [{ why: 'keyTwice', field: register.key, row: same }] })
    else told.push(asKept(register, run, written, await judged(ctx, register, row, given, standing, meanings, inFile)))
  }
  await sql`rollback to savepoint looked_over`.execute(ctx.tx)
  await store.tellRows(ctx, run.id, told)
  const last = rows.length < most
  await store.setImport(ctx, run.id, { turn: rows.at(-1)?.turn ?? run.turn, ...(last && { state: 'checked' as const }) })
  return !last
}

/** What is kept of a text is all that is kept of it: the row says the same. */
function asKept(register: Importable, { mapping }: queries.Import, written: readonly string[], told: store.Told): store.Told {
  if (!register.kept || !told.answers) return told
  const { answers } = told
  const kept = (at: number) => (register.fields[mapping[at] ?? '']?.kind === 'text' ? answers[mapping[at] ?? ''] : undefined)
  const cells = written.map((cell, at) => {
    const text = kept(at)
    return typeof text === 'string' ? text : cell
  })
  return { ...told, cells }
}

async function judged(
  ctx: Ctx,
  register: Importable,
  row: number,
  given: Readonly<Record<string, string>>,
  standing: StandingFor,
  meanings: Meanings,
  inFile: ReadonlySet<string> | undefined,
): Promise<store.Told> {
  const found = standing.of(given)
  if (found === 'several') return { row, verdict: 'refused', reasons: [{ why: 'keySeveral', field: register.key }] }
  const read = readCells(
    register.fields,
    given,
    meanings,
    found && { values: found.values, called: (field, text) => standing.says(found, field, text) },
  )
  // What lies above may come with the file itself, in a row before this one.
  const { above } = register
  const standsThere = read.reasons.filter(
    ({ field, why }) => !(field === above && why === 'nobodyCalled' && inFile?.has(folded(given[above ?? ''] ?? ''))),
  )
  const waits = standsThere.length < read.reasons.length
  const ahead = daysAhead(register.fields, read.answers as never, localDate(ctx.now)).map((field) => ({
    why: 'problem',
    field,
    text: given[field] ?? '',
    problem: { field, code: 'dayAhead' as const },
  }))
  const reasons: readonly Reason[] = [...standsThere, ...ahead]
  const inBatch = waits && above ? (await register.keyed(ctx, [(given[above] ?? '').trim()])).filter(({ id }) => id !== found?.id) : []
  if (reasons.length > 0) return { row, verdict: 'refused', reasons, ...(found && { recordId: found.id }) }
  const before = found?.values
  const answers = register.kept ? await register.kept(ctx, read.answers) : read.answers
  const values = {
    ...(before ?? { ...emptyValues(register.fields), ...register.blank?.(ctx.actor) }),
    ...answers,
    ...(above && inBatch.length === 1 && { [above]: inBatch[0]?.id }),
  }
  const kept = { answers, recordId: found?.id ?? newId(ctx.now) }
  if (found && before && !waits && changed(register.fields, before as never, values as never).length === 0)
    return { row, verdict: 'same', ...kept }
  const done = found ? await register.edit(ctx, found.id, found.version, values) : await register.add(ctx, kept.recordId, values)
  // Where it will lie is not there yet: beside whom it lies now says nothing.
  if (!done.ok && !(waits && ['nothingChanged', 'nameTaken'].includes(done.why)))
    return { row, verdict: 'refused', reasons: reasonsOf(done), ...kept }
  return { row, verdict: found ? 'change' : 'add', ...kept, ...(found && { version: found.version, before: found.values }) }
}

const reasonsOf = ({ why, fields }: { readonly why: string; readonly fields: readonly string[] }): readonly Reason[] =>
  fields.length > 0 ? fields.map((field) => ({ why, field })) : [{ why }]

async function apply(ctx: Ctx, register: Importable, run: queries.Import, most: number): Promise<boolean> {
  const rows = await queries.rowsToApply(ctx, run, most)
  const told: store.Told[] = []
  for (const row of rows) {
    const answers = { ...revived(register.fields, row.answers ?? {}), ...(await aboveIn(ctx, register, run, row)) }
    const blank = { ...emptyValues(register.fields), ...register.blank?.(ctx.actor) }
    const done = row.before
      ? await register.edit(ctx, row.recordId ?? '', row.version, { ...revived(register.fields, row.before), ...answers })
      : await register.add(ctx, row.recordId ?? '', { ...blank, ...answers })
    // A page that was used again gives another id; here the id is the row's own.
    if (done.ok) told.push({ row: row.row, outcome: 'done', recordId: done.next.id })
    else if (done.why === 'nothingChanged') told.push({ row: row.row, outcome: 'done', verdict: 'same' })
    else told.push({ row: row.row, outcome: 'refused', reasons: reasonsOf(done) })
  }
  await store.tellRows(ctx, run.id, told)
  const last = rows.length < most
  await store.setImport(ctx, run.id, { turn: rows.at(-1)?.turn ?? run.turn, ...(last && { state: 'applied' as const }) })
  if (last) await recordCounts(ctx, register, run, 'imported')
  return !last
}

/** What lies above, where it came with the same file and was not there when the row was looked over. */
async function aboveIn(ctx: Ctx, register: Importable, run: queries.Import, row: queries.ImportRow): Promise<Answers> {
  const { above } = register
  const text = above ? (cellsOf(run, row)[above] ?? '').trim() : ''
  if (!above || text === '' || row.answers?.[above]) return {}
  const found = (await register.keyed(ctx, [text])).filter(({ id }) => id !== row.recordId)
  const id = found.length === 1 ? found[0]?.id : undefined
  return id && row.before?.[above] !== id ? { [above]: id } : {}
}

async function undo(ctx: Ctx, register: Importable, run: queries.Import, most: number): Promise<boolean> {
  const rows = await queries.rowsToUndo(ctx, run, most)
  const told: store.Told[] = []
  for (const row of rows) {
    const id = row.recordId ?? ''
    const done =
      row.verdict === 'same'
        ? ({ ok: true } as const)
        : row.before
          ? await register.edit(ctx, id, (row.version ?? 0) + 1, revived(register.fields, row.before))
          : await register.takeBack(ctx, id, 1)
    told.push(
      done.ok || done.why === 'nothingChanged'
        ? { row: row.row, outcome: 'undone' }
        : { row: row.row, outcome: 'left', reasons: reasonsOf(done) },
    )
  }
  await store.tellRows(ctx, run.id, told)
  const last = rows.length < most
  await store.setImport(ctx, run.id, { ...(last && { state: 'undone' as const }) })
  if (last) await recordCounts(ctx, register, run, 'importUndone')
  return !last
}

/** How many rows came to what, and nothing of what they say. */
async function recordCounts(ctx: Ctx, register: Importable, run: queries.Import, what: 'imported' | 'importUndone'): Promise<void> {
  const { outcome, verdict } = await queries.countsOf(ctx, run)
  const event = { type: `${register.subject}.${what}`, import: run.id, ...outcome, same: verdict.same } as Happening
  await record(ctx, { type: register.subject, id: null }, [event])
}

/** The cells of a row by the question they answer. */
export const cellsOf = (run: Pick<queries.Import, 'mapping'>, row: Pick<queries.ImportRow, 'cells'>): Readonly<Record<string, string>> =>
  Object.fromEntries(run.mapping.flatMap((field, at) => (field === '' ? [] : [[field, row.cells[at] ?? '']])))

type Cells = readonly Readonly<Record<string, string>>[]
type StandingFor = {
  readonly of: (cells: Readonly<Record<string, string>>) => Standing | 'several' | undefined
  /** Whether a reference of the record is already called so on its page or in its file. */
  readonly says: (record: Standing, field: string, text: string) => boolean
}

/** The records that the rows may be about. */
async function standingFor(ctx: Ctx, register: Importable, cells: Cells): Promise<StandingFor> {
  const keys = [...new Set(cells.map((one) => (one[register.key] ?? '').trim()).filter((key) => key !== ''))]
  const found = keys.length > 0 ? await register.keyed(ctx, keys) : []
  const byKey = Map.groupBy(found, ({ values }) => String(values[register.key] ?? '').toLowerCase())
  const offers = await namesIn(ctx, register.references as never, ...(found.map(({ values }) => values) as never[]))
  const says = (record: Standing, field: string, text: string) => {
    const offered = (offers as Readonly<Record<string, Parameters<typeof nameIn>[0]>>)[field]
    const ids = [record.values[field]].flat().filter((id) => typeof id === 'string')
    if (!offered || ids.length === 0) return false
    const said = (locale: Locale) => ids.map((id) => nameIn(offered, id, locale)).join(', ')
    return locales.some((locale) => said(locale).toLowerCase() === text.toLowerCase())
  }
  return {
    says,
    of: (given) => {
      const all = byKey.get((given[register.key] ?? '').trim().toLowerCase()) ?? []
      const { above, apartByAbove } = register
      const text = above ? (given[above] ?? '').trim() : ''
      const beside = above && apartByAbove && text !== '' && all.length > 1 ? all.filter((one) => says(one, above, text)) : all
      return beside.length > 1 ? 'several' : beside[0]
    },
  }
}

/** What the words of the rows may mean: choices in every language, and records by what they are called. */
async function meaningsOf(ctx: Ctx, register: Importable, cells: Cells): Promise<Meanings> {
  const choices = new Map<string, ReadonlyMap<string, string>>()
  const references = new Map<string, ReadonlyMap<string, readonly Called[]>>()
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind === 'choice' || field.kind === 'choices') {
      const labels = locales.flatMap((locale) =>
        Object.entries(register.texts(locale).fields[name]?.choices ?? {}).map(([value, label]) => [folded(label), value] as const),
      )
      const elsewhere = Object.entries(register.alsoCalled?.choices[name] ?? {}).map(([word, value]) => [folded(word), value] as const)
      choices.set(name, new Map([...elsewhere, ...field.of.map((value) => [folded(value), value] as const), ...labels]))
    }
    const written = cells.map((one) => (one[name] ?? '').trim()).filter((word) => word !== '')
    const words =
      field.kind === 'reference' ? [...new Set(written)] : field.kind === 'references' ? [...new Set(written.flatMap(severalIn))] : []
    if (words.length > 0)
      references.set(
        name,
        Map.groupBy((await register.references[name]?.called(ctx, words)) ?? [], ({ as }) => as),
      )
  }
  return { choices, references }
}
