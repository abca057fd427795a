import { foldOf, localInput } from './calendar/calendar.ts'
import { type Field, type Fields, type Form, holdsSeveral, parse, type Values } from './fields.ts'
import { isId } from './ids.ts'
import { fingerprint } from './seal.ts'

// Two who edit the same record: what the form said when it was opened goes with it, so that what was not touched is not saved over
// what another has written meanwhile. See docs/decisions/0013-one-road-for-forms.md.

/** The hidden answer that says what the form held when it was opened. */
export const openedName = 'opened'

/** A value as a browser posts it. */
export function written(field: Field, value: unknown): string | readonly string[] {
  if (value === null || value === undefined) return holdsSeveral(field) ? [] : ''
  if (holdsSeveral(field)) return value as readonly string[]
  return value instanceof Date ? localInput(value) : String(value)
}

/** What the form held when it was opened, one mark a question: the choices themselves where several may stand, else a fingerprint. */
export function openedOf<F extends Fields>(fields: F, values: Partial<Values<F>>, names: readonly string[] = Object.keys(fields)): string {
  return names
    .flatMap((name) => {
      const field = fields[name]
      return field ? [`${name}:${markOf(field, answersOf(name, field, values[name]), name)}`] : []
    })
    .join(' ')
}

/** The version an editor saw. A form without one was not sent by our page and saw nothing: no record has that version (S4-023). */
export const versionOf = ({ version }: Form): number => {
  const said = (typeof version === 'string' ? version : (version?.[0] ?? '')).trim()
  return /^\d{1,9}$/.test(said) ? Number(said) : -1
}

export type Merged = {
  /** What was posted, with what only the other changed put in; `opened` says what stands now. */
  readonly form: Form
  /** Both have changed these, each to something else: they are asked about. */
  readonly both: readonly string[]
  /** Only the other has changed these. */
  readonly theirs: readonly string[]
}

/**
 * Puts together what one editor posted and what stands now, question by question, against what that editor opened. Where several may
 * be chosen, each choice is for itself. Null where the form does not say what it was opened with: then nothing is known.
 */
export function merge<F extends Fields>(fields: F, form: Form, now: Values<F>): Merged | null {
  const opened = readOpened(form)
  if (opened.size === 0) return null
  const merged: Record<string, string | readonly string[] | undefined> = { ...form }
  const both: string[] = []
  const theirs: string[] = []
  for (const [name, was] of opened) {
    const field = fields[name]
    if (!field) continue
    const stands = answersOf(name, field, now[name])
    const [mine, standing] = [markOf(field, form, name), markOf(field, stands, name)]
    if (standing === was || mine === standing) continue
    if (holdsSeveral(field)) {
      const [before, yours, there] = [choicesIn(was), choicesIn(mine), choicesIn(standing)]
      const kept = there.filter((one) => yours.includes(one) || !before.includes(one))
      merged[name] = [...kept, ...yours.filter((one) => !before.includes(one) && !kept.includes(one))]
      if (mine === was) theirs.push(name)
    } else if (mine === was) {
      Object.assign(merged, { [`${name}.fold`]: undefined }, stands)
      theirs.push(name)
    } else both.push(name)
  }
  merged[openedName] = openedOf(fields, now, [...opened.keys()])
  return { form: merged, both, theirs }
}

/**
 * What a form answers: its own questions, read; those that it did not ask are left out. It asked those that it was opened with: boxes
 * that are all unticked post nothing, and that is an answer.
 */
export function writtenIn<F extends Fields>(fields: F, form: Form): Partial<Values<F>> {
  const opened = readOpened(form)
  const { values } = parse(fields, form)
  const asked = ([name]: readonly [string, unknown]) => name in form || opened.has(name)
  return Object.fromEntries(Object.entries(values).filter(asked)) as Partial<Values<F>>
}

const readOpened = (form: Form): ReadonlyMap<string, string> => {
  const said = form[openedName]
  const marks = typeof said === 'string' ? said.split(' ') : (said ?? []).flatMap((one) => one.split(' '))
  return new Map(
    marks.flatMap((one) => {
      const at = one.lastIndexOf(':')
      return at > 0 ? [[one.slice(0, at), one.slice(at + 1)] as const] : []
    }),
  )
}

/** As the form would post it: the hour that comes twice says which it is. */
const answersOf = (name: string, field: Field, value: unknown): Form => ({
  [name]: written(field, value),
  ...(value instanceof Date && foldOf(value) ? { [`${name}.fold`]: foldOf(value) ?? undefined } : {}),
})

/** The same for two ways of writing one answer; what cannot be read is what was written. */
function markOf(field: Field, form: Form, name: string): string {
  const raw = form[name]
  if (holdsSeveral(field)) {
    const chosen = typeof raw === 'string' ? [raw] : (raw ?? [])
    const marked = field.kind === 'choices' ? field.of.filter((one) => chosen.includes(one)) : [...new Set(chosen)].filter(isId).sort()
    return `+${marked.join(',')}`
  }
  const { values, problems } = parse({ it: field }, { it: raw, 'it.fold': form[`${name}.fold`] })
  const value = values.it instanceof Date ? `${localInput(values.it)} ${foldOf(values.it) ?? ''}` : values.it
  const shown = problems.length > 0 ? `?${typeof raw === 'string' ? raw : (raw?.[0] ?? '')}` : value === null ? '' : `=${String(value)}`
  return shown === '' ? '-' : fingerprint(shown)
}

const choicesIn = (mark: string): readonly string[] =>
  mark
    .replace(/^\+/, '')
    .split(',')
    .filter((one) => one !== '')
