import { expect, it } from 'vitest'
import { formatInstant, formatShort } from '../../kernel/calendar/words.ts'
import { locales } from '../../kernel/texts.ts'
import type { Document } from './document.ts'
import { zoneOf } from './zone.ts'

const at = new Date('2026-03-02T08:05:00Z')
const said = (language: Document['language'], date: string, text = 'En liste kom bort.'): Document => ({
  ...{ kind: 'memo', language, title: 'Notat', reference: '2026-0001', organisation: 'Sandnes kommune', draft: false, accessCode: null },
  ...{ date, recipient: null, summary: [], sections: [{ heading: 'Hva', blocks: [{ kind: 'text', text }] }], signature: null },
})

it('a document with a time of day says whose time it is, in its own language, and one without says nothing', () => {
  for (const locale of locales)
    for (const format of [formatInstant, formatShort])
      expect(zoneOf(said(locale, format(at, locale))), locale).toMatch(/norsk tid|Norwegian time/)
  expect(zoneOf(said('nb', '2. mars 2026', 'Paragraf 3.12 og 20.000 personer, sak 26/1.'))).toBeNull()
})
