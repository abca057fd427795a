import type { Actor } from '../../kernel/actor.ts'
import { addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import type { Expirings } from '../../kernel/expiring.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import type { VersionedOf } from '../../kernel/version.ts'
import { registerList } from '../../register/fielded.tsx'
import { listRoutes } from '../../register/list.tsx'
import { versionedIn } from '../../register/pages.tsx'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { findProcessing } from '../processing/public.ts'
import { carryOut, confirmDeletion, type Done, noteReport, sendBack } from './commands.ts'
import { reportDocument } from './documents/report.ts'
import { proofFields, shownFields } from './fields.ts'
import { RulesPage } from './pages/overview.tsx'
import { DeletionPanel } from './pages/panel.tsx'
import { ShowDeletion } from './pages/show.tsx'
import { deletionsFor, findDeletion, references, reported, retentionProfileOf, rowsSeen, subjectOf } from './queries.ts'
import { waitingOwn } from './queries-own.ts'
import type { Deletion, SubjectKind } from './retention.ts'
import { ownRoutes } from './routes-own.tsx'
import { mayCarryOut, mayConfirm, oversees } from './rules.ts'
import { texts } from './texts.ts'

const at = '/sletting'
const everybody = (_: Actor): boolean => true
const shown = {
  at,
  subject: 'deletion',
  fields: shownFields,
  name: 'name',
  references,
  texts: (locale: Locale) => ({ ...texts(locale), add: '' }),
} as const

const { search: _, ...plainList } = registerList({
  ...shown,
  mayAdd: () => false,
  list: {
    filters: { state: 'status', subject: 'type', unit: 'enhet', outcome: 'utfall' },
    due: { field: 'dueOn', key: 'frist', open: { field: 'state', is: ['due'] } },
    sorts: { dueOn: ['due_on'] },
    columns: ['subject', 'dueOn', 'state', 'owner', 'doneOn', 'outcome'],
  },
})
/** Those that whoever asks may know of; what is due first stands first. */
export const list: List<Deletion> = {
  ...(plainList as unknown as List<Deletion>),
  rows: rowsSeen,
  // Nobody adds to it: it fills itself.
  empty: () => null,
  actions: ({ locale }) => (
    <>
      <LinkButton href={`${at}/regler`} variant="secondary">
        {texts(locale).rules.title}
      </LinkButton>
      <LinkButton href={`${at}/rapport-${locale}.pdf`} variant="secondary" download>
        {texts(locale).show.report}
      </LinkButton>
    </>
  ),
}
const plainVersions = versionedIn({ ...shown, texts: shown.texts as never, find: findDeletion as never })
/** Its history is read by those who may read it. */
export const versioned: VersionedOf = plainVersions

const crumbs = (locale: Locale, record?: Deletion) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
/** Of one that somebody may not read they learn nothing, not even that it is there. */
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findDeletion(ctx, params.id))) || nothing
const forReaders = door(open)
const forOwners = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || mayCarryOut(record, asked.ctx.actor) ? record : notAllowed
})
const reload = async ({ ctx }: Asked, before: Deletion) => (await findDeletion(ctx, before.id)) ?? before

async function drawShow(asked: Asked, record: Deletion, { refused }: After = {}) {
  const { ctx, locale } = asked
  const { subject, subjectId } = record.values
  const [offers, related, opens] = await Promise.all([
    namesIn<typeof shownFields>(ctx, references, record.values),
    ctx.house.related(ctx, { type: 'deletion', id: record.id }, locale),
    // An activity and a camera are everybody's to read; a recording is not.
    subject === 'recording' ? ctx.house.opens(ctx, { type: 'recording', id: subjectId ?? '' }) : true,
  ])
  return page(
    record.values.name ?? '',
    <ShowDeletion
      {...{ record, offers, opens, related, refused, locale }}
      now={ctx.now}
      may={{ carryOut: mayCarryOut(record, ctx.actor), confirm: mayConfirm(record, ctx.actor) }}
    />,
    crumbs(locale),
  )
}

