import type { Actor } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { personsById } from '../people/public.ts'
import { cellPage, personsIn } from '../risks/public.ts'
import { type Done, endDpia, reopenDpia } from './commands.ts'
import { adviseDpia, answerAdvice, consultAuthority, controlDpia, sendDpia, takeHome, waiveAdvice } from './commands-rounds.ts'
import type { Dpia } from './dpia.ts'
import { adviceFields, answerFields, consultationFields, controlFields, type recordFields, sendFields, waiverFields } from './fields.ts'
import { ShowDpia } from './pages/show.tsx'
import { assessmentOf, controlsOf, findDpia, recordReferences } from './queries.ts'
import { mayAdvise, mayEdit, mayEnd, mayKeep, mayRead, mayWaive, riskOwnerOf } from './rules.ts'
import { asAnalysed, gapsOf } from './rules-rounds.ts'
import { texts } from './texts.ts'

const at = '/dpia'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
export const crumbs = (locale: Locale, record?: Dpia) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]

/** Of one that somebody may not read they learn nothing, not even that it is there. */
export const open = async ({ ctx, params }: Asked) => {
  const record = isId(params.id) ? await findDpia(ctx, params.id) : undefined
  return record && mayRead(record, ctx.actor) ? record : nothing
}
export const forReaders = door(open)

export async function drawShow(asked: Asked, record: Dpia, { refused }: After = {}) {
  const { ctx, locale } = asked
  const { actor } = ctx
  const { values } = record
  const [all, controls, offers, approval, related] = await Promise.all([
    assessmentOf(ctx, record),
    controlsOf(ctx, record.id),
    namesIn<typeof recordFields>(ctx, recordReferences, values),
    approvalPanel(ctx, { type: 'dpia', id: record.id }, locale),
    ctx.house.related(ctx, { type: 'dpia', id: record.id }, locale),
  ])
  const persons = [
    ...[values.owner, riskOwnerOf(record), values.waivedBy, ...controls.map(({ by }) => by), ...personsIn(all.measures)],
    ...all.rounds.flatMap(({ sentBy, advisedBy, answeredBy }) => [sentBy, advisedBy, answeredBy]),
  ]
  const named = await personsById(ctx, [...new Set(persons.filter((id) => id !== null))])
  return page(
    values.name ?? '',
    <ShowDpia
      all={all}
      controls={controls}
      gaps={gapsOf(all)}
      offers={offers}
      names={new Map([...named].map(([id, { name }]) => [id, name]))}
      may={{
        edit: mayEdit(record, actor),
        keep: mayKeep(record, actor),
        advise: mayAdvise(actor),
        waive: mayWaive(actor),
        end: mayEnd(record, actor),
      }}
      reader={actor.personId}
      locale={locale}
      now={ctx.now}
      refused={refused}
      approval={approval}
      related={related}
    />,
    crumbs(locale),
  )
}

/** The scenarios behind one number of the matrix. */
const drawCell = forReaders(async (asked, record) => {
  const { scenarios, measures } = await assessmentOf(asked.ctx, record)
  return cellPage(asked, {
    ...{ at: `${at}/${record.id}`, scale: record.values.scale ?? '5', scenarios: scenarios.map(asAnalysed), measures },
    of: 'subjects',
    mayWrite: mayEdit(record, asked.ctx.actor) && record.values.status !== 'ended',
    crumbs: crumbs(asked.locale, record),
  })
})

type Show = ReturnType<typeof texts>['show']
type Said = { readonly [N in keyof Show]: Show[N] extends string ? N : never }[keyof Show]
type Deed<F extends Fields> = {
  readonly path: string
  readonly fields: F
  readonly labels: (locale: Locale) => FieldTexts<F>
  readonly title: Said
  readonly lead?: Said
  readonly may: (record: Dpia, actor: Actor) => boolean
  readonly values?: (record: Dpia, asked: Asked) => Partial<Values<F>> | Promise<Partial<Values<F>>>
  readonly command: (asked: Asked, record: Dpia, values: Values<F>) => Done
  readonly said: Said
}

