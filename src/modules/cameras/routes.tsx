import type { Actor } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  madeId,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { findDpia, mayReadDpias } from '../dpia/public.ts'
import { letterheadFor, organisationDetails, organisationName, profileOf } from '../organisation/public.ts'
import { leaderOfUnit, titleOf } from '../people/public.ts'
import type { Camera, Deed } from './camera.ts'
import {
  activateCamera,
  addCamera,
  adoptCamera,
  approveCamera,
  type Done,
  editCamera,
  noteDocument,
  removeCamera,
  reportCamera,
  turnOffCamera,
} from './commands.ts'
import { cameraDocument, type Material, signDocument } from './documents/camera.ts'
import { cameraFields, decisionFields, partPages, shownFields } from './fields.ts'
import { AreasPage } from './pages/areas.tsx'
import { ShowCamera } from './pages/show.tsx'
import { cameraProfileOf, findCamera, gapsIn, recordReferences, references, watchedAreas } from './queries.ts'
import { mayAdd, mayEdit, openDeeds } from './rules.ts'
import { texts } from './texts.ts'

const at = '/kameraer'
const filters = {
  unit: 'enhet',
  status: 'status',
  kind: 'type',
  publicPlace: 'offentlig',
  processing: 'behandling',
  system: 'system',
} as const
const shown = { at, subject: 'camera', fields: shownFields, name: 'name', references: recordReferences, texts } as const

export const list = registerList({
  ...shown,
  mayAdd,
  list: {
    filters,
    sorts: { name: ['sort_key'] },
    columns: ['unit', 'site', 'purposes', 'retentionDays', 'status'],
    beside: [{ href: `${at}/omrader`, label: (locale) => texts(locale).areas.title, may: () => true }],
  },
})
/** Who may edit one is the profile's to say, and is asked before the form is drawn. */
const anybody = (): boolean => true
const pages = registerPages({
  at,
  subject: 'camera',
  rules: { fields: cameraFields, mayAdd, mayEdit: anybody },
  references,
  texts,
  name: 'name',
  find: findCamera,
  add: addCamera,
  edit: editCamera,
  follows: { otherPurpose: { from: 'purposes', when: 'other' } },
  parts: { pages: partPages, begins: ['what'] },
  blank: ({ leads, unitId }) => ({ origin: 'ours', kind: 'real', unit: leads[0] ?? unitId }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
export const { commented } = pages
export const versioned = versionedIn({ ...shown, find: findCamera as never })
export const linked = registerLinked({
  ...shown,
  filters,
  find: findCamera as never,
  mayEdit: (_, actor) => mayAdd(actor),
  links: { state: { field: 'status', ended: ['removed'] } },
})

const crumbs = (locale: Locale, record?: Camera) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findCamera(ctx, params.id))) || nothing
const forReaders = door(open)
const forKeepers = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || mayEdit(record, asked.ctx.actor, await cameraProfileOf(asked.ctx)) ? record : notAllowed
})
const forApprovers = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || openDeeds(record, asked.ctx.actor, await cameraProfileOf(asked.ctx)).includes('approve') ? record : notAllowed
})

/** The controller has the overall responsibility, and the head of the unit the running one; the titles are the organisation's own (S4-190). */
async function responsibleFor({ ctx, locale }: Pick<Asked, 'ctx' | 'locale'>, { values }: Camera) {
  const profile = await profileOf(ctx)
  const head = values.unit === null ? undefined : await leaderOfUnit(ctx, values.unit)
  const title = titleOf(profile, 'unitHead', locale)
  return { overall: titleOf(profile, 'controller', locale), running: head ? `${title}: ${head.name}` : title }
}

async function drawShow(asked: Asked, record: Camera, { refused }: After = {}) {
  const { ctx, locale } = asked
  const { actor } = ctx
  const profile = await cameraProfileOf(ctx)
  const [gaps, offers, related, assessment] = await Promise.all([
    gapsIn(ctx, record),
    namesIn<typeof shownFields>(ctx, recordReferences, record.values),
    ctx.house.related(ctx, { type: 'camera', id: record.id }, locale),
    record.values.dpia !== null && mayReadDpias(actor) ? findDpia(ctx, record.values.dpia) : undefined,
  ])
  return page(
    record.values.name ?? '',
    <ShowCamera
      {...{ record, gaps, offers, profile, related, refused, locale }}
      now={ctx.now}
      responsible={await responsibleFor(asked, record)}
      dpia={assessment ? { id: assessment.id, name: assessment.values.name ?? '' } : null}
      mayEdit={mayEdit(record, actor, profile)}
      mayReport={mayAdd(actor)}
      deeds={openDeeds(record, actor, profile)}
    />,
    crumbs(locale),
  )
}

