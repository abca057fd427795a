/** Every role of docs/requirements/roles.md that a person may be given here; each organisation has its own titles for them. */
export const roles = [
  'employee',
  'leader',
  'unitHead',
  'privacyContact',
  'dpo',
  'privacyAdviser',
  'ciso',
  'controller',
  'managementGroup',
  'centralAssessor',
  'cert',
  'gdprUnit',
  'systemOwner',
  'superUser',
  'itHead',
  'serviceDesk',
  'auditor',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Whoever acts: one person in one organisation, with the roles of today. */
export type Actor = {
  readonly personId: string
  readonly organisationId: string
  readonly roles: readonly Role[]
  /** Those of `roles` that nobody holds, and that this person only stands in for. */
  readonly standsInFor?: readonly Role[]
  readonly unitId: string | null
  /** The units this person leads, with all units below them. */
  readonly leads: readonly string[]
  /** The profile in force now; a running case keeps the one it began with. */
  readonly profileVersion: number
}

/** The clockwork acting on its own: reminders, escalation. It holds no role, so it passes no guard made for people. */
export const nobody = '00000000-0000-7000-8000-000000000000'
export const clockwork = (organisationId: string, profileVersion: number): Actor => ({
  personId: nobody,
  organisationId,
  roles: [],
  unitId: null,
  leads: [],
  profileVersion,
})

/** Holds the role, and does not only stand in: for what is the holder's alone, such as a protected reporter's name (S4-131). */
export const holdsRole = (actor: Actor, role: Role): boolean => actor.roles.includes(role) && !(actor.standsInFor ?? []).includes(role)

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean => wanted.some((role) => actor.roles.includes(role))
