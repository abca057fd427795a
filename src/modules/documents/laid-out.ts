import { byLocale, type Locale } from '../../kernel/texts.ts'
import type { Letterhead } from '../organisation/public.ts'
import { type Block, type Document, type DocumentLanguage, headOf, type Row } from './document.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'
import { zoneOf } from './zone.ts'

export const textsOf = byLocale({ nb, nn, en })
/** The few fixed words that a reader of a finished letter in Northern Sámi sees; those of a draft are for whoever writes it. */
const se: typeof nb = {
  ...nb,
  page: 'Siidu',
  of: '/',
  references: { ...nb.references, caseNumber: 'Áššenummir' },
  date: 'Beaivi',
  kinds: { ...nb.kinds, subjectMessage: 'Reive' },
}
const wordsOf = (language: DocumentLanguage) => (language === 'se' ? se : textsOf(language))

/** What a kind of document is called; null for one without a name of its own. */
export const kindName = (kind: string, locale: Locale): string | null =>
  (textsOf(locale).kinds as Readonly<Record<string, string>>)[kind] ?? null

/** A block with nothing left to decide: paragraphs are split, a table is a full rectangle, and what is empty is left out. */
type LaidOutBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'note'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly caption: string }

/** What both the file for the archive and the one to work on are made of. */
export type LaidOut = Omit<Document, 'sections' | 'letterhead'> & {
  readonly letterhead: Letterhead
  /** What a screen reader says of the logo. */
  readonly logoOf: string
  readonly words: ReturnType<typeof textsOf>
  /** What the reference is called. */
  readonly referenceName: string
  /** What the later pages say of it: a number alone would say nothing. */
  readonly running: string
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly LaidOutBlock[] }[]
}

export function laidOut(document: Document): LaidOut {
  const words = wordsOf(document.language)
  const kinds: Readonly<Record<string, string>> = words.kinds
  const is = document.referenceIs ?? 'caseNumber'
  const referenceName = words.references[is]
  return {
    ...document,
    letterhead: headOf(document),
    logoOf: words.logoOf(document.organisation),
    kind: [kinds[document.kind] ?? document.title, zoneOf(document)].filter(Boolean).join(' · '),
    words,
    referenceName,
    running: is === 'version' || is === 'edition' ? `${referenceName} ${document.reference}` : document.reference,
    sections: document.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.flatMap(laidOutBlock) })),
  }
}

function laidOutBlock(block: Block): readonly LaidOutBlock[] {
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
    case 'code':
      return [block]
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
