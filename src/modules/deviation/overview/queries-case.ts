import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type TimelineEntry, timelineOf } from '../../audit/public.ts'
import { personsById } from '../../people/public.ts'
import { type Task, tasksOf } from '../../tasks/public.ts'
import type { Status } from '../deviation.ts'
import type { Category } from '../fields-report.ts'
import { casesMergedInto, type Together, togetherWith } from '../merging/queries.ts'
import type { CaseView } from '../queries.ts'
import { workedBy } from '../queries-standing.ts'

export type SimilarCase = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly status: Status
  readonly categories: readonly Category[]
  readonly shortName: string | null
  readonly sameSystem: boolean
}

/** What stands around a case on its page. */
export type CaseSurroundings = {
  readonly tasks: readonly Task[]
  readonly events: readonly TimelineEntry[]
  readonly similar: readonly SimilarCase[]
  /** Those about the same incident. */
  readonly together: Together
  /** The cases that go on in this one, whole. */
  readonly merged: readonly CaseView[]
  /** Those whom the tasks and the events name, by id. */
  readonly names: ReadonlyMap<string, string>
}

export async function surroundingsOf(ctx: Ctx, view: CaseView): Promise<CaseSurroundings> {
  const { id } = view.deviation
  const [all, events, similar, together, merged] = await Promise.all([
    tasksOf(ctx, id),
    timelineOf(ctx, id),
    similarCases(ctx, view),
    togetherWith(ctx, view.deviation),
    casesMergedInto(ctx, view.deviation),
  ])
  const tasks = all.filter((task) => task.status === 'open')
  const ids = [...tasks.map((task) => task.personId), ...events.map((event) => event.actorId)].filter((id): id is string => id !== null)
  const people = await personsById(
    ctx,
    [...new Set(ids)].filter((id) => !view.names.has(id)),
  )
  const names = new Map([...view.names, ...[...people].map(([id, person]) => [id, person.name] as const)])
  return { tasks, events, similar, together, merged, names }
}

const mostSimilar = 5
const yearsBack = 3

/** S4-125: cases of the last three years with the same system or kind that this person may see, the nearest kin first. */
export async function similarCases(ctx: Ctx, { deviation }: Pick<CaseView, 'deviation'>): Promise<readonly SimilarCase[]> {
  const { system } = deviation.report
  const kinds = deviation.report.categories.filter((category) => category !== 'OTHER_UNSURE')
  if (deviation.status === 'draft' || (system === null && kinds.length === 0)) return []
  const { rows } = await sql<SimilarCase>`
    with kin as (
      (select d.*, true as same_system from deviation d
        where ${workedBy(ctx)} and d.status <> 'draft' and d.id <> ${deviation.id}::uuid and d.system_id = ${system}::uuid
          and d.received_at > ${ctx.now}::timestamptz - make_interval(years => ${yearsBack})
        order by d.year desc, d.number desc limit ${mostSimilar})
      union all
      (select d.*, false from deviation d
        where ${workedBy(ctx)} and d.status <> 'draft' and d.id <> ${deviation.id}::uuid
          and (${system}::uuid is null or d.system_id is distinct from ${system}::uuid) and d.categories && ${kinds}::text[] and d.received_at > ${ctx.now}::timestamptz - make_interval(years => ${yearsBack})
        order by d.year desc, d.number desc limit ${mostSimilar}))
    select d.id, d.year, d.number, d.status, d.categories, d.same_system as "sameSystem", h.short_name as "shortName"
    from kin d left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
    order by d.same_system desc, d.year desc, d.number desc limit ${mostSimilar}`.execute(ctx.tx)
  return rows
}
