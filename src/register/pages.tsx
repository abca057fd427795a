import type { ComponentChildren } from 'preact'
import type { Actor } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/change.ts'
import type { CommentedOf } from '../kernel/comment.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { emptyValues, type Fields, type Follows, parse, type Values } from '../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  madeId,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  preview,
  redirect,
  versionOf,
} from '../kernel/http.ts'
import { isId } from '../kernel/ids.ts'
import { writtenIn } from '../kernel/merge.ts'
import { namesIn, offersIn, type References } from '../kernel/reference.ts'
import { door } from '../kernel/road.ts'
import type { Locale } from '../kernel/texts.ts'
import type { VersionedOf } from '../kernel/version.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { each } from '../ui/each.ts'
import { FormFrame } from '../ui/form-frame.tsx'
import { Jumps } from '../ui/jumps.tsx'
import { Next } from '../ui/next.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading, TextLink } from '../ui/page.tsx'
import { postedTo } from '../ui/posted.tsx'
import { FormOfAny } from '../ui/record-form.tsx'
import { ViewOfAny } from '../ui/record-view.tsx'
import { type After, type Refused, unread } from '../ui/refused.ts'
import { uiTexts } from '../ui/texts.ts'
import { type Listed, type RegisterListTexts, registerList } from './fielded.tsx'
import { type Importing, importable } from './import/importable.ts'
import { registerImport } from './import/routes.tsx'
import { type Linking, registerLinked } from './links.ts'
import { listPages } from './list.tsx'
import { registerMany } from './many.tsx'
import type { RegisterEventTexts } from './module.ts'
import type { Registered, RegisterRules } from './rules.ts'
import { twinOf } from './twin.ts'

/** The words of a plain register. Those that every page has, such as "save", are the interface's own (src/ui/texts). */
export type RegisterTexts<F extends Fields> = RegisterListTexts<F> & {
  /** What one record is, above its name: "System". */
  readonly one: string
  readonly newTitle: string
  readonly editTitle: string
  readonly saved: string
  /** Headings of the groups that the fields name, in a form that is long. */
  readonly groups?: Readonly<Record<string, string>>
  /** What it means that a question is not answered, where it means something: "no last day". */
  readonly unsaid?: { readonly [N in keyof F & string]?: string }
  readonly refusals: Readonly<Record<string, string>>
  readonly events: RegisterEventTexts
}

/** What the button of a preview posts. */
const previewKey = 'vis'

type Done<T> = Promise<{ readonly ok: true; readonly next: T } | Refusal>

export type RegisterPages<F extends Fields> = {
  /** The address of the list, which the others begin with: `/systemer`. */
  readonly at: `/${string}`
  /** What its events and the panels of other modules call a record. */
  readonly subject: string
  readonly rules: Pick<RegisterRules<F, string>, 'fields' | 'mayAdd' | 'mayEdit'>
  readonly references: References<F>
  readonly texts: (locale: Locale) => RegisterTexts<F>
  /** The question that names a record. */
  readonly name: keyof F & string
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
  readonly add: (ctx: Ctx, id: string, values: Values<F>) => Done<Registered<F>>
  readonly edit: (ctx: Ctx, id: string, version: number | null, values: Values<F>) => Done<Registered<F>>
  /** What its list is narrowed and ordered by, and shown with. */
  readonly list: Listed<F>
  /**
   * A long register is asked in parts: the groups of its questions that have a page each, by the last word of its address
   * (`/behandlinger/:id/endring/:del`). A new record is asked the groups of `begins` alone.
   */
  readonly parts?: { readonly pages: Readonly<Record<string, string>>; readonly begins: readonly string[] }
  /** What is written in these groups of its questions can be seen as it will look before it is saved; the button's words beside it. */
  readonly preview?: {
    readonly groups: readonly string[]
    readonly button: (locale: Locale) => string
    readonly draw: (asked: Asked, values: Values<F>, group: string) => ComponentChildren
  }
  /** What whoever was refused may do instead, above the questions. */
  readonly instead?: (asked: Asked, values: Values<F>, refused: Refused) => ComponentChildren | Promise<ComponentChildren>
  /** Where a record stands and what is next, before its answers: a `NextStep`. */
  readonly standing?: (asked: Asked, record: Registered<F>) => ComponentChildren | Promise<ComponentChildren>
  /** Questions that come later in the life of a record: a new one is not asked, and has what `blank` says. */
  readonly later?: readonly (keyof F & string)[]
  /** Questions that an organisation is not asked, as its profile is. What one of its records says already stays. */
  readonly unasked?: (ctx: Ctx) => Promise<readonly (keyof F & string)[]>
  /** Questions that only one choice of another asks. */
  readonly follows?: Follows<F>
  /** Where it stands and whose it is, for what hangs together with it. */
  readonly links?: Linking<F>
  /** What a new record says before anybody has written. `query`: what the address of its page says, such as what it belongs to. */
  readonly blank?: (actor: Actor, query?: URLSearchParams) => Partial<Values<F>>
}

