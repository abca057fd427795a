import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { drawnLogo } from '../organisation/letterhead/commands-picture.ts'
import type { Block, Document } from './document.ts'
import { undrawn } from './printable.ts'
import { renderPages, renderPdf } from './render.ts'

const createdAt = new Date('2026-11-24T13:05:00Z')
const read = (document: Document) => readPdf(renderPdf(document, createdAt))
const text = (document: Document) => read(document).pages.join('')

describe('the archive file', () => {
  it('claims PDF/A-2a, is tagged, and has its language, title and author', () => {
    const { xmp, catalog } = read(memo())
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(catalog).toMatch(/\/MarkInfo <<\s*\/Marked true/)
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(catalog).toContain('/Lang (nb-NO)')
    expect(catalog).toMatch(/\/OutputIntents \d+ 0 R/)
    expect(xmp).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Notat i avvikssak</rdf:li>')
    expect(xmp).toContain('<dc:creator><rdf:Seq><rdf:li>Sandnes kommune</rdf:li>')
    expect(xmp).toContain('<xmp:CreateDate>2026-11-24T13:05:00')
  })

  it('tags headings, paragraphs, lists, and tables with their header row and caption', () => {
    const { roles } = read(memo({ sections: [{ heading: 'Alt', blocks: everyBlock }] }))
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Caption']))
  })

  it('has every font inside, and only ours', () => {
    const file = Buffer.from(renderPdf(memo({ title: 'Æ שלום مرحبا 😀', sections: [{ heading: 'Alt', blocks: everyBlock }] }), createdAt))
    const { embedded } = readPdf(file)
    expect(embedded.length).toBeGreaterThanOrEqual(4)
    expect(embedded).not.toContain(false)
    const names = new Set(Array.from(file.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+(\w+)/g), ([, name]) => name))
    expect([...names].filter((name) => !/^Varde(Sans|Scripts|Emoji|Thai|Tamil|Devanagari|Ethiopic)$/.test(name ?? ''))).toEqual([])
  })

  it('is the same to the last byte when made again, whatever was made in between', () => {
    const first = renderPdf(memo(), createdAt)
    renderPdf(memo({ title: 'Noe annet' }), new Date(0))
    expect(Buffer.compare(first, renderPdf(memo(), createdAt))).toBe(0)
    expect(Buffer.compare(first, renderPdf(memo(), new Date(0)))).not.toBe(0)
  })
})

describe('the letterhead', () => {
  const logo = async () => {
    const drawn = await drawnLogo(new TextEncoder().encode(crest))
    if (typeof drawn === 'string') throw new Error(drawn)
    return { id: 'one', ...drawn }
  }
  const lines = ['Org.nr. 974 760 673', 'Rådhusgata 1, 4200 Sauda']

  it('has the logo with its words for a screen reader, and the lines beside it; the file still claims PDF/A-2a', async () => {
    const letterhead = { lines, logo: await logo(), footer: null }
    const file = renderPdf(memo({ letterhead }), createdAt)
    const { xmp, roles, pages } = readPdf(file)
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect([...roles]).toContain('Figure')
    expect(Buffer.from(file).toString('latin1')).toMatch(/\/Alt \(Logoen til Sandnes kommune\)/)
    for (const line of lines) expect(pages[0]).toContain(line)
    expect(Buffer.compare(file, renderPdf(memo({ letterhead }), createdAt))).toBe(0)
    // One document's logo is never another's.
    const [page = ''] = renderPages(memo({ letterhead: { lines, logo: null, footer: null } }))
    expect(page).not.toContain('<image')
    expect(renderPages(memo({ letterhead }))[0]).toContain('<image')
  })

  it('may have words of the organisation at its foot; a document from before has its lines alone', () => {
    expect(text(memo({ letterhead: { lines, logo: null, footer: 'Sauda kommune – eit godt stad å vere.' } }))).toContain(
      'eit godt stad å vere',
    )
    expect(text(memo({ letterhead: lines }))).toContain('Rådhusgata 1, 4200 Sauda')
  })
})

