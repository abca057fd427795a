export { type Finished, finish } from './commands.ts'
export type { Block, Document, Row, Section } from './document.ts'
export { type StoredDocument, storedDocuments, storedPdf } from './queries.ts'
export { renderPages, renderPdf } from './render.ts'
