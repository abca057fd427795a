import { type ExpiringKind, type Expirings, expiringKinds } from '../../kernel/expiring.ts'
import type { Fields, FieldTexts, Values } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { personsById } from '../people/public.ts'
import { archiveOwn, holdOwn, moveHold, releaseOwn } from './commands-own.ts'
import { archiveFields, holdFields, moveHoldFields } from './fields-own.ts'
import type { Own, OwnStanding } from './own.ts'
import { MoveHoldPage, OwnPage, OwnPanel } from './pages/own.tsx'
import { standingOf } from './queries-own.ts'
import { isExpiring, mayKeepBack } from './rules-own.ts'
import { texts } from './texts.ts'

const at = '/sletting/egne/:type/:id'
/** Where each kind is read. */
const pages: Readonly<Record<ExpiringKind, string>> = {
  subject_request: '/egne-opplysninger/',
  question: '/sporsmal/',
  employment: '/ansettelser/',
  access_grant: '/tilganger/',
  mailbox_access: '/innsyn-i-epost/',
  id_card: '/id-kort/',
  loan_card: '/lanekort/',
  equipment_delivery: '/utstyrslevering/',
  ethics_complaint: '/forskningsetikk/klager/',
  ethics_talk: '/forskningsetikk/samtaler/',
  training_completion: '/gjennomforinger/',
  article_confirmation: '/lesebekreftelser/',
  sharing_told: '/delt/hendelser/',
  person: '/personer/',
}
const pageOf = ({ type, id }: OwnStanding) => `${pages[type]}${id}`
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

/** What is kept back, and where the archive has it: by those who may open the record. */
export function ownRoutes(expirings: Expirings): readonly Route[] {
  const forKeepers = door(async ({ ctx, params }: Asked) => {
    const { type, id } = params
    const standing = isExpiring(type) && isId(id) ? await standingOf(ctx, expirings, type, id) : undefined
    return standing ? (mayKeepBack(ctx.actor, standing.type) ? standing : notAllowed) : nothing
  })
  const draw = async ({ ctx, locale }: Asked, standing: OwnStanding, after: After = {}) =>
    page(
      texts(locale).own.title,
      <OwnPage
        {...{ standing, locale }}
        {...after}
        back={pageOf(standing)}
        names={
          await personsById(
            ctx,
            standing.holds.map(({ reviewer }) => reviewer),
          )
        }
      />,
      [{ href: pageOf(standing), label: texts(locale).own.kinds[standing.type].what }],
    )
  const pressed = <F extends Fields>(
    path: string,
    fields: F,
    labels: (locale: Locale) => FieldTexts<F>,
    command: (asked: Asked, key: OwnStanding, values: Values<F>) => ReturnType<typeof releaseOwn>,
    said: 'held' | 'holdMoved' | 'released' | 'archived',
    drawn: (asked: Asked, standing: OwnStanding, after?: After) => ReturnType<typeof draw> = draw,
  ) => {
    const done = ({ locale }: Asked, standing: OwnStanding, _?: unknown, next?: Own | null) => {
      const did = said === 'released' && next?.values.heldAt ? 'holdEnded' : said
      return redirect(`/sletting/egne/${standing.type}/${standing.id}`, texts(locale).own.did[did])
    }
    const road = {
      ...{ fields, texts: labels, refusals, whole: true as const, draw: drawn, done, unchanged: done },
      command,
    }
    return post(`${at}/${path}`, 'signedIn', forKeepers(postedTo<OwnStanding, F, Own>(road as never)))
  }
  const meant = ({ form, params }: Asked) => params.hold ?? (one(form, 'hold') || null)
  const moving = async ({ locale, params }: Asked, standing: OwnStanding, after: After = {}) => {
    const hold = standing.holds.find(({ id }) => id === params.hold)
    return page(texts(locale).own.moveTitle, <MoveHoldPage {...{ standing, hold, locale }} {...after} />, [
      { href: pageOf(standing), label: texts(locale).own.kinds[standing.type].what },
    ])
  }
  return [
    get(at, 'signedIn', forKeepers(draw)),
    pressed(
      'hold',
      holdFields,
      (locale) => texts(locale).own.hold,
      ({ ctx }, key, hold) => holdOwn(ctx, key, hold),
      'held',
    ),
    get(`${at}/hold/:hold`, 'signedIn', forKeepers(moving)),
    pressed(
      'hold/:hold',
      moveHoldFields,
      (locale) => texts(locale).own.hold,
      (asked, key, given) => moveHold(asked.ctx, key, meant(asked), given),
      'holdMoved',
      moving,
    ),
    pressed(
      'frigivelse',
      {},
      () => ({}),
      (asked, key) => releaseOwn(asked.ctx, key, meant(asked)),
      'released',
    ),
    pressed(
      'arkiv',
      archiveFields,
      (locale) => texts(locale).own.archive,
      ({ ctx }, key, given) => archiveOwn(ctx, key, given),
      'archived',
    ),
  ]
}

/** On the page of each of Varde's own records whose time runs. */
export const ownPanels = (expirings: Expirings): Readonly<Record<ExpiringKind, readonly Panel[]>> => {
  const of =
    (kind: ExpiringKind): Panel =>
    async (ctx, id, locale) => {
      const standing = await standingOf(ctx, expirings, kind, id)
      return standing ? <OwnPanel {...{ standing, locale }} may={mayKeepBack(ctx.actor, kind)} /> : null
    }
  return Object.fromEntries(expiringKinds.map((kind) => [kind, [of(kind)]])) as unknown as Readonly<Record<ExpiringKind, readonly Panel[]>>
}