/** Two shapes and a gap: what a crest is. */
const crest =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h30v24l-15 16L0 24z" fill="#1f3d7a"/><rect x="44" y="10" width="76" height="8" fill="#1f3d7a"/></svg>'

describe('what the page says', () => {
  it('marks a draft on every page, and nothing else as one', () => {
    const long = [{ heading: 'Lang', blocks: [{ kind: 'text' as const, text: 'Et avsnitt med ord. '.repeat(400) }] }]
    const draft = read(memo({ draft: true, sections: long }))
    expect(draft.pages.length).toBeGreaterThan(1)
    for (const page of draft.pages) expect(page).toContain('UTKAST')
    expect(draft.pages[0]).toContain('Utkast. Dokumentet er ikke ferdig og ikke sendt.')
    expect(text(memo({ draft: false, sections: long }))).not.toMatch(/utkast/i)
  })

  it('calls what it is told apart by what it is: a version is no case number, and says so on the later pages too', () => {
    const long = [{ heading: 'Lang', blocks: [{ kind: 'text' as const, text: 'Et avsnitt med ord. '.repeat(400) }] }]
    const [first = '', second = ''] = read(memo({ reference: '4', referenceIs: 'version', sections: long })).pages
    expect([first.includes('Versjon'), first.includes('Saksnummer'), second.includes('Versjon 4')]).toEqual([true, false, true])
  })

  it.each([
    ['nb', 'Saksnummer', 'Side 1 av 1', 'UTKAST', 'Mangler', 'nb-NO'],
    ['nn', 'Saksnummer', 'Side 1 av 1', 'UTKAST', 'Manglar', 'nn-NO'],
    ['en', 'Case number', 'Page 1 of 1', 'DRAFT', 'Missing', 'en-GB'],
  ] as const)('uses the fixed words of %s', (language, reference, page, draft, missing, tag) => {
    const sections = [{ heading: '', blocks: [{ kind: 'missing' as const, text: '…' }] }]
    const file = read(memo({ language, draft: true, sections }))
    for (const word of [reference, page, draft, missing]) expect(file.pages.join('')).toContain(word)
    expect(file.catalog).toContain(`/Lang (${tag})`)
  })

  it('prints every kind of block, the facts on top, the access code, and the name of the kind', () => {
    const said = text(memo({ sections: [{ heading: 'Alt', blocks: everyBlock }] }))
    const expected = [
      'SAND-2026-0142',
      '24. november 2026',
      'Unntatt offentlighet, offl. § 13',
      'StatusTil vurdering',
      'Alt',
      'Første avsnitt.',
      'Andre avsnitt',
    ]
    expected.push('OmfangUkjent', 'Et punkt', 'Antall per gruppe', 'Gruppe', 'Elever', '12', 'Begrunn avviket', 'Se artikkel 33', 'Notat')
    for (const words of expected) expect(said).toContain(words)
  })

  it('a letter has its address block and signature', () => {
    const said = text(
      memo({
        recipient: ['Den det gjelder', 'Skolegata 12', '4200 Sauda'],
        signature: { lines: ['Med vennlig hilsen', 'Kommunedirektør'] },
      }),
    )
    for (const words of ['Den det gjelder', 'Skolegata 12', '4200 Sauda', 'Med vennlig hilsen', 'Kommunedirektør'])
      expect(said).toContain(words)
  })

  it('survives nothing at all', () => {
    const empty: Block[] = [
      { kind: 'text', text: ' \n\n ' },
      { kind: 'list', items: [] },
      { kind: 'facts', rows: [] },
      { kind: 'note', text: '' },
    ]
    const blocks: Block[] = [
      ...empty,
      { kind: 'table', head: [], rows: [], caption: '' },
      { kind: 'table', head: ['a', 'b'], rows: [['en'], ['to', 'tre', 'fire']], caption: '' },
    ]
    const said = text(
      memo({
        kind: 'unknown',
        title: '',
        organisation: '',
        reference: '',
        accessCode: null,
        summary: [],
        recipient: [],
        sections: [{ heading: '', blocks }],
      }),
    )
    expect(said).toContain('fire')
  })
})

