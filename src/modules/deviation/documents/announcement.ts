import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { type Locale, locales } from '../../../kernel/texts.ts'
import type { Document } from '../../documents/public.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { announcementWords } from './announcement-words.ts'
import { bare } from './bare.ts'
import type { Material, Section } from './material.ts'

/**
 * The text of a public announcement, in three languages with that of the case first. It says what article 34(2) asks for, in plain words. What
 * somebody wrote in the case is not for the public: each such place is marked, and is written anew. Once it is, the announcement is in the language it
 * is written in, and in English where that is written too. No case number: it says nothing to those who read it.
 */
export const announcementDocument = (material: Material): Document => {
  const { language } = material.deviation
  const { announceHappened, announceEnglish, announcedOn } = material.deviation.handling
  const written = isEmpty(announceHappened) ? locales : isEmpty(announceEnglish) ? [] : (['en'] as const)
  const order: readonly Locale[] = [language, ...written.filter((one) => one !== language)]
  return {
    ...bare(material, 'announcement', announcementWords(language).title, announcedOn === null),
    reference: '',
    accessCode: null,
    summary: [],
    sections: order.flatMap((locale) => partIn(material, locale)),
  }
}

/** What was written for the public, or that it is still to be. */
const said = (words: string | null, missing: string): Section['blocks'][number] =>
  words === null || isEmpty(words) ? { kind: 'missing', text: missing } : { kind: 'text', text: words }

function partIn({ deviation: { report, handling }, organisation, letterhead }: Material, locale: Locale): readonly Section[] {
  const w = announcementWords(locale)
  const kinds = reportTexts(locale).fields.dataTypes.choices
  const { discoveredAt, dataTypes } = report
  const facts = [
    ...(discoveredAt ? [{ label: w.discovered, value: formatDate(localDate(discoveredAt), locale) }] : []),
    ...(dataTypes.length > 0 ? [{ label: w.dataTypes, value: dataTypes.map((one) => kinds[one]).join(', ') }] : []),
  ]
  const contact: Section = {
    heading: w.contactHeading,
    blocks: [
      ...(letterhead.lines.length > 0 ? [{ kind: 'text' as const, text: letterhead.lines.join('\n') }] : []),
      said(handling.announceContact, w.contact),
      { kind: 'text', text: w.complaint },
    ],
  }
  const advice: Section = { heading: w.adviceHeading, blocks: [{ kind: 'list', items: w.advice }] }
  if (locale === 'en' && !isEmpty(handling.announceEnglish)) {
    const blocks = [
      { kind: 'text' as const, text: w.why(organisation) },
      said(handling.announceEnglish, w.happened),
      { kind: 'facts' as const, rows: facts },
    ]
    return [{ heading: w.heading(organisation), blocks }, advice, contact]
  }
  return [
    {
      heading: w.heading(organisation),
      blocks: [{ kind: 'text', text: w.why(organisation) }, said(handling.announceHappened, w.happened), { kind: 'facts', rows: facts }],
    },
    { heading: w.consequencesHeading, blocks: [said(handling.announceConsequences, w.consequences)] },
    { heading: w.measuresHeading, blocks: [said(handling.announceMeasures, w.measures)] },
    advice,
    contact,
  ]
}
