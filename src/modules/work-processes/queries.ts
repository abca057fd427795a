import { referenceTo } from '../../register/reference.ts'
import { unitReference } from '../people/public.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findWorkProcess, keyed: workProcessesNamed } = store

/** A field that names work processes: those in use may be chosen, the others keep their name. */
export const workProcessReference = referenceTo('work_process', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** Who answers for what a work process points at. */
export const references = { unit: unitReference }
