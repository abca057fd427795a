import type { Route } from '../../kernel/http.ts'
import { answeringRoutes } from './routes-answering.tsx'
import { askedRoutes } from './routes-asked.tsx'
import { campaignRoutes } from './routes-campaign.tsx'
import { reportRoutes } from './routes-report.tsx'
import { writingRoutes } from './routes-writing.tsx'

/** Addresses that are words stand before those of one round, which would take them for its id. */
export const routes: readonly Route[] = [...writingRoutes, ...askedRoutes, ...reportRoutes, ...campaignRoutes, ...answeringRoutes]
