import type { Form } from '../../kernel/fields.ts'
import { isId } from '../../kernel/ids.ts'
import { mark, seal, unseal } from '../../kernel/seal.ts'
import type { Writer } from './kept.ts'

/** Days that something is kept: two weeks of holiday, and no longer than that (GDPR art. 5(1)(e)). */
export const keptDays = 14
/** Forms kept of one person at a time; the oldest gives way. */
export const keptAtMost = 30

/** Where a writer finds what was kept. */
export const keptAddress = '/beholdt'

/** The hidden answer that says whose page it was, and which. */
export const writerName = 'writer'

/** What is sealed is filled up to 256 bytes: an address that is longer than what is left of them is not said. */
const longestPage = 256 - 2 * 36 - 2

/**
 * Sealed anew for each page, so that two pages do not show that they are the same person's. `page`: the address the form is filled in at,
 * as a browser writes it, so that whoever is shown it again by a post can be led back to it.
 */
export const writerMark = (key: Uint8Array, { organisationId, personId }: Writer, page = ''): string =>
  seal(key, `${organisationId} ${personId} ${page.length > longestPage ? '' : page}`.trim(), writerName).toString('base64url')

/** Null where a form does not say who wrote it, or says it in a hand that is not ours. */
export function writerOf(key: Uint8Array, form: Form): Writer | null {
  const [organisationId, personId] = saidBy(key, form)
  return isId(organisationId) && isId(personId) ? { organisationId, personId } : null
}

/** The address of the page the form was filled in at; null where it does not say so. */
export const pageOf = (key: Uint8Array, form: Form): string | null => saidBy(key, form)[2] ?? null

function saidBy(key: Uint8Array, form: Form): readonly string[] {
  const said = form[writerName]
  if (typeof said !== 'string') return []
  try {
    return unseal(key, Buffer.from(said, 'base64url'), writerName).split(' ')
  } catch {
    return []
  }
}

export const ownerMark = (key: Uint8Array, { organisationId, personId }: Writer): Buffer => mark(key, `kept ${organisationId} ${personId}`)
export const placeMark = (key: Uint8Array, { organisationId, personId }: Writer, address: string): Buffer =>
  mark(key, `kept ${organisationId} ${personId} ${address}`)

/** The longest texts of a form, as its writer recognises it by; never what is hidden in it. */
export const textsIn = (form: Form): readonly string[] =>
  Object.entries(form)
    .filter(([name]) => !hiddenNames.has(name))
    .flatMap(([, value]) => (typeof value === 'string' ? [value] : (value ?? [])))
    .filter((text) => /\s/.test(text.trim()) && text.trim().length > 12)

/** Whether anybody has answered anything in it: a page where files alone are chosen holds nothing to keep. */
export const hasAnswers = (form: Form): boolean =>
  Object.entries(form).some(([name, value]) => !hiddenNames.has(name) && name !== 'svar' && [value ?? ''].flat().some((one) => one !== ''))

const hiddenNames = new Set([writerName, 'opened', 'fingerprint', 'version', 'id'])

/** The form as it is sent again: the page puts in its own word for who sends it. */
export const without = (form: Form, ...names: readonly string[]): Form =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !names.includes(name)))
