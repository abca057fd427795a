import { sql } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import { refuse } from '../kernel/change.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { emptyValues, type Fields, isEmpty, parse, type Values } from '../kernel/fields.ts'
import { type Asked, type PostAnswer, page, preview, redirect } from '../kernel/http.ts'
import { isId } from '../kernel/ids.ts'
import { namesIn, type OffersByName, offersIn, type References, soughtIn } from '../kernel/reference.ts'
import { again } from '../kernel/road.ts'
import type { Locale } from '../kernel/texts.ts'
import type { Refused } from '../ui/refused.ts'
import { refusalText, unread } from '../ui/refused.ts'
import { fill, uiTexts } from '../ui/texts.ts'
import { ManyForm, type ManyLine, ManyPreview } from './many-pages.tsx'
import type { Registered } from './rules.ts'
import { type List, readView, viewAddress } from './view.ts'

// Several records of a register changed at once: what is ticked in its list, each by its own rule and with its own line in the log.

export const tickedName = 'valgt'
/** The view that one came from, as its address says it. */
export const cameName = 'visning'
const doIt = 'gjor'
/** As many as one list shows, and some more. */
const mostAtOnce = 200

export type Many<F extends Fields> = {
  readonly at: string
  readonly fields: F
  readonly name: keyof F & string
  /** The questions that may be answered for several at once. */
  readonly questions: readonly (keyof F & string)[]
  readonly references: References<F>
  readonly mayEdit: (record: Registered<F>, actor: Actor) => boolean
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
  readonly edit: (
    ctx: Ctx,
    id: string,
    version: number | null,
    values: Values<F>,
  ) => Promise<{ readonly ok: boolean } & ({ readonly ok: true } | { readonly ok: false; readonly why: string })>
  readonly texts: (locale: Locale) => {
    readonly title: string
    readonly fields: unknown
    readonly refusals: Readonly<Record<string, string>>
  }
}

export type Ticked = { readonly id: string; readonly version: number }
/** Why one is not changed; null where it is. */
type Came<F extends Fields> = { readonly record: Registered<F>; readonly why: string | null }

