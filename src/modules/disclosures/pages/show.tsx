import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Disclosure, Extract } from '../disclosure.ts'
import { askFields, recordFields } from '../fields.ts'
import { texts } from '../texts.ts'

const tones = { asked: 'warning', consulting: 'warning', approved: 'success', refused: 'danger', ended: 'neutral' } as const

export type ShowProps = {
  readonly record: Disclosure
  readonly names: OffersByName
  readonly deciders: readonly string[]
  readonly extracts: readonly Extract[]
  readonly may: { readonly decide: boolean; readonly state: boolean; readonly end: boolean }
  readonly locale: Locale
}

/** One disclosure: where it stands, who decides, and what the representative said. */
export function ShowDisclosure(props: ShowProps) {
  const { record, names, deciders, extracts, locale } = props
  const t = texts(locale)
  const { values } = record
  const status = values.status ?? 'asked'
  const day = (at: Date | null) => (at === null ? '' : formatDate(localDate(at), locale))
  const named = (field: 'system' | 'unit' | 'askedBy' | 'statedBy' | 'decidedBy') =>
    showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const outside = values.routine === 'outside'
  return (
    <>
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          {
            label: t.fields.routine.label,
            value: values.routine && t.fields.routine.choices[values.routine],
            tone: outside ? 'warning' : undefined,
          },
          { label: t.columns.system, value: named('system') },
          { label: t.show.deciders, value: deciders.join(', ') || t.show.nobody, open: deciders.length === 0 },
          { label: t.columns.until, value: values.until && formatDate(values.until, locale) },
        ]}
      />
      <NextStep {...props} />
      {outside && status === 'consulting' && (
        <Notice tone="warning" locale={locale}>
          {t.show.outside}
        </Notice>
      )}
      {values.decidedAt !== null && values.decision !== null && (
        <Section title={t.decision.decision.choices[values.decision]} locale={locale}>
          <p className="v-question">{values.reason}</p>
          <p className="v-soft">
            {named('decidedBy')}, {day(values.decidedAt)}
          </p>
        </Section>
      )}
      {values.statedAt !== null && (
        <Section title={t.statement.statement.label} locale={locale}>
          <p className="v-question">{values.statement}</p>
          <p className="v-soft">
            {named('statedBy')}, {day(values.statedAt)}
          </p>
        </Section>
      )}
      {values.doubt !== null && (
        <Section title={t.doubt.doubt.label} locale={locale}>
          <p className="v-question">{values.doubt}</p>
        </Section>
      )}
      <Section title={t.show.about} locale={locale}>
        <ViewOfAny fields={askFields} texts={t.ask} values={values} offers={names} locale={locale} />
        <p className="v-soft">
          {t.fields.askedBy.label}: {named('askedBy')}, {day(values.askedAt)}
        </p>
      </Section>
      {(status === 'approved' || status === 'ended') && (
        <Section title={t.show.extracts} locale={locale}>
          {extracts.length === 0 && <p className="v-soft">{t.show.noExtracts}</p>}
          <ul>
            {each(extracts, ({ id, values: one }) => (
              <li>
                <TextLink href={`/uttrekk/${id}`}>{one.name ?? ''}</TextLink>, {one.madeOn && formatDate(one.madeOn, locale)}
              </li>
            ))}
          </ul>
          {status === 'approved' && (
            <LinkButton href={`/uttrekk/nytt?utlevering=${record.id}`} variant="secondary" icon="plus">
              {t.show.addExtract}
            </LinkButton>
          )}
        </Section>
      )}
      {values.deletedOn !== null && (
        <Section title={t.fields.status.choices.ended} locale={locale}>
          <p>{formatDate(values.deletedOn, locale)}</p>
          <p className="v-question">{values.deletionProof}</p>
        </Section>
      )}
    </>
  )
}

function NextStep({ record, may, locale }: ShowProps) {
  const t = texts(locale).titles
  const { status } = record.values
  const at = `/utlevering/${record.id}`
  const steps = [
    ...(status === 'asked' && may.decide ? [{ href: `${at}/avgjorelse`, label: t.decide }] : []),
    ...(status === 'asked' && may.decide ? [{ href: `${at}/tvil`, label: t.consult }] : []),
    ...(status === 'consulting' && may.state ? [{ href: `${at}/uttalelse`, label: t.state }] : []),
    ...(status === 'approved' && may.end ? [{ href: `${at}/sletting`, label: t.end }] : []),
  ]
  if (steps.length === 0) return null
  return (
    <Actions>
      {steps.map(({ href, label }, index) => (
        <LinkButton key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
          {label}
        </LinkButton>
      ))}
    </Actions>
  )
}
