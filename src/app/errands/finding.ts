/** One thing that was looked at. `cure`: what to do, where it is not well. */
export type Finding = { readonly state: 'ok' | 'warning' | 'wrong'; readonly what: string; readonly says: string; readonly cure?: string }

export const ok = (what: string, says: string): Finding => ({ state: 'ok', what, says })
export const warning = (what: string, says: string, cure: string): Finding => ({ state: 'warning', what, says, cure })
export const wrong = (what: string, says: string, cure: string): Finding => ({ state: 'wrong', what, says, cure })

/** What could not even be looked at is a fault of its own, and hides none of the others. */
export const looked = async (what: string, cure: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> =>
  look().catch((error: unknown) => [wrong(what, saidOf(error), cure)])

export const saidOf = (error: unknown): string => {
  const { message, errors } = (error ?? {}) as { readonly message?: string; readonly errors?: readonly Error[] }
  // A host with several addresses fails with one error for each, and an empty message of its own.
  return message || errors?.map((one) => one.message).join('; ') || String(error)
}

const marks = { ok: 'ok     ', warning: 'WARNING', wrong: 'WRONG  ' } as const
export const linesOf = ({ state, what, says, cure }: Finding): readonly string[] => [
  `${marks[state]}  ${what}: ${says}`,
  ...(cure ? [`         → ${cure}`] : []),
]
