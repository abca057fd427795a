import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Tx } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import { type KeysOfHouse, sealAt, unsealIfEver } from '../../kernel/keys.ts'
import type { SealedIn } from '../../kernel/sealed.ts'
import type { KeptForm, Writer } from './kept.ts'
import { keptAtMost, keptDays, ownerMark, placeMark, without, writerName } from './rules.ts'

export type Key = KeysOfHouse

/** Keeps a form for its writer: one at a place, the latest. The transaction must see the writer's organisation. */
export async function keepForm(
  tx: Tx,
  house: Key,
  writer: Writer,
  written: { readonly address: string; readonly form: Form; readonly posted: boolean },
  now: Date,
): Promise<void> {
  const { organisationId } = writer
  // No id made from the time: it would tell the minute.
  const id = randomUUID()
  const owner = ownerMark(house.houseKey, writer)
  const place = placeMark(house.houseKey, writer, written.address)
  const content = JSON.stringify({ address: written.address, form: without(written.form, writerName), at: now.toISOString() })
  await tx
    .insertInto('kept_form')
    .values({
      organisation_id: organisationId,
      id,
      owner,
      place,
      sealed: await sealAt({ tx, house, actor: writer }, keptPlace, { place }, content),
      posted: written.posted,
      kept_on: localDate(now),
    })
    .onConflict((row) =>
      row.columns(['organisation_id', 'place']).doUpdateSet((set) => ({
        sealed: set.ref('excluded.sealed'),
        // A copy that comes late does not take the place of what its writer has sent.
        posted: sql<boolean>`excluded.posted or kept_form.posted`,
        kept_on: set.ref('excluded.kept_on'),
      })),
    )
    .execute()
  await sql`delete from kept_form where organisation_id = ${organisationId} and owner = ${owner} and id in (
    select id from kept_form where organisation_id = ${organisationId} and owner = ${owner} and place <> ${place}
    order by posted desc, kept_on desc offset ${keptAtMost - 1})`.execute(tx)
}

/** It is saved, or not wanted. */
export async function forgetAt(tx: Tx, { houseKey }: Key, writer: Writer, address: string): Promise<void> {
  await tx
    .deleteFrom('kept_form')
    .where('organisation_id', '=', writer.organisationId)
    .where('place', '=', placeMark(houseKey, writer, address))
    .execute()
}

/** Whether there was such a form of this writer. */
export async function forgetOne(tx: Tx, { houseKey }: Key, writer: Writer, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('kept_form')
    .where('organisation_id', '=', writer.organisationId)
    .where('id', '=', id)
    .where('owner', '=', ownerMark(houseKey, writer))
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Copies of what was being written, when their writer signs out. What was sent and could not be saved waits on. */
export async function forgetCopies(tx: Tx, { houseKey }: Key, writer: Writer): Promise<void> {
  await tx
    .deleteFrom('kept_form')
    .where('organisation_id', '=', writer.organisationId)
    .where('owner', '=', ownerMark(houseKey, writer))
    .where('posted', '=', false)
    .execute()
}

/** The forms kept of some pages, whoever wrote them, with each of their texts changed; what that leaves as it was is not written. */
export async function rewriteKept(
  tx: Tx,
  house: Key,
  organisationId: string,
  isMeant: (address: string) => boolean,
  change: (text: string) => string,
): Promise<void> {
  const inside = { tx, house, actor: { organisationId } }
  const rows = await tx
    .selectFrom('kept_form')
    .select(['id', 'place', 'sealed'])
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
  for (const row of rows) {
    const found = await opened(inside, row)
    if (!found || !isMeant(found.address)) continue
    const { id: _, ...kept } = found
    const form = Object.fromEntries(
      Object.entries(kept.form).map(([name, said]) => [name, typeof said === 'string' ? change(said) : said?.map(change)]),
    )
    const content = JSON.stringify({ ...kept, form })
    if (content === JSON.stringify(kept)) continue
    await tx
      .updateTable('kept_form')
      .set({ sealed: await sealAt(inside, keptPlace, row, content) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', row.id)
      .execute()
  }
}

export async function forgetOld(tx: Tx, organisationId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('kept_form')
    .where('organisation_id', '=', organisationId)
    .where('kept_on', '<', addDays(localDate(now), -keptDays))
    .execute()
}

export const keptPlace: SealedIn<'place'> = {
  table: 'kept_form',
  column: 'sealed',
  names: ['place'],
  about: (organisationId, row) => `kept ${organisationId} ${Buffer.from(row.place as Uint8Array).toString('base64url')}`,
}

/** What a row holds. Undefined: its key was deleted for good, and the row goes when its days are over. */
export async function opened(
  inside: { readonly tx: Tx; readonly house: Key; readonly actor: Pick<Writer, 'organisationId'> },
  row: { id: string; place: Uint8Array; sealed: Uint8Array },
): Promise<KeptForm | undefined> {
  const text = await unsealIfEver(inside, keptPlace, row, row.sealed)
  if (text === null) return undefined
  const { address, form, at } = JSON.parse(text) as {
    readonly address: string
    readonly form: Form
    readonly at: string
  }
  return { id: row.id, address, form, at: new Date(at) }
}
