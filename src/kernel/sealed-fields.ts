import type { Inside } from './keys.ts'
import { saidAt, sayAt } from './keys.ts'
import type { SealedIn } from './sealed.ts'

/** Questions of a record that are confidential, each with the column where its answer lies sealed. All of a row of the same name. */
export type SealedFields<V> = Readonly<Partial<Record<keyof V & string, SealedIn<'id'>>>>

/** The answers of a row, opened: `values` are those that lie in the clear. */
export async function openedValues<V extends object>(
  inside: Inside,
  sealed: SealedFields<V>,
  row: Readonly<Record<string, unknown>>,
  values: V,
): Promise<V> {
  const opened: Record<string, unknown> = {}
  for (const [name, place] of placesOf(sealed)) opened[name] = await saidAt(inside, place, row)
  return { ...values, ...opened }
}

/** What stands in the row in the place of these answers: laid over the other columns. */
export async function sealedColumns<V extends object>(
  inside: Inside,
  sealed: SealedFields<V>,
  row: { readonly id: string },
  values: V,
): Promise<Readonly<Record<string, Buffer | null>>> {
  const columns: Record<string, Buffer | null> = {}
  for (const [name, place] of placesOf(sealed)) Object.assign(columns, await sayAt(inside, place, row, values[name] as string | null))
  return columns
}

const placesOf = <V>(sealed: SealedFields<V>) => Object.entries(sealed) as [keyof V & string, SealedIn<'id'>][]
