import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed } from '../../kernel/fields.ts'
import { isMailbox } from '../../kernel/mailbox.ts'
import type { Details, DetailsRecord } from './details.ts'
import { detailsFields } from './fields.ts'
import type { OrganisationEvent } from './organisation.ts'

/** Digits alone: written with spaces, or as a VAT number ("NO 974 760 673 MVA"), it is the same number. */
export const plainNumber = (written: string): string => written.replace(/^\s*NO|MVA\s*$/gi, '').replace(/[\s.\u00a0]/g, '')

/**
 * Nine digits, the last a check digit: weights 3 2 7 6 5 4 3 2, modulo 11 (Enhetsregisteret). That it is the organisation's own number
 * is not known here.
 */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[8])
}

/** Everything may be empty: a notice must not wait for it. What is written must be right. */
export function saveDetails(before: DetailsRecord, written: Details): Outcome<DetailsRecord, OrganisationEvent> {
  const wrong = wrongDetail(written)
  if (wrong) return refuse(wrong.why, [wrong.field])
  const values = { ...written, number: written.number && plainNumber(written.number) }
  const fields = changed(detailsFields, before.values, values)
  return fields.length === 0 ? refuse('nothingChanged') : change({ ...before, values }, { type: 'organisation.detailsEdited', fields })
}

export type WrongDetail = { readonly field: keyof Details; readonly why: 'notANumber' | 'notAnAddress' }
export function wrongDetail({ number, email }: Details): WrongDetail | null {
  if (number !== null && !isOrganisationNumber(plainNumber(number))) return { field: 'number', why: 'notANumber' }
  return email !== null && !isMailbox(email) ? { field: 'email', why: 'notAnAddress' } : null
}
