import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Jumps } from '../../../ui/jumps.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { namesOf, partOf, partPages, recordFields, riskFields } from '../fields.ts'
import { protectionOf, type Whose } from '../matrix.ts'
import type { Analysis, Status } from '../risk.ts'
import { type Gap, isAccepted, needsAcceptance, riskOwnerOf } from '../rules.ts'
import { texts } from '../texts.ts'
import { RiskPicture } from './matrix.tsx'
import { Measures, Scenarios } from './parts.tsx'

export type ShowProps = {
  readonly analysis: Analysis
  readonly acceptedFor: string
  readonly gaps: readonly Gap[]
  readonly offers: OffersByName
  /** Whoever is named in it, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly advisers: readonly string[]
  /** Standard measures that are ticked on its systems. */
  readonly existing: readonly { readonly name: string; readonly measures: readonly string[] }[]
  readonly of: Whose
  readonly may: { readonly edit: boolean; readonly accept: boolean; readonly end: boolean }
  readonly locale: Locale
  readonly now: Date
  /** Whose measures are theirs to write in. */
  readonly reader: string
  readonly refused?: Refused | undefined
  readonly approval: ComponentChildren
  /** What is to be done with it now: a `Next`. */
  readonly next: ComponentChildren
  readonly related: readonly ComponentChildren[]
}
type Part = ShowProps & { readonly t: ReturnType<typeof texts>; readonly at: string; readonly mayWrite: boolean }

const tones = { draft: 'neutral', approved: 'success', changed: 'warning', ended: 'neutral' } as const satisfies Record<Status, string>

