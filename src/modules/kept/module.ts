import { moduleRow } from '../../kernel/module.ts'
import { removeFromKept } from './commands.ts'
import { keptSweep } from './jobs.ts'
import { routes } from './routes.tsx'

export const kept = moduleRow({
  name: 'kept',
  routes,
  removals: { deviation: [removeFromKept] },
  sweeps: () => [keptSweep],
})
