import { sql } from 'kysely'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields, Values } from '../../kernel/fields.ts'
import type { Content } from '../../kernel/version.ts'
import { measureFields } from './fields.ts'
import type { Measure } from './risk.ts'

/** The tables that hold what may happen, and what is done about it, of one kind of record. */
type Tables =
  | { readonly scenario: 'risk_scenario'; readonly measure: 'risk_measure'; readonly of: 'risk_id' }
  | { readonly scenario: 'dpia_scenario'; readonly measure: 'dpia_measure'; readonly of: 'dpia_id' }
type Part = 'scenario' | 'measure'

/** Reads and writes the scenarios and measures of a kind of record. Its tables have the same columns, beside what its scenarios ask. */
export function partStore<F extends Fields>(tables: Tables, scenarioFields: F) {
  type Scenario = Values<F> & { readonly id: string }
  // One of them stands for all: the columns used here by name are those that each has.
  const table = (part: Part) => tables[part] as 'risk_scenario'
  const of = tables.of as 'risk_id'

  const rows = (ctx: Ctx, part: Part, id: string) =>
    ctx.tx
      .selectFrom(table(part))
      .selectAll()
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where(of, '=', id)
      .orderBy('id')
      .execute()
  const readScenarios = async (ctx: Ctx, id: string): Promise<readonly Scenario[]> =>
    (await rows(ctx, 'scenario', id)).map((row) => ({ id: row.id, ...fromRow(scenarioFields, row) }))
  const readMeasures = async (ctx: Ctx, id: string): Promise<readonly Measure[]> =>
    (await rows(ctx, 'measure', id)).map((row) => ({ id: row.id, ...fromRow(measureFields, row) }))

  const save = async (ctx: Ctx, part: Part, holder: string, id: string, answers: Record<string, unknown>): Promise<void> => {
    await ctx.tx
      .insertInto(table(part))
      .values({ organisation_id: ctx.actor.organisationId, [of]: holder, id, ...answers } as never)
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(answers as never))
      .execute()
  }
  const remove = async (ctx: Ctx, part: Part, holder: string, id: string): Promise<void> => {
    await ctx.tx
      .deleteFrom(table(part))
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where(of, '=', holder)
      .where('id', '=', id)
      .execute()
  }

  return {
    readScenarios,
    readMeasures,
    /** What they say, for the versions of their record: all of what was approved can be read afterwards. */
    content: async (ctx: Ctx, id: string): Promise<Content> => {
      const [scenarios, measures] = [await readScenarios(ctx, id), await readMeasures(ctx, id)]
      return Object.fromEntries([
        ...scenarios.map(({ id: key, ...values }) => [`scenario.${key}`, values]),
        ...measures.map(({ id: key, ...values }) => [`measure.${key}`, values]),
      ])
    },
    /** Whether another record has a part of this id: nobody writes there from here. */
    isOfAnother: async (ctx: Ctx, part: Part, holder: string, id: string): Promise<boolean> => {
      const row = await ctx.tx
        .selectFrom(table(part))
        .select('id')
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', id)
        .where(of, '!=', holder)
        .executeTakeFirst()
      return row !== undefined
    },
    saveScenario: (ctx: Ctx, holder: string, scenario: Scenario): Promise<void> =>
      save(ctx, 'scenario', holder, scenario.id, toRow(scenarioFields, scenario)),
    saveMeasure: (ctx: Ctx, holder: string, measure: Measure): Promise<void> =>
      save(ctx, 'measure', holder, measure.id, toRow(measureFields, measure)),
    /** A scenario that is taken out is no longer what a measure is against. */
    removeScenario: async (ctx: Ctx, holder: string, id: string): Promise<void> => {
      await remove(ctx, 'scenario', holder, id)
      await sql`
        update ${sql.table(tables.measure)} set scenarios_ids = array_remove(scenarios_ids, ${id}::uuid)
        where organisation_id = ${ctx.actor.organisationId} and ${sql.ref(tables.of)} = ${holder} and ${id}::uuid = any(scenarios_ids)
        `.execute(ctx.tx)
    },
    removeMeasure: (ctx: Ctx, holder: string, id: string): Promise<void> => remove(ctx, 'measure', holder, id),
  }
}
