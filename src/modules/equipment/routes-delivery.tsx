import { emptyValues, type Fields, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
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
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { each } from '../../ui/each.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { serviceDeskOf } from '../employment/public.ts'
import { letterheadFor, onlyWhere, organisationName, profileOf } from '../organisation/public.ts'
import { askForDevice, askForTime, moveDelivery, noteProof } from './commands-delivery.ts'
import { proofDocument } from './documents/proof.ts'
import { type Asking, type Deed, type Delivery, type Device, deeds, type Timed } from './equipment.ts'
import { askFields, type deliveryFields, timeFields } from './fields.ts'
import { deliveries } from './list.tsx'
import { AskPage } from './pages/ask.tsx'
import { asked as askedBy, DeliveryPage, deedAt, labelsOf } from './pages/delivery.tsx'
import { equipmentProfile } from './profile.ts'
import { askReferences, deliveryReferences, erasureReferences, findDelivery, heldBy } from './queries.ts'
import { forReaders as forDevice, refusals } from './routes.tsx'
import { type Given, openDeeds } from './rules-delivery.ts'
import { texts } from './texts.ts'

const at = '/utstyrslevering'
const crumbs = (locale: Locale) => [
  { href: '/utstyr', label: texts(locale).device.title },
  { href: at, label: texts(locale).deliveries.title },
]
const said = ({ locale }: Asked, id: string) => redirect(`${at}/${id}`, texts(locale).deliveries.asked)

async function deskOf({ ctx }: Asked) {
  const profile = await profileOf(ctx)
  return { href: equipmentProfile(profile).serviceDesk, words: serviceDeskOf(profile) }
}

type Begun<V> = { readonly id: string; readonly values: V }
const begun = (asked: Asked): Begun<Asking> => ({
  id: madeId(asked),
  values: { ...emptyValues(askFields), unit: asked.ctx.actor.unitId },
})
async function drawAsk(asked: Asked, { id, values }: Begun<Asking>, after: After = {}) {
  const { ctx, locale, form } = asked
  return page(
    texts(locale).deliveries.askTitle,
    <AskPage
      {...{ id, values, locale, ...after }}
      fields={askFields}
      device={null}
      mine={(await heldBy(ctx, ctx.actor.personId)).filter(({ values: { status } }) => status === 'inUse')}
      offers={await offersIn<typeof askFields>(ctx, askReferences, values, form)}
      desk={await deskOf(asked)}
    />,
    crumbs(locale),
  )
}
const postAsk = postedTo<Begun<Asking>, typeof askFields, Delivery>({
  fields: askFields,
  texts: (locale) => texts(locale).delivery,
  refusals,
  whole: true,
  draw: drawAsk,
  command: ({ ctx }, { id }, values) => askForTime(ctx, id, values),
  done: (asked, { id }, _, next) => said(asked, next?.id ?? id),
  unchanged: (asked, { id }) => said(asked, id),
})

type OfDevice = Begun<Timed> & { readonly device: Device }
const begunFor = (asked: Asked, device: Device): OfDevice => ({
  id: madeId(asked),
  values: { storesData: device.values.storesData, proposedAt: null },
  device,
})
async function drawAskDevice(asked: Asked, { id, values, device }: OfDevice, after: After = {}) {
  const { locale } = asked
  return page(
    texts(locale).deliveries.askTitle,
    <AskPage {...{ id, values, device, locale, ...after }} fields={timeFields} mine={[]} desk={await deskOf(asked)} />,
    crumbs(locale),
  )
}
const postAskDevice = postedTo<OfDevice, typeof timeFields, Delivery>({
  fields: timeFields,
  texts: (locale) => texts(locale).delivery,
  refusals,
  whole: true,
  draw: drawAskDevice,
  command: ({ ctx }, { id, device }, values) => askForDevice(ctx, id, device.id, values),
  done: (asked, { id }, _, next) => said(asked, next?.id ?? id),
  unchanged: (asked, { id }) => said(asked, id),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findDelivery(ctx, params.id))) || nothing)
