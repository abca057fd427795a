import type { Values } from '../../kernel/fields.ts'
import type { tokenFields } from './fields.ts'

/** What the directory says of somebody, as it was sent. `active` is the person's own. */
export type Attributes = {
  readonly userName: string
  readonly externalId: string | null
  readonly displayName: string | null
  readonly formatted: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | null
  readonly department: string | null
  readonly manager: string | null
}

/** A person whom the directory keeps. `id`: the person's, and the one that the directory knows. */
export type Entry = {
  readonly id: string
  readonly attributes: Attributes
  readonly active: boolean
  /** Of the entry and of the person: whoever changes either changes this. */
  readonly tag: string
  readonly createdAt: Date
  readonly changedAt: Date
}

export type TokenValues = Values<typeof tokenFields>
export type DirectoryToken = {
  readonly id: string
  readonly name: string
  readonly madeAt: Date
  /** The last day it holds, in Europe/Oslo. */
  readonly expiresOn: string
  readonly usedAt: Date | null
}

/** Somebody in the directory who has the address of `person`. */
export type Waiting = {
  readonly id: string
  readonly name: string
  readonly userName: string
  readonly person: { readonly id: string; readonly name: string; readonly active: boolean }
}

export type DirectoryEvent =
  | { readonly type: 'directory.tokenMade' }
  | { readonly type: 'directory.tokenWithdrawn' }
  | { readonly type: 'directory.added' }
  | { readonly type: 'directory.changed'; readonly fields: readonly string[] }
  | { readonly type: 'directory.gone' }
  | { readonly type: 'directory.connected' }
  /** Why the directory was told no. Never what it sent. */
  | { readonly type: 'directory.refused'; readonly why: string }

/** Why the directory is told no, in the words of SCIM (RFC 7644 section 3.12). `detail` says nothing of a person. */
export type Fault = {
  readonly ok: false
  readonly status: 400 | 401 | 404 | 405 | 409 | 412 | 413 | 415 | 429 | 500 | 501 | 503
  readonly scimType?:
    | 'invalidFilter'
    | 'invalidPath'
    | 'invalidSyntax'
    | 'invalidValue'
    | 'mutability'
    | 'noTarget'
    | 'tooMany'
    | 'uniqueness'
  readonly detail: string
}
export const fault = (status: Fault['status'], detail: string, scimType?: Fault['scimType']): Fault => ({
  ok: false,
  status,
  detail,
  ...(scimType && { scimType }),
})
