// What pages without sign-in may ask of the doors: they reach no rows themselves.
export { passUnseen } from './store.ts'
