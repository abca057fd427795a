import type { Role } from '../../kernel/actor.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { personFields, UnitKind, unitFields } from './fields.ts'

/** A role held from a day, and until the day it no longer holds. Both in Europe/Oslo. */
export type Assignment = {
  readonly id: string
  readonly role: Role
  /** Null: the whole organisation. */
  readonly unitId: string | null
  readonly from: string
  readonly to: string | null
  /** The need at work that it was given for; absent where nobody was asked (S2-46). */
  readonly reason?: string | null
}

export type PersonValues = Values<typeof personFields>
/** A person with the roles given to it: one record, so that two administrators cannot give and take past each other. */
export type Person = {
  readonly id: string
  readonly version: number
  readonly active: boolean
  readonly values: PersonValues
  readonly assignments: readonly Assignment[]
}

export type UnitValues = Values<typeof unitFields>
export type UnitRecord = {
  readonly id: string
  readonly version: number
  readonly values: UnitValues
  /** From the top down to the unit itself. */
  readonly path: readonly string[]
}

export type PersonEvent =
  | { readonly type: 'person.added' }
  | { readonly type: 'person.edited'; readonly fields: readonly string[] }
  | { readonly type: 'person.deactivated' }
  /** Added by an import that was undone, and never used. */
  | { readonly type: 'person.takenBack' }
  | { readonly type: 'person.reactivated' }
  /** Told to the modules and written nowhere: the log says how many, and nobody. */
  | { readonly type: 'person.forgotten' }
  | {
      readonly type: 'person.roleGiven'
      readonly role: Role
      readonly unitId: string | null
      readonly from: string
      readonly to: string | null
    }
  /** Which filters were used and how many they found; never what was searched for (S4-167). */
  | { readonly type: 'person.listed'; readonly filters: readonly string[]; readonly hits: number; readonly more: boolean }
  | { readonly type: 'person.exported'; readonly filters: readonly string[]; readonly columns: readonly string[]; readonly rows: number }
  | { readonly type: 'person.roleEnded'; readonly role: Role; readonly to: string }

export type UnitEvent =
  | { readonly type: 'unit.added' }
  | { readonly type: 'unit.takenBack' }
  | { readonly type: 'unit.edited'; readonly fields: readonly string[] }
  | {
      readonly type: 'unit.contactsExported'
      readonly filters: readonly string[]
      readonly columns: readonly string[]
      readonly rows: number
    }

/** What other modules see of a unit. */
export type Unit = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly path: readonly string[]
  readonly leaderId: string | null
}

/** Whom to tell, and in which language (null: the organisation's). */
export type Contact = { readonly id: string; readonly name: string; readonly email: string | null; readonly locale: Locale | null }
