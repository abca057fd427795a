import { type Module, moduleRow } from '../kernel/module.ts'
import { tell } from '../modules/messages/public.ts'
import { followLeaders, handOverShutTasks, handOverTasks, syncVacancies } from '../modules/tasks/public.ts'
import { syncPlans } from './plans.ts'
import { shellRoutes } from './shell-routes.tsx'
import { shellTexts } from './texts.ts'
import { usedPart } from './used.ts'

/** The shell's own row: the pages that belong to no module, and what two services do together that know nothing of each other. */
export const shell = (modules: () => readonly Module[]) =>
  moduleRow({
    name: 'shell',
    profile: usedPart(modules),
    routes: shellRoutes,
    log: { words: shellTexts, kinds: { 'access.refused': 'avvist', 'access.missed': 'avvist', 'access.searched': 'apnet' } },
    places: [{ errand: 'home', href: '/', label: (locale) => shellTexts(locale).errands.home, may: () => true }],
    ways: [
      { href: '/tilgjengelighet', label: (locale) => shellTexts(locale).accessibility.title, may: () => true },
      { href: '/personvern', label: (locale) => shellTexts(locale).privacy.title, may: () => true },
    ],
    reactions: {
      'person.deactivated': [
        (ctx) => followLeaders(ctx, tell),
        (ctx, id) => handOverTasks(ctx, id, tell),
        (ctx) => syncVacancies(ctx, tell),
      ],
      'person.reactivated': [(ctx) => syncVacancies(ctx, null)],
      'person.roleEnded': [(ctx, id) => handOverShutTasks(ctx, id, tell), (ctx) => syncVacancies(ctx, tell)],
      'person.roleGiven': [(ctx) => syncVacancies(ctx, null)],
      // Whoever leads a unit, or a person, may be another now.
      'unit.edited': [(ctx) => followLeaders(ctx, tell)],
      'person.edited': [(ctx) => followLeaders(ctx, tell)],
      'organisation.planRefused': [syncPlans],
      'organisation.planDropped': [syncPlans],
      'organisation.profileChanged': [(ctx) => syncVacancies(ctx, null)],
    },
  })
