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

/** The hidden answer that says whose page it was. */
export const writerName = 'writer'

/** Sealed anew for each page, so that two pages do not show that they are the same person's. */
export const writerMark = (key: Uint8Array, { organisationId, personId }: Writer): string =>
  seal(key, `${organisationId} ${personId}`, writerName).toString('base64url')

/** Null where a form does not say who wrote it, or says it in a hand that is not ours. */
export function writerOf(key: Uint8Array, form: Form): Writer | null {
  const said = form[writerName]
  if (typeof said !== 'string') return null
  try {
    const [organisationId, personId] = unseal(key, Buffer.from(said, 'base64url'), writerName).split(' ')
    return isId(organisationId) && isId(personId) ? { organisationId, personId } : null
  } catch {
    return null
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
