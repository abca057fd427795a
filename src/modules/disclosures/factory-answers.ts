import type { Asking } from './disclosure.ts'

/** What somebody asks to give out, of a system that is named by whoever tests. */
export const someDisclosure: Omit<Asking, 'system'> = {
  ...{ name: 'Adresser til forsikringsselskapet', unit: null, recipient: 'Forsikring AS', purpose: 'Gruppeforsikring.', legalBasis: null },
  ...({ recipientKind: 'company', dataKinds: ['contact'], purposeKind: 'service', until: '2026-12-31' } as const),
}
