import { sql } from 'kysely'
import { addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, isEmpty } from '../../kernel/fields.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import type { Own, Shareable, SharedPart } from '../../kernel/shared.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Content } from '../../kernel/version.ts'
import { personReference, unitReference } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { refused } from './commands.ts'
import { endToldTask } from './commands-told.ts'
import type { takeFields } from './fields.ts'
import { findShared, snapshotOf, takenFromSource } from './queries.ts'
import { accepted, differencesOf, inOrder, nameOf, partOf, revived, sharingTasks } from './rules.ts'
import { answersBy, atSource, contentBy, keyBy } from './rules-lines.ts'
import type { Choice, LineIds, Shareables, Shared, SharingEvent, Source, Taken } from './sharing.ts'
import { deleteTaken, insertTaken, lockTaken, noteAnswered, noteTold } from './store.ts'
import { lockTold } from './store-told.ts'
import { texts } from './texts.ts'

/** `lacking`: what the source points at by a name that nothing has here. */
export type TakenOver = { readonly id: string; readonly lacking: readonly string[] }
type Done = Promise<{ readonly ok: true; readonly next: TakenOver } | Refusal>

export type Taking = { readonly edition: number; readonly name: string } & Own

/**
 * Begins a record of one's own with what is shared. `id`: the one its page made, so that a double press begins one. `edition`: what was shown.
 * Its own module decides: who may, what it must say, and that nothing of it is decided yet.
 */
export async function take(ctx: Ctx, kinds: Shareables, source: Source, id: string, { edition, name, ...own }: Taking): Done {
  const kind = kinds(source.type)
  if (!kind?.takes(ctx.actor) || !kind.sees(ctx.actor)) return refuse('notAllowed')
  await takeTurn(ctx, `sharing:${source.id}`)
  const shared = await findShared(ctx, source)
  if (!shared) return refuse('notFound')
  const strange = await strangeIn<typeof takeFields>(ctx, takeReferences, own)
  if (strange.length > 0) return refuse('notARecord', strange)
  if (own.due === null && asksDue(kind, shared.content)) return refuse('dueMissing', ['due'])
  const before = await takenFromSource(ctx, source)
  if (before.some(({ subject }) => subject.id === id)) return refuse('nothingChanged')
  // An incident is one case, for the whole organisation.
  const unit = kind.incident ? null : own.unit
  if (before.some((one) => one.unit === unit)) return refuse('alreadyTaken', ['unit'])
  const told = kind.incident ? await lockTold(ctx, source) : null
  const mine: Own = kind.incident ? { ...own, told: { from: shared.from, name: shared.name, at: told?.at ?? shared.at } } : own
  if (shared.edition !== edition) return refuse('stale')
  const subject = { type: source.type, id }
  const lacking: string[] = []
  const lines = withOwnIds(ctx, {}, Object.keys(shared.content))
  const outcome = await whole(ctx, async () => {
    for (const key of inOrder(kind, Object.keys(shared.content))) {
      const part = partOf(kind, key)
      if (!part) continue
      const answers = answersBy(kind, key, lines, await resolved(ctx, part, shared.content[key] ?? {}, lacking))
      const done =
        key === source.type
          ? await kind.begin(ctx, id, { ...revived(part, answers), name }, mine)
          : await lineWritten(ctx, kind, id, null, keyBy(lines, key), answers, mine)
      if (!done.ok) return done
      if (key === source.type && done.next.id !== id) return refuse('nothingChanged')
    }
    const taken = { subject, source, from: shared.from, edition, content: shared.content, lines, at: ctx.now, unit }
    await insertTaken(ctx, taken, [{ type: 'sharing.taken', edition }] satisfies readonly SharingEvent[])
    if (told) await endToldTask(ctx, told)
    return null
  })
  return outcome ?? { ok: true, next: { id, lacking: [...new Set(lacking)] } }
}

/** Each line that comes along has an id of its own here: another unit may take the same. */
const withOwnIds = (ctx: Ctx, known: LineIds, keys: readonly string[]): LineIds => ({
  ...Object.fromEntries(keys.flatMap((key) => key.split('.').slice(1)).map((line) => [line, newId(ctx.now)])),
  ...known,
})

/** Whether some line of it is carried out by a day. */
export const asksDue = (kind: Shareable, content: Content): boolean =>
  Object.keys(content).some((key) => partOf(kind, key)?.own !== undefined)
export const takeReferences = { unit: unitReference, owner: personReference }

export type Answering = {
  readonly edition: number
  /** Of the record here, as its editor saw it. */
  readonly version: number
  /** By the name of the difference. */
  readonly choice: (name: string) => Choice | undefined
}

