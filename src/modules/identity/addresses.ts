/** Where a person sees to what opens their account. */
export const factorAt = '/min-side/engangskode'
export const passkeysAt = '/min-side/passnokler'