export function ShowRisk(props: ShowProps) {
  const { analysis, locale, offers, may, now, reader, names, advisers, refused, related } = props
  const { record, scenarios, measures } = analysis
  const { values } = record
  const t = texts(locale)
  const at = `/ros/${record.id}`
  const status = values.status ?? 'draft'
  const mayWrite = may.edit && status !== 'ended'
  const shared: Part = { ...props, t, at, mayWrite }
  const scale = values.scale ?? '5'
  const who = (id: string | null) => (id === null ? uiTexts(locale).missing : (names.get(id) ?? uiTexts(locale).missing))
  const reason = showValue(recordFields.reason, values.reason, t.fields.reason, locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      {status !== 'ended' && props.next}
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.columns.reason, value: reason },
          { label: t.fields.owner.label, value: who(values.owner), open: values.owner === null },
          { label: t.fields.initiator.label, value: who(values.initiator) },
          { label: t.show.adviser, value: advisers.join(', ') || uiTexts(locale).missing, open: advisers.length === 0 },
          ...(values.touchedAt ? [{ label: t.fields.touchedAt.label, value: formatDate(localDate(values.touchedAt), locale) }] : []),
        ]}
      />
      <Jumps locale={locale} />
      {status !== 'ended' && <NextSteps {...shared} />}
      <RiskPicture at={at} scale={scale} scenarios={scenarios} of={props.of} locale={locale} />
      <Scenarios {...{ at, t, locale, mayWrite, scenarios, measures, scale }} />
      <Measures {...{ at, t, locale, mayWrite, measures, names, reader }} today={localDate(now)} />
      <Residual {...shared} />
      {Object.entries(partPages).map(([part, group]) => {
        const shown = namesOf(group).filter((name) => name !== 'name' && !isEmpty(values[name]))
        return (
          <Section
            key={group}
            title={t.groups[group] ?? group}
            locale={locale}
            edit={mayWrite ? { href: `${at}/endring/${part}`, label: uiTexts(locale).change } : undefined}
          >
            {group === 'needs' && <Protection {...shared} />}
            {group === 'existing' && <Existing {...shared} />}
            {shown.length === 0 ? (
              <p className="v-soft">{t.show.empty}</p>
            ) : (
              <ViewOfAny fields={riskFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
            )}
          </Section>
        )
      })}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/risk/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
      {may.end && status !== 'ended' && (
        <Section title={t.show.end} locale={locale}>
          <p>{t.show.endText}</p>
          <Form action={`${at}/avslutning`} version={record.version} unsaved={false}>
            <Button variant="secondary">{t.show.end}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

/** What stands in the way, and what can be done now. */
function NextSteps({ analysis, gaps, may, t, at, locale, approval, mayWrite }: Part) {
  const { record } = analysis
  const place = (gap: Gap) => {
    switch (gap.what) {
      case 'scenarios':
        return { label: t.show.gapOf.scenarios, href: mayWrite ? `${at}/scenarioer/ny` : null }
      case 'acceptance':
        return { label: t.show.gapOf.acceptance, href: may.accept ? `${at}/aksept` : null }
      case 'measures':
        return { label: t.show.unexplained(gap.scenario.name ?? ''), href: mayWrite ? `${at}/scenarioer/${gap.scenario.id}` : null }
      default:
        return { label: t.fields[gap.what].label, href: mayWrite ? `${at}/endring/${partOf(gap.what)}#${gap.what}` : null }
    }
  }
  return (
    <>
      {gaps.length > 0 ? (
        <Section title={t.show.gaps} locale={locale}>
          <ul>
            {gaps.map((gap) => {
              const { label, href } = place(gap)
              return <li key={label}>{href ? <TextLink href={href}>{label}</TextLink> : label}</li>
            })}
          </ul>
        </Section>
      ) : (
        <Notice tone="success" locale={locale}>
          {t.show.nothingMissing}
        </Notice>
      )}
      {approval}
      {mayWrite && record.values.status === 'approved' && (
        <Actions>
          <Form action={`${at}/bekreftelse`} version={record.version} unsaved={false}>
            <Button variant="secondary">{t.show.confirm}</Button>
          </Form>
        </Actions>
      )}
    </>
  )
}

function Residual({ analysis, acceptedFor, names, may, now, t, at, locale }: Part) {
  const { record } = analysis
  const { acceptedUntil, acceptedBy, acceptedReason } = record.values
  const owner = riskOwnerOf(record)
  const who = (id: string | null) => (id === null ? undefined : names.get(id)) ?? t.show.nobody
  const stands = isAccepted(record, acceptedFor, localDate(now))
  if (analysis.scenarios.length === 0) return null
  return (
    <Section title={t.show.acceptance} id="restrisiko" locale={locale}>
      {!needsAcceptance(analysis) ? (
        <p>{t.show.acceptanceNone}</p>
      ) : stands ? (
        <>
          <p>{t.show.acceptanceGiven(who(acceptedBy), acceptedUntil === null ? '' : formatDate(acceptedUntil, locale))}</p>
          <p className="v-prose v-line">{acceptedReason}</p>
        </>
      ) : (
        <>
          <p>{t.show.acceptanceOpen(who(owner))}</p>
          {acceptedUntil !== null && <p className="v-soft">{t.show.acceptanceOver}</p>}
        </>
      )}
      {may.accept && needsAcceptance(analysis) && record.values.status !== 'ended' && (
        <Actions>
          <LinkButton href={`${at}/aksept`} variant="secondary">
            {t.show.acceptDeed}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}

function Protection({ analysis, t }: Part) {
  const { content, context } = analysis.record.values
  const level = protectionOf(content, context)
  return (
    <p>
      {level === null ? (
        <span className="v-soft">{t.show.protectionOpen}</span>
      ) : (
        <>
          {t.show.protection}: <b>{t.protections[level]}</b>
        </>
      )}
    </p>
  )
}

const Existing = ({ existing, t }: Part) => (
  <>
    {existing.map(({ name, measures }) => (
      <p key={name}>
        <b>{t.show.fromSystem(name)}:</b>{' '}
        {measures.map((one) => (t.fields.standardMeasures.choices as Readonly<Record<string, string>>)[one] ?? one).join(', ')}
      </p>
    ))}
  </>
)
