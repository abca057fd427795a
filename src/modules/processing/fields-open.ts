import type { Fields } from '../../kernel/fields.ts'
import { processingFields } from './fields.ts'

const { name, purpose, ourRole, unit, jointControllers } = processingFields
const { dataSubjects, dataKinds, sources } = processingFields
const { basis, lawReference, specialBasis, specialReference } = processingFields
const { recipients, transfers, safeguards, storageTime } = processingFields

/**
 * What of an activity those outside may read: what Articles 13 and 14 tell those it is about. No person, system, supplier or measure of
 * security.
 */
export const openFields = {
  ...{ name, purpose, ourRole, unit, jointControllers },
  ...{ dataSubjects, dataKinds, sources },
  ...{ basis, lawReference, specialBasis, specialReference },
  ...{ recipients, transfers, safeguards, storageTime },
} as const satisfies Fields
