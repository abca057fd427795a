import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { UnitKind } from './fields.ts'
import type { Assignment, Person, PersonEvent, UnitEvent, UnitRecord, UnitValues } from './person.ts'
import type { PersonChange, UnitChange } from './rules.ts'

export const personStore: Store<Person, PersonEvent> = {
  subject: 'person',
  lock: async (ctx, id) => {
    const row = await personRow(ctx, id).forUpdate().executeTakeFirst()
    return row && { ...row, assignments: await assignmentsOf(ctx, id) }
  },
  apply: async (ctx, { next, events }, before) => {
    await ctx.tx
      .updateTable('person')
      .set({ ...personColumns(next), ...left(ctx, next, before), version: before.version + 1 })
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await saveAssignments(ctx, next, before)
    await record(ctx, { type: 'person', id: next.id }, events)
  },
}

export async function insertPerson(ctx: Ctx, { next, events }: PersonChange, demoSlug: string | null = null): Promise<void> {
  const { organisationId } = ctx.actor
  await ctx.tx
    .insertInto('person')
    .values({ organisation_id: organisationId, id: next.id, demo_slug: demoSlug, version: 1, ...personColumns(next) })
    .execute()
  await record(ctx, { type: 'person', id: next.id }, events)
}

/** Without the lock: for the page that shows it. */
export async function readPerson(ctx: Ctx, id: string): Promise<Person | undefined> {
  const row = await personRow(ctx, id).executeTakeFirst()
  return row && { ...row, assignments: await assignmentsOf(ctx, id) }
}

export const unitStore: Store<UnitRecord, UnitEvent> = {
  subject: 'unit',
  lock: async (ctx, id) => {
    // Paths of many units change together, so the whole tree is locked, not one unit of it. Their ids stay as they are: people may be
    // added to them meanwhile, as by a directory that waits for nothing else of ours.
    await sql`select id from unit where organisation_id = ${ctx.actor.organisationId} order by id for no key update`.execute(ctx.tx)
    return readUnit(ctx, id)
  },
  apply: async (ctx, { next, events }, before) => {
    const { organisationId } = ctx.actor
    await ctx.tx
      .updateTable('unit')
      .set({ ...unitColumns(next), version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', next.id)
      .execute()
    // What lies below keeps its own end of the path and gets the new beginning.
    await sql`update unit set path = ${next.path}::uuid[] || path[${before.path.length + 1}::int:]
      where organisation_id = ${organisationId} and path @> array[${next.id}]::uuid[] and path <> ${next.path}::uuid[]`.execute(ctx.tx)
    await record(ctx, { type: 'unit', id: next.id }, events)
  },
}

export async function insertUnit(ctx: Ctx, { next, events }: UnitChange): Promise<void> {
  await ctx.tx
    .insertInto('unit')
    .values({ organisation_id: ctx.actor.organisationId, id: next.id, version: 1, path: [...next.path], ...unitColumns(next) })
    .execute()
  await record(ctx, { type: 'unit', id: next.id }, events)
}

export async function readUnit(ctx: Ctx, id: string): Promise<UnitRecord | undefined> {
  const row = await ctx.tx
    .selectFrom('unit')
    .select(['id', 'version', 'name', 'kind', 'parent_id', 'leader_id', 'path', 'research_portal', 'research_portal_people_ids'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      version: row.version,
      path: row.path,
      values: {
        name: row.name,
        kind: row.kind as UnitKind,
        parent: row.parent_id,
        leader: row.leader_id,
        researchPortal: row.research_portal as UnitValues['researchPortal'],
        researchPortalPeople: row.research_portal_people_ids,
      },
    }
  )
}

const personRow = (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('person')
    .select((row) => [
      'id',
      'version',
      'active',
      sql<Person['values']>`json_build_object('name', ${row.ref('name')}, 'email', ${row.ref('email')}, 'unit', ${row.ref('unit_id')},
        'leader', ${row.ref('leader_id')}, 'locale', ${row.ref('locale')})`.as('values'),
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)

async function assignmentsOf(ctx: Ctx, personId: string): Promise<readonly Assignment[]> {
  const rows = await ctx.tx
    .selectFrom('role_assignment')
    .select(['id', 'role', 'unit_id', 'from_date', 'to_date', 'reason'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', personId)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map(({ id, role, reason, ...row }) => ({
    id,
    role: role as Role,
    unitId: row.unit_id,
    from: row.from_date,
    to: row.to_date,
    reason,
  }))
}

async function saveAssignments(ctx: Ctx, next: Person, before: Person): Promise<void> {
  const { organisationId } = ctx.actor
  const gone = before.assignments.filter((one) => !next.assignments.some((kept) => kept.id === one.id))
  const written = next.assignments.filter((one) => !before.assignments.includes(one))
  if (gone.length > 0)
    await ctx.tx
      .deleteFrom('role_assignment')
      .where('organisation_id', '=', organisationId)
      .where(
        'id',
        'in',
        gone.map((one) => one.id),
      )
      .execute()
  for (const { id, role, unitId, from, to, reason = null } of written)
    await ctx.tx
      .insertInto('role_assignment')
      .values({ organisation_id: organisationId, id, person_id: next.id, role, unit_id: unitId, from_date: from, to_date: to, reason })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ to_date: to }))
      .execute()
}

/** The day that somebody left: what is kept of them has its time from then. Whoever comes back is somebody who works here, and no name alone. */
const left = (ctx: Ctx, next: Person, before: Person) =>
  next.active === before.active ? {} : { left_on: next.active ? null : localDate(ctx.now), forgotten_on: null }
const personColumns = ({ active, values }: Person) => ({
  active,
  name: values.name ?? '',
  email: values.email,
  unit_id: values.unit,
  leader_id: values.leader,
  locale: values.locale as Locale | null,
})
const unitColumns = ({ values }: UnitRecord) => ({
  name: values.name ?? '',
  kind: values.kind ?? 'unit',
  parent_id: values.parent,
  leader_id: values.leader,
  research_portal: values.researchPortal,
  research_portal_people_ids: [...values.researchPortalPeople],
})
