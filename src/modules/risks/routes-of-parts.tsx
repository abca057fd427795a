import type { Actor } from '../../kernel/actor.ts'
import type { Happening, Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Versioned } from '../../kernel/deed.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  type Crumb,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { offersIn, type Reference } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { measureFields } from './fields.ts'
import { measureLibrary, type Suggested } from './library.ts'
import { type Scale, stepsOf } from './matrix.ts'
import { PartForm } from './pages/part-form.tsx'
import { measureReferences } from './queries-parts.ts'
import type { Measure } from './risk.ts'
import { oftenWords, scaleWords } from './scales.ts'
import { texts } from './texts.ts'

/** A record that has scenarios and measures: an analysis, an impact assessment. */
type Holder = Versioned & { readonly values: { readonly name: string | null; readonly scale: Scale | null } }
type Named = { readonly id: string; readonly name: string | null }
type Written<R> = Promise<Outcome<R, Happening>>

/** What is its own of one kind of record: where it is read, who writes, what its scenarios ask, and the deeds. */
export type PartsOf<R extends Holder, F extends Fields, S extends Values<F> & Named> = {
  readonly at: `/${string}`
  /** What one record is called. */
  readonly one: (locale: Locale) => string
  readonly open: (asked: Asked) => Promise<R | typeof nothing>
  readonly find: (ctx: Ctx, id: string) => Promise<R | undefined>
  readonly mayEdit: (record: R, actor: Actor) => boolean
  readonly crumbs: (locale: Locale, record: R) => readonly Crumb[]
  readonly refusals: (locale: Locale) => Readonly<Record<string, string>>
  readonly partsIn: (ctx: Ctx, id: string) => Promise<{ readonly scenarios: readonly S[]; readonly measures: readonly Measure[] }>
  readonly scenarioFields: F
  readonly scenarioTexts: (locale: Locale) => FieldTexts<F>
  readonly library: Readonly<Record<string, Suggested>>
  /** What one chosen from the library begins with, and what stands beside it there. */
  readonly begun: (chosen: Suggested, locale: Locale) => Partial<Values<F>>
  readonly beside: (chosen: Suggested, locale: Locale) => string
  /** `version`: what the editor saw; null for a new one. */
  readonly writeScenario: (ctx: Ctx, id: string, version: number | null, part: S) => Written<R>
  readonly writeMeasure: (ctx: Ctx, id: string, version: number | null, part: Measure) => Written<R>
  readonly takeOutScenario: (ctx: Ctx, id: string, version: number | null, part: string) => Written<R>
  readonly takeOutMeasure: (ctx: Ctx, id: string, version: number | null, part: string) => Written<R>
}

type Opened<R, P> = { readonly record: R; readonly part: P; readonly isNew: boolean }
type Kind<R, F extends Fields, P> = {
  readonly path: 'scenarioer' | 'tiltak'
  readonly fields: (record: R, isNew: boolean) => F
  readonly labels: (locale: Locale, record: R) => FieldTexts<F>
  readonly groups: (locale: Locale) => Readonly<Record<string, string>>
  readonly title: (locale: Locale, isNew: boolean) => string
  readonly parts: (asked: Asked, record: R) => Promise<readonly P[]>
  readonly references: (asked: Asked, record: R) => Promise<Readonly<Record<string, Reference>>>
  readonly blank: (asked: Asked) => Values<F>
  readonly library: (locale: Locale) => readonly { readonly key: string; readonly name: string; readonly beside: string }[]
  /** Whoever carries a part out writes in it, and in nothing else. */
  readonly mayWrite: (record: R, part: P | null, asked: Asked) => boolean
  /** `version`: what its editor saw; null for a new one. */
  readonly write: (asked: Asked, id: string, part: P, version: number | null) => Written<R>
  readonly takeOut: (asked: Asked, id: string, part: string) => Written<R>
}

type RoutesOf<R extends Holder> = Pick<
  PartsOf<R, Fields, Values<Fields> & Named>,
  'at' | 'one' | 'open' | 'find' | 'mayEdit' | 'crumbs' | 'refusals'
>

