import type { Happening } from '../../kernel/change.ts'

import type { DocumentClass, Documented, DocumentType } from '../../kernel/documented.ts'

/** Where a document stands with the archive. `older`: the archive has an edition from before the last decision. */
export const states = ['missing', 'older', 'sent', 'filed'] as const
export type State = (typeof states)[number]

/** A row of the register of documents, as the modules say it and the archive has answered. */
export type DocumentRow = {
  readonly id: string
  readonly record_type: string
  readonly record_id: string
  readonly kind: string
  readonly class: DocumentClass
  readonly type: DocumentType
  readonly title: string
  readonly made_at: Date
  readonly edition: number | null
  readonly unit_id: string | null
  readonly year: number | null
  readonly about: string | null
  readonly about_on: string | null
  readonly reference: string | null
  readonly state: State
}

/** Every kind of record that is, or holds, documents; the shell hands them in. */
export type Documenteds = {
  readonly of: (type: string) => Documented | undefined
  readonly all: () => readonly (readonly [string, Documented])[]
}

export type Package = {
  readonly id: string
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly documents: number
  readonly reference: string | null
  readonly receivedOn: string | null
}

/** One document as it was handed over. */
export type Filing = {
  readonly id: string
  readonly documentId: string
  readonly recordType: string
  readonly recordId: string
  readonly kind: string
  readonly title: string
  readonly documentAt: Date
  readonly edition: number | null
  readonly where: 'documents' | 'files' | null
  readonly keptId: string | null
  readonly folder: string | null
  readonly fileName: string | null
  readonly sha256: string | null
  readonly access: 'public' | 'exempt'
  readonly ground: string | null
  readonly reference: string | null
  readonly filedAt: Date
}

export type ArchiveEvent = Happening &
  (
    | { readonly type: 'archive_package.made' | 'archive_package.received'; readonly documents: number }
    | { readonly type: 'archive_package.opened' }
    | { readonly type: 'archive.referenced' | 'archive.folderTaken' | 'archive.complianceTaken'; readonly about: string }
  )
