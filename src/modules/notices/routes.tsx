import type { Route } from '../../kernel/http.ts'
import { authorityRoutes } from './routes-authority.tsx'
import { subjectsRoutes } from './routes-subjects.tsx'

/** Two tracks that do not wait for each other: Datatilsynet, and those affected. */
export const routes: readonly Route[] = [...authorityRoutes, ...subjectsRoutes]
