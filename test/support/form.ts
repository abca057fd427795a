// What a page's own form would post, as whoever fills it in: those answers that it begins with, and an answer to what it asked for.

type Field = { readonly kind: string; readonly values: readonly string[]; readonly chosen: readonly string[] }
export type FormOnPage = {
  readonly action: string
  /** Its own values; `answered`: the names that an answer is put to, where it has none. `word` makes texts of their own. */
  readonly filled: (answered: ReadonlySet<string>, word: string) => Readonly<Record<string, readonly string[]>>
}

/** The questions that its summary of errors leads to. */
export const errorsIn = (html: string): readonly string[] =>
  [...(/data-error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/href="#([^"]+)"/g)].map(([, name = '']) => name)

const attribute = (tag: string, name: string): string | undefined => {
  const raw = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  return raw?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The form that fills the page: `v-form`. */
export function formIn(html: string, path: string): FormOnPage | null {
  const found = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].find(
    ([, head = '']) => attribute(head, 'method')?.toLowerCase() === 'post' && /\bv-form\b/.test(attribute(head, 'class') ?? ''),
  )
  if (!found) return null
  const [, head = '', body = ''] = found
  const fields = new Map<string, Field>()
  const tags = /<(input|textarea|select)\b([^>]*)>((?:(?!<\/?(?:input|textarea|select)\b)[\s\S])*)/g
  for (const [, kind = '', tag = '', inner = ''] of body.matchAll(tags)) {
    const name = attribute(tag, 'name')
    if (!name || /\sdisabled(=|\s|\/|$)/.test(tag)) continue
    const before = fields.get(name)
    const type = kind === 'input' ? (attribute(tag, 'type') ?? 'text') : kind
    const value = attribute(tag, 'value') ?? ''
    if (type === 'select') {
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
      const answerOf = (option: string) => attribute(option, 'value') ?? ''
      const chosen = options.filter((option) => /\sselected(=|\s|\/|$)/.test(option)).map(answerOf)
      fields.set(name, {
        kind: type,
        values: options.map(answerOf).filter(Boolean),
        chosen: chosen.length > 0 ? chosen : options.slice(0, 1).map(answerOf),
      })
    } else if (type === 'radio' || type === 'checkbox') {
      const chosen = /\schecked(=|\s|\/|$)/.test(tag) ? [value] : []
      fields.set(name, { kind: type, values: [...(before?.values ?? []), value], chosen: [...(before?.chosen ?? []), ...chosen] })
    } else {
      const text = type === 'textarea' ? inner.replace(/<[\s\S]*/, '') : value
      fields.set(name, { kind: before?.kind ?? type, values: [], chosen: [...(before?.chosen ?? []), text] })
    }
  }
  const filled = (answered: ReadonlySet<string>, word: string) =>
    Object.fromEntries(
      [...fields].map(([name, { kind, values, chosen }]) => {
        const empty = chosen.every((one) => one === '')
        return [name, answered.has(name) && empty ? [values[0] ?? someOf(kind, word)] : chosen]
      }),
    )
  return { action: attribute(head, 'action') ?? path, filled }
}

const someOf = (kind: string, word: string): string => {
  if (kind === 'date') return '2026-03-02'
  if (kind === 'datetime-local') return '2026-03-02T08:00'
  return kind === 'number' ? '1' : `Prøve ${word}`
}
