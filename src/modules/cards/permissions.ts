import type { Actor } from '../../kernel/actor.ts'
import type { Card, Part } from './card.ts'
import { isIssuer } from './space.ts'

export function partsOf({ values: { holder, leader } }: Card, actor: Actor): ReadonlySet<Part> {
  const leads = leader === actor.personId
  const issues = isIssuer(actor)
  return new Set<Part>([
    ...(holder === actor.personId ? (['holder'] as const) : []),
    ...(leads ? (['leader'] as const) : []),
    ...(issues ? (['issuer'] as const) : []),
    ...((leader === null ? issues : leads) ? (['receiver'] as const) : []),
  ])
}
