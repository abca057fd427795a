import type { Panel } from '../../kernel/module.ts'
import { registerRow } from '../../register/module.ts'
import { personsById } from '../people/public.ts'
import { findSystem } from '../systems/public.ts'
import { followAnalysis, followChange } from './commands.ts'
import { ChangesOf } from './pages/panel.tsx'
import { commented, linked, routes, versioned } from './routes.tsx'
import { mayAdd } from './rules.ts'
import { texts } from './texts.ts'

const changesOf: Panel = async (ctx, id, locale) => {
  const system = await findSystem(ctx, id)
  if (!system) return null
  const { technicalResponsible } = system.values
  const technical = technicalResponsible && (await personsById(ctx, [technicalResponsible])).get(technicalResponsible)
  return <ChangesOf system={id} technical={technical ? technical.name : null} adds={mayAdd(ctx.actor)} locale={locale} />
}

export const systemChanges = registerRow('system_change', '/systemendringer', texts, {
  name: 'system-changes',
  routes,
  panels: { system: [changesOf] },
  versions: { system_change: versioned },
  comments: { system_change: commented },
  links: { system_change: linked },
  opens: { system_change: async () => true },
  reactions: {
    'comment.added': [followChange],
    'comment.withdrawn': [followChange],
    'risk.approved': [followAnalysis],
    'risk.edited': [followAnalysis],
    'risk.scenarioAdded': [followAnalysis],
    'risk.scenarioEdited': [followAnalysis],
    'risk.scenarioRemoved': [followAnalysis],
    'risk.measureAdded': [followAnalysis],
    'risk.measureEdited': [followAnalysis],
    'risk.measureRemoved': [followAnalysis],
    'risk.ended': [followAnalysis],
  },
})
