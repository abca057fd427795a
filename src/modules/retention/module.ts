import type { Ctx } from '../../kernel/ctx.ts'
import type { Expirings } from '../../kernel/expiring.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { syncSubject } from './commands.ts'
import { dueSweep, ownSweep } from './jobs.ts'
import { findDeletion } from './queries.ts'
import type { SubjectKind } from './retention.ts'
import { list, panelOf, routesOf, versioned } from './routes.tsx'
import { ownPanels } from './routes-own.tsx'
import { oversees } from './rules.ts'
import { retentionPart } from './settings.ts'
import { texts } from './texts.ts'

const deletionLog = registerLog('deletion', '/sletting', texts, { kinds: { reportMade: 'apnet' } })
const ownLog = registerLog('own_record', '/sletting', (locale) => ({ title: texts(locale).title, events: texts(locale).own.events }))

/** The deletion follows its record, in the transaction that changes it. */
const followed = (kind: SubjectKind, ...events: readonly string[]) =>
  Object.fromEntries(events.map((event) => [`${kind}.${event}`, [(ctx: Ctx, id: string) => syncSubject(ctx, kind, id)]]))

/** `expirings`: which of Varde's own records go by themselves, as the rows of the modules say. */
export const retention = (expirings: Expirings): Module =>
  moduleRow({
    name: 'retention',
    mayBeLeftOut: true,
    routes: routesOf(expirings),
    profile: retentionPart,
    log: {
      words: (locale) => ({ events: { ...deletionLog.words(locale).events, ...ownLog.words(locale).events } }),
      kinds: { ...deletionLog.kinds, ...ownLog.kinds },
      own: deletionLog.own,
    },
    places: [{ errand: 'registers', href: '/sletting', label: (locale) => texts(locale).title, may: () => true }],
    ways: [{ href: '/sletting/regler', label: (locale) => texts(locale).rules.title, may: () => true }],
    panels: {
      ...ownPanels(expirings),
      ...{ processing: [panelOf('processing')], camera: [panelOf('camera')], recording: [panelOf('recording')] },
    },
    versions: { deletion: versioned },
    opens: { deletion: async (ctx, id) => (await findDeletion(ctx, id)) !== undefined },
    overview: async (ctx, locale) =>
      oversees(ctx.actor) ? countedViews(list, ctx, [{ label: texts(locale).counted.late, filters: { state: 'due' } }]) : [],
    reactions: {
      ...followed('processing', 'added', 'edited'),
      ...followed('recording', 'added', 'edited', 'held', 'released', 'handedOver'),
      ...followed('camera', 'removed'),
    },
    sweeps: () => [dueSweep, ownSweep(expirings)],
  })
