import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow } from '../../kernel/module.ts'
import { countedViews } from '../../register/overview.ts'
import { profileOf } from '../organisation/public.ts'
import { recordFields } from './fields.ts'
import { confirmationSweep } from './jobs.ts'
import { list } from './list.tsx'
import { accessProfile } from './profile.ts'
import { findAccess, recordReferences } from './queries.ts'
import { heldPanel, ownSystemsPanel, routes, seesSome, systemPanel, zonePanel } from './routes.tsx'
import { mayGrantSome } from './rules.ts'
import { accessPart } from './settings.ts'
import { overseesAccess } from './space.ts'
import { accessesExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

const mayGrantAny = async (ctx: Ctx) => mayGrantSome(ctx.actor, accessProfile(await profileOf(ctx)))

export const access = moduleRow({
  name: 'access',
  mayBeLeftOut: true,
  routes,
  profile: accessPart,
  log: {
    words: (locale) => {
      const { events } = texts(locale)
      return {
        events: {
          'access.granted': () => events['access.granted'],
          'access.confirmed': () => events['access.confirmed'],
          'access.removalAsked': () => events['access.removalAsked'],
          'access.removed': () => events['access.removed'],
          'access.endMoved': () => events['access.endMoved'],
          'access_grant.refused': () => events['access_grant.refused'],
          'access_grant.exported': () => events['access_grant.exported'],
        },
      }
    },
    kinds: {
      'access.granted': 'own',
      'access.confirmed': 'own',
      'access.removalAsked': 'own',
      'access.removed': 'own',
      'access.endMoved': 'own',
      'access_grant.refused': 'avvist',
      'access_grant.exported': 'own',
    },
    own: { key: 'tilganger', label: (locale) => texts(locale).title },
  },
  places: [{ errand: 'staff', href: '/tilganger', label: (locale) => texts(locale).title, may: seesSome }],
  ways: [
    { href: '/tilganger/nytt', label: (locale) => texts(locale).add, may: mayGrantAny },
    {
      href: '/tilganger/oversikt',
      label: (locale) => texts(locale).overview.title,
      may: ({ actor }) => actor.leads.length > 0 || overseesAccess(actor),
    },
  ],
  ofUnit: async (ctx, unit, locale) => {
    const { standing, ended } = texts(locale).counted
    return overseesAccess(ctx.actor) || ctx.actor.leads.includes(unit)
      ? countedViews(list, ctx, [
          { label: standing, filters: { unit, state: 'active' } },
          { label: ended, filters: { unit, state: 'ended' }, late: true },
        ])
      : []
  },
  panels: { own_page: [ownSystemsPanel], leaving: [heldPanel], system: [systemPanel], premises_zone: [zonePanel] },
  versions: {
    access_grant: async (ctx, id, locale) => {
      const found = await findAccess(ctx, id)
      if (!found) return undefined
      const t = texts(locale)
      const part = { fields: recordFields, texts: { ...t.grant, ...t.standing }, references: recordReferences }
      return { page: `/tilganger/${id}`, name: t.one, part: (key) => (key === 'access_grant' ? part : undefined) }
    },
  },
  expiring: { access_grant: accessesExpire },
  opens: { access_grant: async (ctx, id) => (await findAccess(ctx, id)) !== undefined },
  sweeps: () => [confirmationSweep],
})