/** What is ticked, and the version that was seen: read from what the list posted, each once. */
export function tickedIn(form: Asked['form'], most = mostAtOnce): readonly Ticked[] {
  const raw = form[tickedName] ?? []
  const read = (typeof raw === 'string' ? [raw] : raw).slice(0, most).flatMap((one) => {
    const [id, version, more] = one.split('.')
    return isId(id) && /^\d{1,9}$/.test(version ?? '') && more === undefined ? [{ id, version: Number(version) }] : []
  })
  return [...new Map(read.map((one) => [one.id, one])).values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}
export const tickOf = ({ id, version }: Ticked): string => `${id}.${version}`

/**
 * The deed of several: first what is asked, then what would come of it for each, then done. It is tried and taken back before it is
 * shown, so the preview is what the records' own rules say; done, it is all that was shown, or nothing.
 */
export function registerMany<F extends Fields>(register: Many<F>, list: List<Registered<F>>) {
  const { at, fields, name, references, texts } = register
  const asked = Object.fromEntries(
    register.questions.map((one) => [one, { ...fields[one], required: undefined, group: undefined }]),
  ) as unknown as F
  const ownReferences = Object.fromEntries(Object.entries(references).filter(([one]) => one in asked)) as unknown as References<F>
  const setIn = (form: Asked['form']): Partial<Values<F>> =>
    Object.fromEntries(Object.entries(parse(asked, form).values).filter(([, value]) => !isEmpty(value))) as Partial<Values<F>>
  const nameOf = ({ values }: Registered<F>) => String(values[name] ?? '')
  const back = ({ ctx, form }: Asked) => {
    const query = new URLSearchParams(typeof form[cameName] === 'string' ? form[cameName] : '')
    return viewAddress(list, { ...readView(list, { ctx, query }), after: null })
  }

  /** Each by its own rule. All are taken back where they are only looked at, or where one of them is refused. */
  async function tried(ctx: Ctx, ticked: readonly Ticked[], set: Partial<Values<F>>, doing: boolean) {
    await sql`savepoint many`.execute(ctx.tx)
    const all: Came<F>[] = []
    for (const { id, version } of ticked) {
      const record = await register.find(ctx, id)
      if (!record) continue
      const outcome = register.mayEdit(record, ctx.actor)
        ? await register.edit(ctx, id, version, { ...record.values, ...set })
        : refuse('notAllowed')
      // As it is now: whoever pressed twice has waited for the first press, and finds it done.
      const now = outcome.ok ? record : ((await register.find(ctx, id)) ?? record)
      const same = Object.entries(set).every(([key, value]) => String(now.values[key]) === String(value))
      all.push({ record: outcome.ok ? record : now, why: outcome.ok || (doing && same) ? null : outcome.why })
    }
    const kept = doing && all.length === ticked.length && all.every(({ why }) => why === null)
    await (kept ? sql`release savepoint many` : sql`rollback to savepoint many`).execute(ctx.tx)
    return { all, kept }
  }

  async function formPage(it: Asked, ticked: readonly Ticked[], refused?: Refused) {
    const { ctx, locale } = it
    const names: string[] = []
    for (const { id } of ticked) {
      const record = await register.find(ctx, id)
      if (record) names.push(nameOf(record))
    }
    const offers = await offersIn<F>(ctx, ownReferences, {}, it.form)
    return page(
      uiTexts(locale).many.title,
      <ManyForm
        action={`${at}/flere`}
        back={back(it)}
        hidden={{ [cameName]: cameIn(it), [tickedName]: ticked.map(tickOf) }}
        names={names}
        questions={{
          fields: asked,
          texts: texts(locale).fields as never,
          values: emptyValues(asked),
          offers,
          raw: refused?.raw,
          problems: refused?.problems,
        }}
        errors={refused?.errors ?? []}
        locale={locale}
      />,
      [{ href: back(it), label: texts(locale).title }],
    )
  }

  async function previewPage(it: Asked, set: Partial<Values<F>>, all: readonly Came<F>[], changed: boolean) {
    const { ctx, locale } = it
    const offers = await namesIn<F>(ctx, ownReferences, set, ...all.map(({ record }) => record.values))
    const will = all.filter(({ why }) => why === null)
    const refusals = { ...uiTexts(locale).refusals, ...uiTexts(locale).many.refusals, ...texts(locale).refusals }
    return page(
      uiTexts(locale).many.previewTitle,
      <ManyPreview
        action={`${at}/flere`}
        back={back(it)}
        hidden={{
          [cameName]: cameIn(it),
          [doIt]: 'ja',
          [tickedName]: will.map(({ record }) => tickOf(record)),
          ...Object.fromEntries(Object.entries(set).map(([key, value]) => [key, Array.isArray(value) ? value : String(value)])),
        }}
        will={will.map(({ record }) => lineOf(record, set, offers, locale))}
        wont={all.flatMap(({ record, why }) => (why === null ? [] : [{ name: nameOf(record), why: refusalText(why, refusals) }]))}
        overtaken={changed}
        locale={locale}
      />,
      [{ href: back(it), label: texts(locale).title }],
    )
  }

  const lineOf = (record: Registered<F>, set: Partial<Values<F>>, offers: OffersByName, locale: Locale): ManyLine => ({
    name: nameOf(record),
    changes: Object.entries(set).map(([key, value]) => ({
      field: fields[key] as never,
      text: (texts(locale).fields as Readonly<Record<string, never>>)[key] as never,
      offered: offers[key],
      from: record.values[key],
      to: value,
    })),
  })

  return async (it: Asked): Promise<PostAnswer> => {
    const { ctx, form, locale } = it
    const ticked = tickedIn(form)
    const words = uiTexts(locale).many
    if (ticked.length === 0) return redirect(back(it), words.nobody)
    const { problems } = parse(asked, form)
    const set = setIn(form)
    const named = { ...(texts(locale).fields as object) } as never
    if (problems.length > 0) return again(422, await formPage(it, ticked, unread(it, problems, named)))
    if (Object.keys(set).length === 0 || soughtIn(asked, form).length > 0)
      return preview(await formPage(it, ticked, { raw: form, problems: [], errors: [] }))
    const doing = form[doIt] === 'ja'
    const { all, kept } = await tried(ctx, ticked, set, doing)
    if (kept) return redirect(back(it), fill(words.done, { n: all.length }))
    const shown = await previewPage(it, set, all, doing)
    return doing ? again(409, shown) : preview(shown)
  }
}

const cameIn = ({ form }: Asked): string => (typeof form[cameName] === 'string' ? form[cameName] : '')
