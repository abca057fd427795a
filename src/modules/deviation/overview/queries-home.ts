import { type Role, worksAs } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Localised } from '../../../kernel/texts.ts'
import { listing } from '../../../register/listing.ts'
import { viewOf } from '../../../register/view.ts'
import { personsById } from '../../people/public.ts'
import { type Task, tasksOf } from '../../tasks/public.ts'
import { audienceOf } from '../audience.ts'
import type { Profile } from '../profile.ts'
import { type CaseView, caseView } from '../queries.ts'
import { list } from './list.tsx'
import { type NextStep, nextStep } from './next-step.ts'
import type { ListRow } from './queries-list.ts'

/** A case on one's own front page: a row of the list, with what comes next. */
export type HomeCase = {
  readonly row: ListRow
  readonly view: CaseView
  readonly next: NextStep
  /** What one's own role is to do in it, for those who are shown less than the whole case. */
  readonly task: Localised | null
  /** What others are to do first, and who: a name, or the roles. Null: it waits for nobody else. */
  readonly others: {
    readonly title: Localised
    readonly person: string | null
    readonly roles: readonly Role[]
    readonly profile: Profile
  } | null
}
export type HomeCases = {
  /** Something in them waits for whoever asks, the nearest deadline first. */
  readonly mine: readonly HomeCase[]
  /** Open cases that whoever asks takes part in, and that wait for somebody else. */
  readonly theirs: readonly HomeCase[]
  /** There are more open cases than these. */
  readonly more: boolean
}

/** As many as one can look over; the rest are in the list. Each is read whole, since the next step rests on all of a case. */
const mostMine = 8
const mostTheirs = 4

const cases = listing(list)

/** `tasks`: what waits for whoever asks, of every kind. */
export async function homeCases(ctx: Ctx, tasks: readonly Task[]): Promise<HomeCases> {
  const waiting = new Map(tasks.filter((task) => task.subjectType === 'deviation').map((task) => [task.subjectId, task]))
  const [waits, open] = await Promise.all([
    waiting.size === 0 ? null : cases.page(ctx, viewOf(list, { waits: 'meg' })),
    cases.page(ctx, viewOf(list)),
  ])
  const mineRows = waits?.rows.filter((row) => row.reads) ?? []
  const rest = open.rows.filter((row) => row.reads && !mineRows.some((one) => one.id === row.id))
  const shownOf = async (rows: readonly ListRow[]) =>
    (await Promise.all(rows.map((row) => homeCase(ctx, row, waiting.get(row.id) ?? null)))).filter((one) => one !== null)
  // Whoever only may look, such as an auditor, has no case: the list is theirs.
  const taking = (shown: readonly HomeCase[]) => shown.filter(({ view }) => view.parts.size > 0 && audienceOf(view, ctx.actor) === 'full')
  const [mine, first] = await Promise.all([shownOf(mineRows.slice(0, mostMine)), shownOf(rest.slice(0, mostTheirs))])
  const second = taking(first).length < mostTheirs ? await shownOf(rest.slice(mostTheirs, 2 * mostTheirs)) : []
  const theirs = taking([...first, ...second]).slice(0, mostTheirs)
  return { mine, theirs, more: mineRows.length > mine.length || rest.length > theirs.length || open.more }
}

async function homeCase(ctx: Ctx, row: ListRow, task: Task | null): Promise<HomeCase | null> {
  const view = await caseView(ctx, row.id)
  if (!view) return null
  const full = audienceOf(view, ctx.actor) === 'full'
  return {
    row,
    view,
    next: full ? nextStep(view, ctx.actor, ctx.now) : { kind: 'wait' },
    task: task?.title ?? null,
    others: full ? await firstOther(ctx, view) : null,
  }
}

/** The task of others that is due first. */
async function firstOther(ctx: Ctx, { deviation, profile }: CaseView): Promise<HomeCase['others']> {
  const mine = (task: Task) => (task.personId ? task.personId === ctx.actor.personId : worksAs(ctx.actor, ...task.roles))
  const first = (await tasksOf(ctx, deviation.id)).find((task) => task.status === 'open' && !mine(task))
  if (!first) return null
  const person = first.personId ? ((await personsById(ctx, [first.personId])).get(first.personId)?.name ?? null) : null
  return { title: first.title, person, roles: first.roles, profile }
}
