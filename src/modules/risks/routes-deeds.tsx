import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Outcome } from '../../kernel/change.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { Next } from '../../ui/next.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { personsById, personsWithRoles } from '../people/public.ts'
import { acceptRisk, confirmRisk, endRisk } from './commands.ts'
import { acceptFields, type recordFields } from './fields.ts'
import { type Whose, whose } from './matrix.ts'
import { personsIn } from './measure-words.ts'
import { cellPage } from './pages/cell.tsx'
import { ShowRisk } from './pages/show.tsx'
import { analysisOf, findRisk, measuresOfSystems, recordReferences } from './queries.ts'
import { knownOwners } from './queries-known.ts'
import { planFingerprint } from './queries-parts.ts'
import type { Risk, RiskEvent } from './risk.ts'
import { gapsOf, mayAccept, mayEdit, mayEnd, mayRead } from './rules.ts'
import { texts } from './texts.ts'

const at = '/ros'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
export const crumbs = (locale: Locale, record?: Risk) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]

/** Of an analysis that somebody may not read they learn nothing, not even that it is there. */
export const open = async ({ ctx, params }: Asked) => {
  const record = isId(params.id) ? await findRisk(ctx, params.id) : undefined
  return record && mayRead(record, ctx.actor) ? record : nothing
}
export const forReaders = door(open)

const whoseIn = ({ query }: Asked): Whose => whose.find((one) => one === query.get('konsekvens')) ?? 'worst'

export async function drawShow(asked: Asked, record: Risk, { refused }: After = {}) {
  const { ctx, locale } = asked
  const { values } = record
  const subject = { type: 'risk', id: record.id }
  const [analysis, offers, advisers, existing, approval, steps, related, known] = await Promise.all([
    analysisOf(ctx, record),
    namesIn<typeof recordFields>(ctx, recordReferences, values),
    personsWithRoles(ctx, ['ciso']),
    measuresOfSystems(ctx, record),
    approvalPanel(ctx, subject, locale, true),
    ctx.house.steps(ctx, subject, locale),
    ctx.house.related(ctx, subject, locale),
    knownOwners(ctx, values),
  ])
  const acceptedFor = planFingerprint(analysis.scenarios, analysis.measures)
  const persons = [values.owner, values.riskOwner, values.initiator, values.acceptedBy, ...personsIn(analysis.measures)]
  const named = await personsById(ctx, [...new Set(persons.filter((id) => id !== null))])
  return page(
    values.name ?? '',
    <ShowRisk
      reader={ctx.actor.personId}
      analysis={analysis}
      acceptedFor={acceptedFor}
      gaps={gapsOf(analysis, acceptedFor, localDate(ctx.now))}
      offers={offers}
      names={new Map([...named].map(([id, { name }]) => [id, name]))}
      advisers={advisers.map(({ name }) => name)}
      existing={existing}
      of={whoseIn(asked)}
      may={{ edit: mayEdit(record, ctx.actor), accept: mayAccept(record, known, ctx.actor), end: mayEnd(record, ctx.actor) }}
      locale={locale}
      now={ctx.now}
      refused={refused}
      approval={approval}
      next={<Next steps={steps ?? []} now={ctx.now} locale={locale} />}
      related={related}
    />,
    crumbs(locale),
  )
}

/** The scenarios behind one number of the matrix. */
const drawCell = forReaders(async (asked, record) => {
  const { scenarios, measures } = await analysisOf(asked.ctx, record)
  return cellPage(asked, {
    ...{ at: `${at}/${record.id}`, scale: record.values.scale ?? '5', scenarios, measures },
    of: whoseIn(asked),
    mayWrite: mayEdit(record, asked.ctx.actor) && record.values.status !== 'ended',
    crumbs: crumbs(asked.locale, record),
  })
})

const forAcceptance = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || mayAccept(record, await knownOwners(asked.ctx, record.values), asked.ctx.actor) ? record : notAllowed
})
const drawAccept = async ({ locale }: Asked, record: Risk, after: After = {}) => {
  const t = texts(locale)
  const values = { ...emptyValues(acceptFields), until: record.values.acceptedUntil, reason: record.values.acceptedReason }
  return page(
    t.show.acceptDeed,
    <FormFrame
      title={t.show.acceptDeed}
      kicker={record.values.name ?? t.one}
      back={`${at}/${record.id}`}
      version={record.version}
      locale={locale}
      {...after}
    >
      <RecordForm
        fields={acceptFields}
        texts={t.accept}
        values={values}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(locale, record),
  )
}
const postAccept = postedTo<Risk, typeof acceptFields, Risk>({
  fields: acceptFields,
  texts: (locale) => texts(locale).accept,
  refusals,
  whole: true,
  version: ({ version }) => version,
  reload: async ({ ctx }, before) => (await findRisk(ctx, before.id)) ?? before,
  draw: drawAccept,
  command: ({ ctx, form }, { id }, values) => acceptRisk(ctx, id, versionOf(form), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.accepted),
})

/** A deed of one press: done, or the page again with the reason. */
const deed = (said: 'confirmed' | 'endedSaid', command: (asked: Asked, record: Risk) => Promise<Outcome<Risk, RiskEvent>>) =>
  forReaders(
    pressedTo<Risk, Risk>({
      refusals,
      reload: async ({ ctx }, before) => (await findRisk(ctx, before.id)) ?? before,
      draw: drawShow,
      command,
      said: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
    }),
  )

export const deedRoutes: readonly Route[] = [
  get(`${at}/:id/celle/:naar/:celle`, 'signedIn', drawCell),
  get(`${at}/:id/aksept`, 'signedIn', forAcceptance(drawAccept)),
  post(`${at}/:id/aksept`, 'signedIn', forAcceptance(postAccept)),
  post(
    `${at}/:id/bekreftelse`,
    'signedIn',
    deed('confirmed', ({ ctx, form }, { id }) => confirmRisk(ctx, id, versionOf(form))),
  ),
  post(
    `${at}/:id/avslutning`,
    'signedIn',
    deed('endedSaid', ({ ctx, form }, { id }) => endRisk(ctx, id, versionOf(form))),
  ),
]
