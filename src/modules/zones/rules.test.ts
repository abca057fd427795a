import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { mayKeep } from './rules.ts'

const actor = (roles: readonly Role[]): Actor => ({ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 })

it('leaders and those who look after security for all keep the zones, and nobody else', () => {
  for (const role of ['admin', 'ciso', 'leader', 'unitHead'] as const) expect([role, mayKeep(actor([role]))]).toEqual([role, true])
  for (const role of ['employee', 'auditor', 'dpo', 'systemOwner'] as const) expect([role, mayKeep(actor([role]))]).toEqual([role, false])
})
