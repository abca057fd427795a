import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { CellValue, Sheet } from 'hucre/xlsx'

// Runs as a process of its own (sheet.ts): a file that was made to fill the memory ends this process, and not the server.

/** What one file may hold. `memory`: in bytes, for the process that reads it. */
export const most = {
  bytes: 20 * 1_048_576,
  rows: 10_000,
  columns: 60,
  cells: 300_000,
  letters: 100_000,
  merged: 1000,
  memory: 240 * 1_048_576,
} as const
/** `at`: the row as the spreadsheet counts. */
export type Line = { readonly at: number; readonly cells: readonly string[] }
export type Table = {
  readonly lines: readonly Line[]
  readonly notes: {
    /** The sheet that was read, where a file has sheets, and how many more one can see. */
    readonly sheet: string | null
    readonly others: number
    readonly formulas: number
    readonly merged: number
    readonly blank: number
  }
}
export const unreadables = ['notATable', 'oldOrLocked', 'tooLarge', 'tooManyRows', 'tooManyColumns', 'noRows', 'broken'] as const
export type Unreadable = (typeof unreadables)[number]
export type ReadTable = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly why: Unreadable }

/** Cells that hold nothing that can be read: a formula that was never worked out, and a cell that is joined to one before it. */
export const marks = { formula: '\ue000f', merged: '\ue000m' } as const

/** Reads a table by what it is, never by its name: XLSX, or text with commas, semicolons or tabs. */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return no('oldOrLocked')
  if (startsWith(bytes, [0x50, 0x4b])) return fromXlsx(bytes)
  const text = textIn(bytes)
  return text === null || otherThanTable.test(text) ? no('notATable') : await fromText(text)
}

/** A page, a message or a document is text too, whatever it is called. Excel saves what it calls a web page under the name of a workbook. */
const otherThanTable = /^\ufeff?\s*(<(!doctype|!--|\?xml|html|head|body|meta|style|script|table|svg)\b|<!--|%PDF-|\{\\rtf|MIME-Version:)/i

const no = (why: Unreadable): ReadTable => ({ ok: false, why })
const startsWith = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)

async function fromXlsx(bytes: Uint8Array): Promise<ReadTable> {
  // Each file loads the half it is read with, and no more: the process counts among what an import takes.
  const { readXlsx } = await import('hucre/xlsx')
  const seen: string[] = []
  // Only the first sheet that one can see is read.
  const sheets = ({ name, hidden, veryHidden }: { name: string; hidden?: boolean; veryHidden?: boolean }) =>
    !hidden && !veryHidden && seen.push(name) === 1
  const book = await readXlsx(bytes, { sheets, maxRows: most.rows + 1000 }).catch(() => null)
  const sheet = book?.sheets[0]
  if (!sheet) return no(book ? 'noRows' : 'notATable')
  if ((sheet.merges?.length ?? 0) > most.merged) return no('broken')
  const rows = sheet.rows.map((row) => row.map(textOf))
  const formulas = markFormulas(sheet, rows)
  markMerged(sheet, rows)
  return table(rows, { sheet: sheet.name, others: seen.length - 1, formulas, merged: sheet.merges?.length ?? 0 })
}

/** What a formula came to is what its cell says; one that came to nothing was never worked out. Answers how many there are. */
function markFormulas(sheet: Sheet, rows: string[][]): number {
  let count = 0
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    count += 1
    const [at = 0, column = 0] = place.split(',').map(Number)
    const row = rows[at]
    if (row && (cell.value === null || cell.value === undefined)) {
      while (row.length < column) row.push('')
      row[column] = marks.formula
    }
  }
  return count
}

/** A cell joined to one above it says nothing of its own row. A title across the columns is only that. */
function markMerged(sheet: Sheet, rows: string[][]): void {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at++)
      for (let column = startCol; column <= Math.min(endCol, most.columns); column++) {
        const row = rows[at]
        if (!row || (row[column] ?? '') !== '') continue
        while (row.length < column) row.push('')
        row[column] = marks.merged
      }
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const [day = '', time = ''] = value.toISOString().split('T')
    return time.startsWith('00:00') ? day : `${day}T${time.slice(0, 5)}`
  }
  return stored(typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value))
}

/** The signs that no column of text can hold. */
const stored = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

/** The text of a file, by its own mark; else UTF-8, else as Windows in the West writes (Latin-1). Null: it is no text. */
function textIn(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

async function fromText(text: string): Promise<ReadTable> {
  const { detectDelimiter, parseCsv } = await import('hucre/csv')
  // Excel writes which sign stands between the cells on a line of its own.
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const delimiter = told?.[1] ?? detectDelimiter(body.slice(0, 64_000))
  const rows = parseCsv(body, { delimiter, maxRows: most.rows + 1000 }).map((row) => row.map((cell) => textOf(cell).trim()))
  if (told) rows.unshift([])
  return table(rows, { sheet: null, others: 0, formulas: 0, merged: 0 })
}

function table(rows: readonly (readonly string[])[], notes: Omit<Table['notes'], 'blank'>): ReadTable {
  const lines = rows.flatMap((row, at): Line[] => {
    const cells = row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
    return cells.length > 0 ? [{ at: at + 1, cells }] : []
  })
  if (lines.length === 0) return no('noRows')
  // Some lines may stand above the headings.
  if (lines.length > most.rows + 20) return no('tooManyRows')
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  if (width > most.columns) return no('tooManyColumns')
  if (width * lines.length > most.cells) return no('tooLarge')
  // Longer than any question takes; a page of such cells would be as long.
  if (lines.some(({ cells }) => cells.some((cell) => cell.length > most.letters))) return no('tooLarge')
  const last = lines.at(-1)?.at ?? 0
  return { ok: true, table: { lines, notes: { ...notes, blank: last - lines.length } } }
}

if (import.meta.main) {
  // What is unpacked lies outside V8's own limit. A thread beside sees it also while this one has no moment to spare.
  new Worker(`setInterval(() => { if (process.memoryUsage.rss() > ${most.memory}) process.kill(process.pid, 'SIGKILL') }, 10)`, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  })
  const read = await readTable(await readFile(process.argv[2] ?? ''))
  process.stdout.write(JSON.stringify(read), () => process.exit(0))
}
