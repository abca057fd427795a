import { roles } from '../../kernel/actor.ts'
import type { Fields } from '../../kernel/fields.ts'
import type { Profile } from '../../kernel/profile.ts'
import { locales } from '../../kernel/texts.ts'

/** Nothing here asks for a national identity number, and no field may (S0-19). */
export const personFields = {
  name: { kind: 'text', max: 120, required: true },
  email: { kind: 'text', max: 254 },
  unit: { kind: 'reference' },
  leader: { kind: 'reference' },
  locale: { kind: 'choice', of: locales },
} as const satisfies Fields

/** What a unit is called in the four organisations (F45). */
export const unitKinds = ['organisation', 'faculty', 'centre', 'department', 'area', 'unit', 'school', 'kindergarten'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitFields = {
  name: { kind: 'text', max: 120, required: true },
  kind: { kind: 'choice', of: unitKinds, required: true },
  parent: { kind: 'reference' },
  leader: { kind: 'reference' },
  /** The archive of notifications at Sikt: whether the unit sees its own there, and who does (S2-27). */
  researchPortal: { kind: 'choice', of: ['yes', 'no'] },
  researchPortalPeople: { kind: 'references' },
} as const satisfies Fields

/** Which of them an organisation of each kind has. */
export const unitKindsOf = {
  university: ['organisation', 'faculty', 'centre', 'department', 'area', 'unit'],
  municipality: ['organisation', 'centre', 'department', 'area', 'unit', 'school', 'kindergarten'],
} as const satisfies Readonly<Record<Profile['orgType'], readonly UnitKind[]>>

/** Municipalities do no research and have no faculties, and universities no schools: neither is asked of the other's. */
export const unitFieldsOf = ({ orgType }: Pick<Profile, 'orgType'>): typeof unitFields => {
  const { researchPortal, researchPortalPeople, ...shared } = unitFields
  const all = { ...shared, kind: { ...unitFields.kind, of: unitKindsOf[orgType] } }
  // What is not asked is not drawn, and empty.
  return (orgType === 'university' ? { ...all, researchPortal, researchPortalPeople } : all) as unknown as typeof unitFields
}

/** A role is given from one day to another, or until further; for a unit, or for all (S4-069); and for a need at work (S2-46). */
export const roleFields = {
  role: { kind: 'choice', of: roles, required: true },
  unit: { kind: 'reference' },
  from: { kind: 'date', required: true },
  to: { kind: 'date' },
  reason: { kind: 'text', max: 500, required: true, guard: true },
} as const satisfies Fields

/** The same from the role's side: to whom. */
export const fillFields = {
  person: { kind: 'reference', required: true },
  unit: { kind: 'reference' },
  from: { kind: 'date', required: true },
  to: { kind: 'date' },
  reason: { kind: 'text', max: 500, required: true, guard: true },
} as const satisfies Fields

export const roleEndFields = { to: { kind: 'date', required: true } } as const satisfies Fields
