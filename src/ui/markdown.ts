import { Marked, type Token, type Tokens } from 'marked'
import sanitize from 'sanitize-html'
import { type Seeks, wordSigns } from '../kernel/seeks.ts'

// What an editor writes is Markdown, and whoever writes it is not trusted: it is read by a parser, and what comes out of it is cleaned by
// a list of what may stand. Nothing else on a page is drawn from a text with tags in it.

/** A heading of the text and what stands below it. A chapter holds sections; a section has an address of its own. */
export type Section = { readonly id: string; readonly title: string; readonly html: string; readonly text: string }
export type Chapter = {
  readonly id: string | null
  readonly title: string | null
  readonly html: string
  readonly sections: readonly Section[]
}

const marked = new Marked({ gfm: true, async: false })

const cleaned: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'h4', 'h5', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'a', 'blockquote', 'code', 'pre', 'hr', 'br', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'class'], img: ['src', 'alt'], th: ['align'], td: ['align'], table: ['class'], ol: ['start'] },
  allowedClasses: { a: ['ds-link'], table: ['ds-table'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  // A picture lies among the organisation's own files: none is fetched from elsewhere, which would tell who reads.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^\/filer\/[0-9a-f-]{36}$/.test(attribs.src ?? ''),
  transformTags: {
    h1: 'h4',
    h2: 'h4',
    h3: 'h4',
    h6: 'h5',
    a: (_, { href = '' }) => ({ tagName: 'a', attribs: { ...addressOf(href), class: 'ds-link' } }),
    table: () => ({ tagName: 'table', attribs: { class: 'ds-table' } }),
  },
}

/** A link leads to a part of the text, a page of ours, one elsewhere, or an address for mail: nothing else is a link. */
function addressOf(href: string): { readonly href?: string } {
  if (href.startsWith('#')) return { href: `#${anchorOf(href.slice(1))}` }
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href) ? { href } : {}
}

/** Safe to stand on a page, whatever the text is. */
export const htmlOf = (markdown: string): string => sanitize(marked.parse(asPasted(markdown)) as string, cleaned)

const fence = /^ {0,3}(```|~~~)/
const bullet = /^ *[•·▪◦‣][\t \u00a0]+/
/** What is something else in Markdown already: a list, a heading, a quotation, a table, code. */
const other = /^(?:\s|[-*+>|#]|\d+[.)])/
const cellsOf = (line: string): number => (other.test(line) || bullet.test(line) ? 1 : line.split('\t').length)

/**
 * What an office program leaves in the clipboard as it was there: lines with a bullet are a list, and lines that follow each other with as
 * many tabs a table, whose first row is its head.
 */
function asPasted(markdown: string): string {
  if (!/[\t•·▪◦‣]/.test(markdown)) return markdown
  const lines = markdown.split('\n')
  const read: string[] = []
  let isCode = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (fence.test(line)) isCode = !isCode
    const cells = isCode ? 1 : cellsOf(line)
    let end = at + 1
    while (cells > 1 && end < lines.length && cellsOf(lines[end] ?? '') === cells) end += 1
    if (end - at > 1) {
      const rows = lines.slice(at, end).map((row) => `| ${row.replaceAll('|', '\\|').split('\t').join(' | ')} |`)
      read.push('', rows[0] ?? '', `|${' --- |'.repeat(cells)}`, ...rows.slice(1), '')
      at = end - 1
    } else read.push(isCode ? line : line.replace(bullet, '- '))
  }
  return read.join('\n')
}

/** Where a section is on its page. The prefix keeps it apart from what the page itself has. */
export const anchorOf = (slug: string): string => `del-${slugOf(slug)}`

/** "Bruk av IT-utstyr" is bruk-av-it-utstyr. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** "Ansvar {#ansvar}": an address that stays when the heading gets other words, and is the same in each language. */
const named = /^(.*?)\s*\{#([a-z0-9-]+)\}\s*$/

function headingOf({ text }: Tokens.Heading, taken: Set<string>): { readonly id: string; readonly title: string } {
  const [, title, own] = named.exec(text) ?? []
  const plain = textOf(title ?? text)
  const wanted = anchorOf(own ?? plain)
  let id = wanted
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`
  taken.add(id)
  return { id, title: plain }
}

