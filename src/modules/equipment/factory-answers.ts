import { emptyValues } from '../../kernel/fields.ts'
import type { DeviceAnswers } from './equipment.ts'
import { deviceFields } from './fields.ts'

/** A laptop that somebody is given for their work. */
export const laptop = {
  ...emptyValues(deviceFields),
  ...({ kind: 'laptop', storesData: 'yes', encrypted: 'yes', reasons: ['tool', 'flexibility'] } as const),
} satisfies DeviceAnswers
