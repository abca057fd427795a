import type { Ctx } from '../kernel/ctx.ts'
import { type LogKind, type Module, moduleRow, type Place, type Way } from '../kernel/module.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Column, registerFinds, type Table } from './found.ts'
import { importEvents, importKinds } from './import/events.ts'
import { importTexts } from './import/texts.ts'
import { templateTexts } from './templates/texts.ts'

/** What a register's events are called: a sentence each, the refused included. */
export type RegisterEventTexts = { readonly added: string; readonly edited: string; readonly exported: string; readonly refused: string }

type Texts = (locale: Locale) => { readonly title: string; readonly one: string; readonly add: string; readonly events: RegisterEventTexts }
/** `menu`: where its place stands, if not among the registers in their order. */
type Row = Omit<Module, 'log' | 'places' | 'finds' | 'ways'> & {
  readonly menu?: Pick<Place, 'errand' | 'stands'>
  readonly ways?: readonly Way[]
}
/** The column that names a record: must be said where it is not `name`. */
type Called<T extends Table> = 'name' extends Column<T> ? { readonly called?: Column<T> } : { readonly called: Column<T> }

/**
 * A plain register's row: its place in the menu, its kind in the log, and the words of its events; its records among the hits of the search,
 * and where records are added among the ways. The rest of a row beside it.
 */
export function registerRow<T extends Table>(subject: T, at: `/${string}`, texts: Texts, given: Row & Called<T>): Module {
  const { called = 'name' as Column<T>, menu, ways = [], ...row } = given as Row & { readonly called?: Column<T> }
  return moduleRow({
    named: { [subject]: (locale) => texts(locale).one },
    ...row,
    finds: registerFinds(subject, at, called, (locale) => texts(locale).title),
    ways: [...waysIn(at, texts, row.routes), ...ways],
    log: registerLog(subject, at, texts, { imports: true }),
    places: [{ errand: 'registers', ...menu, href: at, label: (locale) => texts(locale).title, may: () => true }],
  })
}

type LogTexts = (locale: Locale) => { readonly title: string; readonly events: Readonly<Record<string, string>> }
/** `kinds`: of those that are neither the register's own nor a refusal. `imports`: files are brought in to it. */
type LogMore = { readonly imports?: true; readonly kinds?: Readonly<Record<string, LogKind>> }

/**
 * What the log says of a register's events, out of the sentences in its texts: `agreement.signed` is `events.signed`. An event without a
 * sentence is found by the gate that reads what is recorded (src/app/log.test.ts).
 */
export function registerLog(subject: string, at: `/${string}`, texts: LogTexts, { imports, kinds = {} }: LogMore = {}) {
  const named = Object.keys(texts('nb').events)
  const kindOf = (name: string) => kinds[name] ?? (name === 'refused' ? 'avvist' : 'own')
  return {
    words: (locale: Locale) => ({
      events: {
        ...Object.fromEntries(Object.entries(texts(locale).events).map(([name, words]) => [`${subject}.${name}`, () => words])),
        ...(imports && importEvents(subject, locale)),
      },
    }),
    kinds: {
      ...Object.fromEntries(named.map((name) => [`${subject}.${name}`, kindOf(name)])),
      ...(imports && importKinds(subject, 'own')),
    },
    own: { key: at.slice(1), label: (locale: Locale) => texts(locale).title },
  }
}

/** The pages where one record, or a file of many, is added: for those whom their routes let in. */
const waysIn = (at: string, texts: Texts, routes: Module['routes']): readonly Way[] =>
  routes.flatMap(({ method, path, may }): readonly Way[] => {
    if (method !== 'GET' || typeof may !== 'function') return []
    const way = { href: path, may: (ctx: Ctx) => may(ctx.actor) }
    if (path === `${at}/nytt`) return [{ ...way, label: (locale) => texts(locale).add }]
    if (path === `${at}/maler`) return [{ ...way, label: (locale) => `${texts(locale).title}: ${templateTexts(locale).link}` }]
    if (path === `${at}/import`) return [{ ...way, label: (locale) => `${texts(locale).title}: ${importTexts(locale).link}` }]
    return []
  })
