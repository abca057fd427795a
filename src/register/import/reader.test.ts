import { expect, it } from 'vitest'
import { readTable } from './reader.ts'

const read = (text: string) => readTable(Buffer.from(text))

it.each([
  ['a page', '<!doctype html>\n<html><body><p>Navn;I bruk</p></body></html>'],
  [
    'a page that Excel saves as a workbook',
    '\ufeff  <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Navn</td></tr></table></html>',
  ],
  ['a table of a page', '\n<TABLE><tr><td>Navn</td></tr></TABLE>'],
  ['a page that begins with a remark', '<!-- Navn;I bruk --><html></html>'],
  ['an XML workbook', '<?xml version="1.0"?><Workbook><Worksheet/></Workbook>'],
  ['a message', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\nNavn;I bruk'],
  ['a document', '%PDF-1.7\nNavn;I bruk\n'],
  ['another document', '{\\rtf1 Navn;I bruk}'],
])('%s is no table, whatever it is called (G-20)', async (_, text) => {
  expect(await read(text)).toEqual({ ok: false, why: 'notATable' })
})

it('a cell that begins with an angle is only a cell', async () => {
  const table = await read('<Navn>;I bruk\n<10 ansatte;ja\n')
  expect(table.ok && table.table.lines.map(({ cells }) => cells)).toEqual([
    ['<Navn>', 'I bruk'],
    ['<10 ansatte', 'ja'],
  ])
})
