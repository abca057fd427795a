import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Logo } from '../organisation/public.ts'
import type { Document, Row } from './document.ts'
import { type LaidOut, laidOut } from './laid-out.ts'

// Lengths in twentieths of a point, as the format has them; sizes of letters in half points. The same measures as document.typ.
const mm = 56.7
const margin = { top: 33 * mm, bottom: 27 * mm, left: 27 * mm, right: 27 * mm }
const width = 210 * mm - margin.left - margin.right
const labelWidth = 54 * mm
const quiet = '4D5865'
const warn = '6B4200'
const line = { style: BorderStyle.SINGLE, size: 4, color: 'D3D9E0' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const regions = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB', se: 'se-NO' } as const

/**
 * The same content as the PDF (render.ts), as a file that a word processor opens: to work on a draft, or to take over into a system
 * of the organisation's own. With headings, a repeated first row in tables, its title and its language, so that it can be read aloud.
 * The archive gets the PDF: this one is not the same to the last byte when made again.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const made = laidOut(document)
  const file = new DocxDocument({
    title: clean(made.title),
    creator: clean(made.organisation),
    lastModifiedBy: clean(made.organisation),
    styles: stylesOf(made.language),
    numbering: { config: [bullets] },
    sections: [
      {
        properties: { page: { size: { width: 210 * mm, height: 297 * mm }, margin: { ...margin, header: 15 * mm, footer: 12 * mm } } },
        headers: { default: new Header({ children: headOf(made) }) },
        footers: { default: new Footer({ children: [footOf(made)] }) },
        children: [
          ...beginningOf(made),
          ...summaryOf(made),
          ...made.sections.flatMap(sectionOf(made)),
          ...signatureOf(made),
          ...endOf(made),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** What the format cannot hold would make a file that no program opens. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away.
const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 240 } } },
    },
  ],
}

/** Arial stands in every word processor, or something of its measures. */
const stylesOf = (language: keyof typeof regions) => ({
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: regions[language] } },
      paragraph: { spacing: { after: 140, line: 300 } },
    },
    heading1: { run: { size: 38, bold: true }, paragraph: { spacing: { before: 240, after: 240 }, keepNext: true } },
    heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 420, after: 160 }, keepNext: true } },
  },
})

/** A line break that was written is one. */
const runs = (text: string, look: IRunOptions = {}): TextRun[] =>
  clean(text)
    .split(/\r?\n/)
    .map((part, position) => new TextRun({ ...look, text: part, ...(position > 0 ? { break: 1 } : {}) }))
const paragraph = (text: string, look: IRunOptions = {}): Paragraph => new Paragraph({ children: runs(text, look) })

const headOf = ({ organisation, running, draft, words }: LaidOut): Paragraph[] => [
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { bottom: line },
    children: [new TextRun({ text: clean(organisation), bold: true, size: 17 }), new TextRun({ text: `\t${clean(running)}`, size: 17 })],
  }),
  ...(draft
    ? [new Paragraph({ alignment: AlignmentType.CENTER, children: runs(words.draft.toUpperCase(), { bold: true, color: warn }) })]
    : []),
]

