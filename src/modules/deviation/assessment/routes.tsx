import type { Route } from '../../../kernel/http.ts'
import { assessRoutes } from './routes-assess.tsx'
import { decisionRoutes } from './routes-decisions.tsx'
import { jointRoutes } from './routes-joint.tsx'

/** The assessment, the two decisions that follow from it, and the joint assessment where the organisation has one. */
export const routes: readonly Route[] = [...assessRoutes, ...decisionRoutes, ...jointRoutes]
