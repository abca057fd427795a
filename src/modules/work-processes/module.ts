import { registerRow } from '../../register/module.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { texts } from './texts.ts'

export const workProcesses = registerRow('work_process', '/arbeidsprosesser', texts, {
  name: 'work-processes',
  routes,
  versions: { work_process: versioned },
  comments: { work_process: commented },
  links: { work_process: linked },
  imports: { work_process: imports.step },
})
