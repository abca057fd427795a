/** Who a record names to decide something, and whom the registers have for it, whatever the record says. */
type Named = { readonly person: string | null; readonly known: readonly string[] }

/** Whoever drafted a record does not decide on it (S4-104), unless the registers have them for it: the owner of the system drafts too. */
export const drafted = ({ person, known }: Named, drafters: readonly (string | null)[]): boolean =>
  person !== null && drafters.includes(person) && !known.includes(person)

type Drafted = Named & { readonly drafters: readonly (string | null)[] }
/**
 * Nobody gives themselves, or whoever drafted it, the right to decide on a record, in one step or in two: `before` is null where it is new.
 * `by`: whoever writes now. What stood so before is left as it is, so that another question can be answered.
 */
export const namesDrafter = (before: Drafted | null, after: Drafted, by: string): boolean =>
  drafted(after, [...after.drafters, by]) &&
  !(before !== null && before.person === after.person && drafted(before, [...before.drafters, by]))

/** Those who stand in every one of the answers that names somebody: where two are asked, neither alone is known for both. */
export const knownForAll = (named: readonly (string | null)[]): readonly string[] => {
  const persons = [...new Set(named.flatMap((one) => one ?? []))]
  return persons.length === 1 ? persons : []
}
