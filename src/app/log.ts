import { type LogKind, logKinds, type Module } from '../kernel/module.ts'
import type { Locale } from '../kernel/texts.ts'
import type { OptionGroup } from '../ui/field.tsx'
import { shellTexts } from './texts.ts'

type Entry = { readonly type: string; readonly data: unknown }
type Say = (event: never) => string

/** What the log says of an event, and the kinds it is searched by, from the rows of the modules (M23). */
export function logOf(modules: () => readonly Module[]) {
  const logs = () => modules().flatMap(({ log }) => (log ? [log] : []))
  const wordsFor = (type: string, locale: Locale): Say | undefined =>
    logs()
      .map(({ words }) => words(locale).events)
      .find((events) => Object.hasOwn(events, type))?.[type]

  return {
    eventTypes: (): readonly string[] => logs().flatMap(({ words }) => Object.keys(words('nb').events)),
    hasWords: (type: string, locale: Locale): boolean => wordsFor(type, locale) !== undefined,

    /** What a log entry says. An event without words of its own is shown by its type: never hidden. */
    sentence({ type, data }: Entry, locale: Locale): string {
      const say = wordsFor(type, locale)
      if (!say) return type
      const { count, per, why } = data as { readonly count?: number; readonly per?: 'hour' | 'day'; readonly why?: string }
      if (why === 'stale' && type.endsWith('.refused')) return shellTexts(locale).staleRefused
      const said = say({ type, ...(data as object) } as never)
      return count && per ? `${said} (${shellTexts(locale).timesIn[per](count)})` : said
    },

    /** The events of one kind. */
    typesOf: (kind: string): readonly string[] =>
      logs().flatMap(({ kinds, own }) => {
        const name = own?.key === kind ? 'own' : kind
        return name === 'own' && own?.key !== kind ? [] : Object.keys(kinds).filter((type) => kinds[type] === name)
      }),

    /** What one chooses from in the log's filter. The words of the addresses are the reader's own. */
    groups(locale: Locale): readonly OptionGroup[] {
      const words = shellTexts(locale).logKinds
      const shared = (kinds: readonly LogKind[]) => kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))
      const own = logs().flatMap((log) => (log.own ? [{ value: log.own.key, label: log.own.label(locale) }] : []))
      return [
        { label: words.groups.cases, options: shared(logKinds.cases) },
        { label: words.groups.access, options: shared(logKinds.access) },
        { label: words.groups.organisation, options: shared(logKinds.organisation) },
        { label: words.groups.registers, options: own },
      ]
    },
  }
}
