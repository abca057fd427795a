import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { type Field, holdsSeveral, isEmpty } from '../../kernel/fields.ts'
import { isId } from '../../kernel/ids.ts'
import type { Shareable, SharedPart, Stands } from '../../kernel/shared.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { Content } from '../../kernel/version.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Choice, Difference, Shared, SharingEvent, Taken } from './sharing.ts'

/** Those who answer for what leaves the organisation. */
export const mayShare = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'controller', 'privacyAdviser', 'gdprUnit')
/** The same of one record, where its kind says that others may too. */
export const maySharing = (actor: Actor, stands: Pick<Stands, 'shares'> | undefined): boolean => mayShare(actor) || stands?.shares === true

/** As the fields have it: what was kept as text is a moment again. */
export const revived = (part: SharedPart, said: Content[string]): Content[string] =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      part.fields[name]?.kind === 'instant' && typeof value === 'string' ? new Date(value) : value,
    ]),
  )

/** The part that a key of the content is of: the record itself, or a line of it. */
export const partOf = ({ main, lines }: Shareable, key: string): SharedPart | undefined => {
  const [part = '', id] = key.split('.')
  return id === undefined ? main : Object.hasOwn(lines, part) ? lines[part] : undefined
}
/** The record first, then its lines in the order of their kinds: a line may point at one before it. */
export const inOrder = ({ lines }: Shareable, keys: readonly string[]): readonly string[] => {
  const kinds = Object.keys(lines)
  const rank = (key: string) => (key.includes('.') ? kinds.indexOf(key.split('.')[0] ?? '') : -1)
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/**
 * What goes along of a record: the questions that its row names and no others, records that it points at by their names, identifiers in
 * its texts hidden. `named`: what these records are called.
 */
export const goesAlong = (
  kind: Shareable,
  content: Content,
  named: ReadonlyMap<string, string>,
  hidden: (text: string) => string,
): Content =>
  Object.fromEntries(
    inOrder(kind, Object.keys(content)).flatMap((key) => {
      const part = partOf(kind, key)
      return part ? [[key, answersOf(part, content[key] ?? {}, named, hidden)]] : []
    }),
  )

const answersOf = (part: SharedPart, said: Content[string], named: ReadonlyMap<string, string>, hidden: (text: string) => string) =>
  Object.fromEntries(
    part.goes.map((name) => {
      const value = said[name] ?? null
      if (typeof value === 'string' && part.fields[name]?.kind === 'text') return [name, hidden(value)]
      return [name, Object.hasOwn(part.references, name) ? namesOf(value, named) : value]
    }),
  )
const namesOf = (value: unknown, named: ReadonlyMap<string, string>): unknown => {
  const names = [value].flat().flatMap((id) => (isId(id) ? (named.get(id) ?? []) : []))
  return Array.isArray(value) ? names.sort() : (names[0] ?? null)
}

/** All that is written in it, for whoever looks for what must not go along. */
export const textsIn = (
  kind: Shareable,
  content: Content,
): readonly { readonly key: string; readonly field: string; readonly text: string }[] =>
  Object.entries(content).flatMap(([key, said]) => {
    const fields = partOf(kind, key)?.fields ?? {}
    return Object.entries(said).flatMap(([field, text]) =>
      typeof text === 'string' && fields[field]?.kind === 'text' ? [{ key, field, text }] : [],
    )
  })

const isSame = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
export const saysTheSame = (kind: Shareable, one: Content, other: Content): boolean => differencesOf(kind, one, other, one).length === 0

export type Sharing = { readonly ready: boolean; readonly named: boolean; readonly namesPersons: readonly string[] }
/** A decided record is shared, a new edition where it says something new; `next.edition` where it is not shared now. A record that tells of weaknesses only with those who are named. */
export function share(
  kind: Shareable,
  before: Shared | null,
  next: Shared,
  { ready, named, namesPersons }: Sharing,
): Outcome<Shared, SharingEvent> {
  if (!ready) return refuse('notDecided')
  if (named && next.audience.to === 'everyone') return refuse('onlyNamed', ['audience'])
  // Its own units have the case already.
  if (kind.incident && next.audience.to !== 'circle') return refuse('onlyCircle', ['audience'])
  if (namesPersons.length > 0) return refuse('namesPersons', ['read'])
  const isNew = before === null || !saysTheSame(kind, before.content, next.content)
  if (before && !isNew && isSame(before.audience, next.audience) && isSame(before.note, next.note) && isSame(before.knownAt, next.knownAt))
    return refuse('nothingChanged')
  const edition = before ? before.edition + (isNew ? 1 : 0) : next.edition
  return change<Shared, SharingEvent>({ ...next, edition }, { type: 'sharing.shared', edition, to: next.audience.to })
}

/**
 * What the source says now and did not say when it was taken, beside what we say. What we say already is no difference; a line that we have
 * taken out and that changed at the source is offered whole.
 */
export function differencesOf(kind: Shareable, before: Content, now: Content, ours: Content): readonly Difference[] {
  return inOrder(kind, [...new Set([...Object.keys(now), ...Object.keys(before)])]).flatMap((key): readonly Difference[] => {
    const [was, is, our, part] = [before[key], now[key], ours[key], partOf(kind, key)]
    if (!part) return []
    if (!is) return our && was ? [{ kind: 'line', key, came: false }] : []
    const changed = part.goes.filter((field) => !isSame(was?.[field], is[field]))
    if (!our) return changed.length > 0 || !was ? [{ kind: 'line', key, came: true }] : []
    return changed.flatMap((field) =>
      isSame(our[field], is[field])
        ? []
        : [{ kind: 'answer' as const, key, field, before: was?.[field], now: is[field], ours: our[field] }],
    )
  })
}

/** Nobody here has written it otherwise: the source's may be taken over without losing anything. */
export const isUntouched = (one: Difference): boolean => (one.kind === 'answer' ? isSame(one.ours, one.before) : one.came)

/** Where several may stand, what the source added comes and what it took away goes; what we have added stands. */
export function takenOver(
  field: Field,
  { before, now, ours }: { readonly before: unknown; readonly now: unknown; readonly ours: unknown },
): unknown {
  if (!holdsSeveral(field)) return now
  const [was, is, our] = [listOf(before), listOf(now), listOf(ours)]
  const next = [
    ...our.filter((one) => is.includes(one) || !was.includes(one)),
    ...is.filter((one) => !was.includes(one) && !our.includes(one)),
  ]
  return field.kind === 'choices' ? field.of.filter((one) => next.includes(one)) : next
}
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [])

