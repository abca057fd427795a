import { type Form, isEmpty } from '../fields.ts'
import type { Finding } from './finding.ts'

/** What must be dealt with before a text goes to anybody (S0-17). The rest is only pointed out. */
const stopping: readonly string[] = ['nationalId', 'accountNumber']

/** The name of the two buttons under what was stopped: take the numbers out, or send it as it is on purpose. */
export const choiceName = 'vakt'
export const choices = { mask: 'skjul', asIs: 'send' } as const

/** Filled in by browser/guard.ts: how many such numbers are pointed out at each text of the page, the moment it is sent. */
const seenName = 'vaktSett'

/** What was found, by the field of the form it stands in. */
export type Held = ReadonlyMap<string, readonly Finding[]>

/** The fields in which such a number was found. */
export const holdingIn = (found: Iterable<readonly [string, readonly Finding[]]>): Held =>
  new Map([...found].filter(([, all]) => all.some(({ kind }) => stopping.includes(kind))))

/**
 * Whether a form is held back once for what these fields hold. It goes when whoever sends it has chosen, or has had every such number
 * pointed out while writing. Nothing is ever held back for good.
 */
export function isHeld(held: Held, form: Form): boolean {
  if (!isEmpty(form[choiceName])) return false
  const count = [...held.values()].flat().filter(({ kind }) => stopping.includes(kind)).length
  const seen = [form[seenName] ?? []].flat().reduce((sum, one) => sum + (Number(one) || 0), 0)
  return count > seen
}

export const wantsMask = (form: Form): boolean => form[choiceName] === choices.mask
