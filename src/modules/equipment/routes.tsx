import {
  type Asked,
  type GetAnswer,
  get,
  madeId,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Linked } from '../../kernel/link.ts'
import { namesIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { VersionedOf } from '../../kernel/version.ts'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { onlyWhere } from '../organisation/public.ts'
import { addDevice, editDevice, moveDevice, reportGone } from './commands.ts'
import type { Device, DeviceDeed } from './equipment.ts'
import { deviceFields, type deviceRecordFields, lossFields } from './fields.ts'
import { devices, filters, shown } from './list.tsx'
import { LostPage } from './pages/lost.tsx'
import { deviceDeedAt, ShowDevice } from './pages/show.tsx'
import { equipmentProfile } from './profile.ts'
import { deliveriesOf, findDelivery, findDevice, heldBy, leadsHolder, openDeliveryOf, references, seenDevices } from './queries.ts'
import { mayAdd, mayEdit, openDeviceDeeds } from './rules.ts'
import { texts } from './texts.ts'

const at = '/utstyr'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals, ...texts(locale).device.refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).device.title }]

const pages = registerPages({
  at,
  subject: 'device',
  rules: { fields: deviceFields, mayAdd, mayEdit },
  references,
  texts: (locale) => texts(locale).device,
  name: 'number',
  find: findDevice,
  add: addDevice,
  edit: editDevice,
  blank: ({ leads, unitId }) => ({ unit: leads[0] ?? unitId, storesData: 'yes' }),
  list: { filters: {}, sorts: {}, columns: [] },
})
/** What it said before is read by those who may see it. */
export const versioned: VersionedOf = versionedIn({ ...shown, find: findDevice })
export const linked: Linked = {
  ...registerLinked({ ...shown, filters, find: findDevice, mayEdit, links: { state: { field: 'status', ended: ['scrapped'] } } }),
  seen: seenDevices,
}

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findDevice(ctx, params.id))) || nothing
export const forReaders = door(open)

async function drawShow({ ctx, locale }: Asked, device: Device, { refused }: After = {}) {
  const [offers, related, leads, all, underWay] = await Promise.all([
    namesIn<typeof deviceRecordFields>(ctx, references, device.values),
    ctx.house.related(ctx, { type: 'device', id: device.id }, locale),
    leadsHolder(ctx, device.values.holder),
    deliveriesOf(ctx, device.id),
    openDeliveryOf(ctx, device.id),
  ])
  const deliveries = await Promise.all(all.map(async (one) => ({ ...one, opens: (await findDelivery(ctx, one.id)) !== undefined })))
  return page(
    device.values.number ?? '',
    <ShowDevice
      {...{ device, offers, related, deliveries, refused, locale }}
      open={openDeviceDeeds(device, leads, ctx.actor)}
      mayEdit={mayEdit(device, ctx.actor)}
      draft={newId(ctx.now)}
      underWay={underWay !== null}
    />,
    crumbs(locale),
  )
}
const did = ({ locale }: Asked, id: string, deed: DeviceDeed) => redirect(`${at}/${id}`, texts(locale).did[deed])

const plainDeed = (deed: 'block' | 'find') =>
  forReaders(async (asked, device): Promise<PostAnswer> => {
    const { ctx, form } = asked
    const done = () => did(asked, device.id, deed)
    return answered(await moveDevice(ctx, device.id, deed, versionOf(form)), {
      done,
      nothingChanged: done,
      refused: async (refusal, status) =>
        again(
          status,
          await drawShow(asked, (await findDevice(ctx, device.id)) ?? device, { refused: refusedBy(refusal, asked, refusals, {}) }),
        ),
    })
  })

const postLoss = forReaders(
  postedTo<Device, typeof lossFields, Device>({
    fields: lossFields,
    texts: (locale) => ({ how: { label: texts(locale).deviceDeeds.reportLoss, choices: texts(locale).how } }),
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findDevice(ctx, before.id)) ?? before,
    draw: drawShow,
    command: ({ ctx, form }, { id }, { how }) => moveDevice(ctx, id, 'reportLoss', versionOf(form), how),
    done: (asked, { id }) => did(asked, id, 'reportLoss'),
    unchanged: (asked, { id }) => did(asked, id, 'reportLoss'),
  }),
)

/** The report of the deviation is begun with what is known, and whoever reports goes on there. */
const postReport = forReaders(async (asked, device): Promise<PostAnswer> => {
  const draft = await reportGone(asked.ctx, device.id, madeId(asked), asked.locale)
  return redirect(draft ? `/avvik/${draft}/skjema` : `${at}/${device.id}`)
})

const lost = async ({ ctx, locale }: Asked): Promise<GetAnswer> => {
  const mine = (await heldBy(ctx, ctx.actor.personId)).filter(({ values }) => values.status === 'inUse')
  return page(texts(locale).lost.title, <LostPage devices={mine} locale={locale} />, crumbs(locale))
}

export const routes: readonly Route[] = [
  ...onlyWhere(
    (profile) => equipmentProfile(profile).on,
    [
      ...listRoutes(devices, 'signedIn'),
      get(`${at}/nytt`, mayAdd, pages.blank),
      post(`${at}/nytt`, mayAdd, (asked): Promise<PostAnswer> => pages.added(asked)),
      get(`${at}/tapt`, 'signedIn', lost),
    ],
  ),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  post(`${at}/:id/${deviceDeedAt.reportLoss}`, 'signedIn', postLoss),
  post(`${at}/:id/${deviceDeedAt.block}`, 'signedIn', plainDeed('block')),
  post(`${at}/:id/${deviceDeedAt.find}`, 'signedIn', plainDeed('find')),
  post(`${at}/:id/avvik`, 'signedIn', postReport),
]
