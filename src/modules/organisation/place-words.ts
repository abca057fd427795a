import type { ProfilePart } from '../../kernel/profile.ts'
import type { Locale } from '../../kernel/texts.ts'

/** ": hvem lukker, hvem signerer brev"; nothing where no part has words for it. */
export function placesIn(parts: readonly ProfilePart[], keys: readonly string[], locale: Locale): string {
  const at = { nb: 1, nn: 2, en: 3 } as const
  const words = parts.flatMap((part) => part.words)
  const found = keys.flatMap((key) => words.find(([place]) => key === place || key.startsWith(`${place}.`))?.[at[locale]] ?? [])
  return found.length === 0 ? '' : `: ${[...new Set(found)].join(', ')}`
}
