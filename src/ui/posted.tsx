import { localDate } from '../kernel/calendar/calendar.ts'
import type { Refusal } from '../kernel/change.ts'
import { refuse } from '../kernel/change.ts'
import { changed, daysAhead, type Fields, type Parsed, parse, parseWhole, type Values } from '../kernel/fields.ts'
import type { Asked, PostAnswer, Preview, Redirect } from '../kernel/http.ts'
import { type Merged, merge, versionOf, writtenIn } from '../kernel/merge.ts'
import { type OffersByName, type ReferenceNames, soughtIn } from '../kernel/reference.ts'
import { again, answered } from '../kernel/road.ts'
import type { Locale } from '../kernel/texts.ts'
import { ConflictOfAny } from './conflict.tsx'
import type { Fault } from './record-form.tsx'
import { type FormPage, type Refused, refusedBy, unread } from './refused.ts'

// The one road of a form: put together with what another has saved meanwhile, read, done, answered. See docs/decisions/0013-one-road-for-forms.md.

export type RoadForm<R, F extends Fields, T> = FormPage<R, F> & {
  /** Why a deed of this module was refused, in words. */
  readonly refusals: (locale: Locale) => Readonly<Record<string, string>>
  /** What its references may be, for whoever knows the fields by name only: `Offering` holds a form to say it. */
  readonly offers?: ((asked: Asked, record: R) => Promise<OffersByName>) | undefined
  /** Which of the questions are asked; all where absent. */
  readonly shown?: readonly (keyof F & string)[]
  /** A required answer that is missing stops it here, and not in the rule. */
  readonly whole?: true
  /** What is posted beside the fields, and cannot be read. */
  readonly odd?: (asked: Asked) => readonly Fault[]
  /** Whose form it is now: what cannot be read is said to them. To the others the command says why not. All where absent. */
  readonly open?: (record: R) => boolean
  /** The version that stands; absent for what is only added. */
  readonly version?: (record: R) => number
  /** Whether the record, or the part of it that is edited, stands as its editor saw it; by the version where absent. */
  readonly unmoved?: (asked: Asked, record: R) => boolean
  /** What it says now. */
  readonly stands?: (record: R, yours: Values<F>) => Values<F>
  /**
   * An edit of answers that stand each for itself: what only one has changed is saved, and only what both changed is asked about.
   * Not for a decision: it rests on all of what was read, and is made again when that has changed.
   */
  readonly merges?: true
  /** By whom, where it matters: the same answer from another hand is no double press. */
  readonly by?: (record: R) => string | null
  /** What is shown where the deed cannot be done as the record stands; else its page with the reason. */
  readonly notNow?: (asked: Asked, record: R) => PostAnswer
  /** The record as it is after the command has refused. */
  readonly reload?: (asked: Asked, record: R) => Promise<R>
  readonly done: (asked: Asked, record: R, yours: Values<F>, next: T | null) => Redirect
  readonly unchanged?: (asked: Asked, record: R, yours: Values<F>) => Redirect
}

/**
 * A form that edits references does not compile without what they may be: two who edit at once are shown names, and no ids. One that only
 * adds has nothing that stands beside it.
 */
export type Offering<R, F extends Fields> = [ReferenceNames<F>] extends [never]
  ? unknown
  : { readonly stands?: undefined } | { readonly offers: (asked: Asked, record: R) => Promise<OffersByName> }

export type CommandRoad<R, F extends Fields, T> = RoadForm<R, F, T> & {
  readonly command: (asked: Asked, record: R, values: Values<F>) => Promise<{ readonly ok: true; readonly next: T } | Refusal>
}

/** What was posted to a form: put together with what stands, read, done, answered. */
export const postedTo =
  <R, F extends Fields, T>(form: CommandRoad<R, F, T> & Offering<R, F>) =>
  async (asked: Asked, record: R): Promise<PostAnswer> => {
    const met = mergedFor(form, asked, record)
    if (met.both.length > 0) return bothChanged(form, met.asked, record, met.both)
    const parsed = read(form, met.asked)
    if (soughtIn(form.fields, asked.form).length > 0 && hasStood(form, met.asked, record)) return found(form, met.asked, record)
    if (parsed.problems.length > 0 && (form.open?.(record) ?? true)) return unreadable(form, met.asked, record, parsed)
    return answeredTo(form, met.asked, record, await form.command(met.asked, record, parsed.values), parsed.values)
  }

/** A deed of one press, that asks nothing: done, or done already; else the page again with the reason. `said`: where to, and what was done. */
export const pressedTo = <R extends { readonly version: number }, T>({
  said,
  ...press
}: Pick<CommandRoad<R, Record<string, never>, T>, 'refusals' | 'reload' | 'draw'> & {
  readonly command: (asked: Asked, record: R) => Promise<{ readonly ok: true; readonly next: T } | Refusal>
  readonly said: (asked: Asked, record: R, next: T | null) => Redirect
}): ((asked: Asked, record: R) => Promise<PostAnswer>) =>
  postedTo<R, Record<string, never>, T>({
    ...press,
    fields: {},
    texts: () => ({}),
    version: ({ version }) => version,
    done: (asked, record, _, next) => said(asked, record, next),
    unchanged: (asked, record) => said(asked, record, null),
  })