/** A deed that asks something: a page with its questions, and the answer. */
function deedForm<F extends Fields>({ path, fields, labels, title, lead, may, values, command, said }: Deed<F>): readonly Route[] {
  const forThem = door(async (asked: Asked) => {
    const record = await open(asked)
    return 'kind' in record || may(record, asked.ctx.actor) ? record : notAllowed
  })
  const draw = async (asked: Asked, record: Dpia, after: After = {}) => {
    const { locale } = asked
    const t = texts(locale).show
    return page(
      t[title],
      <FormFrame
        title={t[title]}
        kicker={record.values.name ?? texts(locale).one}
        lead={lead && t[lead]}
        back={`${at}/${record.id}`}
        version={record.version}
        locale={locale}
        {...after}
      >
        <FormOfAny
          fields={fields}
          texts={labels(locale)}
          values={{ ...emptyValues(fields), ...(await values?.(record, asked)) }}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
        />
      </FormFrame>,
      crumbs(locale, record),
    )
  }
  const posted = postedTo<Dpia, F, Dpia>({
    fields,
    texts: labels,
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findDpia(ctx, before.id)) ?? before,
    draw,
    command,
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
    unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
  })
  return [get(`${at}/:id/${path}`, 'signedIn', forThem(draw)), post(`${at}/:id/${path}`, 'signedIn', forThem(posted))]
}

/** A deed of one press: done, or the page again with the reason. */
const press = (path: string, said: Said, command: (asked: Asked, record: Dpia) => Done): Route =>
  post(
    `${at}/:id/${path}`,
    'signedIn',
    forReaders(
      pressedTo<Dpia, Dpia>({
        refusals,
        reload: async ({ ctx }, before) => (await findDpia(ctx, before.id)) ?? before,
        draw: drawShow,
        command,
        said: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
      }),
    ),
  )
const seen = ({ form }: Asked) => versionOf(form)

export const deedRoutes: readonly Route[] = [
  get(`${at}/:id/celle/:naar/:celle`, 'signedIn', drawCell),
  ...deedForm({
    path: 'sending',
    fields: sendFields,
    labels: (locale) => texts(locale).send,
    title: 'send',
    may: mayKeep,
    command: (asked, { id }, { question }) => sendDpia(asked.ctx, id, seen(asked), question),
    said: 'sent',
  }),
  press('tilbakekalling', 'takenHome', (asked, { id }) => takeHome(asked.ctx, id, seen(asked))),
  ...deedForm({
    path: 'rad',
    fields: adviceFields,
    labels: (locale) => texts(locale).advice,
    title: 'advise',
    may: (_, actor) => mayAdvise(actor),
    command: (asked, { id }, advice) => adviseDpia(asked.ctx, id, seen(asked), advice),
    said: 'advised',
  }),
  ...deedForm({
    path: 'svar',
    fields: answerFields,
    labels: (locale) => texts(locale).answer,
    title: 'reply',
    may: mayKeep,
    values: async (record, { ctx }) => ({
      answer: (await assessmentOf(ctx, record)).rounds.find(({ advisedAt }) => advisedAt !== null)?.answer ?? null,
    }),
    command: (asked, { id }, { answer }) => answerAdvice(asked.ctx, id, seen(asked), answer),
    said: 'replied',
  }),
  ...deedForm({
    path: 'uten-rad',
    fields: waiverFields,
    labels: (locale) => texts(locale).waiver,
    title: 'waive',
    lead: 'waiveText',
    may: (_, actor) => mayWaive(actor),
    command: (asked, { id }, { reason }) => waiveAdvice(asked.ctx, id, seen(asked), reason),
    said: 'waivedSaid',
  }),
  ...deedForm({
    path: 'forhandsdrofting',
    fields: consultationFields,
    labels: (locale) => texts(locale).consultation,
    title: 'consult',
    lead: 'consultationText',
    may: mayKeep,
    values: ({ values }) => values,
    command: (asked, { id }, values) => consultAuthority(asked.ctx, id, seen(asked), values),
    said: 'consulted',
  }),
  ...deedForm({
    path: 'kontroll',
    fields: controlFields,
    labels: (locale) => texts(locale).control,
    title: 'control',
    lead: 'controlsText',
    may: (_, actor) => mayAdvise(actor),
    values: (_, { ctx }) => ({ controlledOn: localDate(ctx.now) }),
    command: (asked, { id }, values) => controlDpia(asked.ctx, id, seen(asked), values),
    said: 'controlled',
  }),
  press('ny-versjon', 'reopened', (asked, { id }) => reopenDpia(asked.ctx, id, seen(asked))),
  press('avslutning', 'endedSaid', (asked, { id }) => endDpia(asked.ctx, id, seen(asked))),
]
