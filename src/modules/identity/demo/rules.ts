import { isLocalHost, isLoopback } from '../rules.ts'

/**
 * The demo's sign-in asks for no password, so it is there only in the demo, only for whoever sits at this machine, and only where
 * the server itself says that its address is this machine. Behind a proxy everyone looks like this machine; therefore both.
 */
export const demoIsOpen = (demo: boolean, address: string, baseUrl: string): boolean => demo && isLoopback(address) && isLocalHost(baseUrl)
