import { describe, expect, it } from 'vitest'
import { hoursFrom, someMonday } from '../../deviation/factory.ts'
import type { Document } from '../../documents/public.ts'
import { renderPdf } from '../../documents/public.ts'
import { letterheadOf } from '../../organisation/details.ts'
import { byIn, fileOf, must, promise, sentIn, wholeNotice } from '../factory.ts'
import type { NoticeFile, NoticeKind, NoticeTexts } from '../notice.ts'
import { draftNotice } from '../rules.ts'
import { noticeDocument } from './notice.ts'

const details = { number: '974760673', address: 'Eksempelgata 1\n0000 Sandnes', telephone: '00 00 00 00', email: 'post@sandnes.example' }
const letterhead = { lines: letterheadOf(details, 'nb'), logo: null, footer: null }
const paper = (file: NoticeFile, exempt: string | null = null): Document => {
  const notice = file.notices.at(-1)
  if (!notice) throw new Error('nothing to print')
  return noticeDocument({ file, notice, organisation: 'Sandnes kommune', details, letterhead, now: someMonday, exempt })
}
const draft = (texts: NoticeTexts, kind: NoticeKind = 'complete') => {
  const file = fileOf('sandnes')
  return paper(must(draftNotice(file, kind, texts, byIn(file, 'sandnes'))))
}
const headings = (document: Document) => document.sections.map((section) => section.heading)
const gaps = (document: Document) =>
  document.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'missing' ? [block.text] : [])))

describe('the notice on paper', () => {
  it('S4-155 S4-156 S4-157 S4-158 S4-159 S4-160 S4-161 has the seven items in the order of the form', () => {
    expect(headings(draft({ ...wholeNotice, documentation: 'Dokumentert.' }))).toEqual([
      'Hva slags brudd, beskrivelse og antall registrerte',
      'Mulige konsekvenser',
      'Tiltak som er gjort og planlagt, og tiltak mot bivirkninger',
      'Varsling av de registrerte',
      'Kontaktperson for varselet',
      'Kontakt for utfyllende opplysninger',
      'Dokumentasjon: fakta, konsekvenser, skadebegrensning',
    ])
  })
  it('S4-155 S4-156 S4-157 S4-158 S4-159 S4-160 S4-161 has each text under the heading of its item', () => {
    const document = draft({
      ...wholeNotice,
      contact: 'Ombudet',
      furtherContact: 'Rådgiveren',
      measuresPlanned: 'Ny rutine.',
      measuresSideEffects: 'Varsle.',
      documentation: 'Dokumentert.',
    })
    const under = document.sections.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.map((row) => row.value) : [])),
    )
    const { mainCause, affected, whatHappened, consequences, measuresDone, informed } = wholeNotice
    expect(under[0]).toEqual(expect.arrayContaining([mainCause, affected, whatHappened]))
    expect(under[1]).toEqual([consequences])
    expect(under[2]).toEqual([measuresDone, 'Ny rutine.', 'Varsle.'].filter(Boolean))
    expect(under[3]?.[0]).toBe(informed)
    expect(under.slice(4)).toEqual([['Ombudet'], ['Rådgiveren'], ['Dokumentert.']])
  })
  it('S3-17 holds every text that was written, and marks what is empty', () => {
    const said = JSON.stringify(draft(wholeNotice))
    for (const text of Object.values(wholeNotice)) if (text) expect(said).toContain(text)
    expect(gaps(draft(wholeNotice))).toEqual([])
    expect(gaps(draft({ ...wholeNotice, consequences: null, measuresDone: null }))).toEqual([
      'Mulige konsekvenser for de berørte er ikke fylt ut.',
      'Tiltak som er gjort er ikke fylt ut.',
    ])
  })
  it('says who sends it: the organisation’s number is asked first, and the letterhead has how it is reached', () => {
    const document = draft(wholeNotice)
    expect(document.summary[0]).toEqual({ label: 'Organisasjonsnummer', value: '974\u00a0760\u00a0673' })
    expect(document.letterhead).toMatchObject({
      lines: ['Org.nr. 974\u00a0760\u00a0673', 'Eksempelgata 1, 0000 Sandnes', 'Telefon 00 00 00 00', 'post@sandnes.example'],
    })
  })
  it('a draft says so; what is sent does not', () => {
    expect(draft(wholeNotice).draft).toBe(true)
    expect(paper(sentIn(fileOf('sandnes'), 'sandnes', 'complete')).draft).toBe(false)
  })
  it('S1-50 a preliminary one says that more follows, with what and when', () => {
    const document = paper(sentIn(fileOf('sandnes'), 'sandnes', 'preliminary', { promised: [promise(1, '2026-03-20')] }))
    expect(JSON.stringify(document.summary)).toContain('Foreløpig: flere opplysninger følger')
    const table = document.sections.flatMap((section) => section.blocks).find((block) => block.kind === 'table')
    expect(table).toMatchObject({ rows: [['Opplysning 1', 'fredag 20. mars 2026 kl. 23.59']] })
  })
  it('S1-50 a gap is marked in a draft, and said to be one in what was sent', () => {
    const texts = { ...wholeNotice, consequences: null, stepwise: 'Mer kommer.' }
    const sent = paper(sentIn(fileOf('sandnes'), 'sandnes', 'preliminary', { texts, promised: [promise(1, '2026-03-20')] }))
    expect(gaps(sent)).toEqual([])
    expect(JSON.stringify(sent)).toContain('"Mulige konsekvenser for de berørte","value":"Ikke kjent ennå. Ettersendes."')
    expect(gaps(draft(texts, 'preliminary'))).toEqual(['Mulige konsekvenser for de berørte er ikke fylt ut.'])
  })
  it('S4-136 says whether it was in time, and why not', () => {
    const sentAt = hoursFrom(someMonday, 63)
    const late = paper(sentIn(fileOf('sandnes'), 'sandnes', 'complete', { sentAt, sending: { lateReason: 'Omfanget ble kjent sent.' } }))
    expect(JSON.stringify(late.summary)).toContain('sendt etter fristen')
    expect(JSON.stringify(late.sections)).toContain('Omfanget ble kjent sent.')
    expect(JSON.stringify(paper(sentIn(fileOf('sandnes'), 'sandnes', 'complete')).summary)).toContain('i tide')
  })
  it('S4-161 shows where the case stands when the text says another thing', () => {
    expect(JSON.stringify(draft(wholeNotice).sections)).toContain('Brevet er ikke begynt på ennå')
  })
  it('S4-137 is public unless a ground is given', () => {
    const file = sentIn(fileOf('sauda'), 'sauda', 'complete')
    expect(paper(file).accessCode).toBeNull()
    expect(paper(file, 'offl. § 13').accessCode).toBe('Unnateke offentlegheit, offl. § 13')
  })
  it('a withdrawal says what is withdrawn and why', () => {
    const file = sentIn(sentIn(fileOf('sandnes'), 'sandnes', 'complete'), 'sandnes', 'withdrawn', { sentAt: hoursFrom(someMonday, 3) })
    expect(headings(paper(file))).toEqual(['Tilbaketrekking av meldingen', 'Kontakt'])
    expect(JSON.stringify(paper(file))).toContain('Ikke et brudd.')
  })
  it('can be drawn', () => {
    expect(
      Buffer.from(renderPdf(draft(wholeNotice), someMonday))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})
