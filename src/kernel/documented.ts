import type { RawBuilder } from 'kysely'
import type { Ctx } from './ctx.ts'

// The documents that the records of a module are, or hold as files: for the register of documents and the archive. docs/decisions/0041.

/** What must be documented (S0-13): assessments, agreements that regulate privacy, and other proof that the rules are followed. */
export const documentClasses = ['assessment', 'agreement', 'other'] as const
export type DocumentClass = (typeof documentClasses)[number]

/** What the archive plan tells apart: each has a folder and an access code of its own. */
export const documentTypes = ['risk', 'dpia', 'agreement', 'processing', 'case', 'notice', 'other'] as const
export type DocumentType = (typeof documentTypes)[number]

export type DocumentKey = { readonly id: string; readonly recordId: string; readonly kind: string }
/** Where a document that is finished lies: among the documents, or among the files that somebody has added. */
export type KeptIn = { readonly where: 'documents' | 'files'; readonly id: string }

export type Documented = {
  /** What its documents are called in code, and what each is. */
  readonly kinds: Readonly<Record<string, { readonly class: DocumentClass; readonly type: DocumentType }>>
  /**
   * Those that whoever asks may open, a row each: id, record_id, kind, title, made_at, edition, unit_id, reference, and the case's year,
   * about and about_on (its short name and its day, where a folder is named by them). A draft is none.
   */
  readonly rows: (ctx: Ctx) => RawBuilder<unknown>
  /** Where one is read. */
  readonly href: (document: DocumentKey) => string
  /** Finishes one, in the transaction of the deed that hands it over. Null: the record says something else than what was decided. */
  readonly keep: (ctx: Ctx, document: DocumentKey) => Promise<KeptIn | null>
  /** What the record itself does when the archive has given it a reference. */
  readonly filed?: (ctx: Ctx, recordId: string, reference: string) => Promise<void>
}
