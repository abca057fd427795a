import { type Office, offices, type Role } from '../../kernel/actor.ts'

export const isOffice = (role: string): role is Office => offices.some((one) => one === role)

/**
 * Who stands in for a role that nobody holds, the first of them who is there. The data protection officer; the controller, who
 * answers for it all (Article 24). The officer never stands in for the controller: whoever advises must not decide (Article 38(6)).
 * Where nobody is left the administrator is told, and must give the role to somebody: administering gives no right to read cases (S4-077).
 */
const standIns = (role: Office): readonly Office[] => (role === 'controller' ? [] : role === 'dpo' ? ['controller'] : ['dpo', 'controller'])

/** The role whose holders do the work of this one: itself, where somebody holds it; null where only the administrator can help. */
export function workedBy(role: Role, filled: ReadonlySet<Role>): Role | null {
  if (filled.has(role) || !isOffice(role)) return role
  return standIns(role).find((one) => filled.has(one)) ?? null
}

/** The roles somebody stands in for, by those held and those that anybody holds. */
export const standsInFor = (held: readonly Role[], filled: ReadonlySet<Role>): readonly Role[] =>
  offices.filter((role) => {
    const by = workedBy(role, filled)
    return by !== null && by !== role && held.includes(by)
  })
