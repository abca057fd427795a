import { type Actor, hasRole } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Route } from '../../kernel/http.ts'
import { listRoutes } from '../../register/list.tsx'
import type { LogKinds, Subjects } from './audit.ts'
import { logList } from './list.tsx'

/** Who may read the whole log: whoever controls, and whoever looks after the installation. It holds no case's content. */
export const mayRead = (actor: Actor): boolean => hasRole(actor, 'auditor', 'admin')

export const auditRoutes = (subjects: Subjects<Ctx>, kinds: LogKinds): readonly Route[] => listRoutes(logList(subjects, kinds), mayRead)
