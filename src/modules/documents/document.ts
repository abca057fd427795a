import type { Locale } from '../../kernel/texts.ts'
import type { Letterhead } from '../organisation/public.ts'

/** Varde's own languages, and that of a letter in Northern Sámi. */
export type DocumentLanguage = Locale | 'se'

/** What stands beside the date at the head of a document. */
export type ReferenceKind = 'caseNumber' | 'archive' | 'version' | 'edition' | 'year' | 'period' | 'state' | 'about' | 'employee'

/**
 * A document as data: what it says, never how it looks. The module that owns a record makes it with a pure function;
 * one template lays out every kind (docs/decisions/0009-one-document-shape.md). All text is plain text.
 */
export type Document = {
  /** The name of the kind in code; `texts.*.ts` has its name for the reader. An unknown kind shows the title. */
  readonly kind: string
  readonly language: DocumentLanguage
  readonly title: string
  /** What it is told apart by; empty for what belongs to no case, as a poster, which then has no date either. */
  readonly reference: string
  /** What the reference is. Where it does not say, as in those of cases, it is the case number. */
  readonly referenceIs?: ReferenceKind
  readonly organisation: string
  /** The sender's number, address and telephone, its logo and the words at its foot. Documents from before had lines alone, or none. */
  readonly letterhead?: Letterhead | readonly string[]
  /** A draft says so on every page, so that a print on a desk is never taken for what was sent. */
  readonly draft: boolean
  /** Already formatted, in the language of the document. */
  readonly date: string
  /** The legal ground for keeping it from the public, as it shall stand: "Unntatt offentlighet, offl. § 13". */
  readonly accessCode: string | null
  /** The lines of the address block of a letter; null for what is not a letter. */
  readonly recipient: readonly string[] | null
  /** The facts to know before reading. */
  readonly summary: readonly Row[]
  readonly sections: readonly Section[]
  readonly signature: { readonly lines: readonly string[] } | null
}

/** An empty heading gives a section without one, as in a short letter. */
export type Section = { readonly heading: string; readonly blocks: readonly Block[] }

export type Block =
  /** Paragraphs are split at blank lines; a single line break is kept. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly caption: string }
  /** A gap the reader must fill before the document is sent. */
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** An address on a sheet of paper: as a QR code to point a telephone at, and in letters below it. */
  | { readonly kind: 'code'; readonly text: string }

export type Row = { readonly label: string; readonly value: string }

/** What is kept of a document, and told apart by: all but the pixels of the logo, which stand once for all documents. */
export const contentOf = (document: Document): string =>
  JSON.stringify(document, (_, value) => (value instanceof Uint8Array ? undefined : value))

export const headOf = ({ letterhead }: Document): Letterhead =>
  letterhead === undefined || 'length' in letterhead ? { lines: letterhead ?? [], logo: null, footer: null } : letterhead