/** What the record itself says already is filled in: whether the archive must keep something of it. */
async function drawProof(asked: Asked, record: Deletion, after: After = {}) {
  const { ctx, locale } = asked
  const t = texts(locale)
  const { subject, subjectId, planned } = record.values
  const activity = subject === 'processing' ? await findProcessing(ctx, subjectId ?? '') : undefined
  const archive = activity?.values.archive ?? null
  const outcome = archive === 'yes' ? 'archived' : planned === 'anonymise' ? 'anonymised' : 'deleted'
  return page(
    t.deeds.carryOut,
    <FormFrame
      title={t.deeds.carryOut}
      kicker={record.values.name ?? ''}
      lead={t.show.noNames}
      back={`${at}/${record.id}`}
      version={record.version}
      locale={locale}
      {...after}
    >
      <FormOfAny
        fields={proofFields}
        follows={{ archiveBasis: { from: 'archive', when: 'no' }, archivePlace: { from: 'archive', when: 'yes' } }}
        texts={t.proof}
        values={{ ...emptyValues(proofFields), doneOn: localDate(ctx.now), archive, outcome }}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(locale, record),
  )
}
const said = ({ locale }: Asked, { id }: Deletion, deed: 'carryOut' | 'confirm' | 'sendBack') =>
  redirect(`${at}/${id}`, texts(locale).did[deed])
const postProof = postedTo<Deletion, typeof proofFields, Deletion>({
  fields: proofFields,
  texts: (locale) => texts(locale).proof,
  refusals,
  whole: true,
  version: ({ version }) => version,
  reload,
  draw: drawProof,
  command: ({ ctx, form }, { id }, proof) => carryOut(ctx, id, versionOf(form), proof),
  done: (asked, record) => said(asked, record, 'carryOut'),
  unchanged: (asked, record) => said(asked, record, 'carryOut'),
})
const press = (path: string, deed: 'confirm' | 'sendBack', command: (asked: Asked, record: Deletion) => Done): Route =>
  post(
    `${at}/:id/${path}`,
    'signedIn',
    forReaders(
      pressedTo<Deletion, Deletion>({
        refusals,
        reload,
        draw: drawShow,
        command,
        said: (asked, record) => said(asked, record, deed),
      }),
    ),
  )

/** The last year, of those that whoever asks may see: `rapport-nb.pdf`. Who took it out is noted. */
async function report({ ctx, params }: Asked): Promise<GetAnswer> {
  const [, language] = /^rapport-([a-z]+)\.pdf$/.exec(params.file ?? '') ?? []
  if (!isLocale(language)) return nothing
  const today = localDate(ctx.now)
  const from = addMonths(today, -12)
  const deletions = await reported(ctx, from, today)
  const persons = await personsById(ctx, [
    ...new Set(deletions.flatMap(({ values }) => [values.owner, values.doneBy, values.secondBy].flatMap((id) => id ?? []))),
  ])
  const made = reportDocument({
    ...{ language, from, deletions, now: ctx.now },
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    name: (id) => persons.get(id)?.name ?? '–',
  })
  await noteReport(ctx)
  return download(renderPdf(made, ctx.now), 'application/pdf', `rapport-${language}.pdf`)
}

/** On the page of what is deleted: its deletions. */
export const panelOf =
  (kind: SubjectKind): Panel =>
  async (ctx, id, locale) => {
    const [deletions, subject] = await Promise.all([deletionsFor(ctx, kind, id), subjectOf(ctx, kind, id)])
    const held = subject?.wanted === 'held'
    if (deletions.length === 0 && !held && subject?.wanted == null) return null
    return <DeletionPanel deletions={deletions} held={held} now={ctx.now} locale={locale} />
  }

export const routesOf = (expirings: Expirings): readonly Route[] => [
  get(`${at}/regler`, 'signedIn', async ({ ctx, locale }) =>
    page(
      texts(locale).rules.title,
      <RulesPage
        profile={await retentionProfileOf(ctx)}
        waiting={oversees(ctx.actor) ? await waitingOwn(ctx, expirings) : []}
        locale={locale}
      />,
      crumbs(locale),
    ),
  ),
  ...ownRoutes(expirings),
  get(`${at}/:file{rapport-[a-z]+\\.pdf}`, 'signedIn', report),
  ...listRoutes(list, everybody),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/utfort`, 'signedIn', forOwners(drawProof)),
  post(`${at}/:id/utfort`, 'signedIn', forOwners(postProof)),
  press('bekreftelse', 'confirm', ({ ctx, form }, { id }) => confirmDeletion(ctx, id, versionOf(form))),
  press('retur', 'sendBack', ({ ctx, form }, { id }) => sendBack(ctx, id, versionOf(form))),
]
