import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { mayKeep } from './rules.ts'

const actor = (roles: readonly Role[]): Actor => ({ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 })

it('those who keep the record of processing keep its work processes, and nobody else', () => {
  for (const role of ['admin', 'dpo', 'ciso', 'gdprUnit', 'privacyAdviser', 'privacyContact', 'unitHead'] as const)
    expect([role, mayKeep(actor([role]))]).toEqual([role, true])
  for (const role of ['employee', 'leader', 'auditor', 'controller', 'systemOwner'] as const)
    expect([role, mayKeep(actor([role]))]).toEqual([role, false])
})
