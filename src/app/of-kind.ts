/** What the rows say of a kind of record. The kind may come from an address, so only what a row itself says counts. */
export const ofKind = <T>(kinds: readonly (Readonly<Record<string, T>> | undefined)[], type: string): T | undefined =>
  kinds.find((one) => one && Object.hasOwn(one, type))?.[type]
