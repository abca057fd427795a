/** What something is called elsewhere, turned round: by each word what it means here. */
export const turned = (all: Readonly<Partial<Record<string, readonly string[]>>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).flatMap(([answer, words = []]) => words.map((word) => [word, answer])))