/**
 * The pages of a plain register, each a function that a route calls. Who may come in is said by the route, and what one record allows
 * by its rules. Write your own page in the place of any of them; nothing here calls you back but what you have handed in.
 */
export function registerPages<F extends Fields>(register: RegisterPages<F>) {
  const { at, references, texts, name } = register
  const { fields, mayAdd, mayEdit } = register.rules
  const nameOf = (record: Registered<F>) => String(record.values[name] ?? '')
  const crumbs = (locale: Locale, record?: Registered<F>) => [
    { href: at, label: texts(locale).title },
    ...(record ? [{ href: `${at}/${record.id}`, label: nameOf(record) }] : []),
  ]
  const offered = async ({ ctx, form }: Asked, values: Values<F>) => offersIn<F>(ctx, references, values, form)

  const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await register.find(ctx, params.id))) || nothing
  const forReaders = door(open)
  const forKeepers = door(async (asked: Asked) => {
    const record = await open(asked)
    return 'kind' in record || mayEdit(record, asked.ctx.actor) ? record : notAllowed
  })

  const ofGroups = (groups: readonly string[]) =>
    Object.fromEntries(Object.entries(fields).filter(([, { group }]) => groups.includes(group ?? ''))) as F
  const { later = [] } = register
  const begins = register.parts ? ofGroups(register.parts.begins) : fields
  const beginning = Object.fromEntries(Object.entries(begins).filter(([question]) => !later.includes(question))) as F
  /** The questions of the part that the address names: all of them where a register is not in parts. */
  const partIn = ({ params }: Asked): { readonly group: string | null; readonly asked: F } | null => {
    if (params.del === undefined) return { group: null, asked: fields }
    const group = Object.hasOwn(register.parts?.pages ?? {}, params.del) ? register.parts?.pages[params.del] : undefined
    return group === undefined ? null : { group, asked: ofGroups([group]) }
  }

  const askedHere = async ({ ctx }: Asked, questions: F): Promise<F> => {
    const unasked = (await register.unasked?.(ctx)) ?? []
    return Object.fromEntries(Object.entries(questions).filter(([question]) => !unasked.includes(question))) as F
  }
  const previewed = ({ form }: Asked) => one(form, 'knapp') === previewKey
  async function drawForm(asked: Asked, record: Registered<F>, isNew: boolean, questions: F, after: After = {}) {
    const { locale } = asked
    const t = texts(locale)
    const group = isNew ? null : partIn(asked)?.group
    const title = isNew ? t.newTitle : group ? (t.groups?.[group] ?? t.editTitle) : t.editTitle
    const offers = await offered(asked, record.values)
    const shared = { title, kicker: group ? nameOf(record) : undefined, back: isNew ? at : `${at}/${record.id}`, locale, ...after }
    const twin = after.refused && (await twinOf(asked.ctx, { ...register, fields }, record.id, after.refused))
    const written = { ...record.values, ...writtenIn(questions, asked.form) }
    const instead = after.refused && (await register.instead?.(asked, written, after.refused))
    const preview = group && register.preview?.groups.includes(group) ? register.preview : undefined
    const save = preview && (
      <>
        <Button>{uiTexts(locale).save}</Button>
        <Button variant="secondary" name="knapp" value={previewKey}>
          {preview.button(locale)}
        </Button>
      </>
    )
    return page(
      title,
      <>
        <FormFrame
          {...shared}
          action={isNew ? `${at}/nytt` : undefined}
          version={isNew ? null : record.version}
          hidden={{ id: record.id }}
          save={save}
        >
          {instead}
          {twin && (
            <Notice tone="warning" locale={locale}>
              <TextLink href={`${at}/${twin.id}`}>{uiTexts(locale).twin(nameOf(twin))}</TextLink>
            </Notice>
          )}
          <FormOfAny
            {...{ fields: questions, texts: t.fields, offers, locale }}
            values={record.values}
            groups={group ? undefined : t.groups}
            follows={register.follows}
            raw={after.refused?.raw}
            problems={after.refused?.problems}
          />
        </FormFrame>
        {preview && group && (
          <div data-preview="">
            {previewed(asked) && preview.draw(asked, { ...record.values, ...writtenIn(questions, asked.form) }, group)}
          </div>
        )}
      </>,
      crumbs(locale, isNew ? undefined : record),
    )
  }

  const blankFor = (asked: Asked): Registered<F> => ({
    id: madeId(asked),
    version: 0,
    values: { ...emptyValues(fields), ...register.blank?.(asked.ctx.actor, asked.query) },
  })
  const said = ({ locale }: Asked, id: string) => redirect(`${at}/${id}`, texts(locale).saved)
  const form = {
    texts: (locale: Locale) => texts(locale).fields,
    refusals: (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals }),
    offers: (asked: Asked, { values }: Registered<F>) => offered(asked, values),
  }
  const postAdded = (questions: F) =>
    postedTo<Registered<F>, F, Registered<F>>({
      ...form,
      fields: questions,
      draw: (asked, record, after) => drawForm(asked, record, true, questions, after),
      command: ({ ctx }, { id, values: begins }, values) => register.add(ctx, id, { ...begins, ...values }),
      done: (asked, { id }, _, next) => said(asked, next?.id ?? id),
      unchanged: (asked, { id }) => said(asked, id),
    })
  const postEdited = (questions: F) =>
    postedTo<Registered<F>, F, Registered<F>>({
      ...form,
      fields: questions,
      merges: true,
      version: ({ version }) => version,
      stands: ({ values }) => values,
      reload: async ({ ctx }, before) => (await register.find(ctx, before.id)) ?? before,
      draw: (asked, record, after) => drawForm(asked, record, false, questions, after),
      command: ({ ctx, form: posted }, { id, values: stands }, values) =>
        register.edit(ctx, id, versionOf(posted), { ...stands, ...values }),
      done: (asked, { id }) => said(asked, id),
    })

  const list = registerList({ ...register, fields, mayAdd, mayEdit })
  return {
    /** Its list as data, for whoever counts its views. */
    listed: list,
    ...listPages(list),
    /** What is ticked in the list, changed at once: see `list.many`. */
    many: registerMany({ ...register, fields, mayEdit, questions: register.list.many ?? [] }, list),
    /** For files that are brought in: what finds records by their names, and what takes back one that was added (register/import). */
    imports: (own: Importing<F>) => registerImport(importable({ ...register, ...own, fields, key: name, may: mayAdd })),

    /** For what hangs together with it, in module.ts. */
    linked: registerLinked({ ...register, fields, mayEdit, filters: register.list.filters }),

    /** For its history, in module.ts: everybody who opens a record reads what it said before. */
    versioned: versionedIn({ ...register, fields }),
    /** For its comments, in module.ts: everybody who opens a record, and those who edit it among themselves. */
    commented: (async (ctx, id) => {
      const record = await register.find(ctx, id)
      if (!record) return undefined
      const audiences = mayEdit(record, ctx.actor) ? (['handlers', 'all'] as const) : (['all'] as const)
      return { page: `${at}/${id}`, name: nameOf(record), audiences }
    }) satisfies CommentedOf,

    show: forReaders(async (asked, record) => {
      const { ctx, locale } = asked
      const t = texts(locale)
      const subject = { type: register.subject, id: record.id }
      const [related, steps, offers] = await Promise.all([
        ctx.house.related(ctx, subject, locale),
        ctx.house.steps(ctx, subject, locale),
        namesIn<F>(ctx, references, record.values),
      ])
      const shown = Object.keys(fields).filter((field) => field !== name)
      const edit = mayEdit(record, ctx.actor) ? (
        <LinkButton href={`${at}/${record.id}/endring`} variant="secondary" icon="pencil">
          {uiTexts(locale).change}
        </LinkButton>
      ) : null
      return page(
        nameOf(record),
        <>
          <PageHeading title={nameOf(record)} kicker={t.one} actions={edit} />
          {register.standing ? await register.standing(asked, record) : steps && <Next steps={steps} now={ctx.now} locale={locale} />}
          <ViewOfAny
            {...{ fields, offers, locale, shown }}
            texts={t.fields}
            values={record.values}
            follows={register.follows}
            unsaid={t.unsaid}
            folded
          />
          <Jumps locale={locale} />
          {each(related, (panel) => (
            <div>{panel}</div>
          ))}
          <p>
            <TextLink href={`/historikk/${register.subject}/${record.id}`}>{uiTexts(locale).history}</TextLink>
          </p>
        </>,
        crumbs(locale),
      )
    }),

    blank: async (asked: Asked): Promise<GetAnswer> => drawForm(asked, blankFor(asked), true, await askedHere(asked, beginning)),
    /** The same with what was posted filled in, and nothing done: a name that stands as text in another record begins one here. */
    begun: async (asked: Asked): Promise<PostAnswer> => {
      const record = blankFor(asked)
      const values = { ...record.values, ...writtenIn(beginning, asked.form) }
      return preview(await drawForm(asked, { ...record, values }, true, await askedHere(asked, beginning)))
    },
    added: async (asked: Asked): Promise<PostAnswer> => postAdded(await askedHere(asked, beginning))(asked, blankFor(asked)),
    edit: forKeepers(async (asked, record): Promise<GetAnswer> => {
      const part = partIn(asked)
      return part ? drawForm(asked, record, false, await askedHere(asked, part.asked)) : nothing
    }),
    edited: forKeepers(async (asked, record): Promise<PostAnswer> => {
      const named = partIn(asked)
      const part = named && { ...named, asked: await askedHere(asked, named.asked) }
      if (!part) return nothing
      if (previewed(asked) && part.group && register.preview?.groups.includes(part.group)) {
        const refused = unread(asked, parse(part.asked, asked.form).problems, texts(asked.locale).fields)
        return preview(await drawForm(asked, record, false, part.asked, { refused }))
      }
      return postEdited(part.asked)(asked, record)
    }),
  }
}

type VersionedRegister<F extends Fields> = Pick<RegisterPages<F>, 'at' | 'references' | 'texts' | 'name' | 'find' | 'subject'> & {
  readonly fields: F
}

/** A plain register's history: all its questions, for whoever may open the record. */
export const versionedIn =
  <F extends Fields>({ at, fields, references, texts, name, find, subject }: VersionedRegister<F>): VersionedOf =>
  async (ctx, id, locale) => {
    const record = await find(ctx, id)
    if (!record) return undefined
    const part = { fields, texts: texts(locale).fields, references }
    return { page: `${at}/${id}`, name: String(record.values[name] ?? ''), part: (key) => (key === subject ? part : undefined) }
  }
