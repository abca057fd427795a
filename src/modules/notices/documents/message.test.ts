import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { someMonday } from '../../deviation/factory.ts'
import { renderPdf } from '../../documents/public.ts'
import { letterheadOf } from '../../organisation/details.ts'
import { byIn, fileOf, must, wholeMessage } from '../factory.ts'
import type { LetterLanguage, MessageTexts } from '../notice.ts'
import { draftMessage, signMessage } from '../rules-message.ts'
import { messageDocument } from './message.ts'

const details = { number: '974760673', address: 'Eksempelgata 1\n0000 Sandnes', telephone: '00 00 00 00', email: null }
const paper = (texts: MessageTexts, language: LetterLanguage = 'nb', sign = false) => {
  const empty = fileOf('sandnes')
  const by = byIn(empty, 'sandnes', ['dpo'])
  const withSami = { ...by, profile: { ...by.profile, subjectMessage: { ...by.profile.subjectMessage, sami: true } } }
  const drafted = must(draftMessage(empty, language, texts, withSami))
  const file = sign ? must(signMessage(drafted, drafted.messages[0]?.id ?? '', null, byIn(drafted, 'sandnes', ['controller']))) : drafted
  const message = file.messages[0]
  if (!message) throw new Error('nothing to print')
  return messageDocument({
    deviation: file.deviation,
    message,
    organisation: 'Sandnes kommune',
    letterhead: { lines: letterheadOf(details, language === 'se' ? 'nb' : language), logo: null, footer: null },
    signer: 'Kommunedirektør, Sandnes',
    now: someMonday,
  })
}

describe('the message on paper', () => {
  it('S4-162 S4-163 S4-164 S4-165 S4-166 has its five parts, with the advice where there is some', () => {
    const parts = ['Hva har skjedd', 'Mulige konsekvenser for deg', 'Hva vi har gjort og skal gjøre', 'Hvem du kan kontakte']
    expect(paper(wholeMessage).sections.map((section) => section.heading)).toEqual(parts)
    const advised = paper({ ...wholeMessage, advice: 'Bytt passord.' })
    expect(advised.sections.map((section) => section.heading)).toEqual([
      ...parts.slice(0, 3),
      'Hva du selv bør gjøre',
      'Hvem du kan kontakte',
    ])
    const said = JSON.stringify(advised)
    for (const text of [...Object.values(wholeMessage), 'Bytt passord.']) if (text) expect(said).toContain(text)
    const { whatHappened, consequences, measures, contacts } = wholeMessage
    expect(advised.sections.map((section) => section.blocks)).toEqual(
      [whatHappened, consequences, measures, 'Bytt passord.', contacts].map((text) => [{ kind: 'text', text }]),
    )
  })
  it('carries a letterhead in its own language', () => {
    expect(paper(wholeMessage).letterhead).toMatchObject({ lines: expect.arrayContaining(['Telefon 00 00 00 00']) })
    expect(paper(wholeMessage, 'en').letterhead).toMatchObject({ lines: expect.arrayContaining(['Org. no. 974\u00a0760\u00a0673']) })
  })
  it('marks what is missing', () => {
    expect(JSON.stringify(paper({ ...wholeMessage, measures: null }))).toContain('Hva vi har gjort og skal gjøre er ikke fylt ut.')
  })
  it('S4-144 shows who signed and when, and nothing before', () => {
    expect(paper(wholeMessage).signature).toBeNull()
    expect(paper(wholeMessage, 'nb', true).signature?.lines).toEqual([
      'For Sandnes kommune',
      'Kommunedirektør, Sandnes',
      'Signert mandag 2. mars 2026 kl. 09.00',
    ])
  })
  it('is written in Northern Sámi with its own letters, in a file that says so', () => {
    const made = paper({ ...wholeMessage, advice: 'Molsso beassansáni. Čállet: đ, ŋ, š, ŧ, ž.' }, 'se', true)
    const { pages, catalog } = readPdf(renderPdf(made, someMonday))
    const said = pages.join('').replaceAll(/\s+/g, ' ')
    expect(catalog).toContain('/Lang (se-NO)')
    for (const words of ['Diehtu dutnje du persuvdnadieđuid birra', 'Vejolaš váikkuhusat dutnje', 'Dutnje geasa ášši guoská', 'Siidu 1'])
      expect(said).toContain(words)
    expect(said).toContain('Čállet: đ, ŋ, š, ŧ, ž.')
    expect(made.signature?.lines).toEqual(['Sandnes kommune', 'Kommunedirektør, Sandnes', 'Vuolláičállojuvvon 02.03.2026'])
  })
  it.each([
    ['nn', 'Kva har skjedd'],
    ['en', 'What has happened'],
  ] as const)('is written in %s', (language, first) => {
    expect(paper(wholeMessage, language).sections[0]?.heading).toBe(first)
    expect(renderPdf(paper(wholeMessage, language), someMonday).length).toBeGreaterThan(1000)
  })
})
