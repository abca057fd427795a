import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { type Locale, locales } from '../../../kernel/texts.ts'
import type { Document } from '../../documents/public.ts'
import type { Deviation } from '../deviation.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { lastDecision } from '../rests.ts'
import { announcementWords } from './announcement-words.ts'
import { bare } from './bare.ts'
import type { Material, Section } from './material.ts'

/** Told to everybody, since telling each would take a disproportionate effort (GDPR art. 34(3)(c)). */
export const isAnnounced = (deviation: Pick<Deviation, 'decisions'>): boolean =>
  lastDecision(deviation, 'subjects')?.ground === 'disproportionate'

/**
 * The text of a public announcement, in three languages with that of the case first. It says what article 34(2) asks for, in plain words. What
 * somebody wrote in the case is not for the public: each such place is marked, and is written anew.
 */
export const announcementDocument = (material: Material): Document => {
  const { language } = material.deviation
  const order: readonly Locale[] = [language, ...locales.filter((one) => one !== language)]
  return {
    ...bare(material, 'announcement', announcementWords(language).title, true),
    accessCode: null,
    summary: [],
    sections: order.flatMap((locale) => partIn(material, locale)),
  }
}

function partIn({ deviation: { report }, organisation, letterhead }: Material, locale: Locale): readonly Section[] {
  const w = announcementWords(locale)
  const kinds = reportTexts(locale).fields.dataTypes.choices
  const { discoveredAt, dataTypes } = report
  const facts = [
    ...(discoveredAt ? [{ label: w.discovered, value: formatDate(localDate(discoveredAt), locale) }] : []),
    ...(dataTypes.length > 0 ? [{ label: w.dataTypes, value: dataTypes.map((one) => kinds[one]).join(', ') }] : []),
  ]
  return [
    {
      heading: w.heading(organisation),
      blocks: [
        { kind: 'text', text: w.why(organisation) },
        { kind: 'missing', text: w.happened },
        { kind: 'facts', rows: facts },
      ],
    },
    { heading: w.consequencesHeading, blocks: [{ kind: 'missing', text: w.consequences }] },
    { heading: w.measuresHeading, blocks: [{ kind: 'missing', text: w.measures }] },
    { heading: w.adviceHeading, blocks: [{ kind: 'list', items: w.advice }] },
    {
      heading: w.contactHeading,
      blocks: [
        ...(letterhead.lines.length > 0 ? [{ kind: 'text' as const, text: letterhead.lines.join('\n') }] : []),
        { kind: 'missing', text: w.contact },
        { kind: 'text', text: w.complaint },
      ],
    },
  ]
}
