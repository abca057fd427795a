import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { noticeFields, partOf, recordFields } from '../fields.ts'
import type { Checks, Processing } from '../processing.ts'
import { asksPermission, daysLate, type Gap, gapsOf, isStale, latestNotice } from '../rules.ts'
import type { Texts } from '../texts.nb.ts'

/** Where research is notified (checked 2026-11-28). */
const researchForm = 'https://www.sikt.no/personverntjenester-forskning'

export type ShowProps = {
  readonly record: Processing
  readonly checks: Checks
  readonly offers: OffersByName
  readonly locale: Locale
  readonly now: Date
  /** The organisation's own title for its controller, and its name; who holds that position today (S2-08). */
  readonly controller: { readonly title: string; readonly holders: readonly string[] }
  readonly officers: readonly { readonly name: string; readonly email: string | null }[]
  /** The school that answers for its pupils, where the activity is about pupils there (S4-097). */
  readonly school: string | null
  readonly may: { readonly edit: boolean; readonly permit: boolean; readonly end: boolean }
  readonly asks: { readonly notice: boolean; readonly permission: boolean }
  readonly refused?: Refused | undefined
  /** Who approves it, and what they have said. */
  readonly approval: ComponentChildren
  /** What is to be done with it now: a `Next`. */
  readonly next: ComponentChildren
  readonly related: readonly ComponentChildren[]
  /** Of a draft: what still stands as a template wrote it. */
  readonly fromTemplate: readonly (keyof Texts['fields'])[]
}

/** The same, with its words and its address. */
export type Part = ShowProps & { readonly t: Texts; readonly at: string }

/** What stands in the way, and what can be done now. */
export function NextSteps(props: Part) {
  const { record, t, at, locale, may, asks, now, approval } = props
  const { values } = record
  const gaps = gapsOf(values)
  const blocking = gaps.filter(({ blocks }) => blocks)
  const wants = gaps.filter(({ blocks }) => !blocks)
  return (
    <>
      {blocking.length > 0 ? (
        <GapList title={t.show.gaps} gaps={blocking} {...props} />
      ) : (
        <Notice tone="success" locale={locale}>
          {t.show.nothingMissing}
        </Notice>
      )}
      {wants.length > 0 && <GapList title={t.show.wants} gaps={wants} {...props} />}
      {values.kind === 'research' && (
        <Notice tone="info" locale={locale}>
          <p>{t.show.research}</p>
          <TextLink href={researchForm}>{t.show.researchLink}</TextLink>
        </Notice>
      )}
      {asks.notice && may.edit && values.kind === 'administrative' && <NoticeForm {...props} />}
      {asks.permission && asksPermission(values) && <Permission {...props} />}
      {approval}
      <Actions>
        {may.edit && (isStale(record, now) || values.status === 'approved') && (
          <Form action={`${at}/bekreftelse`} version={record.version} unsaved={false}>
            <Button variant="secondary">{t.show.confirm}</Button>
          </Form>
        )}
      </Actions>
    </>
  )
}

const GapList = ({ title, gaps, t, at, may, locale }: Part & { readonly title: string; readonly gaps: readonly Gap[] }) => (
  <Section title={title} locale={locale}>
    <ul>
      {gaps.map(({ field, article }) => (
        <li key={field}>
          {may.edit ? <TextLink href={`${at}/endring/${partOf(field)}#${field}`}>{t.fields[field].label}</TextLink> : t.fields[field].label}{' '}
          <span className="v-soft">({t.show.article(article)})</span>
        </li>
      ))}
    </ul>
  </Section>
)

function NoticeForm({ record, t, at, locale, now, refused }: Part) {
  const { startsOn, notifiedAt, lateReason } = record.values
  const late = startsOn === null ? 0 : daysLate(startsOn, localDate(now))
  const written = refused?.raw.lateReason
  return (
    <Section title={notifiedAt === null ? t.show.notify : t.show.notifyAgain} locale={locale}>
      <p>{startsOn === null ? t.show.noStart : t.show.latest(formatDate(latestNotice(startsOn), locale))}</p>
      {notifiedAt !== null && (
        <p className="v-soft">
          {t.fields.notifiedAt.label}: {formatDate(localDate(notifiedAt), locale)}
          {lateReason !== null && ` (${lateReason})`}
        </p>
      )}
      {startsOn !== null && (
        <Form action={`${at}/melding`} version={record.version}>
          {late > 0 && (
            <>
              <Notice tone="warning" locale={locale}>
                {t.show.late(late)}
              </Notice>
              <TextInput
                name="lateReason"
                label={t.fields.lateReason.label}
                value={typeof written === 'string' ? written : ''}
                max={noticeFields.lateReason.max}
                rows={3}
                error={errorAt(refused, 'lateReason')}
              />
            </>
          )}
          <Button variant="secondary">{notifiedAt === null ? t.show.notify : t.show.notifyAgain}</Button>
        </Form>
      )}
    </Section>
  )
}

function Permission({ record, t, at, locale, may, offers }: Part) {
  const { permission, permissionAt, permissionBy } = record.values
  return (
    <Section title={t.show.permission} locale={locale}>
      <p>{t.show.permissionText}</p>
      <p>
        {permission === null
          ? t.show.permissionWaits
          : `${t.fields.permission.choices[permission]} ${permissionAt ? formatDate(localDate(permissionAt), locale) : ''}`}
        {permissionBy !== null && (
          <span className="v-soft">
            {' '}
            {showValue(recordFields.permissionBy, permissionBy, t.fields.permissionBy, locale, offers.permissionBy)}
          </span>
        )}
      </p>
      {may.permit && (
        <Form action={`${at}/tillatelse`} version={record.version} unsaved={false}>
          <Actions>
            <Button variant="secondary" name="answer" value="granted">
              {t.show.permit}
            </Button>
            <Button variant="tertiary" name="answer" value="refused">
              {t.show.forbid}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