/** A kind of part of an analysis: a page for a new one, one for each that stands, and the way to take it out. */
function partRoutes<R extends Holder, F extends Fields, P extends Values<F> & Named>(
  { at: holder, one: calledOne, open, find, mayEdit, crumbs, refusals }: RoutesOf<R>,
  kind: Kind<R, F, P>,
): readonly Route[] {
  const at = `${holder}/:id/${kind.path}`
  const forWriters = door(async (asked: Asked): Promise<{ readonly record: R } | typeof nothing | typeof notAllowed> => {
    const record = await open(asked)
    if ('kind' in record) return nothing
    return mayEdit(record, asked.ctx.actor) ? { record } : notAllowed
  })
  const forPart = door(async (asked: Asked): Promise<Opened<R, P> | typeof nothing | typeof notAllowed> => {
    const record = await open(asked)
    if ('kind' in record) return nothing
    const key = asked.params.del
    const part = key === undefined ? undefined : (await kind.parts(asked, record)).find(({ id }) => id === key)
    if (key !== undefined && !part) return nothing
    if (!kind.mayWrite(record, part ?? null, asked)) return notAllowed
    const id = isId(one(asked.form, 'id')) ? one(asked.form, 'id') : newId(asked.ctx.now)
    return part ? { record, part, isNew: false } : { record, part: { ...kind.blank(asked), id } as P, isNew: true }
  })
  const offers = async (asked: Asked, { record, part }: Opened<R, P>) =>
    offersIn<Fields>(asked.ctx, await kind.references(asked, record), part as Values<Fields>, asked.form)

  async function draw(asked: Asked, opened: Opened<R, P>, after: After = {}) {
    const { locale } = asked
    const { record, part, isNew } = opened
    const here = `${holder}/${record.id}/${kind.path}`
    return page(
      isNew ? kind.title(locale, true) : String(part.name ?? ''),
      <PartForm
        version={record.version}
        back={`${holder}/${record.id}`}
        kicker={record.values.name ?? calledOne(locale)}
        title={isNew ? kind.title(locale, true) : String(part.name ?? '')}
        action={`${here}/${isNew ? 'ny' : part.id}`}
        id={part.id}
        fields={kind.fields(record, isNew)}
        labels={kind.labels(locale, record)}
        groups={kind.groups(locale)}
        values={part}
        offers={await offers(asked, opened)}
        library={isNew ? kind.library(locale) : []}
        removal={isNew || !mayEdit(record, asked.ctx.actor) ? null : `${here}/${part.id}/fjerning`}
        locale={locale}
        {...after}
      />,
      crumbs(locale, record),
    )
  }
  const posted = (asked: Asked, opened: Opened<R, P>): Promise<PostAnswer> =>
    postedTo<Opened<R, P>, Fields, R>({
      fields: kind.fields(opened.record, opened.isNew),
      texts: (locale) => kind.labels(locale, opened.record) as FieldTexts<Fields>,
      refusals,
      whole: true,
      ...(opened.isNew ? {} : { merges: true as const, version: ({ record }: Opened<R, P>) => record.version }),
      stands: ({ part }) => part as Values<Fields>,
      offers,
      reload: async (same, before) => {
        const record = (await find(same.ctx, before.record.id)) ?? before.record
        return { ...before, record, part: (await kind.parts(same, record)).find(({ id }) => id === before.part.id) ?? before.part }
      },
      draw,
      command: (same, { record, part, isNew }, values) =>
        kind.write(same, record.id, { ...part, ...values }, isNew ? null : versionOf(same.form)),
      done: ({ locale }, { record }) => redirect(`${holder}/${record.id}#${kind.path}`, texts(locale).show.partSaved),
      unchanged: ({ locale }, { record }) => redirect(`${holder}/${record.id}#${kind.path}`, texts(locale).show.partSaved),
    })(asked, opened)
  const takenOut = forWriters(async (asked, { record }): Promise<PostAnswer> => {
    const outcome = await kind.takeOut(asked, record.id, asked.params.del ?? '')
    if (!outcome.ok && outcome.why === 'notAllowed') return notAllowed
    return redirect(
      `${holder}/${record.id}#${kind.path}`,
      outcome.ok ? texts(asked.locale).show.partRemoved : ((refusals(asked.locale) as Readonly<Record<string, string>>)[outcome.why] ?? ''),
    )
  })
  return [
    get(`${at}/ny`, 'signedIn', forPart(draw)),
    post(`${at}/ny`, 'signedIn', forPart(posted)),
    get(`${at}/:del`, 'signedIn', forPart(draw)),
    post(`${at}/:del`, 'signedIn', forPart(posted)),
    post(`${at}/:del/fjerning`, 'signedIn', takenOut),
  ]
}

/** The words of a step: its number, what it is called, and how often a likelihood is meant. */
function stepsIn(locale: Locale, scale: Scale, of: 'likelihood' | 'consequence'): Record<string, string> {
  const often = oftenWords[scale]
  return Object.fromEntries(
    stepsOf(scale).map((step) => [
      step,
      `${step} ${scaleWords[scale][of][step]?.[locale] ?? ''}${of === 'likelihood' ? ` (${often[step]?.[locale] ?? ''})` : ''}`,
    ]),
  )
}

