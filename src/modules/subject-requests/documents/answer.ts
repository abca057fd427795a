import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { groundsAsOf, groundsInLaw } from '../grounds.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { texts } from '../texts.ts'

export type AnswerMaterial = {
  readonly request: SubjectRequest
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
}

/** The answer as a letter: what was asked, what it came to, the ground with its provision, and where to complain (Article 12(4)). */
export function answerDocument({ request, language, now, organisation, letterhead }: AnswerMaterial): Document {
  const t = texts(language)
  const { values } = request
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, language))
  const { outcome, ground } = values
  const sections: Section[] = [
    { heading: '', blocks: [{ kind: 'text', text: outcome === null ? t.letter.draft : t.letter.outcome[outcome] }] },
  ]
  if (ground !== null)
    sections.push({
      heading: t.letter.ground,
      blocks: [
        { kind: 'text', text: `${t.answer.ground.choices[ground]} (${groundsInLaw[ground].reference}).` },
        { kind: 'note', text: t.letter.asOf(day(groundsAsOf)) },
      ],
    })
  if (values.answer !== null) sections.push({ heading: t.letter.reasons, blocks: [{ kind: 'text', text: values.answer }] })
  if (values.extendReason !== null) sections.push({ heading: t.letter.extended, blocks: [{ kind: 'text', text: values.extendReason }] })
  sections.push({ heading: t.letter.complainTitle, blocks: [{ kind: 'text', text: t.letter.complain }] })
  return {
    kind: 'subjectAnswer',
    language,
    title: t.letter.title,
    reference: values.reference ?? '',
    organisation,
    letterhead,
    draft: values.answeredAt === null,
    date: formatDate(values.answeredOn ?? localDate(now), language),
    accessCode: null,
    recipient: [values.name, values.contact].filter((line) => line !== null),
    summary: [
      { label: t.ask.right.label, value: values.right === null ? '–' : t.ask.right.choices[values.right] },
      { label: t.show.receivedOn, value: day(values.receivedOn) },
      { label: t.show.dueOn, value: day(values.dueOn) },
    ],
    sections,
    signature: null,
  }
}
