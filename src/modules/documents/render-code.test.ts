import { expect, it } from 'vitest'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { renderPages, renderPdf } from './render.ts'
import { codeOf } from './render-code.ts'

const address = 'https://varde.example/meld/prove'
const sheet = {
  ...{ kind: 'poster', language: 'nn', title: 'Har du sett noko?', reference: '', organisation: 'Prøve kommune', letterhead: [] },
  ...{ draft: false, date: '1. mars 2026', accessCode: null, recipient: null, signature: null, summary: [] },
  sections: [{ heading: '', blocks: [{ kind: 'code', text: address }] }],
} as const

it('a code is square, with its three corners, and of another address another', () => {
  const rows = codeOf(address)
  expect(rows.every((row) => row.length === rows.length)).toBe(true)
  const corner = ['1111111', '1000001', '1011101']
  expect(rows.slice(0, 3).map((row) => row.slice(0, 7))).toEqual(corner)
  expect(rows.slice(0, 3).map((row) => row.slice(-7))).toEqual(corner)
  expect(
    rows
      .slice(-3)
      .toReversed()
      .map((row) => row.slice(0, 7)),
  ).toEqual(corner)
  expect(codeOf(`${address}x`)).not.toEqual(rows)
})

it('on paper it is dark squares, with the address in letters below for everybody else, and no case number', () => {
  const dark = codeOf(address).join('\n').match(/1+/g)?.length
  const [page = ''] = renderPages(sheet as never)
  expect(page.match(/fill="#000000"/g)?.length).toBe(dark)
  const { pages, xmp } = readPdf(renderPdf(sheet as never, new Date('2026-03-01T08:00:00Z')))
  const text = pages.join('')
  expect(text.replace(/\s/g, '')).toContain(address)
  expect(text).not.toContain('Saksnummer')
  expect(xmp).toContain('<pdfaid:conformance>A')
})
