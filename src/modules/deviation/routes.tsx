import type { Route } from '../../kernel/http.ts'
import { routes as assessment } from './assessment/routes.tsx'

/** The pages of each capability. Static addresses stand before `/avvik/:id`, which would take them for a case. */
export const routes: readonly Route[] = [...assessment]