/** What changed at the source, answered one by one: what is accepted is written by the record's own deeds, so its decision falls if it must. */
export async function answer(ctx: Ctx, kinds: Shareables, subject: RecordKey, { edition, version, choice }: Answering): Done {
  const kind = kinds(subject.type)
  const taken = kind && (await lockTaken(ctx, subject))
  if (!taken) return refuse('notFound')
  const [shared, read] = [await findShared(ctx, taken.source), await kind.read(ctx, subject.id)]
  if (!shared || !read) return refuse('notFound')
  if (!read.may) return refused(ctx, subject, refuse('notAllowed'))
  if (shared.edition === taken.edition) return refuse('nothingChanged')
  if (shared.edition !== edition || read.version !== version) return refused(ctx, subject, refuse('stale'))
  const ours = contentBy(kind, atSource(taken.lines), await snapshotOf(ctx, kind, read))
  const differences = differencesOf(kind, taken.content, shared.content, ours)
  const open = differences.filter((one) => choice(nameOf(one)) === undefined)
  if (open.length > 0) return refuse('unanswered', open.map(nameOf))
  const writes = accepted(kind, differences, shared.content, (one) => choice(nameOf(one)) ?? 'keep')
  const own: Own = { unit: taken.unit, owner: read.owner ?? ctx.actor.personId, due: dueFrom(ctx.now) }
  const lacking: string[] = []
  const lines = withOwnIds(
    ctx,
    taken.lines,
    [...writes.keys()].filter((key) => !(key in ours)),
  )
  const outcome = await whole(ctx, async () => {
    let seen: number | null = version
    for (const key of inOrder(kind, [...writes.keys()])) {
      const part = partOf(kind, key)
      const said = writes.get(key)
      if (!part || said === undefined) continue
      const line = keyBy(lines, key)
      const stands = read.content[line]
      const answers = said && answersBy(kind, key, lines, await resolved(ctx, part, said, lacking, stands))
      const done =
        key === subject.type
          ? await kind.edit(ctx, subject.id, version, revived(part, answers ?? {}))
          : await lineWritten(ctx, kind, subject.id, seen, line, answers && { ...stands, ...answers }, stands ? null : own)
      if (!done.ok && done.why !== 'nothingChanged') return done
      seen = null
    }
    const count = [...differences].filter((one) => choice(nameOf(one)) === 'accept').length
    const event = { type: 'sharing.answered', edition, accepted: count, kept: differences.length - count } as const
    await noteAnswered(ctx, { ...taken, lines }, shared, [event] satisfies readonly SharingEvent[])
    await syncSharing(ctx, kind, { ...taken, edition }, shared, 'same')
    return null
  })
  return outcome ? refused(ctx, subject, outcome) : { ok: true, next: { id: subject.id, lacking: [...new Set(lacking)] } }
}

/** The record is our own from now on, and no longer compared with its source. */
export async function release(
  ctx: Ctx,
  kinds: Shareables,
  subject: RecordKey,
): Promise<{ readonly ok: true; readonly next: RecordKey } | Refusal> {
  const stands = await kinds(subject.type)?.stands(ctx, subject.id)
  if (!stands?.may) return refuse('notAllowed')
  if (!(await lockTaken(ctx, subject))) return refuse('nothingChanged')
  await deleteTaken(ctx, subject)
  await syncTasks(ctx, { ...subject, reference: null, href: '/' }, 'sharing.', [])
  return { ok: true, next: subject }
}

/** The task that follows from how the source stands today. `told`: which of its states that is. */
export async function syncSharing(
  ctx: Ctx,
  kind: Shareable,
  taken: Taken,
  source: Pick<Shared, 'edition' | 'at' | 'redacted'> | null,
  told: string,
): Promise<void> {
  const { subject } = taken
  const stands = await kind.stands(ctx, subject.id)
  const href = `/delt/${subject.type}/${subject.id}/endringer`
  const about = inAll(() => stands?.name ?? '')
  const specs =
    stands && !stands.ended
      ? sharingTasks(taken, source, { ...stands, about, href, incident: kind.incident !== undefined }, (locale) => texts(locale).tasks)
      : []
  await syncTasks(ctx, { ...subject, reference: null, href }, 'sharing.', specs)
  await noteTold(ctx, subject, told)
}

/** All of it, or nothing: a line that is refused takes with it what was written before it. */
async function whole(ctx: Ctx, work: () => Promise<Refusal | null>): Promise<Refusal | null> {
  await sql`savepoint sharing`.execute(ctx.tx)
  const refusal = await work()
  await (refusal ? sql`rollback to savepoint sharing` : sql`release savepoint sharing`).execute(ctx.tx)
  return refusal
}

const lineWritten = (
  ctx: Ctx,
  kind: Shareable,
  id: string,
  version: number | null,
  key: string,
  answers: Content[string] | null,
  own: Own | null,
) => {
  const [part = '', line = ''] = key.split('.')
  const known = partOf(kind, key)
  const blank = emptyValues(known?.fields ?? {})
  return kind.writeLine(ctx, id, version, { part, id: line }, answers && { ...blank, ...(own && known?.own?.(own)), ...answers })
}

/** Names are records again, as far as something is called so here and may be chosen. `stands`: what is chosen already. */
async function resolved(
  ctx: Ctx,
  part: SharedPart,
  answers: Content[string],
  lacking: string[],
  stands: Content[string] = {},
): Promise<Content[string]> {
  const said: Record<string, unknown> = { ...answers }
  for (const [field, reference] of Object.entries(part.references)) {
    if (!(field in said) || isEmpty(said[field])) continue
    const several = Array.isArray(said[field])
    const names = [said[field]].flat().map(String)
    const before = [stands[field]].flat()
    const called = (await reference.called(ctx, names)).filter(({ id, gone }) => !gone || before.includes(id))
    lacking.push(...names.filter((name) => !called.some(({ as }) => as === name)))
    const ids = [...new Set(called.map(({ id }) => id))].sort()
    said[field] = several ? ids : (ids[0] ?? null)
  }
  return said
}

/** What is pointed at by a name that nothing has here: shown before anything is taken. */
export async function lackingOf(ctx: Ctx, kind: Shareable, content: Content): Promise<readonly string[]> {
  const lacking: string[] = []
  for (const [key, said] of Object.entries(content)) {
    const part = partOf(kind, key)
    if (part) await resolved(ctx, part, said, lacking)
  }
  return [...new Set(lacking)]
}

/** How long those who own what comes along have, where nobody has said. */
const dueMonths = 3
export const dueFrom = (now: Date): string => addMonths(localDate(now), dueMonths)
