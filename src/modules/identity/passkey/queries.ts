export { askedAtDoor, askedOf, ownerMark, type Passkey, passkeysOf } from './store.ts'
