import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Refusal } from '../../kernel/change.ts'
import { emptyValues, type Fields, type FieldTexts, type Values, type Whole } from '../../kernel/fields.ts'
import { type Asked, download, get, madeId, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { type OffersByName, offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { each } from '../../ui/each.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import { type After, refusalText } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { docxType, renderDocx } from '../documents/public.ts'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { findSystem, mayKeepSystem, systemProfile } from '../systems/public.ts'
import {
  addNeed,
  answerDpo,
  appointSuperUser,
  askDpo,
  beginEnding,
  beginProcurement,
  closeProcurement,
  stopEnding,
  takeIntoUse,
  writeEnding,
  writeNeed,
  writeProcurement,
} from './commands.ts'
import { requirementsDocument } from './document.ts'
import { answerFields, appointmentFields, endingFields, needFields, newNeedFields, procurementFields, questionFields } from './fields.ts'
import { overview } from './list.tsx'
import { Duties } from './pages/duties.tsx'
import { LifePanel } from './pages/panel.tsx'
import {
  appointmentReferences,
  consultationsOf,
  endingOf,
  endingReferences,
  findLife,
  knownOf,
  procurementOf,
  standingOf,
} from './queries.ts'
import { endingGaps, gatesOf, mayAppoint, mayLead, playsPart } from './rules.ts'
import type { Consultation, Life } from './system-life.ts'
import { texts } from './texts.ts'

type System = NonNullable<Awaited<ReturnType<typeof findSystem>>>
type Opened = {
  readonly system: System
  readonly life: Life | undefined
  readonly lead: boolean
  readonly keep: boolean
  readonly appoint: boolean
}

async function open({ ctx, params }: Pick<Asked, 'ctx' | 'params'>): Promise<Opened | typeof nothing> {
  if (!isId(params.id)) return nothing
  const [system, life] = await Promise.all([findSystem(ctx, params.id), findLife(ctx, params.id)])
  if (!system) return nothing
  const keep = mayKeepSystem(system, ctx.actor)
  const lead = life ? mayLead(life.values, ctx.actor, keep) : keep
  return { system, life, lead, keep, appoint: mayAppoint(system.values.ownerUnit, ctx.actor) }
}
const whoMay = (may: (opened: Opened, asked: Asked) => boolean) =>
  door(async (asked: Asked) => {
    const opened = await open(asked)
    return 'kind' in opened || may(opened, asked) ? opened : notAllowed
  })
const forLeaders = whoMay(({ lead, life }) => lead && life !== undefined)
const forKeepers = whoMay(({ keep }) => keep)
const forAskers = whoMay(({ lead, keep }) => lead || keep)
const forHeads = whoMay(({ appoint }) => appoint)

const at = ({ system }: Opened) => `/systemer/${system.id}`
const nameOf = ({ system }: Opened) => system.values.name ?? ''
const crumbs = (opened: Opened) => [{ href: at(opened), label: nameOf(opened) }]
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const said = ({ locale }: Asked, opened: Opened) => redirect(at(opened), texts(locale).said)

/** The life of a system, on its page. */
export const lifePanel: Panel = async (ctx, id, locale) => {
  const [opened, consultations] = await Promise.all([open({ ctx, params: { id } }), consultationsOf(ctx, id)])
  if ('kind' in opened) return null
  const { system, life, lead, keep, appoint } = opened
  const stage = life?.values.stage
  const persons = [
    life?.values.appointed,
    life?.values.appointedBy,
    life?.values.archivist,
    ...consultations.flatMap((one) => [one.askedBy, one.answeredBy]),
  ]
  const approves = stage === 'procurement' ? procurementOf(id) : stage === 'ending' || stage === 'ended' ? endingOf(id) : null
  const [approval, gates, names] = await Promise.all([
    approves && approvalPanel(ctx, approves, locale, true),
    life && stage === 'procurement' ? knownOf(ctx, id).then((known) => gatesOf(life, known)) : [],
    personsById(ctx, [...new Set(persons.filter((one) => one != null))]),
  ])
  return (
    <LifePanel
      id={id}
      inUse={system.values.inUse}
      life={life}
      gates={gates}
      purchasing={systemProfile(await profileOf(ctx)).purchasing}
      gaps={life ? endingGaps(life, system.values.owner) : []}
      consultations={consultations}
      names={names}
      may={{ lead, keep, appoint, answer: playsPart('dpo', ctx.actor) }}
      approval={approval}
      locale={locale}
    />
  )
}

/** A page that is one form of a system's life: its questions, who may, what stands, and the deed. */
type LifeForm<F extends Fields> = {
  readonly fields: F
  readonly words: (locale: Locale) => FieldTexts<F>
  readonly title: (locale: Locale) => string
  readonly stands: (opened: Opened) => Values<F>
  readonly offers?: (asked: Asked, opened: Opened) => Promise<OffersByName>
  readonly version?: true
  readonly whole?: true
  readonly merges?: true
  readonly command: (asked: Asked, opened: Opened, values: Values<F>) => Promise<{ readonly ok: true; readonly next: unknown } | Refusal>
}
function lifeForm<F extends Fields>(form: LifeForm<F>) {
  const draw = async (asked: Asked, opened: Opened, after: After = {}) => {
    const { locale } = asked
    const offers = form.offers ? { offers: await form.offers(asked, opened) } : {}
    return page(
      form.title(locale),
      <FormFrame
        title={form.title(locale)}
        kicker={nameOf(opened)}
        back={at(opened)}
        version={form.version ? (opened.life?.version ?? 0) : null}
        hidden={form.version ? {} : { id: madeId(asked) }}
        locale={locale}
        {...after}
      >
        <FormOfAny
          fields={form.fields}
          texts={form.words(locale)}
          values={form.stands(opened)}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
          {...offers}
        />
      </FormFrame>,
      crumbs(opened),
    )
  }
  const road = {
    fields: form.fields,
    texts: form.words,
    refusals,
    offers: async (asked: Asked, opened: Opened) => (form.offers ? form.offers(asked, opened) : {}),
    ...(form.version ? { version: ({ life }: Opened) => life?.version ?? 0, merges: true as const } : {}),
    ...(form.whole ? { whole: true as const } : {}),
    stands: form.stands,
    reload: async (asked: Asked, before: Opened) => {
      const now = await open(asked)
      return 'kind' in now ? before : now
    },
    draw,
    command: form.command,
    done: said,
    unchanged: said,
  }
  return { get: (asked: Asked, opened: Opened) => draw(asked, opened), post: postedTo<Opened, F, unknown>(road as never) }
}
const standing = <F extends Fields>(fields: F, { life }: Opened): Values<F> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, life?.values[name as 'need'] ?? emptyValues(fields)[name]])) as Values<F>

