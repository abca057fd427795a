import type { Config } from '../config.ts'

/** What an operator asks for by a command, in the place of a server. `words`: what stands after its name. */
export type Asked = {
  readonly config: Config
  readonly words: readonly string[]
  readonly clock: () => Date
  /** Where programs are looked for, as PATH. */
  readonly path: string
  /** A line to whoever asked. */
  readonly say: (line: string) => void
}
/** Answers what the command ends with: 0 where all is well. */
export type Errand = (asked: Asked) => Promise<number>

/** What a command ends with where it was not asked rightly. */
export const misunderstood = 2

/** The words that are no option, and what follows each option that has a value, as `--key abc`. */
export function read(words: readonly string[], ...options: readonly string[]) {
  const isValue = (n: number) => options.includes(words[n - 1] ?? '')
  return {
    plain: words.filter((word, n) => !word.startsWith('--') && !isValue(n)),
    of: (option: string) => words.filter((_, n) => words[n - 1] === option),
    unknown: words.filter((word, n) => word.startsWith('--') && !isValue(n) && !options.includes(word)),
  }
}
