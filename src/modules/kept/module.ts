import { moduleRow } from '../../kernel/module.ts'
import { removeFromKept } from './commands.ts'
import { keptSweep } from './jobs.ts'
import { routes } from './routes.tsx'
import { keptPlace } from './store.ts'

export const kept = moduleRow({
  name: 'kept',
  routes,
  removals: { deviation: [removeFromKept] },
  sealed: [keptPlace],
  sweeps: () => [keptSweep],
})