const footOf = ({ kind, words }: LaidOut): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    border: { top: line },
    children: [
      new TextRun({
        size: 17,
        color: quiet,
        children: [`${clean(kind)}\t${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  })

/** Who sends it, to whom, what it is called, and how far it has come. */
function beginningOf({
  letterhead,
  logoOf,
  recipient,
  title,
  draft,
  reference,
  referenceName,
  date,
  accessCode,
  words,
}: LaidOut): (Paragraph | Table)[] {
  const facts = factTable([
    // What is for the public has no case number.
    ...(reference === '' ? [] : [{ label: referenceName, value: reference }]),
    { label: words.date, value: date },
  ])
  return [
    ...logoIn(letterhead.logo, logoOf),
    ...(letterhead.lines.length > 0 ? [paragraph(letterhead.lines.join('  ·  '), { size: 17, color: quiet })] : []),
    ...(recipient ? [paragraph(recipient.join('\n')), facts] : []),
    ...(draft ? [paragraph(`${words.draft}. ${words.draftNote}`, { color: warn })] : []),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
    ...(recipient ? [] : [facts]),
    ...(accessCode === null ? [] : [new Paragraph({ spacing: { before: 160 }, children: runs(accessCode, { bold: true }) })]),
  ]
}

const summaryOf = ({ summary }: LaidOut) => (summary.length === 0 ? [] : [space(), factTable(summary)])
const signatureOf = ({ signature }: LaidOut) => (signature === null ? [] : [space(), paragraph(signature.lines.join('\n'))])
const endOf = ({ letterhead: { footer } }: LaidOut) =>
  footer === null
    ? []
    : [new Paragraph({ border: { top: line }, spacing: { before: 480 }, children: runs(footer, { size: 18, color: quiet }) })]

/** At most 16 mm high and 60 mm wide, as in the PDF; the library measures in pixels, 96 an inch. */
function logoIn(logo: Logo | null, said: string): Paragraph[] {
  if (!logo) return []
  const size = Math.min(60.5 / logo.height, 226.8 / logo.width)
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(logo.png),
    transformation: { width: Math.round(logo.width * size), height: Math.round(logo.height * size) },
    altText: { name: clean(said), title: clean(said), description: clean(said) },
  })
  return [new Paragraph({ spacing: { after: 160 }, children: [picture] })]
}

/** Two tables that meet would be read as one. */
const space = () => new Paragraph({ children: [] })

const sectionOf =
  ({ words }: Pick<LaidOut, 'words'>) =>
  ({ heading, blocks }: LaidOut['sections'][number]): (Paragraph | Table)[] => [
    ...(heading === '' ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(heading) })]),
    ...blocks.flatMap((block) => drawn(block, words)),
  ]

function drawn(block: LaidOut['sections'][number]['blocks'][number], words: LaidOut['words']): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
    case 'code':
      return [paragraph(block.text)]
    case 'facts':
      return [factTable(block.rows), space()]
    case 'list':
      return block.items.map((item) => new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: runs(item) }))
    case 'missing':
      return marked(words.missing, block.paragraphs, warn)
    case 'note':
      return marked(words.note, block.paragraphs)
    case 'table':
      // A table without a row is none, and makes a file that cannot be opened.
      if (block.rows.length === 0 && block.head.every((label) => label === '')) return []
      return [...(block.caption === '' ? [] : [paragraph(block.caption, { italics: true, color: quiet })]), dataTable(block), space()]
  }
}

/** A gap or a note: its word first, a line beside it. */
const marked = (word: string, paragraphs: readonly string[], color?: string): Paragraph[] =>
  [word, ...paragraphs].map(
    (text, position) =>
      new Paragraph({
        indent: { left: 200 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: color ?? quiet, space: 8 } },
        children: runs(text, { bold: position === 0, ...(color ? { color } : {}) }),
      }),
  )

const factTable = (rows: readonly Row[]): Table =>
  new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [labelWidth, width - labelWidth],
    borders: noBorders,
    rows: rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, labelWidth, { color: quiet }), cell(value, width - labelWidth)],
        }),
    ),
  })

function dataTable({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }): Table {
  const each = Math.floor(width / head.length)
  const hasHead = head.some((label) => label !== '')
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: head.map(() => each),
    borders: { ...noBorders, top: line, bottom: line, insideHorizontal: line },
    rows: [
      ...(hasHead
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((label) => cell(label, each, { bold: true }, 'F3F5F8')) })]
        : []),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text, each)) })),
    ],
  })
}

const cell = (text: string, size: number, look: IRunOptions = {}, fill?: string): TableCell =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 0, right: 120 },
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill } } : {}),
    children: [new Paragraph({ spacing: { after: 0 }, children: runs(text, look) })],
  })
