import type { Ctx } from '../../kernel/ctx.ts'
import { type ExpiringKind, type Expirings, expiringKinds } from '../../kernel/expiring.ts'
import type { Fields, FieldTexts, Values } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { archiveOwn, holdOwn, releaseOwn } from './commands-own.ts'
import { archiveFields, holdFields } from './fields-own.ts'
import type { Own, OwnStanding } from './own.ts'
import { OwnPage, OwnPanel } from './pages/own.tsx'
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
  ethics_complaint: '/forskningsetikk/klager/',
  ethics_talk: '/forskningsetikk/samtaler/',
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
  const draw = ({ locale }: Asked, standing: OwnStanding, after: After = {}) =>
    page(texts(locale).own.title, <OwnPage {...{ standing, locale }} {...after} back={pageOf(standing)} />, [
      { href: pageOf(standing), label: texts(locale).own.kinds[standing.type].what },
    ])
  const pressed = <F extends Fields>(
    path: string,
    fields: F,
    labels: (locale: Locale) => FieldTexts<F>,
    command: (ctx: Ctx, key: OwnStanding, values: Values<F>) => ReturnType<typeof releaseOwn>,
    said: 'held' | 'released' | 'archived',
  ) => {
    const done = ({ locale }: Asked, standing: OwnStanding) =>
      redirect(`/sletting/egne/${standing.type}/${standing.id}`, texts(locale).own.did[said])
    const road = {
      ...{ fields, texts: labels, refusals, whole: true as const, draw, done, unchanged: done },
      command: ({ ctx }: Asked, standing: OwnStanding, values: Values<F>) => command(ctx, standing, values),
    }
    return post(`${at}/${path}`, 'signedIn', forKeepers(postedTo<OwnStanding, F, Own>(road as never)))
  }
  return [
    get(at, 'signedIn', forKeepers(draw)),
    pressed('hold', holdFields, (locale) => texts(locale).own.hold, holdOwn, 'held'),
    pressed('frigivelse', {}, () => ({}), releaseOwn, 'released'),
    pressed('arkiv', archiveFields, (locale) => texts(locale).own.archive, archiveOwn, 'archived'),
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
