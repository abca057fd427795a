import { emptyValues } from '../../kernel/fields.ts'
import { needFields } from './fields.ts'

/** A need with all its answers. */
export const wholeNeed = {
  ...emptyValues(needFields),
  kind: 'itSystem' as const,
  obtained: 'procure' as const,
  need: 'Timeplaner for alle',
  conditionsOfUse: 'Alle ansatte',
  conditionsOfManagement: 'IT drifter, og fagsystemansvarlig følger opp',
}
