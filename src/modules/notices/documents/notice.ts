import { formatInstant } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { type Deviation, reference } from '../../deviation/public.ts'
import type { Block, Document, Row, Section } from '../../documents/public.ts'
import { type Details, type Letterhead, shownNumber } from '../../organisation/public.ts'
import { informedState } from '../draft.ts'
import { type Notice, type NoticeFile, type NoticeTexts, stillOwed } from '../notice.ts'
import { partsOfNotice } from '../parts.ts'
import { texts } from '../texts.ts'

export type NoticePaper = {
  readonly file: NoticeFile
  readonly notice: Notice
  readonly organisation: string
  readonly details: Details
  readonly letterhead: Letterhead
  readonly now: Date
  /** The legal ground where it is kept from the public; null: it is public (S4-137). */
  readonly exempt: string | null
}

/** The notice on paper, in the language of the case (G5): the order of Datatilsynet's form under the headings of the seven items (S4-155 to S4-161). */
export function noticeDocument({ file, notice, organisation, details, letterhead, now, exempt }: NoticePaper): Document {
  const { deviation } = file
  const { language } = notice
  const t = texts(language)
  return {
    kind: 'authorityNotice',
    language,
    title: t.document.notice(t.kinds[notice.kind]),
    reference: reference(deviation) ?? '',
    organisation,
    letterhead,
    draft: notice.status !== 'sent',
    date: formatInstant(notice.sentAt ?? now, language),
    accessCode: exempt ? t.document.exempt(exempt) : null,
    recipient: [t.document.authority],
    summary: summary(deviation, notice, details),
    sections: notice.kind === 'withdrawn' ? withdrawal(notice) : sections(file, notice),
    signature: null,
  }
}

function summary(
  { notifyBy, notifyByAssumed, authorityNotifiedAt }: Deviation,
  { language, number, kind, sentAt, reference: given }: Notice,
  { number: registered }: Details,
): readonly Row[] {
  const t = texts(language).document
  const first = sentAt !== null && (authorityNotifiedAt === null || authorityNotifiedAt.getTime() === sentAt.getTime())
  const rows: Row[] = [{ label: t.version, value: kind === 'preliminary' ? `${number}. ${t.preliminary}` : String(number) }]
  if (registered) rows.unshift({ label: t.organisationNumber, value: shownNumber(registered) })
  if (sentAt) rows.push({ label: t.sent, value: formatInstant(sentAt, language) })
  if (given) rows.push({ label: t.reference, value: given })
  if (notifyBy && (first || sentAt === null)) {
    const met =
      sentAt === null
        ? notifyByAssumed
          ? ` (${t.assumed})`
          : ''
        : sentAt > notifyBy
          ? ` (${t.late.toLowerCase()})`
          : ` (${t.inTime.toLowerCase()})`
    rows.push({ label: t.deadline, value: formatInstant(notifyBy, language) + met })
  }
  return rows
}

function sections(file: NoticeFile, notice: Notice): readonly Section[] {
  const { texts: said, language } = notice
  const t = texts(language)
  const { items } = t.document
  const asked = new Set(partsOfNotice(notice.kind).flatMap((part) => part.fields))
  const of = (...names: readonly (keyof NoticeTexts)[]): readonly Block[] => names.flatMap((name) => block(notice, name, asked.has(name)))
  const measures = (['measuresDone', 'measuresPlanned'] as const).filter((name) => !isEmpty(said[name]))
  const state = informedState(file.deviation, file.messages, language)
  const owed = notice.kind === 'preliminary' || notice.kind === 'supplementary' ? stillOwed(file.owed) : []
  const all: Section[] = [
    {
      heading: items.n1,
      blocks: of(
        'mainCause',
        'period',
        'discovered',
        'affected',
        'records',
        'whatHappened',
        'howItArose',
        'dataTypes',
        'specialCategories',
        'relation',
        'vulnerable',
        'whereNow',
        'crossBorder',
        'processor',
      ),
    },
    { heading: items.n3, blocks: of('consequences') },
    { heading: items.n4, blocks: of(...(measures.length > 0 ? measures : (['measuresDone'] as const)), 'measuresSideEffects') },
    // S4-161: what is written, and where the case stands, where the two are not the same words.
    {
      heading: items.n7,
      blocks: [
        ...of('informed'),
        ...(state === said.informed ? [] : [{ kind: 'facts' as const, rows: [{ label: t.document.state, value: state }] }]),
      ],
    },
    { heading: items.n2, blocks: of('contact') },
    { heading: items.n6, blocks: of('furtherContact') },
    { heading: items.n5, blocks: of('documentation') },
  ]
  const steps: Block[] = [...of('stepwise')]
  if (owed.length > 0)
    steps.push({
      kind: 'table',
      caption: t.document.owed,
      head: t.document.owedHead,
      rows: owed.map((one) => [one.what, formatInstant(one.dueAt, language)]),
    })
  if (steps.length > 0) all.push({ heading: t.groups.stepwise, blocks: steps })
  if (!isEmpty(said.lateReason)) all.push({ heading: t.groups.late, blocks: of('lateReason') })
  return all.filter((section) => section.blocks.length > 0)
}

const withdrawal = (notice: Notice): readonly Section[] => {
  const t = texts(notice.language)
  return [
    { heading: t.groups.withdrawal, blocks: [...block(notice, 'stepwise', false), ...block(notice, 'withdrawalReason', true)] },
    { heading: t.groups.contact, blocks: block(notice, 'contact', true) },
  ]
}

/**
 * A text under its question. A gap that must be filled is marked in a draft (S3-17), and is said to be one in what was sent: a
 * preliminary notice may have gaps. One that need not be filled is left out.
 */
function block({ texts: said, language, status }: Notice, name: keyof NoticeTexts, asked: boolean): readonly Block[] {
  const { label } = texts(language).notice[name]
  const value = said[name]
  if (value !== null) return [{ kind: 'facts', rows: [{ label, value }] }]
  if (asked && status === 'sent') return [{ kind: 'facts', rows: [{ label, value: texts(language).document.notGiven }] }]
  return asked ? [{ kind: 'missing', text: texts(language).document.missing(label) }] : []
}
