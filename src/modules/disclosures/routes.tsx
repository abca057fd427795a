import { localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerList } from '../../register/fielded.tsx'
import { listRoutes } from '../../register/list.tsx'
import { each } from '../../ui/each.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { askDisclosure, consultRepresentative, type Done, decideDisclosure, decidersFor, endDisclosure, giveStatement } from './commands.ts'
import type { Asking, Disclosure } from './disclosure.ts'
import { askFields, decisionFields, deletionFields, doubtFields, recipients, recordFields, statementFields } from './fields.ts'
import { AskPage, ChoosePage, NoApprovalPage } from './pages/ask.tsx'
import { ShowDisclosure } from './pages/show.tsx'
import { disclosureProfile } from './profile.ts'
import { askReferences, extractsOn, findDisclosure, recordReferences } from './queries.ts'
import { besides, registerRoutes } from './routes-registers.tsx'
import { isExport, mayDecide, mayState } from './rules.ts'
import { texts } from './texts.ts'

const at = '/utlevering'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale, record?: Disclosure) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]

const list = registerList({
  at,
  subject: 'disclosure',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd: () => true,
  list: {
    beside: besides(at),
    filters: { unit: 'enhet', system: 'system', status: 'status', routine: 'rutine' },
    sorts: { name: ['sort_key'] },
    columns: ['system', 'unit', 'recipient', 'status', 'decidedBy'],
  },
})

type Begun = { readonly id: string; readonly asking: Asking }
const begun = (asked: Asked): Begun => ({ id: madeId(asked), asking: { ...emptyValues(askFields), unit: asked.ctx.actor.unitId } })
async function drawAsk(asked: Asked, { id, asking }: Begun, after: After = {}) {
  const { ctx, locale, query, form } = asked
  const t = texts(locale)
  const recipient = recipients.find((one) => one === query.get('mottaker'))
  if (recipient === undefined) return page(t.choose.title, <ChoosePage locale={locale} />, crumbs(locale))
  if (!isExport(recipient) && recipient !== 'other')
    return page(t.noApproval.title, <NoApprovalPage recipient={recipient} locale={locale} />, crumbs(locale))
  const offers = await offersIn<typeof askFields>(ctx, askReferences, asking, form)
  return page(t.askTitle, <AskPage id={id} asking={asking} offers={offers} locale={locale} {...after} />, crumbs(locale))
}
const postAsk = postedTo<Begun, typeof askFields, Disclosure>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  offers: ({ ctx, form }, { asking }) => offersIn<typeof askFields>(ctx, askReferences, asking, form),
  draw: drawAsk,
  command: ({ ctx }, { id }, values) => askDisclosure(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).said.asked),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said.asked),
})

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findDisclosure(ctx, params.id))) || nothing
const forReaders = door(open)

async function drawShow({ ctx, locale }: Asked, record: Disclosure) {
  const deciders = await decidersFor(ctx, record)
  const named = await personsById(ctx, deciders)
  const related = await ctx.house.related(ctx, { type: 'disclosure', id: record.id }, locale)
  const decides = mayDecide(deciders, ctx.actor)
  return page(
    record.values.name ?? '',
    <>
      <ShowDisclosure
        record={record}
        names={await namesIn<typeof recordFields>(ctx, recordReferences, record.values)}
        deciders={deciders.map((id) => named.get(id)?.name ?? '')}
        extracts={await extractsOn(ctx, record.id)}
        may={{
          decide: decides,
          state: mayState(ctx.actor, disclosureProfile(await profileOf(ctx))),
          end: decides || record.values.askedBy === ctx.actor.personId,
        }}
        locale={locale}
      />
      {each(related, (panel) => panel)}
    </>,
    crumbs(locale),
  )
}

type Deed<F extends Fields> = {
  readonly path: string
  readonly fields: F
  readonly labels: (locale: Locale) => FieldTexts<F>
  readonly title: 'consult' | 'state' | 'decide' | 'end'
  readonly may: (asked: Asked, record: Disclosure) => Promise<boolean>
  readonly values?: (asked: Asked) => Partial<Values<F>>
  readonly command: (asked: Asked, id: string, version: number | null, values: Values<F>) => Done
  readonly said: 'consulted' | 'stated' | 'decided' | 'ended'
}

/** A deed that asks something: a page with its questions, and the answer. */
function deedForm<F extends Fields>({ path, fields, labels, title, may, values, command, said }: Deed<F>): readonly Route[] {
  const forThem = door(async (asked: Asked) => {
    const record = await open(asked)
    return 'kind' in record || (await may(asked, record)) ? record : notAllowed
  })
  const draw = (asked: Asked, record: Disclosure, after: After = {}) => {
    const { locale } = asked
    const t = texts(locale)
    return page(
      t.titles[title],
      <FormFrame
        title={t.titles[title]}
        kicker={record.values.name ?? t.one}
        back={`${at}/${record.id}`}
        version={record.version}
        locale={locale}
        {...after}
      >
        <FormOfAny
          fields={fields}
          texts={labels(locale)}
          values={{ ...emptyValues(fields), ...values?.(asked) }}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
        />
      </FormFrame>,
      crumbs(locale, record),
    )
  }
  const posted = postedTo<Disclosure, Fields, unknown>({
    fields,
    texts: labels as (locale: Locale) => FieldTexts<Fields>,
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findDisclosure(ctx, before.id)) ?? before,
    draw,
    command: (asked, { id }, given) => command(asked, id, versionOf(asked.form), given as Values<F>),
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said[said]),
    unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said[said]),
  })
  return [get(`${at}/:id/${path}`, 'signedIn', forThem(draw)), post(`${at}/:id/${path}`, 'signedIn', forThem(posted))]
}
const decides = async ({ ctx }: Asked, record: Disclosure) => mayDecide(await decidersFor(ctx, record), ctx.actor)

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  get(`${at}/nytt`, 'signedIn', (asked) => drawAsk(asked, begun(asked))),
  post(`${at}/nytt`, 'signedIn', (asked) => postAsk(asked, begun(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  ...deedForm({
    path: 'tvil',
    fields: doubtFields,
    labels: (locale) => texts(locale).doubt,
    title: 'consult',
    may: decides,
    command: ({ ctx }, id, version, { doubt }) => consultRepresentative(ctx, id, version, doubt),
    said: 'consulted',
  }),
  ...deedForm({
    path: 'uttalelse',
    fields: statementFields,
    labels: (locale) => texts(locale).statement,
    title: 'state',
    may: async ({ ctx }) => mayState(ctx.actor, disclosureProfile(await profileOf(ctx))),
    command: ({ ctx }, id, version, { statement }) => giveStatement(ctx, id, version, statement),
    said: 'stated',
  }),
  ...deedForm({
    path: 'avgjorelse',
    fields: decisionFields,
    labels: (locale) => texts(locale).decision,
    title: 'decide',
    may: decides,
    command: ({ ctx }, id, version, decision) => decideDisclosure(ctx, id, version, decision),
    said: 'decided',
  }),
  ...deedForm({
    path: 'sletting',
    fields: deletionFields,
    labels: (locale) => texts(locale).deletion,
    title: 'end',
    may: async (asked, record) => record.values.askedBy === asked.ctx.actor.personId || decides(asked, record),
    values: ({ ctx }) => ({ deletedOn: localDate(ctx.now) }),
    command: ({ ctx }, id, version, deletion) => endDisclosure(ctx, id, version, deletion),
    said: 'ended',
  }),
  ...registerRoutes,
]
