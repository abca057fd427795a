import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { ProcessingAnswers } from '../../processing/public.ts'
import type { InformationNotice } from '../information-notice.ts'
import { type ConsentState, isOutdated, lacksConsent } from '../rules.ts'
import { texts } from '../texts.ts'

type StateProps = {
  readonly notice: InformationNotice
  readonly processing: Pick<ProcessingAnswers, 'purpose' | 'storageTime' | 'basis'>
  readonly consent: ConsentState
  readonly mayWrite: boolean
  readonly locale: Locale
}

/** Under a notice: its three parts, whether people were told the same, and its documents. */
export function StatePanel({ notice, processing, consent, mayWrite, locale }: StateProps) {
  const t = texts(locale)
  const { values } = notice
  const outdated = isOutdated(notice, processing)
  const tag = outdated ? 'outdated' : values.status === 'published' ? 'published' : 'draft'
  const tones = { outdated: 'danger', published: 'success', draft: 'warning' } as const
  return (
    <Section title={t.panel.title} aside={<StatusTag tone={tones[tag]}>{t.state[tag]}</StatusTag>} locale={locale}>
      {outdated && (
        <Notice tone="warning" locale={locale}>
          {t.panel.outdated}
        </Notice>
      )}
      <SummaryList
        locale={locale}
        items={[
          { label: t.panel.purpose, value: processing.purpose, missing: processing.purpose === null, text: true },
          { label: t.fields.rights.label, value: values.rights, missing: values.rights === null, text: true },
          { label: t.panel.storage, value: processing.storageTime, missing: processing.storageTime === null, text: true },
        ]}
      />
      {consent === 'incomplete' && lacksConsent(values).length > 0 && <p>{t.panel.consentIncomplete}</p>}
      {values.publishedAt !== null && (
        <p className="v-soft">{t.panel.published(values.edition ?? 1, formatDate(localDate(values.publishedAt), locale))}</p>
      )}
      {mayWrite && (values.status === 'draft' || outdated) && (
        <Form action={`/informasjon/${notice.id}/publisering`} version={notice.version} unsaved={false}>
          <Actions>
            <Button>{t.panel.publish}</Button>
          </Actions>
        </Form>
      )}
      <p>
        {(['nb', 'nn', 'en'] as const).map((language) => (
          <span key={language}>
            <TextLink href={`/informasjon/${notice.id}/informasjon-${language}.pdf`}>{t.panel.pdf[language]}</TextLink>{' '}
            <TextLink href={`/informasjon/${notice.id}/informasjon-${language}.docx`}>{t.panel.docx[language]}</TextLink>{' '}
          </span>
        ))}
      </p>
    </Section>
  )
}

type OfProps = {
  readonly processing: string
  readonly notices: readonly { readonly notice: InformationNotice; readonly outdated: boolean }[]
  readonly consent: ConsentState
  readonly mayWrite: boolean
  readonly locale: Locale
}

/** Under an activity: what people are told of it, and whether its consents are sound. */
export function NoticesOf({ processing, notices, consent, mayWrite, locale }: OfProps) {
  const t = texts(locale)
  const consentTag =
    consent === 'notAsked' ? undefined : <StatusTag tone={consent === 'whole' ? 'success' : 'danger'}>{t.consent[consent]}</StatusTag>
  return (
    <Section title={t.title} aside={consentTag} locale={locale}>
      {consent === 'incomplete' && <p>{t.panel.consentIncomplete}</p>}
      {notices.length === 0 && <p className="v-soft">{t.panel.none}</p>}
      <TaskList
        tasks={notices.map(({ notice, outdated }) => ({
          name: notice.values.name ?? '',
          href: `/informasjon/${notice.id}`,
          status: (
            <StatusTag tone={outdated ? 'danger' : notice.values.status === 'published' ? 'success' : 'warning'}>
              {t.state[outdated ? 'outdated' : (notice.values.status ?? 'draft')]}
            </StatusTag>
          ),
        }))}
      />
      {mayWrite && (
        <LinkButton href={`/informasjon/nytt?behandling=${processing}`} variant="secondary" icon="plus">
          {t.add}
        </LinkButton>
      )}
    </Section>
  )
}
