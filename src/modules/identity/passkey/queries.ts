export { askedAtDoor, askedOf, openAskedOf, ownerMark, type Passkey, passkeysOf } from './store.ts'
