import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Values } from '../../../../kernel/fields.ts'
import type { Held } from '../../../../kernel/guard/stop.ts'
import type { Offers } from '../../../../kernel/reference.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { reportFields } from '../../fields-report.ts'
import { Reminder } from '../../report/pages/guidance.tsx'
import { HeldChoice, HeldSummary } from '../../report/pages/stop.tsx'
import { texts as reportTexts } from '../../report/texts.ts'
import { caseOfMail, dismissFields, joinFields } from '../fields.ts'
import type { MailView } from '../queries.ts'
import { reportOf } from '../rules.ts'
import { mailInTexts } from '../texts.ts'

type Mail = MailView['mail']
export const senderOf = ({ sender, hidden }: Mail, locale: Locale): string =>
  hidden ? mailInTexts(locale).hidden : (sender ?? mailInTexts(locale).noSender)

/** Who it says it is from, and the way to the others of the same. */
const Sender = ({ mail, locale }: { readonly mail: Mail; readonly locale: Locale }) => {
  const t = mailInTexts(locale)
  if (mail.hidden) return <>{t.hidden}</>
  return (
    <Stack gap="sm">
      <span>{senderOf(mail, locale)}</span>
      {mail.known && <span className="v-soft">{t.knownText}</span>}
      {mail.status === 'waiting' && <TextLink href={`/avvik/epost?fra=${mail.id}`}>{t.like}</TextLink>}
    </Stack>
  )
}

/** Which of the three forms was posted, and what was wrong with it. */
export type MailRefused = { readonly form: 'make' | 'join' | 'dismiss'; readonly refused: Refused; readonly held?: Held | undefined }
type MailProps = {
  readonly view: MailView
  readonly offers: Offers<typeof caseOfMail>
  readonly files: ComponentChildren
  readonly after?: MailRefused | undefined
  readonly now: Date
  readonly locale: Locale
}

export const labelsOf = (locale: Locale) => {
  const { whatHappened, discoveredAt, personalData, serious } = reportTexts(locale).fields
  return { whatHappened, affectedUnit: mailInTexts(locale).make.unit, discoveredAt, personalData, serious }
}

/** One mail, and the three ways on. */
export function MailPage({ view, offers, files, after, now, locale }: MailProps) {
  const { mail, number } = view
  const t = mailInTexts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={after?.held ? [] : (after?.refused.errors ?? [])} locale={locale} />
      {after?.held && <HeldSummary held={after.held} form={formId} locale={locale} />}
      <PageHeading title={mail.subject ?? t.noSubject} kicker={t.title} />
      <MailRead mail={mail} now={now} locale={locale} />
      {files}
      {mail.status === 'waiting' ? (
        <Ways view={view} offers={offers} after={after} locale={locale} />
      ) : (
        <Notice locale={locale}>
          <p>{mail.status === 'joined' ? t.settled.joined(number ?? '') : mail.status === 'made' ? t.settled.made : t.settled.dismissed}</p>
          {mail.deviationId && (
            <p>
              <TextLink href={`/avvik/${mail.deviationId}`}>{t.openCase}</TextLink>
            </p>
          )}
        </Notice>
      )}
    </Stack>
  )
}
const formId = 'sak-av-epost'

function MailRead({ mail, now, locale }: Pick<MailProps, 'now' | 'locale'> & { readonly mail: Mail }) {
  const t = mailInTexts(locale)
  const settled = mail.status === 'made' || mail.status === 'dismissed'
  return (
    <>
      {mail.unread && (
        <Notice tone="warning" locale={locale}>
          {t.unread[mail.unread]}
        </Notice>
      )}
      {mail.leftOut > 0 && (
        <Notice tone="warning" locale={locale}>
          {t.leftOut(mail.leftOut)}
        </Notice>
      )}
      {mail.late && <Notice locale={locale}>{t.late}</Notice>}
      <SummaryList
        locale={locale}
        items={[
          { label: t.received, value: formatInstant(mail.receivedAt, locale, now) },
          ...(settled
            ? []
            : [
                { label: t.from, value: <Sender mail={mail} locale={locale} /> },
                { label: t.checked, value: t.dmarc[mail.dmarc ?? 'none'] },
                { label: t.text, value: mail.text || t.noText, text: true },
              ]),
        ]}
      />
    </>
  )
}

/** The first is what is mostly done; the others are folded until they are wanted. */
function Ways({ view: { mail, profile }, offers, after, locale }: Pick<MailProps, 'view' | 'offers' | 'after' | 'locale'>) {
  const t = mailInTexts(locale)
  const of = (form: MailRefused['form']) => (after?.form === form ? after.refused : undefined)
  const at = `/avvik/epost/${mail.id}`
  const values: Values<typeof caseOfMail> = {
    whatHappened: reportOf(mail, reportFields.whatHappened.max) || null,
    affectedUnit: null,
    discoveredAt: mail.receivedAt,
    personalData: null,
    serious: null,
  }
  const version = mail.version
  const make = of('make')
  return (
    <>
      <Section title={t.make.title} locale={locale}>
        <p>{t.make.lead}</p>
        <Reminder locale={locale} />
        <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
          <Form id={formId} action={`${at}/avvik`} version={version}>
            <RecordForm
              fields={caseOfMail}
              texts={labelsOf(locale)}
              values={values}
              offers={offers}
              raw={make?.raw}
              problems={make?.problems}
              locale={locale}
            />
            {after?.held ? (
              <HeldChoice locale={locale} />
            ) : (
              <Actions>
                <Button>{t.make.send}</Button>
              </Actions>
            )}
          </Form>
        </div>
      </Section>
      <Details summary={t.join.title} open={after?.form === 'join'}>
        <Form action={`${at}/sak`} version={version} unsaved={false}>
          <RecordForm
            fields={joinFields}
            texts={t.join.fields}
            values={{ into: null }}
            raw={of('join')?.raw}
            problems={of('join')?.problems}
            locale={locale}
          />
          <Actions>
            <Button variant="secondary">{t.join.send}</Button>
          </Actions>
        </Form>
      </Details>
      <Details summary={t.dismiss.title} open={after?.form === 'dismiss'}>
        <p>{t.dismiss.lead}</p>
        <Form action={`${at}/avvisning`} version={version} unsaved={false}>
          <RecordForm
            fields={dismissFields}
            texts={t.dismiss.fields}
            values={{ dismissal: null }}
            raw={of('dismiss')?.raw}
            problems={of('dismiss')?.problems}
            locale={locale}
          />
          <Actions>
            <Button variant="danger">{t.dismiss.send}</Button>
          </Actions>
        </Form>
      </Details>
    </>
  )
}
