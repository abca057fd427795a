import type { Tx } from '../../kernel/ctx.ts'
import type { KeptForm, Writer } from './kept.ts'
import { ownerMark, placeMark } from './rules.ts'
import { type Key, opened } from './store.ts'

/** What is kept of this writer, the latest first, of what was sent and could not be saved. */
export async function postedBy(tx: Tx, house: Key, writer: Writer): Promise<readonly KeptForm[]> {
  const rows = await tx
    .selectFrom('kept_form')
    .select(['id', 'place', 'sealed'])
    .where('organisation_id', '=', writer.organisationId)
    .where('owner', '=', ownerMark(house.houseKey, writer))
    .where('posted', '=', true)
    .execute()
  const kept = await Promise.all(rows.map((row) => opened({ tx, house, actor: writer }, row)))
  return kept.filter((one) => one !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** How many forms wait for their writer to save them. */
export async function countWaiting(tx: Tx, { houseKey }: Key, writer: Writer): Promise<number> {
  const { n } = await tx
    .selectFrom('kept_form')
    .select((count) => count.fn.countAll().as('n'))
    .where('organisation_id', '=', writer.organisationId)
    .where('owner', '=', ownerMark(houseKey, writer))
    .where('posted', '=', true)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The form kept at an address. */
export async function keptAt(tx: Tx, house: Key, writer: Writer, address: string): Promise<KeptForm | undefined> {
  const row = await tx
    .selectFrom('kept_form')
    .select(['id', 'place', 'sealed'])
    .where('organisation_id', '=', writer.organisationId)
    .where('place', '=', placeMark(house.houseKey, writer, address))
    .executeTakeFirst()
  return row && opened({ tx, house, actor: writer }, row)
}