describe('text is text', () => {
  const markup =
    '#panic("x") *fet* _kursiv_ $x^2$ @ref <lbl> \\textbf{} `kode` // komm /* x */ = head -> 10x10 "sitat" -- ... ~ &amp; #{1+1}'

  it('prints markup, code and shorthand as they were written, wherever they stand', () => {
    const blocks: Block[] = [
      { kind: 'text', text: markup },
      { kind: 'list', items: [markup] },
      { kind: 'facts', rows: [{ label: 'x', value: markup }] },
      { kind: 'note', text: markup },
    ]
    const said = text(memo({ title: markup, sections: [{ heading: markup, blocks }] }))
    expect(said.replaceAll(' ', '').split(markup.replaceAll(' ', '')).length - 1).toBe(6)
  })

  it('draws one glyph a character: an arrow or a multiplication sign nobody wrote does not appear', () => {
    const glyphs = (title: string) => renderPages(memo({ title })).join('').match(/<use /g)?.length
    expect(glyphs('->10x10')).toBe(glyphs('ab10a10'))
    const outlines = (title: string) =>
      renderPages(memo({ title }))
        .join('')
        .match(/<symbol /g)?.length
    expect(outlines('1x1 x')).toBe(outlines('1a1 a'))
  })

  it('puts markup in the metadata as text', () => {
    expect(read(memo({ title: '<b>&"\u0007' })).xmp).toContain('&lt;b&gt;&amp;&quot;[U+0007]')
  })

  it('spells out what cannot be drawn or would deceive, and loses nothing', () => {
    const said = text(
      memo({ sections: [{ heading: '', blocks: [{ kind: 'text', text: 'a\u0000b\u001bc 王 \u202eabc \ue000 \ud800 x' }] }] }),
    )
    expect(said).toContain('a[U+0000]b[U+001B]c [U+738B] [U+202E]abc [U+E000] \ufffd x')
  })

  it('prints emoji, Hebrew and Arabic', () => {
    const said = text(memo({ sections: [{ heading: '', blocks: [{ kind: 'text', text: 'Takk 😀 👍 og שלום.' }] }] }))
    expect(said).toContain('Takk 😀 👍 og ')
    expect(said).toContain('םולש')
  })

  it('draws the letters that those affected read: Thai, Tamil, Hindi, Tigrinya; what it cannot draw it says beforehand', () => {
    const written = ['ข้อมูล', 'தரவு', 'डेटा', 'ሓበሬታ', 'بيانات']
    const said = text(memo({ sections: [{ heading: '', blocks: [{ kind: 'list', items: written }] }] }))
    expect(said).not.toContain('[U+')
    expect(said).toContain('ሓበሬታ')
    expect(undrawn(written.join(' '))).toEqual([])
    expect(undrawn('Kjære 您的 您')).toEqual(['您', '的'])
  })

  it('gives the long texts of a table the room: fifty long measures are nine pages, and four more with even columns', () => {
    const what =
      'Endret rutinen for utsending: mottaker kontrolleres av to før sending, og vedlegg velges ikke lenger fra sist brukte filer. Opplæring er gitt på personalmøtet, og alle har fått skriftlig beskjed om den nye rutinen.'
    const head = ['Hva er gjort eller planlagt?', 'Hensikt', 'Tilstand', 'Ansvarlig', 'Dato']
    const rows = Array.from({ length: 50 }, () => [what, 'Hindre gjentakelse', 'Planlagt', 'Informasjonssikkerhetssjefen', ''])
    const { pages } = read(memo({ sections: [{ heading: '', blocks: [{ kind: 'table', caption: '', head, rows }] }] }))
    expect(pages.length).toBeLessThanOrEqual(9)
  })

  it('breaks what has no place to break, so that nothing is lost outside the page', () => {
    const key = 'a'.repeat(400)
    const blocks: Block[] = [
      { kind: 'text', text: key },
      { kind: 'table', head: ['x', key, 'y'], rows: [[key, key, key]], caption: key },
    ]
    const bare = memo({ title: key, reference: key, sections: [{ heading: key, blocks }] })
    expect(text(bare).match(/a+/g)?.join('').length).toBeGreaterThan(400 * 8)
    for (const page of renderPages(bare)) expect(Math.max(...positions(page))).toBeLessThan(width - 70)
  })

  it('any text whatever becomes a document', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(anything, (value) => {
        const { xmp, pages } = read(memo({ title: value, sections: [{ heading: value, blocks: [{ kind: 'text', text: value }] }] }))
        expect(xmp).toContain('<pdfaid:conformance>A')
        expect(pages.length).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  it('the template reads nothing but its data and the logo: no package, no other file, no evaluation', () => {
    const template = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')
    expect(template.match(/\bimage\([^,]*/g)).toEqual(['image("logo.png"'])
    expect(template.match(/#?\b(import|include|eval|read|plugin|raw|link|csv|yaml|toml|xml)\b\s*[("@]/g)).toBeNull()
    expect(template.match(/sys\.inputs/g)).toHaveLength(1)
  })
})

describe('the preview', () => {
  it('is one picture a page, of shapes alone, without script or reference outside itself', () => {
    const document = memo({
      draft: true,
      title: '</script><script>alert(1)</script>',
      sections: Array(12).fill({ heading: 'Alt', blocks: everyBlock }),
    })
    const pages = renderPages(document)
    expect(pages.length).toBe(read(document).pages.length)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*viewBox="0 0 595.28 841.89"/)
      const elements = new Set(Array.from(page.matchAll(/<(\w+)/g), ([, name]) => name))
      expect([...elements].filter((name) => !['svg', 'defs', 'g', 'path', 'use', 'symbol', 'clipPath'].includes(name ?? ''))).toEqual([])
      expect(page).not.toMatch(/ on\w+=|style=|javascript:|alert/i)
      const references = Array.from(page.matchAll(/(?:href="|url\()([^")]*)/g), ([, to]) => to ?? '')
      const ids = new Set(Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => `#${id}`))
      expect(references.length).toBeGreaterThan(100)
      expect(references.filter((to) => !ids.has(to))).toEqual([])
    }
  })
})

const width = 595.28

/** Where each glyph run starts, from the left edge of the page: the sum of the translations around it. */
function positions(page: string): readonly number[] {
  const left: number[] = [0]
  const found: number[] = [0]
  for (const [tag, shift, glyph] of page.matchAll(
    /<g(?: [^>]*?matrix\(\S+ \S+ \S+ \S+ (\S+) [^>]*)?[^>]*>|<\/g>|<use [^>]*x="([\d.]+)"[^>]*>/g,
  )) {
    if (tag === '</g>') left.pop()
    else if (glyph !== undefined) found.push((left.at(-1) ?? 0) + Number(glyph))
    else left.push((left.at(-1) ?? 0) + Number(shift ?? 0))
  }
  return found
}

const everyBlock: readonly Block[] = [
  { kind: 'text', text: 'Første avsnitt.\n\nAndre avsnitt\nmed to linjer.' },
  { kind: 'facts', rows: [{ label: 'Omfang', value: 'Ukjent' }] },
  { kind: 'list', items: ['Et punkt', 'Et punkt til'] },
  { kind: 'table', head: ['Gruppe', 'Antall'], rows: [['Elever', '12']], caption: 'Antall per gruppe' },
  { kind: 'missing', text: 'Begrunn avviket' },
  { kind: 'note', text: 'Se artikkel 33' },
]

function memo(parts: Partial<Document> = {}): Document {
  return {
    kind: 'memo',
    language: 'nb',
    title: 'Notat i avvikssak',
    reference: 'SAND-2026-0142',
    organisation: 'Sandnes kommune',
    draft: false,
    date: '24. november 2026',
    accessCode: 'Unntatt offentlighet, offl. § 13',
    recipient: null,
    summary: [{ label: 'Status', value: 'Til vurdering' }],
    sections: [{ heading: 'Hva har skjedd', blocks: [{ kind: 'text', text: 'En liste ble sendt til feil mottaker.' }] }],
    signature: null,
    ...parts,
  }
}
