import { DocumentPreview } from '../../../../ui/document-preview.tsx'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { undrawn } from '../../../documents/public.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { paperTexts } from '../../documents/texts.ts'
import { closingPart, memoFields } from '../../fields-closing.ts'
import { memoNeeded } from '../../rules.ts'
import { fingerprintOf } from '../../seen.ts'
import { texts } from '../texts.ts'
import { type Part, WritingForm, type WritingProps, WritingRead } from './writing.tsx'

export type Attachment = { readonly name: string; readonly href: string; readonly when: string }

export type MemoPageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'> & {
  readonly writing: Pick<WritingProps, 'values' | 'suggested' | 'asked'> | null
  readonly attachments: readonly Attachment[]
  /** Addresses of the memo's pages as they are saved; none before the first word is saved. */
  readonly preview: { readonly pages: readonly string[]; readonly pdf: string } | null
}

/** The memo in six parts: what the case can write of it, what goes with it, and how it becomes (S4-147, S4-149 to S4-154). */
export const MemoPage = ({ writing, attachments, preview, ...page }: MemoPageProps) => {
  const { view, locale, refused } = page
  const { deviation, profile } = view
  const t = texts(locale)
  const parts: readonly Part[] = [{ title: t.memo.six, names: Object.keys(memoFields) as (keyof typeof memoFields)[] }]
  return (
    <DeedPage {...page} title={t.memo.title} lead={memoNeeded(deviation, profile) ? t.memo.lead : t.memo.leadOptional}>
      {writing ? (
        <WritingForm
          {...writing}
          id={deviation.id}
          version={deviation.version}
          stored={deviation.closing}
          fingerprint={fingerprintOf(
            closingPart(
              deviation.closing,
              parts.flatMap((part) => part.names),
            ),
          )}
          locale={locale}
          parts={parts}
          raw={refused?.raw}
          problems={refused?.problems}
          newNationalIdRule={profile.deviation.newNationalIdRule}
        />
      ) : (
        <WritingRead id={deviation.id} parts={parts} values={deviation.closing} locale={locale} />
      )}
      <Section title={t.memo.attachments} id="vedlegg" locale={locale}>
        <p className="v-soft">{attachments.length > 0 ? t.memo.attachmentsHint : t.memo.noAttachments}</p>
        {attachments.length > 0 && <Attachments attachments={attachments} locale={locale} />}
      </Section>
      {preview && (
        <Section title={t.memo.preview} id="forhandsvisning" locale={locale}>
          <DocumentPreview
            title={t.memo.title}
            locale={locale}
            pages={preview.pages}
            downloads={[{ href: preview.pdf, label: paperTexts(locale).download }]}
            undrawn={undrawn(Object.values(deviation.closing).join(' '))}
          />
        </Section>
      )}
    </DeedPage>
  )
}

export const Attachments = ({ attachments, locale }: Pick<MemoPageProps, 'attachments' | 'locale'>) => (
  <SummaryList
    locale={locale}
    items={attachments.map(({ name, href, when }) => ({
      label: name,
      value: when,
      change: { href, label: paperTexts(locale).open },
    }))}
  />
)
