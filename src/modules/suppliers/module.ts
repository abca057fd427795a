import { registerRow } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { supplierSweep } from './jobs.ts'
import { filesOfSupplier } from './queries-files.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { texts } from './texts.ts'

export const suppliers = registerRow('supplier', '/leverandorer', texts, {
  name: 'suppliers',
  routes,
  panels: { supplier: [(ctx, id, locale) => filesPanel(ctx, { type: 'supplier', id }, locale)] },
  files: { supplier: filesOfSupplier },
  versions: { supplier: versioned },
  comments: { supplier: commented },
  links: { supplier: linked },
  imports: { supplier: imports.step },
  sweeps: () => [supplierSweep],
})