const need = lifeForm({
  fields: needFields,
  words: (locale) => texts(locale).need,
  title: (locale) => texts(locale).editNeed,
  stands: (opened) => standing(needFields, opened),
  version: true,
  command: ({ ctx, form }, { system }, values) => writeNeed(ctx, system.id, versionOf(form), values),
})
const procurement = lifeForm({
  fields: procurementFields,
  words: (locale) => texts(locale).procurement,
  title: (locale) => texts(locale).editProcurement,
  stands: (opened) => standing(procurementFields, opened),
  version: true,
  command: ({ ctx, form }, { system }, values) => writeProcurement(ctx, system.id, versionOf(form), values),
})
const ending = lifeForm({
  fields: endingFields,
  words: (locale) => texts(locale).ending,
  title: (locale) => texts(locale).editEnding,
  stands: (opened) => standing(endingFields, opened),
  offers: ({ ctx, form }, opened) => offersIn<typeof endingFields>(ctx, endingReferences, standing(endingFields, opened), form),
  version: true,
  command: ({ ctx, form }, { system }, values) => writeEnding(ctx, system.id, versionOf(form), values),
})
const appointment = lifeForm({
  fields: appointmentFields,
  words: (locale) => texts(locale).appointment,
  title: (locale) => texts(locale).appoint,
  stands: ({ system }) => ({ appointed: system.values.superUser, appointedOn: null }),
  offers: ({ ctx, form }, { system }) =>
    offersIn<typeof appointmentFields>(ctx, appointmentReferences, { appointed: system.values.superUser }, form),
  whole: true,
  command: ({ ctx }, { system }, values) => appointSuperUser(ctx, system.id, values as Whole<typeof appointmentFields>),
})
const question = lifeForm({
  fields: questionFields,
  words: (locale) => texts(locale).question,
  title: (locale) => texts(locale).ask,
  stands: () => ({ question: null }),
  whole: true,
  command: (asked, { system }, values) => askDpo(asked.ctx, system.id, madeId(asked), values.question ?? ''),
})
const answer = lifeForm({
  fields: answerFields,
  words: (locale) => texts(locale).answer,
  title: (locale) => texts(locale).doAnswer,
  stands: () => ({ answer: null }),
  whole: true,
  command: ({ ctx, params }, { system }, values) => answerDpo(ctx, system.id, params.sporsmal ?? '', values.answer ?? ''),
})
/** Only the data protection officer answers, and only what was asked of this system. */
const forOfficer = door(async (asked: Asked): Promise<Opened | typeof nothing | typeof notAllowed> => {
  const opened = await open(asked)
  if ('kind' in opened) return opened
  const isAsked = (one: Consultation) => one.id === asked.params.sporsmal
  if (!(await consultationsOf(asked.ctx, opened.system.id)).some(isAsked)) return nothing
  return playsPart('dpo', asked.ctx.actor) ? opened : notAllowed
})

/** A deed of one button: what stands in its way is said on a page of its own. */
const deed =
  (command: (asked: Asked, opened: Opened) => Promise<{ readonly ok: true; readonly next: unknown } | Refusal>) =>
  async (asked: Asked, opened: Opened) =>
    answered(await command(asked, opened), {
      done: () => said(asked, opened),
      nothingChanged: () => said(asked, opened),
      refused: (refusal, status) => again(status, stopped(asked, opened, refusal)),
    })

