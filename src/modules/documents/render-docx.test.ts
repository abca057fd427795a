import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx, wordsOf } from '../../../test/support/read-docx.ts'
import { drawnLogo } from '../organisation/letterhead/commands-picture.ts'
import type { Document } from './document.ts'
import { renderDocx } from './render-docx.ts'

const memo = (parts: Partial<Document> = {}): Document => ({
  kind: 'memo',
  language: 'nb',
  title: 'Notat i avvikssak',
  reference: 'SAND-2026-0142',
  organisation: 'Sandnes kommune',
  letterhead: ['Org.nr. 123', 'Rådhusgata 1'],
  draft: false,
  date: '24. november 2026',
  accessCode: 'Unntatt offentlighet, offl. § 13',
  recipient: null,
  summary: [{ label: 'Status', value: 'Til vurdering' }],
  sections: [
    {
      heading: 'Hva har skjedd',
      blocks: [
        { kind: 'text', text: 'Første avsnitt.\n\nAndre avsnitt\nmed to linjer.' },
        { kind: 'facts', rows: [{ label: 'Omfang', value: 'Ukjent' }] },
        { kind: 'list', items: ['Et punkt', 'Et punkt til'] },
        { kind: 'table', head: ['Gruppe', 'Antall'], rows: [['Elever', '12'], ['Foresatte']], caption: 'Antall per gruppe' },
        { kind: 'missing', text: 'Begrunn avviket' },
        { kind: 'note', text: 'Se artikkel 33' },
      ],
    },
  ],
  signature: { lines: ['Med vennlig hilsen', 'Kommunedirektør'] },
  ...parts,
})
const parts = async (document: Document) => readDocx(await renderDocx(document))
const body = async (document: Document) => (await parts(document)).get('word/document.xml') ?? ''

describe('the letterhead of the file for a word processor', () => {
  it('has the logo with its words, and the organisation’s own words at the end', async () => {
    const drawn = await drawnLogo(
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'),
    )
    if (typeof drawn === 'string') throw new Error(drawn)
    const files = await parts(memo({ letterhead: { lines: ['Rådhusgata 1'], logo: { id: 'one', ...drawn }, footer: 'Våre egne ord.' } }))
    expect([...files.keys()].some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
    const said = files.get('word/document.xml') ?? ''
    expect(said).toContain('descr="Logoen til Sandnes kommune"')
    expect(wordsOf(said)).toContain('Våre egne ord.')
  })
})

describe('the file for a word processor', () => {
  it('says all that the PDF says, in its order', async () => {
    const said = wordsOf(await body(memo()))
    const words = [
      ...['Org.nr. 123', 'Notat i avvikssak', 'SAND-2026-0142', '24. november 2026', 'Unntatt offentlighet', 'Til vurdering'],
      ...['Hva har skjedd', 'Første avsnitt.', 'Andre avsnitt\nmed to linjer.', 'Omfang', 'Et punkt til', 'Antall per gruppe'],
      ...['Gruppe', 'Elever', 'Foresatte', 'Mangler', 'Begrunn avviket', 'Merknad', 'Se artikkel 33', 'Kommunedirektør'],
    ]
    const places = words.map((word) => said.indexOf(word))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('has headings, a first row that is repeated, its title, its author and its language, so that it can be read aloud', async () => {
    const xml = await body(memo())
    expect([...xml.matchAll(/<w:pStyle w:val="(Heading\d)"/g)].map(([, style]) => style)).toEqual(['Heading1', 'Heading2'])
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    const all = await parts(memo({ language: 'nn' }))
    expect(all.get('docProps/core.xml')).toContain('<dc:title>Notat i avvikssak</dc:title>')
    expect(all.get('docProps/core.xml')).toContain('<dc:creator>Sandnes kommune</dc:creator>')
    expect(all.get('word/styles.xml')).toContain('w:val="nn-NO"')
    expect((await parts(memo({ language: 'en' }))).get('word/styles.xml')).toContain('w:val="en-GB"')
  })

  it('a draft says so on every page and in its text; what is finished does not', async () => {
    const draft = await parts(memo({ draft: true }))
    expect(draft.get('word/header1.xml')).toContain('UTKAST')
    expect(wordsOf(draft.get('word/document.xml') ?? '')).toContain('Utkast. Dokumentet er ikke ferdig og ikke sendt.')
    expect([...(await parts(memo())).values()].join('')).not.toMatch(/utkast/i)
  })

  it('a letter begins with its address', async () => {
    const said = wordsOf(await body(memo({ recipient: ['Den det gjelder', 'Skolegata 12'] })))
    expect(said.indexOf('Den det gjelder\nSkolegata 12')).toBeLessThan(said.indexOf('Notat i avvikssak'))
    expect(said).toContain('Den det gjelder')
  })

  it('what is written is never markup, and never makes a file that cannot be opened', async () => {
    const said = await body(memo({ title: 'A <b> & "c" \u0007\u0000\uffff \ud800 slutt' }))
    expect(said).toContain('A &lt;b&gt; &amp; &quot;c&quot;')
    expect(wordsOf(said)).toContain('slutt')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const xml = await body(memo({ title: text, sections: [{ heading: text, blocks: [{ kind: 'list', items: [text] }] }] }))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
        expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml)).toBe(false)
        expect(xml.isWellFormed()).toBe(true)
        expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/)
      }),
      { numRuns: 40 },
    )
  })
})
