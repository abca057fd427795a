import { registerRow } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { systemOwner } from '../systems/public.ts'
import { syncDelegationsOf } from './commands.ts'
import { delegationSweep } from './jobs.ts'
import { LeavingPanel, OwnHandPanel, ProcessingPanel, SystemPanel } from './pages/panels.tsx'
import { coveringProcessing, delegationsOf, filesOfDelegation, findDelegation } from './queries.ts'
import { commented, linked, routes, versioned } from './routes.tsx'
import { mayDelegate, waitsForGiver } from './rules.ts'
import { isOwnHand } from './store.ts'
import { texts } from './texts.ts'

export const delegations = registerRow('delegation', '/delegeringer', texts, {
  name: 'delegations',
  menu: { errand: 'organisation' },
  mayBeLeftOut: true,
  routes,
  // Whoever owns a system and has no role comes to it from the system's page.
  ways: [{ href: '/delegeringer/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayDelegate(actor, false) }],
  panels: {
    system: [
      async (ctx, id, locale) => ((await systemOwner(ctx, id)) === ctx.actor.personId ? <SystemPanel system={id} locale={locale} /> : null),
    ],
    delegation: [
      async (ctx, id, locale) => {
        const record = await findDelegation(ctx, id)
        return record && waitsForGiver(record.values, await isOwnHand(ctx, id)) ? (
          <OwnHandPanel record={record} actor={ctx.actor} locale={locale} />
        ) : null
      },
      async (_, __, locale) => <p className="v-soft">{texts(locale).tasksOnly}</p>,
      (ctx, id, locale) => filesPanel(ctx, { type: 'delegation', id }, locale),
    ],
    processing: [
      async (ctx, id, locale) => {
        const standing = await coveringProcessing(ctx, id)
        return standing && <ProcessingPanel standing={standing} actor={ctx.actor} locale={locale} />
      },
    ],
    leaving: [async (ctx, id, locale) => <LeavingPanel given={await delegationsOf(ctx, id)} locale={locale} />],
  },
  files: { delegation: filesOfDelegation },
  versions: { delegation: versioned },
  comments: { delegation: commented },
  links: { delegation: { ...linked, shownOn: ['processing'] } },
  reactions: {
    'person.deactivated': [syncDelegationsOf],
    'person.reactivated': [syncDelegationsOf],
  },
  sweeps: () => [delegationSweep],
})