function stopped({ locale }: Asked, opened: Opened, { why, fields }: Refusal) {
  const t = texts(locale)
  const named: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries({ ...t.need, ...t.ending }).map(([name, { label }]) => [name, label])),
    ...t.gates,
  }
  return page(
    t.stopped,
    <>
      <PageHeading title={t.stopped} kicker={nameOf(opened)} />
      <Notice tone="warning" locale={locale}>
        <p>{refusalText(why, refusals(locale))}</p>
        {fields.length > 0 && why !== 'notAssessed' && why !== 'notProcured' && (
          <ul className="ds-list">
            {each(fields, (field) => (
              <li>{named[field] ?? field}</li>
            ))}
          </ul>
        )}
      </Notice>
      <div>
        <LinkButton href={at(opened)}>{t.back}</LinkButton>
      </div>
    </>,
    crumbs(opened),
  )
}

/** Anybody has a need (S0-32). */
const drawNew = (asked: Asked, id: string, { refused }: After = {}) => {
  const t = texts(asked.locale)
  const values = { ...emptyValues(newNeedFields) }
  return page(
    t.newNeed,
    <FormFrame title={t.newNeed} lead={t.newNeedLead} back="/systemer" hidden={{ id }} refused={refused} locale={asked.locale}>
      <FormOfAny
        fields={newNeedFields}
        texts={t.need}
        values={values}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={asked.locale}
      />
    </FormFrame>,
    [{ href: '/systemer', label: t.overview.title }],
  )
}
const postNew = postedTo<string, typeof newNeedFields, Life>({
  fields: newNeedFields,
  texts: (locale) => texts(locale).need,
  refusals,
  whole: true,
  draw: (asked, id, after) => drawNew(asked, id, after),
  command: ({ ctx }, id, values) => addNeed(ctx, id, values as Whole<typeof newNeedFields>),
  done: ({ locale }, id, _, next) => redirect(`/systemer/${next?.id ?? id}`, texts(locale).said),
  unchanged: ({ locale }, id) => redirect(`/systemer/${id}`, texts(locale).said),
})

async function requirementsFile({ ctx, locale }: Asked, { system, life }: Opened) {
  if (!life || life.values.requirements.length === 0) return nothing
  const letterhead = await letterheadFor(ctx, locale)
  const document = requirementsDocument(life, system.values.name ?? '', {
    language: locale,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead,
  })
  return download(await renderDocx(document), docxType, 'krav.docx')
}

/** What the owner of the system answers for, on its page; nothing yet of one that is only considered. */
export const dutiesPanel: Panel = async (ctx, id, locale) => {
  const [record, system] = [await findSystem(ctx, id), await standingOf(ctx, id)]
  return system && record?.values.inUse !== 'considered' ? <Duties system={system} today={localDate(ctx.now)} locale={locale} /> : null
}

export const routes: readonly Route[] = [
  ...listRoutes(overview, 'signedIn'),
  get('/systembehov/ny', 'signedIn', async (asked) => drawNew(asked, madeId(asked))),
  post('/systembehov/ny', 'signedIn', (asked) => postNew(asked, madeId(asked))),
  get('/systemer/:id/behov', 'signedIn', forLeaders(need.get)),
  post('/systemer/:id/behov', 'signedIn', forLeaders(need.post)),
  post(
    '/systemer/:id/anskaffelse/start',
    'signedIn',
    forLeaders(deed(({ ctx, form }, { system }) => beginProcurement(ctx, system.id, versionOf(form)))),
  ),
  get('/systemer/:id/anskaffelse', 'signedIn', forLeaders(procurement.get)),
  post('/systemer/:id/anskaffelse', 'signedIn', forLeaders(procurement.post)),
  post(
    '/systemer/:id/anskaffelse/slutt',
    'signedIn',
    forLeaders(deed(({ ctx, form }, { system }) => closeProcurement(ctx, system.id, versionOf(form)))),
  ),
  get('/systemer/:id/anskaffelse/krav', 'signedIn', forLeaders(requirementsFile)),
  post('/systemer/:id/bruk', 'signedIn', forKeepers(deed(({ ctx }, { system }) => takeIntoUse(ctx, system.id)))),
  post('/systemer/:id/avhending/start', 'signedIn', forKeepers(deed(({ ctx }, { system }) => beginEnding(ctx, system.id)))),
  post(
    '/systemer/:id/avhending/stopp',
    'signedIn',
    forKeepers(deed(({ ctx, form }, { system }) => stopEnding(ctx, system.id, versionOf(form)))),
  ),
  get('/systemer/:id/avhending', 'signedIn', forKeepers(ending.get)),
  post('/systemer/:id/avhending', 'signedIn', forKeepers(ending.post)),
  get('/systemer/:id/superbruker', 'signedIn', forHeads(appointment.get)),
  post('/systemer/:id/superbruker', 'signedIn', forHeads(appointment.post)),
  get('/systemer/:id/radforing/ny', 'signedIn', forAskers(question.get)),
  post('/systemer/:id/radforing/ny', 'signedIn', forAskers(question.post)),
  get('/systemer/:id/radforing/:sporsmal', 'signedIn', forOfficer(answer.get)),
  post('/systemer/:id/radforing/:sporsmal', 'signedIn', forOfficer(answer.post)),
]
