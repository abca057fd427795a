import type { Actor } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/change.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { emptyValues, type Fields, type Values } from '../kernel/fields.ts'
import { type Asked, type GetAnswer, notAllowed, nothing, one, type PostAnswer, page, redirect, versionOf } from '../kernel/http.ts'
import { isId, newId } from '../kernel/ids.ts'
import { namesIn, offersIn, type References } from '../kernel/reference.ts'
import { door } from '../kernel/road.ts'
import type { Locale } from '../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { each } from '../ui/each.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { PageHeading } from '../ui/page.tsx'
import { postedTo } from '../ui/posted.tsx'
import { FormOfAny } from '../ui/record-form.tsx'
import { ViewOfAny } from '../ui/record-view.tsx'
import type { After } from '../ui/refused.ts'
import { uiTexts } from '../ui/texts.ts'
import { type ListTexts, registerList } from './list.tsx'
import type { RegisterEventTexts } from './module.ts'
import type { Registered, RegisterRules } from './rules.ts'
import type { Listed } from './view.ts'

/** The words of a plain register. Those that every page has, such as "save", are the interface's own (src/ui/texts). */
export type RegisterTexts<F extends Fields> = ListTexts<F> & {
  /** What one record is, above its name: "System". */
  readonly one: string
  readonly newTitle: string
  readonly editTitle: string
  readonly saved: string
  readonly refusals: Readonly<Record<string, string>>
  readonly events: RegisterEventTexts
}

type Done<T> = Promise<{ readonly ok: true; readonly next: T } | Refusal>

export type RegisterPages<F extends Fields> = {
  /** The address of the list, which the others begin with: `/systemer`. */
  readonly at: string
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
  /** What a new record says before anybody has written. */
  readonly blank?: (actor: Actor) => Partial<Values<F>>
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

  async function drawForm(asked: Asked, record: Registered<F>, isNew: boolean, { refused, conflict }: After = {}) {
    const { locale } = asked
    const t = texts(locale)
    const title = isNew ? t.newTitle : t.editTitle
    const offers = await offered(asked, record.values)
    const shared = { fields, texts: t.fields, offers, locale }
    return page(
      title,
      <>
        <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
        <PageHeading title={title} />
        {conflict}
        <Form version={isNew ? null : record.version} hidden={{ id: record.id }}>
          <FormOfAny {...shared} values={record.values} raw={refused?.raw} problems={refused?.problems} />
          <Actions>
            <Button>{uiTexts(locale).save}</Button>
            <LinkButton href={isNew ? at : `${at}/${record.id}`} variant="tertiary">
              {uiTexts(locale).cancel}
            </LinkButton>
          </Actions>
        </Form>
      </>,
      crumbs(locale, isNew ? undefined : record),
    )
  }

  /** The page made the id, so that a double press adds once; a form shown again keeps it. */
  const blankFor = ({ ctx, form }: Asked): Registered<F> => ({
    id: isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now),
    version: 0,
    values: { ...emptyValues(fields), ...register.blank?.(ctx.actor) },
  })
  const said = ({ locale }: Asked, id: string) => redirect(`${at}/${id}`, texts(locale).saved)
  const form = {
    fields,
    texts: (locale: Locale) => texts(locale).fields,
    refusals: (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals }),
    offers: (asked: Asked, { values }: Registered<F>) => offered(asked, values),
  }
  const postAdded = postedTo<Registered<F>, F, Registered<F>>({
    ...form,
    draw: (asked, record, after) => drawForm(asked, record, true, after),
    command: ({ ctx }, { id }, values) => register.add(ctx, id, values),
    done: (asked, { id }, _, next) => said(asked, next?.id ?? id),
    unchanged: (asked, { id }) => said(asked, id),
  })
  const postEdited = postedTo<Registered<F>, F, Registered<F>>({
    ...form,
    merges: true,
    version: ({ version }) => version,
    stands: ({ values }) => values,
    reload: async ({ ctx }, before) => (await register.find(ctx, before.id)) ?? before,
    draw: (asked, record, after) => drawForm(asked, record, false, after),
    command: ({ ctx, form: posted }, { id }, values) => register.edit(ctx, id, versionOf(posted), values),
    done: (asked, { id }) => said(asked, id),
  })

  return {
    ...registerList({ ...register, fields, mayAdd }),

    show: forReaders(async ({ ctx, locale }, record) => {
      const t = texts(locale)
      const related = await ctx.house.related(ctx, { type: register.subject, id: record.id }, locale)
      const offers = await namesIn<F>(ctx, references, record.values)
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
          <ViewOfAny fields={fields} texts={t.fields} values={record.values} offers={offers} locale={locale} shown={shown} />
          {each(related, (panel) => (
            <div>{panel}</div>
          ))}
        </>,
        crumbs(locale),
      )
    }),

    blank: (asked: Asked): Promise<GetAnswer> => drawForm(asked, blankFor(asked), true),
    added: (asked: Asked): Promise<PostAnswer> => postAdded(asked, blankFor(asked)),
    edit: forKeepers((asked, record) => drawForm(asked, record, false)),
    edited: forKeepers(postEdited),
  }
}
