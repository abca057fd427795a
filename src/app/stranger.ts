import { clockwork } from '../kernel/actor.ts'

const strangersOrganisation = '00000000-0000-0000-0000-000000000000'

/** Whoever asks and has not been looked at: of no organisation. */
export const stranger = clockwork(strangersOrganisation, 0)
