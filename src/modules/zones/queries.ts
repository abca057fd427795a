import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findZone, keyed: zonesNamed } = store

/** A field that names zones: those in use may be chosen, the others keep their name. */
export const zoneReference = referenceTo('premises_zone', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** Who answers for what a zone points at. */
export const references = { unit: unitReference, responsible: personReference }
