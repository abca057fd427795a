import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from './document.ts'
import { fontFiles } from './fonts.ts'
import { laidOut } from './laid-out.ts'
import { plainPrintable, printable } from './printable.ts'
import { codeOf } from './render-code.ts'
import { splitPages } from './svg.ts'

/**
 * The document as PDF/A-2a: archival, tagged, with its language, title and author. The same document and the same
 * `createdAt` give the same bytes, so a stored hash can be checked by making the file again.
 * Throws only when the template itself is broken; no text of the document is in the error.
 */
export function renderPdf(document: Document, createdAt: Date): Uint8Array {
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
  return layOut(document, (made) => compiler().pdf(made, { pdfStandard: 'a-2a', creationTimestamp }))
}

/**
 * One SVG a page for a preview in `<img>`: shapes only, no script, no links, no reference outside the file.
 * It has no text for a screen reader: give the PDF beside it.
 */
export function renderPages(document: Document): readonly string[] {
  return splitPages(layOut(document, (made) => compiler().plainSvg(made)))
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** As a Word file (render-docx.ts). What writes it is large, and is read when somebody asks for the first one. */
export const renderDocx = async (document: Document): Promise<Uint8Array> => (await import('./render-docx.ts')).renderDocx(document)

const source = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')

let opened: NodeCompiler | undefined
const load = createRequire(import.meta.url)
/** One compiler for the life of the process, opened for its first document: it reads every font. The template imports no package, so no network. */
function compiler(): NodeCompiler {
  const typst = load('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler')
  opened ??= typst.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [...fontFiles()] }] })
  return opened
}

/** Where the template finds the logo of the document: never on the disk. */
const logoPath = join(import.meta.dirname, 'logo.png')

/** Layouts are kept for so many later renders. Kept without end they cost about 3 MB a document (600 renders: 1.8 GB; so: 0.23 GB). */
const keptRenders = 2

/** Tried first with every font; if some sequence of characters still cannot be drawn, with the text font only. */
function layOut<T>(document: Document, use: (made: NodeTypstDocument) => T): T {
  try {
    return use(compile(document, printable))
  } catch {
    return lastResort(document, use)
  } finally {
    compiler().evictCache(keptRenders)
  }
}

function lastResort<T>(document: Document, use: (made: NodeTypstDocument) => T): T {
  try {
    return use(compile(document, plainPrintable))
  } catch (error) {
    throw new Error(`The document could not be made, the template is broken: ${withoutQuotes(String(error))}`)
  }
}

function compile(document: Document, clean: (text: string) => string): NodeTypstDocument {
  // Data goes in as one JSON string. It is never part of the source, so it can never run.
  const written = (_: string, value: unknown) =>
    typeof value === 'string' ? clean(value) : value instanceof Uint8Array ? undefined : value
  const made = laidOut(document)
  // The squares of a code are the template's alone: a Word file has the address.
  const sections = made.sections.map(({ heading, blocks }) => ({
    heading,
    blocks: blocks.map((block) => (block.kind === 'code' ? { ...block, rows: codeOf(block.text) } : block)),
  }))
  const inputs = { document: JSON.stringify({ ...made, sections }, written) }
  const { logo } = made.letterhead
  if (logo) compiler().mapShadow(logoPath, Buffer.from(logo.png))
  const compiled = compiler().compile({ mainFileContent: source, inputs })
  if (compiled.result === null) throw new Error(reasons(compiled.takeError()?.shortDiagnostics ?? []))
  return compiled.result
}

const reasons = (diagnostics: readonly { readonly message?: string }[]): string =>
  diagnostics.map(({ message }) => String(message)).join('; ')

/** Typst quotes the text it stumbles on; a log line must not. */
const withoutQuotes = (message: string): string => message.replace(/`[^`]*`|"[^"]*"/g, '…')
