import { sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Agreement } from './agreement.ts'
import { type Coverage, coverageOf, notChosen } from './gaps.ts'

/** Somebody who processes for us: in which record, and whether an agreement covers it. The id is null where only a text names them. */
export type Processed = {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly by: { readonly id: string | null; readonly name: string }
  readonly coverage: Coverage
}

type Row = Omit<Processed, 'coverage' | 'by'> & {
  readonly supplierId: string | null
  readonly supplierName: string
  readonly agreements: readonly {
    readonly status: Agreement['values']['status']
    readonly endsOn: string | null
    readonly covers: boolean
  }[]
}

type Text = Pick<Processed, 'id' | 'name' | 'unit'> & { readonly said: string; readonly chosen: readonly string[] }

const most = 1000

/** The agreements with the supplier `s` of each row; `covers`: whether one names the record of the row. */
const agreementsWith = (covers: ReturnType<typeof sql<boolean>>) => sql`
  coalesce((
    select json_agg(json_build_object('status', a.status, 'endsOn', a.ends_on, 'covers', ${covers}))
    from agreement a where a.organisation_id = s.organisation_id and a.supplier_id = s.id and a.our_role = 'controller'
  ), '[]')`

/**
 * Every activity that somebody outside processes for us in, with each of them (S2-41, S2-42); of one activity, or of one unit. What a text
 * names beside those who are chosen is named too.
 */
export async function processedActivities(ctx: Ctx, id: string | null = null, unit: string | null = null): Promise<readonly Processed[]> {
  const which = sql<boolean>`(${id}::uuid is null or p.id = ${id}) and (${unit}::uuid is null or p.unit_id = ${unit})`
  const { rows } = await sql<Row>`
    select p.id, p.name, p.unit_id as unit, s.id as "supplierId", s.name as "supplierName",
      ${agreementsWith(sql<boolean>`p.id = any(a.processings_ids)`)} as agreements
    from processing p
    cross join unnest(p.processed_by_ids) as by_id
    join supplier s on s.organisation_id = p.organisation_id and s.id = by_id
    where p.organisation_id = ${ctx.actor.organisationId} and p.status <> 'ended' and ${which}
    order by p.sort_key, p.id, s.sort_key limit ${most}`.execute(ctx.tx)
  const { rows: texts } = await sql<Text>`
    select p.id, p.name, p.unit_id as unit, p.processors as said,
      array(select s.name from supplier s where s.organisation_id = p.organisation_id and s.id = any(p.processed_by_ids)) as chosen
    from processing p
    where p.organisation_id = ${ctx.actor.organisationId} and p.status <> 'ended' and ${which}
      and p.processors is not null and p.processors !~* '^\\s*(ingen|ikkje|ikke|none|nei|no)(\\s|\\.|,|$)'
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  const others = texts.flatMap(({ said, chosen, ...row }) => {
    const rest = notChosen(said, chosen)
    return rest === '' ? [] : [{ ...row, supplierId: null, supplierName: rest, agreements: [] }]
  })
  const inWords = new Intl.Collator('nb', { numeric: true }).compare
  return [...rows, ...others].sort((one, other) => inWords(one.name, other.name)).map((row) => shown(ctx, row))
}

/** Systems in use that somebody who processes personal data delivers. */
export async function processedSystems(ctx: Ctx, id: string | null = null): Promise<readonly Processed[]> {
  const { rows } = await sql<Row>`
    select y.id, y.name, y.owner_unit_id as unit, s.id as "supplierId", s.name as "supplierName",
      ${agreementsWith(sql<boolean>`y.id = any(a.systems_ids)`)} as agreements
    from system y
    join supplier s on s.organisation_id = y.organisation_id and s.id = y.supplied_by_id and s.processes_data = 'yes'
    where y.organisation_id = ${ctx.actor.organisationId} and y.in_use = 'yes' and (${id}::uuid is null or y.id = ${id})
    order by y.sort_key, y.id limit ${most}`.execute(ctx.tx)
  return rows.map((row) => shown(ctx, row))
}

/** Suppliers in use that process personal data, each with the best of its agreements (S4-108). */
export async function processingSuppliers(ctx: Ctx, id: string | null = null): Promise<readonly Processed[]> {
  const { rows } = await sql<Row>`
    select s.id, s.name, null as unit, s.id as "supplierId", s.name as "supplierName", ${agreementsWith(sql<boolean>`true`)} as agreements
    from supplier s
    where s.organisation_id = ${ctx.actor.organisationId} and s.in_use = 'yes' and s.processes_data = 'yes'
      and (${id}::uuid is null or s.id = ${id})
    order by s.sort_key, s.id limit ${most}`.execute(ctx.tx)
  return rows.map((row) => shown(ctx, row))
}

/** Whether a supplier processes personal data for us without an agreement in force. */
export const lacksAgreement = async (ctx: Ctx, supplier: string): Promise<boolean> =>
  (await processingSuppliers(ctx, supplier)).some(({ coverage }) => coverage !== 'covered')

const shown = ({ now }: Ctx, { supplierId, supplierName, agreements, ...row }: Row): Processed => ({
  ...row,
  by: { id: supplierId, name: supplierName },
  coverage: coverageOf(agreements, localDate(now)),
})