const stepNames = ['likelihood', 'forSubjects', 'forOrganisation', 'likelihoodAfter', 'forSubjectsAfter', 'forOrganisationAfter'] as const
const stepsAsked = (fields: Fields) => stepNames.filter((name) => Object.hasOwn(fields, name))
const scaleOf = ({ values }: Holder): Scale => values.scale ?? '5'

function scenarioKind<R extends Holder, F extends Fields, S extends Values<F> & Named>(of: PartsOf<R, F, S>): Kind<R, F, S> {
  return {
    path: 'scenarioer',
    fields: (record, isNew) => {
      const cut = stepsAsked(of.scenarioFields).map((name) => [name, { ...of.scenarioFields[name], of: stepsOf(scaleOf(record)) }])
      const asked = Object.entries({ ...of.scenarioFields, ...Object.fromEntries(cut) } as Fields)
      return Object.fromEntries(asked.filter(([, { group }]) => !isNew || group !== 'after')) as F
    },
    labels: (locale, record) => {
      const labels = of.scenarioTexts(locale) as Readonly<Record<string, object>>
      const steps = stepsAsked(of.scenarioFields).map((name) => [
        name,
        { ...labels[name], choices: stepsIn(locale, scaleOf(record), name.startsWith('likelihood') ? 'likelihood' : 'consequence') },
      ])
      return { ...labels, ...Object.fromEntries(steps) } as FieldTexts<F>
    },
    groups: (locale) => texts(locale).scenarioGroups,
    title: (locale) => texts(locale).show.newScenario,
    parts: async ({ ctx }, record) => (await of.partsIn(ctx, record.id)).scenarios,
    references: async () => ({}),
    blank: ({ locale, query }) => {
      const key = query.get('fra') ?? ''
      const chosen = Object.hasOwn(of.library, key) ? of.library[key] : undefined
      return { ...emptyValues(of.scenarioFields), ...(chosen && of.begun(chosen, locale)) }
    },
    library: (locale) =>
      Object.entries(of.library).map(([key, chosen]) => ({ key, name: chosen.name[locale], beside: of.beside(chosen, locale) })),
    mayWrite: (record, _, { ctx }) => of.mayEdit(record, ctx.actor),
    write: ({ ctx }, id, part, version) => of.writeScenario(ctx, id, version, part),
    takeOut: ({ ctx, form }, id, part) => of.takeOutScenario(ctx, id, versionOf(form), part),
  }
}

function measureKind<R extends Holder, F extends Fields, S extends Values<F> & Named>(
  of: PartsOf<R, F, S>,
): Kind<R, typeof measureFields, Measure> {
  return {
    path: 'tiltak',
    fields: () => measureFields,
    labels: (locale) => texts(locale).measure,
    groups: (locale) => texts(locale).measureGroups,
    title: (locale) => texts(locale).show.newMeasure,
    parts: async ({ ctx }, record) => (await of.partsIn(ctx, record.id)).measures,
    references: async ({ ctx }, record) => measureReferences((await of.partsIn(ctx, record.id)).scenarios),
    blank: ({ locale, query, ctx }) => {
      const key = query.get('fra') ?? ''
      const chosen = Object.hasOwn(measureLibrary, key) ? measureLibrary[key] : undefined
      const begun = chosen && { name: chosen.name[locale], kind: chosen.kind, effect: chosen.effect }
      return { ...emptyValues(measureFields), decidedBy: ctx.actor.personId, ...begun }
    },
    library: (locale) =>
      Object.entries(measureLibrary).map(([key, { name, kind }]) => ({
        key,
        name: name[locale],
        beside: texts(locale).measure.kind.choices[kind],
      })),
    mayWrite: (record, part, { ctx }) => of.mayEdit(record, ctx.actor) || (part !== null && part.owner === ctx.actor.personId),
    write: ({ ctx }, id, part, version) => of.writeMeasure(ctx, id, version, part),
    takeOut: ({ ctx, form }, id, part) => of.takeOutMeasure(ctx, id, versionOf(form), part),
  }
}

/** The pages of what may happen and of what is done about it, for any kind of record that has both. */
export function partsPages<R extends Holder, F extends Fields, S extends Values<F> & Named>(of: PartsOf<R, F, S>): readonly Route[] {
  const routes = of as unknown as RoutesOf<R>
  return [...partRoutes(routes, scenarioKind(of)), ...partRoutes(routes, measureKind(of))]
}
