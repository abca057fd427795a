import { expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { insideTransaction } from '../../kernel/outside.ts'
import { drawnLogo } from '../organisation/letterhead/commands-picture.ts'
import type { Document } from './document.ts'
import { renderPdf } from './render.ts'
import { renderLargePdf } from './render-apart.ts'

const createdAt = new Date('2026-11-30T11:05:00Z')
const whose = { organisationId: newId(createdAt), personId: newId(createdAt) }

const record = async (sections: number): Promise<Document> => ({
  ...{ kind: 'processingRegister', language: 'nn', title: 'Protokoll', reference: '', organisation: 'Sauda kommune', draft: false },
  ...{ date: '30. november 2026', accessCode: null, recipient: null, summary: [], signature: null },
  letterhead: { lines: ['Sauda kommune'], logo: await logo(), footer: null },
  sections: Array.from({ length: sections }, (_, at) => ({
    heading: `${at + 1}. Behandling`,
    blocks: [{ kind: 'facts', rows: [{ label: 'Formål', value: 'Å gi rett hjelp til rett tid.' }] }],
  })),
})
const logo = async () => {
  const drawn = await drawnLogo(
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'),
  )
  if (typeof drawn === 'string') throw new Error(drawn)
  return { id: newId(createdAt), ...drawn }
}

it('G12 a large document is the same to the last byte where it is laid out apart, with the logo in it', async () => {
  const document = await record(61)
  const apart = await renderLargePdf(whose, document, createdAt)
  expect(Buffer.from(apart).equals(Buffer.from(renderPdf(document, createdAt)))).toBe(true)
}, 60_000)

it('a small one is laid out at once, and a large one never with a transaction open', async () => {
  const small = await record(2)
  expect(
    Buffer.from(await insideTransaction(() => renderLargePdf(whose, small, createdAt))).equals(Buffer.from(renderPdf(small, createdAt))),
  ).toBe(true)
  const large = await record(61)
  await expect(insideTransaction(() => renderLargePdf(whose, large, createdAt))).rejects.toThrow('inside an open transaction')
})

it('others go on meanwhile, and the same person’s second is told to wait', async () => {
  const document = await record(200)
  let turns = 0
  const timer = setInterval(() => turns++, 20)
  const first = renderLargePdf(whose, document, createdAt)
  expect(await renderLargePdf(whose, document, createdAt)).toBe('busy')
  const other = renderLargePdf({ ...whose, personId: newId(createdAt) }, await record(61), createdAt)
  expect(typeof (await first)).not.toBe('string')
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
  expect(typeof (await other)).not.toBe('string')
}, 60_000)
