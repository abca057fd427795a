// What pages without sign-in may ask of the doors: they reach no rows themselves.
export { passDoor, passUnseen } from './store.ts'
