import type { Actor } from '../../kernel/actor.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import { listRoutes } from '../../register/list.tsx'
import { mayReadFindings } from '../internal-control/public.ts'
import type { Planned } from './action-plan.ts'
import { listOf } from './list.tsx'
import { texts } from './texts.ts'

const follows = (actor: Actor): boolean => mayReadFindings(actor) || actor.leads.length > 0

/** `planned`: what each module says of its own, as their rows do. */
export function actionPlan(planned: Planned): Module {
  const list = listOf(planned)
  const label = (locale: Parameters<typeof texts>[0]) => texts(locale).title
  return moduleRow({
    name: 'action-plan',
    routes: listRoutes(list, 'signedIn'),
    log: { words: texts, kinds: { 'actionPlan.listed': 'apnet', 'actionPlan.exported': 'apnet' } },
    places: [
      { errand: 'control', href: list.at, label, may: follows },
      // What the others have promised to do lies with their tasks.
      { errand: 'tasks', href: list.at, label, may: (actor) => !follows(actor) },
    ],
  })
}