const namesFor = ({ ctx }: Asked, { values }: Delivery) => namesIn<typeof deliveryFields>(ctx, deliveryReferences, values)
/** What it is called: the number of a device, or what whoever asked wrote. */
const nameOf = ({ values }: Delivery, offers: Awaited<ReturnType<typeof namesFor>>) =>
  offers.device.choices.find(({ id }) => id === values.device)?.name ?? values.what ?? ''

async function drawShow(asked: Asked, delivery: Delivery, after: After = {}) {
  const { ctx, locale, form } = asked
  const names = await namesFor(asked, delivery)
  const open = openDeeds(delivery, ctx.actor)
  const choosing = open.includes('erase') ? await offersIn(ctx, erasureReferences, { erasedBy: ctx.actor.personId }, form) : {}
  const name = nameOf(delivery, names)
  return page(
    name,
    <>
      <DeliveryPage
        {...{ delivery, name, open, locale, ...after }}
        offers={{ ...names, ...choosing }}
        me={ctx.actor.personId}
        now={ctx.now}
      />
      {each(await ctx.house.related(ctx, { type: 'equipment_delivery', id: delivery.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    crumbs(locale),
  )
}
const did = ({ locale }: Asked, id: string, deed: Deed) => redirect(`${at}/${id}`, texts(locale).did[deed])
const reload = async ({ ctx }: Asked, before: Delivery) => (await findDelivery(ctx, before.id)) ?? before

const plainDeed = (deed: Deed) =>
  forReaders(async (asked, delivery): Promise<PostAnswer> => {
    const done = () => did(asked, delivery.id, deed)
    return answered(await moveDelivery(asked.ctx, delivery.id, deed, versionOf(asked.form)), {
      done,
      nothingChanged: done,
      refused: async (refusal, status) =>
        again(status, await drawShow(asked, await reload(asked, delivery), { refused: refusedBy(refusal, asked, refusals, {}) })),
    })
  })
const askedDeed = (deed: Deed, fields: Fields) =>
  forReaders(
    postedTo<Delivery, Fields, Delivery>({
      fields,
      texts: (locale) => labelsOf(texts(locale), deed),
      refusals,
      whole: true,
      version: ({ version }) => version,
      reload,
      draw: drawShow,
      command: ({ ctx, form }, { id }, values: Values<Fields>) => moveDelivery(ctx, id, deed, versionOf(form), values as Given),
      done: (asked, { id }) => did(asked, id, deed),
      unchanged: (asked, { id }) => did(asked, id, deed),
    }),
  )

/** `bevis-nb.pdf`: what shows that nothing is left. Who took it out is noted. */
const proof = forReaders(async (asked, delivery): Promise<GetAnswer> => {
  const { ctx, params } = asked
  const [, language, ending] = /^bevis-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language) || delivery.values.receivedAt === null) return nothing
  const offers = await namesFor(asked, delivery)
  const made = proofDocument({
    ...{ language, now: ctx.now, delivery, offers, name: nameOf(delivery, offers) },
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
  })
  await noteProof(ctx, delivery.id)
  const file = `bevis-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
})

export const deliveryRoutes: readonly Route[] = [
  ...onlyWhere(
    (profile) => equipmentProfile(profile).on,
    [
      ...listRoutes(deliveries, 'signedIn'),
      get(`${at}/ny`, 'signedIn', (asked) => drawAsk(asked, begun(asked))),
      post(`${at}/ny`, 'signedIn', (asked): Promise<PostAnswer> => postAsk(asked, begun(asked))),
    ],
  ),
  get(
    '/utstyr/:id/levering',
    'signedIn',
    forDevice((asked, device) => drawAskDevice(asked, begunFor(asked, device))),
  ),
  post(
    '/utstyr/:id/levering',
    'signedIn',
    forDevice((asked, device): Promise<PostAnswer> => postAskDevice(asked, begunFor(asked, device))),
  ),
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', proof),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  ...(Object.keys(deeds) as Deed[]).map((deed) => {
    const fields = askedBy[deed]
    return post(`${at}/:id/${deedAt[deed]}`, 'signedIn', fields ? askedDeed(deed, fields) : plainDeed(deed))
  }),
]
