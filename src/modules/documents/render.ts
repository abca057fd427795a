import { readFileSync } from 'node:fs'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { byLocale } from '../../kernel/texts.ts'
import type { Block, Document } from './document.ts'
import { fontFiles } from './fonts.ts'
import { plainPrintable, printable } from './printable.ts'
import { splitPages } from './svg.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

/**
 * The document as PDF/A-2a: archival, tagged, with its language, title and author. The same document and the same
 * `createdAt` give the same bytes, so a stored hash can be checked by making the file again.
 * Throws only when the template itself is broken; no text of the document is in the error.
 */
export function renderPdf(document: Document, createdAt: Date): Uint8Array {
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
  return layOut(document, (laidOut) => compiler.pdf(laidOut, { pdfStandard: 'a-2a', creationTimestamp }))
}

/**
 * One SVG a page for a preview in `<img>`: shapes only, no script, no links, no reference outside the file.
 * It has no text for a screen reader: give the PDF beside it.
 */
export function renderPages(document: Document): readonly string[] {
  return splitPages(layOut(document, (laidOut) => compiler.plainSvg(laidOut)))
}

const source = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')

/** One compiler for the life of the process: opening it reads every font. The template imports no package, so no network. */
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [...fontFiles] }] })

/** Layouts are kept for so many later renders. Kept without end they cost about 3 MB a document (600 renders: 1.8 GB; so: 0.23 GB). */
const keptRenders = 2

const texts = byLocale({ nb, nn, en })

/** Tried first with every font; if some sequence of characters still cannot be drawn, with the text font only. */
function layOut<T>(document: Document, use: (laidOut: NodeTypstDocument) => T): T {
  try {
    return use(compile(document, printable))
  } catch {
    return lastResort(document, use)
  } finally {
    compiler.evictCache(keptRenders)
  }
}

function lastResort<T>(document: Document, use: (laidOut: NodeTypstDocument) => T): T {
  try {
    return use(compile(document, plainPrintable))
  } catch (error) {
    throw new Error(`The document could not be made, the template is broken: ${withoutQuotes(String(error))}`)
  }
}

function compile(document: Document, clean: (text: string) => string): NodeTypstDocument {
  // Data goes in as one JSON string. It is never part of the source, so it can never run.
  const inputs = { document: JSON.stringify(templateData(document), (_, value) => (typeof value === 'string' ? clean(value) : value)) }
  const compiled = compiler.compile({ mainFileContent: source, inputs })
  if (compiled.result === null) throw new Error(reasons(compiled.takeError()?.shortDiagnostics ?? []))
  return compiled.result
}

function templateData(document: Document) {
  const words = texts(document.language)
  const kinds: Readonly<Record<string, string>> = words.kinds
  return {
    ...document,
    letterhead: document.letterhead ?? [],
    kind: kinds[document.kind] ?? document.title,
    words,
    sections: document.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.flatMap(laidOutBlock) })),
  }
}

/** The template is spared all doubt: paragraphs are split, a table is a full rectangle, and what is empty is left out. */
function laidOutBlock(block: Block): readonly object[] {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.text).map((text) => ({ kind: 'text', text }))
    case 'missing':
    case 'note':
      return [{ kind: block.kind, paragraphs: paragraphs(block.text) }]
    case 'facts':
      return block.rows.length === 0 ? [] : [block]
    case 'list':
      return block.items.length === 0 ? [] : [block]
    case 'table': {
      const columns = Math.max(0, block.head.length, ...block.rows.map((row) => row.length))
      const fill = (cells: readonly string[]) => Array.from({ length: columns }, (_, i) => cells[i] ?? '')
      return columns === 0 ? [] : [{ ...block, head: fill(block.head), rows: block.rows.map(fill) }]
    }
  }
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\r?\n[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

const reasons = (diagnostics: readonly { readonly message?: string }[]): string =>
  diagnostics.map(({ message }) => String(message)).join('; ')

/** Typst quotes the text it stumbles on; a log line must not. */
const withoutQuotes = (message: string): string => message.replace(/`[^`]*`|"[^"]*"/g, '…')