/** The links of a text, with the words they stand on, in order. */
export function linksIn(markdown: string): readonly { readonly href: string; readonly words: string }[] {
  const links: { readonly href: string; readonly words: string }[] = []
  marked.walkTokens(marked.lexer(asPasted(markdown)), (token) => {
    if (token.type === 'link') links.push({ href: String(token.href), words: textOf(String(token.text)) })
  })
  return links.map(({ href, words }) => ({ href: addressOf(href).href ?? href, words }))
}
/** The parts of a text that a link may lead to. */
export function anchorsIn(markdown: string): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const token of marked.lexer(asPasted(markdown))) if (isHeading(token, 1) || isHeading(token, 2)) headingOf(token, taken)
  return taken
}

/** The text in its chapters (`#`) and sections (`##`). What stands before the first heading belongs to a chapter without a title. */
export function chaptersOf(markdown: string): readonly Chapter[] {
  type Open = {
    readonly id: string | null
    readonly title: string | null
    html: string
    sections: (Section & { html: string; text: string })[]
  }
  const taken = new Set<string>()
  const chapters: Open[] = [{ id: null, title: null, html: '', sections: [] }]
  for (const token of marked.lexer(asPasted(markdown))) {
    const chapter = chapters.at(-1) as Open
    if (isHeading(token, 1)) chapters.push({ ...headingOf(token, taken), html: '', sections: [] })
    else if (isHeading(token, 2))
      chapter.sections.push({ ...headingOf(token, taken), html: '', text: '' } as Section & { html: string; text: string })
    else {
      const into = chapter.sections.at(-1) ?? chapter
      into.html += token.raw
      if ('text' in into) into.text += ` ${textOf(token.raw)}`
    }
  }
  return chapters
    .map((chapter) => ({
      ...chapter,
      html: htmlOf(chapter.html),
      sections: chapter.sections.map((one) => ({ ...one, html: htmlOf(one.html) })),
    }))
    .filter(({ title, html, sections }) => title !== null || html !== '' || sections.length > 0)
}

const isHeading = (token: Token, depth: number): token is Tokens.Heading =>
  token.type === 'heading' && (token as Tokens.Heading).depth === depth

/**
 * The section that the words stand in: where most of those searched for are, the first of them; null where it is the text before any, or
 * nowhere.
 */
export function placeIn(markdown: string, seeks: Seeks): { readonly id: string; readonly title: string } | null {
  const taken = new Set<string>()
  type Place = { readonly at: { readonly id: string; readonly title: string } | null; readonly said: Set<number> }
  const places: Place[] = [{ at: null, said: new Set() }]
  for (const line of markdown.split('\n')) {
    const text = /^##?\s+(.*)$/.exec(line)?.[1]
    if (text !== undefined) places.push({ at: headingOf({ text } as Tokens.Heading, taken), said: new Set() })
    for (const [word] of line.matchAll(words)) {
      const found = seeks(word)
      if (found !== null) places.at(-1)?.said.add(found)
    }
  }
  const most = Math.max(...places.map(({ said }) => said.size))
  return most === 0 ? null : (places.find(({ said }) => said.size === most)?.at ?? null)
}

const words = new RegExp(wordSigns, 'gu')
/** A tag of the cleaned text, a sign that is written by its name, or a word. */
const pieces = new RegExp(`<(?:[^>"]|"[^"]*")*>|&[#\\w]+;|${wordSigns}`, 'gu')

/** The words searched for marked in a text that is cleaned: what is added is a tag around letters and digits, never inside a tag. */
export const markedIn = (html: string, seeks: Seeks): string =>
  html.replace(pieces, (piece) => (/^[<&]/.test(piece) || seeks(piece) === null ? piece : `<mark>${piece}</mark>`))

/** A plain text in pieces, each with whether it is a word searched for. */
export function piecesOf(text: string, seeks: Seeks): readonly { readonly text: string; readonly found: boolean }[] {
  const all: { text: string; found: boolean }[] = []
  for (const [piece] of text.matchAll(new RegExp(`${wordSigns}|${wordSigns.replace('[^', '[')}`, 'gu'))) {
    const found = seeks(piece) !== null
    const last = all.at(-1)
    if (last && last.found === found && !found) last.text += piece
    else all.push({ text: piece, found })
  }
  return all
}

/** The words alone: for a title, and for finding where in a text something stands. */
export const textOf = (markdown: string): string =>
  sanitize(marked.parse(markdown) as string, { allowedTags: [], allowedAttributes: {}, parser: { decodeEntities: true } })
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
