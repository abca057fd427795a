import type { Localised } from '../../../kernel/texts.ts'
import { forEmployees, introduction } from './handbook-employees.ts'
import { forLeaders, internalControl, organisation, pupils } from './handbook-leaders.ts'
import type { ReadyMade } from './ready-made.ts'
import { joined, say } from './text.ts'

/** The information-security handbook in its chapters (seed 004, S4-001): a draft until the organisation has adopted it. */
export const handbook = (orgType: 'university' | 'municipality'): ReadyMade => {
  const parts: readonly Localised[] = [
    introduction,
    forEmployees,
    forLeaders,
    organisation,
    ...(orgType === 'municipality' ? [pupils] : []),
    internalControl,
  ]
  return {
    key: 'handbook',
    kind: 'handbook',
    for: 'all',
    audiences: ['employee', 'leader', 'pupil', 'partner'],
    mustConfirm: true,
    inForce: false,
    sources: ['gdpr', 'personalDataAct', 'egovernment', 'administration', 'itHandbook'],
    title: say('Informasjonssikkerhetshåndbok', 'Handbok i informasjonstryggleik', 'Information security handbook'),
    body: joined(parts),
  }
}
