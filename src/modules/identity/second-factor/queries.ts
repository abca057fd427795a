export { type Begun, openBegun, readFactor as factorOf, sealBegun } from './store.ts'