const drawApproval = (asked: Asked, record: Camera, after: After = {}) => {
  const { locale } = asked
  const t = texts(locale)
  return page(
    t.deeds.approve,
    <FormFrame
      title={t.deeds.approve}
      kicker={record.values.name ?? t.one}
      lead={t.approveLead}
      back={`${at}/${record.id}`}
      version={record.version}
      save={t.deeds.approve}
      locale={locale}
      {...after}
    >
      <FormOfAny
        fields={decisionFields}
        texts={t.decision}
        values={emptyValues(decisionFields)}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(locale, record),
  )
}
const reload = async ({ ctx }: Asked, before: Camera) => (await findCamera(ctx, before.id)) ?? before
const said = ({ locale }: Asked, { id }: Camera, deed: Deed) => redirect(`${at}/${id}`, texts(locale).did[deed])
const postApproval = postedTo<Camera, typeof decisionFields, Camera>({
  fields: decisionFields,
  texts: (locale) => texts(locale).decision,
  refusals,
  whole: true,
  version: ({ version }) => version,
  reload,
  draw: drawApproval,
  command: ({ ctx, form }, { id }, { decision }) => approveCamera(ctx, id, versionOf(form), decision ?? ''),
  done: (asked, record) => said(asked, record, 'approve'),
  unchanged: (asked, record) => said(asked, record, 'approve'),
})

/** A deed of one press: done, or the page again with the reason. */
const press = (path: string, deed: Deed, command: (asked: Asked, record: Camera) => Done): Route =>
  post(
    `${at}/:id/${path}`,
    'signedIn',
    forReaders(
      pressedTo<Camera, Camera>({
        refusals,
        reload,
        draw: drawShow,
        command,
        said: (asked, record) => said(asked, record, deed),
      }),
    ),
  )

/** The report of the deviation is begun, and whoever reports goes on there. */
async function postReport(asked: Asked, record: Camera): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const outcome = await reportCamera(ctx, record.id, versionOf(form), locale, madeId(asked))
  if (!outcome.ok && outcome.why === 'notAllowed') return notAllowed
  if (outcome.draft) return redirect(`/avvik/${outcome.draft}/skjema`)
  return redirect(outcome.ok ? '/avvik/ny' : `${at}/${record.id}`)
}

async function materialFor(asked: Asked, record: Camera, language: Locale): Promise<Material> {
  const { ctx } = asked
  const { email, telephone } = await organisationDetails(ctx)
  return {
    ...{ language, record, now: ctx.now },
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    gaps: await gapsIn(ctx, record),
    offers: await namesIn<typeof shownFields>(ctx, recordReferences, record.values),
    contact: [email, telephone].filter(Boolean).join(', ') || null,
    responsible: await responsibleFor({ ctx, locale: language }, record),
  }
}
/** `skilt-nn.pdf`, to be printed and put up; `kamera-nb.docx`, the camera with its approval (G30). Who took it out is noted. */
async function document(asked: Asked, record: Camera): Promise<GetAnswer> {
  const { ctx, params } = asked
  const [, kind, language, ending] = /^(skilt|kamera)-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language)) return nothing
  const material = await materialFor(asked, record, language)
  const made = kind === 'skilt' ? signDocument(material) : cameraDocument(material)
  await noteDocument(ctx, record.id)
  const file = `${kind}-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
}

const signedIn = (_: Actor) => true
export const routes: readonly Route[] = [
  get(`${at}/omrader`, 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).areas.title, <AreasPage watched={await watchedAreas(ctx)} locale={locale} />, crumbs(locale)),
  ),
  ...listRoutes(list, signedIn),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', forReaders(document)),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', async (asked) => (await forKeepers(() => null)(asked)) ?? pages.edit(asked)),
  post(`${at}/:id/endring/:del`, 'signedIn', async (asked) => {
    const stopped = await forKeepers(() => null)(asked)
    return stopped === null ? pages.edited(asked) : stopped
  }),
  get(`${at}/:id/godkjenning`, 'signedIn', forApprovers(drawApproval)),
  post(`${at}/:id/godkjenning`, 'signedIn', forReaders(postApproval)),
  press('bruk', 'activate', ({ ctx, form }, { id }) => activateCamera(ctx, id, versionOf(form))),
  press('av', 'turnOff', ({ ctx, form }, { id }) => turnOffCamera(ctx, id, versionOf(form))),
  press('fjerning', 'remove', ({ ctx, form }, { id }) => removeCamera(ctx, id, versionOf(form))),
  press('overtakelse', 'adopt', ({ ctx, form }, { id }) => adoptCamera(ctx, id, versionOf(form))),
  post(`${at}/:id/avvik`, 'signedIn', forReaders(postReport)),
]
