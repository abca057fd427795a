import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Asking } from '../disclosure.ts'
import { askFields, recipients } from '../fields.ts'
import { texts } from '../texts.ts'

/** The first question: only giving out to others is an export (S2-38). */
export function ChoosePage({ locale }: { readonly locale: Locale }) {
  const t = texts(locale).choose
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <TaskList tasks={recipients.map((one) => ({ name: t[one], href: `/utlevering/nytt?mottaker=${one}` }))} />
    </>
  )
}

type NoApprovalProps = { readonly recipient: 'own' | 'subject' | 'representative'; readonly locale: Locale }

export function NoApprovalPage({ recipient, locale }: NoApprovalProps) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.noApproval.title} kicker={t.choose[recipient]} lead={t.noApproval.text[recipient]} />
      {recipient === 'subject' && (
        <p>
          <TextLink href="/egne-opplysninger">{t.noApproval.subjectLink}</TextLink>
        </p>
      )}
      <Actions>
        <LinkButton href="/utlevering/nytt" variant="secondary">
          {t.noApproval.again}
        </LinkButton>
      </Actions>
    </>
  )
}

type AskProps = { readonly id: string; readonly asking: Asking; readonly offers: Offers<typeof askFields>; readonly locale: Locale } & After

export function AskPage({ id, asking, offers, locale, refused, conflict }: AskProps) {
  const t = texts(locale)
  return (
    <FormFrame
      title={t.askTitle}
      lead={t.askLead}
      save={t.send}
      back="/utlevering"
      action="/utlevering/nytt?mottaker=other"
      hidden={{ id }}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      <RecordForm
        fields={askFields}
        texts={t.ask}
        values={asking}
        offers={offers}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
