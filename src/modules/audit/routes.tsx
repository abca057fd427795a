import { type Actor, hasRole } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Route } from '../../kernel/http.ts'
import { listRoutes } from '../../register/list.tsx'
import type { LogKinds, Subjects } from './audit.ts'
import { logList, readsAll } from './list.tsx'

/**
 * Who may read the log: whoever controls, and whoever looks after the installation. Those who watch over security read of attempts alone,
 * who came in and who was refused (S2-57). It holds no case's content.
 */
export const mayRead = (actor: Actor): boolean => readsAll(actor) || hasRole(actor, 'ciso', 'cert', 'centralAssessor')

export const auditRoutes = (subjects: Subjects<Ctx>, kinds: LogKinds): readonly Route[] => listRoutes(logList(subjects, kinds), mayRead)