export const nameOf = (one: Difference): string => (one.kind === 'answer' ? `${one.key}.${one.field}` : one.key)

/** What is to be written, out of what was accepted: answers by key, null for a line that goes. */
export function accepted(
  kind: Shareable,
  differences: readonly Difference[],
  now: Content,
  choice: (one: Difference) => Choice,
): ReadonlyMap<string, Readonly<Record<string, unknown>> | null> {
  const writes = new Map<string, Readonly<Record<string, unknown>> | null>()
  for (const one of differences.filter((each) => choice(each) === 'accept')) {
    if (one.kind === 'line') writes.set(one.key, one.came ? (now[one.key] ?? {}) : null)
    else {
      const field = partOf(kind, one.key)?.fields[one.field]
      if (field) writes.set(one.key, { ...writes.get(one.key), [one.field]: takenOver(field, one) })
    }
  }
  return writes
}

/** How many days its owner has to see what changed at the source; of an incident, while the 72 hours may be running. */
const answerDays = 30
const incidentDays = 1
type Words = { readonly changed: string; readonly gone: string; readonly redacted: string }
/** Something was taken out at the source since it was taken, or answered last. */
export const isRedacted = ({ edition }: Pick<Taken, 'edition'>, source: Pick<Shared, 'redacted'>): boolean =>
  (source.redacted ?? 0) > edition

/** Whoever owns a record that was taken is told that the source has changed, or is shared no more. */
export function sharingTasks(
  taken: Taken,
  source: Pick<Shared, 'edition' | 'at' | 'redacted'> | null,
  {
    about,
    href,
    owner,
    roles,
    incident = false,
  }: { readonly incident?: boolean } & { readonly about: Localised; readonly href: string } & Pick<TaskSpec, 'roles'> & {
      readonly owner: string | null
    },
  words: (locale: 'nb' | 'nn' | 'en') => Words,
): readonly TaskSpec[] {
  if (source && source.edition <= taken.edition) return []
  const kind = source === null ? 'gone' : isRedacted(taken, source) ? 'redacted' : 'changed'
  const title = inAll((locale) => words(locale)[kind])
  const soon = incident || kind === 'redacted'
  const dueAt = source ? endOfDay(addDays(localDate(source.at), soon ? incidentDays : answerDays)) : null
  return [
    {
      kind: `sharing.${kind}`,
      title,
      about,
      href,
      roles,
      dueAt,
      remindAtHoursLeft: [72],
      ...(owner && { personId: owner }),
    },
  ]
}
