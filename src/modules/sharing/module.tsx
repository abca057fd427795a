import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import { type Shareable, sharedKinds } from '../../kernel/shared.ts'
import type { Locale } from '../../kernel/texts.ts'
import { removeFromShared } from './commands-told.ts'
import { sharingSweep } from './jobs.ts'
import { SharingPanel } from './pages/panel.tsx'
import { findShared, sharedOf, snapshotOf, takenOf } from './queries.ts'
import { incidentAnswers } from './queries-answers.ts'
import { circles } from './queries-circles.ts'
import { routesOf, seesIncidents, seesShared } from './routes.tsx'
import { mayShare, maySharing, saysTheSame } from './rules.ts'
import type { Shareables, Shared } from './sharing.ts'
import { answersExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

/** `kinds`: which records are shared and how, as the rows of the modules say. */
export const sharing = (kinds: Shareables): Module =>
  moduleRow({
    name: 'sharing',
    mayBeLeftOut: true,
    routes: routesOf(kinds),
    log: {
      words: texts,
      kinds: {
        ...{ 'sharing.shared': 'own', 'sharing.withdrawn': 'own', 'sharing.taken': 'own', 'sharing.answered': 'own' },
        ...{ 'sharing.released': 'own', 'sharing.circleSaved': 'own', 'sharing.circleRemoved': 'own', 'sharing.memberNamed': 'own' },
        ...{
          'sharing.memberRemoved': 'own',
          'sharing.told': 'own',
          'sharing.declined': 'own',
          'sharing.redacted': 'own',
          'sharing.refused': 'avvist',
        },
      },
      own: { key: 'deling', label: (locale) => texts(locale).panel.title },
    },
    places: [{ errand: 'registers', href: '/delt', label: (locale) => texts(locale).title, may: seesShared(kinds), stands: 'last' }],
    ways: [
      { href: '/delt/hendelser', label: (locale) => texts(locale).answers.title, may: ({ actor }) => seesIncidents(kinds, actor) },
      { href: '/delt/fra-oss', label: (locale) => texts(locale).ours, may: ({ actor }) => mayShare(actor) },
      { href: '/delt/samarbeid', label: (locale) => texts(locale).circles, may: ({ actor }) => mayShare(actor) },
    ],
    panels: Object.fromEntries(
      sharedKinds.map((type) => [type, [(ctx: Ctx, id: string, locale: Locale) => panel(ctx, kinds, { type, id }, locale)]]),
    ),
    opens: {
      sharingTold: async ({ actor }) => seesIncidents(kinds, actor),
      sharing_told: async (ctx, id) => seesIncidents(kinds, ctx.actor) && (await incidentAnswers(ctx, id)).length > 0,
    },
    expiring: { sharing_told: answersExpire },
    named: { sharingTold: (locale) => texts(locale).incident.one },
    removals: { deviation: [removeFromShared] },
    keeps: async (ctx, subject) => (await takenOf(ctx, subject)) !== null || (await sharedOf(ctx, subject)) !== null,
    sweeps: () => [sharingSweep(kinds)],
  })

/** Nothing where the record neither was taken nor is, or may be, shared by whoever reads. */
async function panel(
  ctx: Ctx,
  kinds: Shareables,
  subject: { readonly type: string; readonly id: string },
  locale: Locale,
): Promise<ComponentChildren> {
  const of = kinds(subject.type)
  const stands = await of?.stands(ctx, subject.id)
  const shares = maySharing(ctx.actor, stands)
  const [taken, shared] = await Promise.all([takenOf(ctx, subject), shares ? sharedOf(ctx, subject) : null])
  if (!of || (!taken && !shares)) return null
  if (!stands || (!taken && !shared && !stands.ready)) return null
  const newer = shared !== null && shared.version !== stands.version && (await saysMore(ctx, of, shared))
  const source = taken && (await findShared(ctx, taken.source))
  return (
    <SharingPanel
      {...{ subject, shares, shared, newer, taken, source, locale }}
      knownAt={of.incident ? stands.knownAt : undefined}
      may={stands.may}
      ready={stands.ready}
      folded={of.folded ?? false}
      circles={shared ? await circles(ctx) : []}
    />
  )
}

async function saysMore(ctx: Ctx, of: Shareable, { subject, content }: Shared): Promise<boolean> {
  const read = await of.read(ctx, subject.id)
  return read !== undefined && !saysTheSame(of, content, await snapshotOf(ctx, of, read))
}
