import type { Actor } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, type OffersByName, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import {
  answerRequest,
  assignRequest,
  beginSearch,
  confirmIdentity,
  correctRequest,
  type Done,
  extendRequest,
  sendOnRequest,
} from './commands.ts'
import { answerFields, assignFields, correctFields, extendFields, identityFields, type recordFields } from './fields.ts'
import { ShowRequest } from './pages/show.tsx'
import { type RequestProfile, requestProfile } from './profile.ts'
import { assignReferences, correctionsOf, findRequest, openBeside, recordReferences } from './queries.ts'
import { systemsById } from './queries-overview.ts'
import { mayKeep, mayReceive, maySearch } from './rules.ts'
import { mayCorrect, wasWrittenIn } from './rules-correct.ts'
import type { Opened, Registering } from './subject-request.ts'
import { texts } from './texts.ts'

export const at = '/egne-opplysninger'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
export const crumbs = (locale: Locale, request?: Opened) => [
  { href: at, label: texts(locale).title },
  ...(request ? [{ href: `${at}/${request.id}`, label: request.values.reference ?? '' }] : []),
]

/** Of one that somebody may not see they learn nothing, not even that it is there. */
export const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findRequest(ctx, params.id))) || nothing
export const forReaders = door(open)
const doorFor = (may: (request: Opened, actor: Actor, profile: RequestProfile) => boolean) =>
  door(async (asked: Asked) => {
    const request = await open(asked)
    if ('kind' in request) return request
    return may(request, asked.ctx.actor, requestProfile(await profileOf(asked.ctx))) ? request : notAllowed
  })
export const forKeepers = doorFor(mayKeep)
const forReceivers = doorFor((_, actor, profile) => mayReceive(actor, profile))

export async function drawShow({ ctx, locale }: Asked, request: Opened, after: After = {}) {
  const profile = requestProfile(await profileOf(ctx))
  const corrections = mayKeep(request, ctx.actor, profile) ? await correctionsOf(ctx, request.id) : []
  return page(
    request.values.reference ?? '',
    <ShowRequest
      request={request}
      names={await namesIn<typeof recordFields>(ctx, recordReferences, request.values)}
      systems={
        await systemsById(
          ctx,
          request.searches.map(({ system }) => system),
        )
      }
      may={{
        keep: mayKeep(request, ctx.actor, profile),
        correct: mayCorrect(request, ctx.actor, profile),
        search: (search) => maySearch(request, search, ctx.actor, profile),
      }}
      beside={mayKeep(request, ctx.actor, profile) ? await openBeside(ctx, request) : []}
      corrections={corrections}
      correctors={
        await personsById(
          ctx,
          corrections.map(({ by }) => by),
        )
      }
      documentsLink={profile.documentsLink}
      related={await ctx.house.related(ctx, { type: 'subject_request', id: request.id }, locale)}
      now={ctx.now}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}

type Titles = 'correctTitle' | 'assignTitle' | 'identifyTitle' | 'extendTitle' | 'answerTitle'
type Deed<F extends Fields> = {
  readonly path: string
  readonly fields: F
  readonly labels: (locale: Locale) => FieldTexts<F>
  readonly title: Titles
  readonly lead?: (request: Opened, locale: Locale) => string
  readonly shown?: (request: Opened) => readonly (keyof F & string)[]
  readonly values: (request: Opened, asked: Asked) => Partial<Values<F>>
  readonly offers?: (asked: Asked, request: Opened) => Promise<OffersByName>
  /** Why it is not to be done any more, as a refusal; null: it is. Its form is shown to nobody then. */
  readonly over: (request: Opened) => 'answeredAlready' | 'extendedAlready' | 'notWrittenIn' | null
  /** Whose it is to do; of whoever keeps the request where absent. */
  readonly enter?: typeof forKeepers
  readonly command: (asked: Asked, request: Opened, values: Values<F>) => Done
  readonly said: 'corrected' | 'assigned' | 'identified' | 'extended' | 'answered'
}

/** A deed that asks something: a page with its questions, and the answer. */
function deedForm<F extends Fields>({
  path,
  fields,
  labels,
  title,
  lead,
  shown,
  values,
  offers,
  over,
  enter = forKeepers,
  command,
  said,
}: Deed<F>): readonly Route[] {
  const draw = async (asked: Asked, request: Opened, after: After = {}) => {
    const { locale } = asked
    const t = texts(locale)
    return page(
      t[title],
      <FormFrame
        title={t[title]}
        kicker={`${t.one} ${request.values.reference ?? ''}`}
        lead={lead?.(request, locale)}
        back={`${at}/${request.id}`}
        version={request.version}
        locale={locale}
        {...after}
      >
        <FormOfAny
          fields={fields}
          texts={labels(locale)}
          values={{ ...emptyValues(fields), ...values(request, asked) }}
          offers={await offers?.(asked, request)}
          shown={shown?.(request)}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
        />
      </FormFrame>,
      crumbs(locale, request),
    )
  }
  const posted = postedTo<Opened, Fields, unknown>({
    fields,
    texts: labels as (locale: Locale) => FieldTexts<Fields>,
    refusals,
    whole: true,
    version: ({ version }) => version,
    stands: (request, yours) => ({ ...yours, ...pick(fields, request.values) }),
    offers: async (asked, request) => (await offers?.(asked, request)) ?? {},
    reload: async ({ ctx }, before) => (await findRequest(ctx, before.id)) ?? before,
    draw: draw as (asked: Asked, request: Opened, after?: After) => ReturnType<typeof draw>,
    command: (asked, request, given) => command(asked, request, given as Values<F>),
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said[said]),
    unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said[said]),
  })
  const shownForm = enter(async (asked, request) => {
    const why = over(request)
    return why === null ? draw(asked, request) : redirect(`${at}/${request.id}`, texts(asked.locale).refusals[why])
  })
  return [get(`${at}/:id/${path}`, 'signedIn', shownForm), post(`${at}/:id/${path}`, 'signedIn', enter(posted))]
}
const pick = (fields: Fields, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(fields).flatMap((name) => (name in values ? [[name, values[name] ?? null]] : []))) as Values<Fields>

