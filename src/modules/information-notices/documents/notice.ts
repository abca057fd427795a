import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { type ProcessingAnswers, processingTexts } from '../../processing/public.ts'
import type { InformationNotice } from '../information-notice.ts'
import { asksConsent } from '../rules.ts'
import { texts } from '../texts.ts'

export type NoticeMaterial = {
  readonly notice: InformationNotice
  readonly processing: ProcessingAnswers
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly contact: string | null
}

/** What people are told of an activity: purpose, rights and storage time first, then the rest of Articles 13 and 14 (G13, G15). */
export function noticeDocument({ notice, processing, language, now, organisation, letterhead, contact }: NoticeMaterial): Document {
  const t = texts(language)
  const { fields } = processingTexts(language)
  const { values } = notice
  const isPublished = values.status === 'published'
  const said = (heading: string, text: string | null, needed = false): readonly Section[] => {
    if (text === null && !needed) return []
    const block: Block = text === null ? { kind: 'missing', text: heading } : { kind: 'text', text }
    return [{ heading, blocks: [block] }]
  }
  const chosen = (choices: Readonly<Record<string, string>>, keys: readonly string[]) =>
    keys.length === 0 ? null : keys.map((key) => choices[key] ?? key).join(', ')
  return {
    kind: 'informationNotice',
    language,
    title: values.name ?? t.one,
    reference: isPublished ? String(values.edition ?? 1) : t.state.draft,
    referenceIs: isPublished ? 'edition' : 'state',
    organisation,
    letterhead,
    draft: !isPublished,
    date: formatDate(localDate(values.publishedAt ?? now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.document.controller, value: organisation },
      ...(contact === null ? [] : [{ label: t.document.contact, value: contact }]),
    ],
    sections: [
      ...said(t.panel.purpose, isPublished ? values.saidPurpose : processing.purpose, true),
      ...said(t.fields.rights.label, isPublished ? values.saidRights : values.rights, true),
      ...said(t.panel.storage, isPublished ? values.saidStorageTime : processing.storageTime, true),
      ...said(fields.dataKinds.label, chosen(fields.dataKinds.choices, processing.dataKinds)),
      ...said(
        fields.basis.label,
        [chosen(fields.basis.choices, processing.basis), processing.lawReference].filter(Boolean).join('. ') || null,
      ),
      ...said(fields.sources.label, processing.sources),
      ...said(fields.recipients.label, processing.recipients),
      ...said(fields.safeguards.label, processing.transfers === 'yes' ? processing.safeguards : null),
      ...(asksConsent(processing)
        ? [...said(t.document.consent, values.consentText, true), ...said(t.fields.consentWithdrawn.label, values.consentWithdrawn, true)]
        : []),
      ...said(t.document.complainTitle, t.document.complain),
    ],
    signature: null,
  }
}
