import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { CellValue } from 'hucre/xlsx'
import { csvLine, csvStart } from '../kernel/csv.ts'
import type { Cell } from './view.ts'

export const extractForms = ['xlsx', 'csv', 'json'] as const
export type ExtractForm = (typeof extractForms)[number]
export const extractTypes: Readonly<Record<ExtractForm, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

export type Extract = {
  readonly title: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/**
 * Writes the rows to a file that has no name and is gone when it is closed, and answers with its content. So what leaves is whole: a
 * fault on the way is a fault and no half file, and whoever reads slowly holds no transaction. Memory does not grow with the rows.
 */
export async function extracted(form: ExtractForm, extract: Extract): Promise<Readable> {
  const file = await nameless()
  try {
    for await (const part of parts(form, extract)) await file.appendFile(part)
    return file.createReadStream({ start: 0 })
  } catch (fault) {
    await file.close()
    throw fault
  }
}

async function nameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `varde-extract-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

function parts(form: ExtractForm, extract: Extract): AsyncIterable<string | Uint8Array> {
  if (form === 'csv') return csvParts(extract)
  return form === 'json' ? jsonParts(extract) : xlsxParts(extract)
}

async function* csvParts({ columns, rows }: Extract): AsyncGenerator<string> {
  yield csvStart + csvLine(columns.map(({ label }) => label))
  yield* inLumps(rows, (row) => csvLine(row.map((cell) => String(cell ?? ''))))
}

async function* jsonParts({ columns, rows }: Extract): AsyncGenerator<string> {
  let first = true
  yield '[\n'
  yield* inLumps(rows, (row) => {
    const line = JSON.stringify(Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))
    const before = first ? '' : ',\n'
    first = false
    return before + line
  })
  yield '\n]\n'
}

/** Text is a text cell whatever it begins with: nothing that somebody wrote is a formula in the sheet. */
async function* xlsxParts({ title, columns, rows }: Extract): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const widths = columns.map(({ label }, index) => ({ header: label, width: index === 0 ? 40 : 24 }))
  const name = title.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31)
  yield* writeXlsxStream(rows as AsyncIterable<CellValue[]>, {
    name,
    columns: widths,
    freezePane: { rows: 1 },
  }) as unknown as AsyncIterable<Uint8Array>
}

/** A write a row would be slow. */
async function* inLumps(rows: Extract['rows'], line: (row: readonly Cell[]) => string): AsyncGenerator<string> {
  let lump = ''
  for await (const row of rows) {
    lump += line(row)
    if (lump.length > 64_000) {
      yield lump
      lump = ''
    }
  }
  if (lump) yield lump
}