/** Somebody was looked for, and nothing done yet: the form with all that was written, and those found. */
export const found = async <R, F extends Fields, T>(form: RoadForm<R, F, T>, asked: Asked, record: R): Promise<Preview> => ({
  ...(await form.draw(asked, record, { refused: { raw: asked.form, problems: [], errors: [] } })),
  status: 200,
  did: 'nothing',
})

export type Met = { readonly asked: Asked; readonly both: Merged['both']; readonly theirs: Merged['theirs'] }

/** What was posted beside what stands; where nothing is asked about, as if it had been opened now. */
export function mergedFor<R, F extends Fields, T>(form: RoadForm<R, F, T>, asked: Asked, record: R): Met {
  const { fields, stands, version } = form
  const merged = form.merges && stands && version ? merge(fields, asked.form, stands(record, parse(fields, asked.form).values)) : null
  if (!merged || !version) return { asked, both: [], theirs: [] }
  return { ...merged, asked: { ...asked, form: { ...merged.form, version: String(version(record)) } } }
}

/** Both have changed the same: what stands beside what was written, and nothing is saved. */
export async function bothChanged<R, F extends Fields, T>(
  form: RoadForm<R, F, T>,
  asked: Asked,
  record: R,
  both: readonly string[],
): Promise<PostAnswer> {
  const refused = refusedBy(refuse('stale'), asked, form.refusals, form.texts(asked.locale))
  return again(409, await form.draw(asked, record, { refused, conflict: await beside(form, asked, record, both) }))
}

const beside = async <R, F extends Fields, T>(form: RoadForm<R, F, T>, asked: Asked, record: R, shown?: readonly (keyof F & string)[]) => {
  const { fields, stands, texts, offers } = form
  const yours = writtenIn(fields, asked.form)
  const now = stands?.(record, parse(fields, asked.form).values)
  if (!now) return now
  const props = { fields, texts: texts(asked.locale), now, yours, shown, locale: asked.locale }
  return <ConflictOfAny {...props} offers={await offers?.(asked, record)} />
}

type Read<F extends Fields> = { readonly values: Values<F>; readonly problems: readonly Fault[] }

function read<R, F extends Fields, T>(form: RoadForm<R, F, T>, asked: Asked): Read<F> {
  const { values, problems }: Parsed<F> = parse(form.fields, asked.form)
  const ahead = daysAhead(form.fields, values, localDate(asked.ctx.now)).map((field) => ({ field, code: 'dayAhead' as const }))
  const odd = [...ahead, ...(form.odd?.(asked) ?? [])]
  if (!form.whole) return { values, problems: [...problems, ...odd] }
  const whole = parseWhole(form.fields, asked.form)
  return { values, problems: [...(whole.ok ? [] : whole.problems), ...odd] }
}

/**
 * What was posted cannot be taken. That somebody was there first is said before that: the page that is shown again carries the new
 * version, and would hide it (S4-023).
 */
export async function unreadable<R, F extends Fields, T>(
  form: RoadForm<R, F, T>,
  asked: Asked,
  record: R,
  { values, problems }: Read<F>,
): Promise<PostAnswer> {
  if (!hasStood(form, asked, record)) return answeredTo(form, asked, record, refuse('stale'), values)
  return again(422, await form.draw(asked, record, { refused: unread(asked, problems, form.texts(asked.locale)) }))
}

const hasStood = <R, F extends Fields, T>({ version, unmoved }: RoadForm<R, F, T>, asked: Asked, record: R): boolean =>
  unmoved ? unmoved(asked, record) : !version || version(record) === versionOf(asked.form)

/** What a form comes to: saved, saved before (a double press), shown again with what is wrong, or beside what another wrote. */
export const answeredTo = <R, F extends Fields, T>(
  form: RoadForm<R, F, T>,
  asked: Asked,
  record: R,
  outcome: { readonly ok: true; readonly next: T } | Refusal,
  yours: Values<F>,
): Promise<PostAnswer> => {
  const { locale } = asked
  const labels = form.texts(locale)
  return answered(outcome, {
    done: (next) => form.done(asked, record, yours, next),
    ...(form.unchanged && { nothingChanged: () => form.unchanged?.(asked, record, yours) ?? form.done(asked, record, yours, null) }),
    refused: async (refusal, status) => {
      const shown = async (refused: Refused) => again(422, await form.draw(asked, record, { refused }))
      const said = status === 422 && form.say?.(asked, record, refusal, yours)
      if (said) return shown(unread(asked, said, labels))
      if (refusal.why === 'notNow' && form.notNow) return form.notNow(asked, record)
      const refused = refusedBy(refusal, asked, form.refusals, labels)
      if (status === 422) return shown(refused)
      const now = (await form.reload?.(asked, record)) ?? record
      const stands = form.stands?.(now, yours)
      const mine = !form.by || form.by(now) === asked.ctx.actor.personId
      if (stands && mine && changed(form.fields, stands, yours).length === 0) return form.done(asked, record, yours, null)
      return again(409, await form.draw(asked, now, { refused, conflict: await beside(form, asked, now, form.shown) }))
    },
  })
}
