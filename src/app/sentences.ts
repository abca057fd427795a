import type { Locale } from '../kernel/texts.ts'
import { texts as audit } from '../modules/audit/texts.ts'
import { texts as deviation } from '../modules/deviation/texts.ts'
import { texts as files } from '../modules/files/texts.ts'
import { texts as identity } from '../modules/identity/texts.ts'
import { texts as messages } from '../modules/messages/texts.ts'
import { texts as notices } from '../modules/notices/texts.ts'
import { texts as organisation } from '../modules/organisation/texts.ts'
import { texts as people } from '../modules/people/texts.ts'
import { texts as systems } from '../modules/systems/texts.ts'
import { texts as tasks } from '../modules/tasks/texts.ts'
import { shellTexts } from './texts.ts'

type Entry = { readonly type: string; readonly data: unknown }
type Say = (event: never) => string

/** The words each module has for its own events, one row a module; the log asks here (M23). */
const modules = [organisation, people, identity, audit, tasks, messages, files, systems, deviation, notices]

type KeysOf<T> = T extends unknown ? keyof T : never
/** Every event that has words. */
export type EventType = KeysOf<ReturnType<(typeof modules)[number]>['events'] | ReturnType<typeof shellTexts>['events']>
export const eventTypes: readonly string[] = allWords('nb').flatMap((events) => Object.keys(events))

/** What a log entry says. An event without words of its own is shown by its type: never hidden. */
export function sentence({ type, data }: Entry, locale: Locale): string {
  const say = wordsFor(type, locale)
  if (!say) return type
  const { count, per } = data as { readonly count?: number; readonly per?: 'hour' | 'day' }
  const said = say({ type, ...(data as object) } as never)
  return count && per ? `${said} (${shellTexts(locale).timesIn[per](count)})` : said
}

export const hasWords = (type: string, locale: Locale): boolean => wordsFor(type, locale) !== undefined

function wordsFor(type: string, locale: Locale): Say | undefined {
  return allWords(locale).find((events) => type in events)?.[type]
}

function allWords(locale: Locale) {
  return [...modules.map((texts) => texts(locale).events), shellTexts(locale).events] as readonly Readonly<Record<string, Say>>[]
}
