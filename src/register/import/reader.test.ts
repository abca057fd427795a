import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
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

it('a cell longer than any question takes is refused with the file: packed it is some kilobytes, and on a page it would be millions', async () => {
  expect(await read(`Navn;I bruk\n${'x'.repeat(100_001)};ja\n`)).toEqual({ ok: false, why: 'tooLarge' })
  expect(await read(`Navn;I bruk\n${'x'.repeat(100_000)};ja\n`)).toMatchObject({ ok: true })
})

it('G-20 an entity in a workbook is read from nowhere and grows into nothing, whether it is another file or ten to the ninth of itself', async () => {
  const plain = unzipSync(await writeXlsx({ sheets: [{ name: 'Ark', rows: [['Navn'], ['MERKE']] }] }))
  const own = readFileSync('/etc/passwd', 'utf8').slice(0, 12)
  const ten = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
  for (const entities of ['<!ENTITY x SYSTEM "file:///etc/passwd">', `<!ENTITY e0 "hundre tegn">${ten}<!ENTITY x "&e9;">`]) {
    const parts = Object.fromEntries(
      Object.entries(plain).map(([name, bytes]) => {
        const text = strFromU8(bytes)
        return text.includes('MERKE')
          ? [name, strToU8(text.replace('MERKE', '&x;').replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE x [${entities}]>`))]
          : [name, bytes]
      }),
    )
    expect(Object.values(parts).some((bytes) => strFromU8(bytes).includes('<!DOCTYPE x ['))).toBe(true)
    const said = JSON.stringify(await readTable(zipSync(parts)))
    expect(said).not.toContain(own)
    expect(said.length).toBeLessThan(2000)
  }
})
