/** Every role of docs/requirements/roles.md that a person may be given here; each organisation has its own titles for them. */
export const roles = [
  'employee',
  'caseworker',
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
  'procurement',
  'documentCentre',
  'property',
  'studyHead',
  'cardIssuer',
  'serviceOffice',
  'auditor',
  'admin',
] as const
export type Role = (typeof roles)[number]

/**
 * Roles that work is sent to, and that somebody else may stand in for while nobody holds them. Those left out follow from a place
 * (leader, unit head), from a system (owner, super user) or are rights rather than work (administrator, auditor).
 */
export const offices = [
  ...(['dpo', 'controller', 'ciso', 'centralAssessor', 'cert', 'gdprUnit'] as const),
  ...(['privacyAdviser', 'privacyContact', 'managementGroup', 'itHead', 'serviceDesk', 'procurement', 'property', 'cardIssuer'] as const),
  'documentCentre',
] as const satisfies readonly Role[]
export type Office = (typeof offices)[number]

/** Whoever acts: one person in one organisation, with the roles of today. */
export type Actor = {
  readonly personId: string
  readonly organisationId: string
  /** Those held today: all rights follow from them. */
  readonly roles: readonly Role[]
  /** Vacant roles whose work in cases this person does meanwhile (docs/decisions/0015-who-stands-in.md). No other right follows. */
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

/** Holds one of the roles, and does not only stand in. */
export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean => wanted.some((role) => actor.roles.includes(role))

/** Those who see how it stands in every unit, whomever they lead (S4-085). */
const overseers = ['dpo', 'ciso', 'controller', 'privacyAdviser', 'gdprUnit', 'managementGroup', 'auditor'] as const
export const overseesUnits = (actor: Actor): boolean => hasRole(actor, ...overseers)

/** Those who are told how many there are of something in a unit and below it: whoever leads it, and those who oversee all (S4-082). */
export const answersForUnit = (actor: Actor, unit: string | undefined): boolean =>
  unit !== undefined && (actor.leads.includes(unit) || overseesUnits(actor))

/** The roles a person works as in cases and their tasks: those held, and those nobody holds that the person stands in for. */
export const workRoles = ({ roles, standsInFor }: Pick<Actor, 'roles' | 'standsInFor'>): readonly Role[] =>
  standsInFor ? [...roles, ...standsInFor] : roles

export const worksAs = (actor: Actor, ...wanted: readonly string[]): boolean => workRoles(actor).some((role) => wanted.includes(role))