/** A deed of one press: done, or the page again with the reason. */
const press = (path: string, said: 'searchBegun' | 'sentOn', command: (asked: Asked, request: Opened) => Done): Route =>
  post(
    `${at}/:id/${path}`,
    'signedIn',
    forReaders(
      pressedTo<Opened, unknown>({
        refusals,
        reload: async ({ ctx }, before) => (await findRequest(ctx, before.id)) ?? before,
        draw: drawShow,
        command,
        said: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said[said]),
      }),
    ),
  )
const answered = ({ values }: Opened) => (values.status === 'received' ? null : ('answeredAlready' as const))
export const seen = ({ form }: Asked) => versionOf(form)

export const deedRoutes: readonly Route[] = [
  ...deedForm({
    path: 'retting',
    fields: correctFields,
    labels: (locale) => texts(locale).correct,
    title: 'correctTitle',
    lead: ({ values }, locale) => texts(locale).correctLead(values.extendedAt !== null),
    values: ({ values }) => ({ ...(values as Partial<Registering>), correctReason: null }),
    over: (request) => answered(request) ?? (wasWrittenIn(request) ? null : 'notWrittenIn'),
    enter: forReceivers,
    command: (asked, { id }, given) => correctRequest(asked.ctx, id, seen(asked), given),
    said: 'corrected',
  }),
  ...deedForm({
    path: 'fordeling',
    fields: assignFields,
    labels: (locale) => texts(locale).assign,
    title: 'assignTitle',
    values: ({ values }) => ({ unit: values.unit, responsible: values.responsible }),
    offers: ({ ctx, form }, { values }) =>
      offersIn<typeof assignFields>(ctx, assignReferences, { unit: values.unit, responsible: values.responsible }, form),
    over: answered,
    command: (asked, { id }, given) => assignRequest(asked.ctx, id, seen(asked), given),
    said: 'assigned',
  }),
  ...deedForm({
    path: 'identitet',
    fields: identityFields,
    labels: (locale) => texts(locale).identify,
    title: 'identifyTitle',
    lead: (_, locale) => texts(locale).identifyLead,
    shown: ({ values }) => [
      'identity',
      ...(values.actsFor === 'self' ? [] : (['authority'] as const)),
      ...(values.actsFor === 'guardian' ? (['childHeard'] as const) : []),
      'identityNote',
    ],
    values: ({ values }) => ({
      identity: values.identity,
      authority: values.authority,
      childHeard: values.childHeard,
      identityNote: values.identityNote,
    }),
    over: answered,
    command: (asked, { id }, given) => confirmIdentity(asked.ctx, id, seen(asked), given),
    said: 'identified',
  }),
  ...deedForm({
    path: 'forlengelse',
    fields: extendFields,
    labels: (locale) => texts(locale).extend,
    title: 'extendTitle',
    lead: (_, locale) => texts(locale).extendLead,
    values: (_, { ctx }) => ({ extendToldOn: localDate(ctx.now) }),
    over: (request) => answered(request) ?? (request.values.extendedAt === null ? null : 'extendedAlready'),
    command: (asked, { id }, given) => extendRequest(asked.ctx, id, seen(asked), given),
    said: 'extended',
  }),
  ...deedForm({
    path: 'svar',
    fields: answerFields,
    labels: (locale) => texts(locale).answer,
    title: 'answerTitle',
    lead: (_, locale) => texts(locale).answerLead,
    values: ({ values }, { ctx }) => ({
      outcome: values.outcome === 'documents' ? null : values.outcome,
      ground: values.ground,
      answer: values.answer,
      answeredOn: values.answeredOn ?? localDate(ctx.now),
    }),
    over: answered,
    command: (asked, { id }, given) => answerRequest(asked.ctx, id, seen(asked), given),
    said: 'answered',
  }),
  press('leting', 'searchBegun', (asked, { id }) => beginSearch(asked.ctx, id, seen(asked))),
  press('oversending', 'sentOn', (asked, { id }) => sendOnRequest(asked.ctx, id, seen(asked))),
]
