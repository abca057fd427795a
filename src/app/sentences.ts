import type { Locale } from '../kernel/texts.ts'
import { texts as deviation } from '../modules/deviation/texts.ts'

type Entry = { readonly type: string; readonly data: unknown }
type Sentences = Readonly<Record<string, (event: never) => string>>

/** The words each module has for its own events, one row a module; the log asks here (M23). */
const sentences = (locale: Locale): readonly Sentences[] => [deviation(locale).events as Sentences]

/** What a log entry says. An event without words of its own is shown by its type: never hidden. */
export function sentence(entry: Entry, locale: Locale): string {
  const say = sentences(locale).find((module) => entry.type in module)?.[entry.type]
  return say ? say({ type: entry.type, ...(entry.data as object) } as never) : entry.type
}
