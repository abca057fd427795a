import type { Route } from '../../kernel/http.ts'
import { routes as assessment } from './assessment/routes.tsx'
import { routes as closing } from './closing/routes.tsx'
import { routes as documents } from './documents/routes.tsx'
import { routes as handling } from './handling/routes.tsx'
import { routes as imports } from './import/routes.tsx'
import { routes as mailIn } from './mail-in/routes.tsx'
import { routes as meeting } from './meeting/routes.tsx'
import { routes as merging } from './merging/routes.tsx'
import { routes as open } from './open/routes.tsx'
import { routes as outside } from './outside/routes.tsx'
import { routes as cases } from './overview/routes.tsx'
import { routes as regimes } from './regimes/routes.tsx'
import { routes as report } from './report/routes.tsx'
import { routes as statistics } from './statistics/routes.tsx'

/** The pages of each capability. Static addresses stand before `/avvik/:id`, which would take them for a case. */
export const routes: readonly Route[] = [
  ...report,
  ...open,
  ...mailIn,
  ...outside,
  ...statistics,
  ...imports,
  ...cases,
  ...handling,
  ...meeting,
  ...merging,
  ...regimes,
  ...assessment,
  ...closing,
  ...documents,
]
