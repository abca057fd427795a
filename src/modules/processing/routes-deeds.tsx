import type { Outcome } from '../../kernel/change.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
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
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { capital, type Locale } from '../../kernel/texts.ts'
import { Next } from '../../ui/next.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { organisationName, profileOf } from '../organisation/public.ts'
import { personsWithRoles, unitsById } from '../people/public.ts'
import { checkProcessing, confirmProcessing, endProcessing, notifyProcessing, permitProcessing } from './commands.ts'
import { checkFields, noticeFields, points, type recordFields } from './fields.ts'
import { CheckPage } from './pages/check.tsx'
import { ShowProcessing } from './pages/show.tsx'
import type { Check, Point, Processing, ProcessingEvent } from './processing.ts'
import { processingProfile } from './profile.ts'
import { checkReferences, checksOf, findProcessing, recordReferences } from './queries.ts'
import { mayEdit, mayEnd, mayPermit, officersFor } from './rules.ts'
import { stillFromTemplate } from './templates/activity.ts'
import { everOffered } from './templates/offered.ts'
import { texts } from './texts.ts'

const at = '/behandlinger'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

/** What each deed does to an activity, and its page, which a refusal is shown on. */
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findProcessing(ctx, params.id))) || nothing
export const forReaders = door(open)

export async function drawShow({ ctx, locale }: Asked, record: Processing, { refused }: After = {}) {
  const { actor } = ctx
  const subject = { type: 'processing', id: record.id }
  const [profile, units, checks, offers, organisation, controllers, officers, approval, steps, related] = await Promise.all([
    profileOf(ctx),
    unitsById(ctx, record.values.unit === null ? [] : [record.values.unit]),
    checksOf(ctx, record.id),
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    organisationName(ctx),
    personsWithRoles(ctx, ['controller']),
    personsWithRoles(ctx, ['dpo']),
    approvalPanel(ctx, subject, locale, true),
    ctx.house.steps(ctx, subject, locale),
    ctx.house.related(ctx, subject, locale),
  ])
  const own = processingProfile(profile)
  const unit = units.get(record.values.unit ?? '')
  const title = capital(profile.titles.controller[locale])
  return page(
    record.values.name ?? '',
    <ShowProcessing
      record={record}
      checks={checks}
      offers={offers}
      locale={locale}
      now={ctx.now}
      controller={{ title: `${title}, ${organisation}`, holders: controllers.map(({ name }) => name) }}
      officers={officersFor(record.values.kind, own, officers)}
      school={unit?.kind === 'school' && record.values.dataSubjects.includes('pupils') ? unit.name : null}
      may={{
        edit: mayEdit(record, actor),
        permit: mayPermit(actor),
        end: mayEnd(record, actor),
      }}
      asks={{ notice: own.notifies, permission: own.permits }}
      refused={refused}
      approval={approval}
      next={<Next steps={steps ?? []} now={ctx.now} locale={locale} />}
      related={related}
      fromTemplate={record.values.status === 'draft' ? stillFromTemplate(record.values, everOffered(profile)) : []}
    />,
    [{ href: at, label: texts(locale).title }],
  )
}

type Done = Promise<Outcome<Processing, ProcessingEvent>>
type Said = 'confirmed' | 'ended' | 'notified' | 'permitted'

/** A deed of one press; the notification asks why where it is late. Done, or the page of the activity again with the reason. */
const deed = (said: Said, command: (asked: Asked, record: Processing, lateReason: string | null) => Done) =>
  forReaders(
    postedTo<Processing, typeof noticeFields, Processing>({
      fields: noticeFields,
      texts: (locale) => texts(locale).fields,
      refusals,
      version: ({ version }) => version,
      reload: async ({ ctx }, before) => (await findProcessing(ctx, before.id)) ?? before,
      draw: drawShow,
      command: (asked, record, { lateReason }) => command(asked, record, lateReason),
      done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
      unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
    }),
  )
const seen = ({ form }: Asked) => versionOf(form)
const answered = ({ form }: Asked) => one(form, 'answer')
const permit = deed('permitted', (asked, { id }) => permitProcessing(asked.ctx, id, seen(asked), answered(asked) === 'granted'))

type Opened = { readonly record: Processing; readonly point: Point; readonly check: Check }
const forPoint = door(async (asked: Asked): Promise<Opened | typeof nothing | typeof notAllowed> => {
  const record = await open(asked)
  const point = points.find((known) => known === asked.params.punkt)
  if ('kind' in record || !point) return nothing
  if (!mayEdit(record, asked.ctx.actor)) return notAllowed
  return { record, point, check: (await checksOf(asked.ctx, record.id))[point] ?? emptyValues(checkFields) }
})

const drawCheck = async ({ ctx, locale, form }: Asked, { record, point, check }: Opened, after: After = {}) =>
  page(
    texts(locale).points[point],
    <CheckPage
      record={record}
      point={point}
      check={check}
      offers={await offersIn<typeof checkFields>(ctx, checkReferences, check, form)}
      locale={locale}
      {...after}
    />,
    [
      { href: at, label: texts(locale).title },
      { href: `${at}/${record.id}`, label: record.values.name ?? '' },
    ],
  )

const postCheck = postedTo<Opened, typeof checkFields, Processing>({
  fields: checkFields,
  texts: (locale) => texts(locale).check,
  refusals,
  merges: true,
  version: ({ record }) => record.version,
  stands: ({ check }) => check,
  offers: ({ ctx, form }, { check }) => offersIn<typeof checkFields>(ctx, checkReferences, check, form),
  reload: async ({ ctx }, { record, point }) => ({
    record: (await findProcessing(ctx, record.id)) ?? record,
    point,
    check: (await checksOf(ctx, record.id))[point] ?? emptyValues(checkFields),
  }),
  draw: drawCheck,
  command: ({ ctx, form }, { record, point }, values) => checkProcessing(ctx, record.id, versionOf(form), point, values),
  done: ({ locale }, { record }) => redirect(`${at}/${record.id}`, texts(locale).show.checked),
  unchanged: ({ locale }, { record }) => redirect(`${at}/${record.id}`, texts(locale).show.checked),
})

/** Each deed is a resource of its own. */
export const deedRoutes: readonly Route[] = [
  post(
    `${at}/:id/melding`,
    'signedIn',
    deed('notified', (asked, { id }, reason) => notifyProcessing(asked.ctx, id, seen(asked), reason)),
  ),
  post(
    `${at}/:id/tillatelse`,
    mayPermit,
    async (asked): Promise<PostAnswer> => (['granted', 'refused'].includes(answered(asked)) ? permit(asked) : nothing),
  ),
  post(
    `${at}/:id/bekreftelse`,
    'signedIn',
    deed('confirmed', (asked, { id }) => confirmProcessing(asked.ctx, id, seen(asked))),
  ),
  post(
    `${at}/:id/avslutning`,
    'signedIn',
    deed('ended', (asked, { id }) => endProcessing(asked.ctx, id, seen(asked))),
  ),
  get(`${at}/:id/kontroll/:punkt`, 'signedIn', forPoint(drawCheck)),
  post(`${at}/:id/kontroll/:punkt`, 'signedIn', forPoint(postCheck)),
]
