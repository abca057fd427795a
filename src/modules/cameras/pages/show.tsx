import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import { type Locale, locales } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Camera, Deed, Gap, Status } from '../camera.ts'
import { cameraFields, namesOf, partOf, partPages, recordFields } from '../fields.ts'
import type { CameraProfile } from '../profile.ts'
import { isBeyondNorm, needsDpia } from '../rules.ts'
import type { Texts } from '../texts.nb.ts'
import { texts } from '../texts.ts'

export const tones = {
  ...({ planned: 'neutral', approved: 'info', active: 'success', changed: 'warning' } as const),
  ...({ off: 'neutral', unauthorised: 'danger', removed: 'neutral' } as const),
} as const satisfies Record<Status, string>

export type ShowProps = {
  readonly record: Camera
  readonly gaps: readonly Gap[]
  readonly offers: OffersByName
  readonly profile: CameraProfile
  /** Who has the overall responsibility, and who runs it day by day (S4-190). */
  readonly responsible: { readonly overall: string; readonly running: string }
  /** The assessment, for those who may read it. */
  readonly dpia: { readonly id: string; readonly name: string } | null
  readonly mayEdit: boolean
  readonly mayReport: boolean
  readonly deeds: readonly Deed[]
  readonly refused?: Refused | undefined
  readonly related: readonly ComponentChildren[]
  readonly now: Date
  readonly locale: Locale
}
type Part = ShowProps & { readonly t: Texts; readonly at: string; readonly status: Status }

export function ShowCamera(props: ShowProps) {
  const { record, offers, locale, responsible, refused, related, profile } = props
  const { values } = record
  const t = texts(locale)
  const status = values.status ?? 'planned'
  const at = `/kameraer/${record.id}`
  const part: Part = { ...props, t, at, status }
  const beyond = isBeyondNorm(values, profile)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={values.kind === 'dummy' ? t.fields.kind.choices.dummy : t.one} />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.fields.unit.label, value: showValue(recordFields.unit, values.unit, t.fields.unit, locale, offers.unit) },
          { label: t.show.overall, value: responsible.overall },
          { label: t.show.running, value: responsible.running },
          ...(values.origin === 'ours' || values.retentionDays !== null ? [keptFact(part, beyond)] : []),
        ]}
      />
      <Next {...part} />
      {values.decision !== null && values.approvedAt !== null && (
        <Section title={t.show.approval} locale={locale}>
          <p className="v-prose v-line" data-text="">
            {values.decision}
          </p>
          <p className="v-soft">
            {showValue(recordFields.approvedBy, values.approvedBy, t.fields.approvedBy, locale, offers.approvedBy)},{' '}
            {formatDate(localDate(values.approvedAt), locale)}
          </p>
        </Section>
      )}
      {beyond && (
        <Notice tone="warning" locale={locale}>
          {t.show.beyond(profile.normDays)}
        </Notice>
      )}
      <Answered {...part} />
      {values.origin === 'ours' && <Documents {...part} />}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/camera/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
      <Endings {...part} />
    </>
  )
}

function keptFact({ record: { values }, t, locale }: Part, beyond: boolean) {
  const isMissing = values.mode !== 'live' && values.retentionDays === null
  const value = values.mode === 'live' ? t.sign.notKept : t.sign.days(values.retentionDays ?? 0)
  return {
    label: t.show.kept,
    value: isMissing ? uiTexts(locale).missing : value,
    open: isMissing,
    tone: beyond ? ('warning' as const) : undefined,
  }
}

/** What comes next, and the one primary button. */
function Next({ record, gaps, deeds, mayEdit, mayReport, t, at, status, now, locale }: Part) {
  const { version, values } = record
  const press = (deed: Deed, path: string) => (
    <Form action={`${at}/${path}`} version={version} unsaved={false}>
      <Button>{t.deeds[deed]}</Button>
    </Form>
  )
  if (status === 'unauthorised')
    return (
      <NextStep
        locale={locale}
        tone="danger"
        title={t.next.unauthorised}
        text={values.reportedOn === null ? t.next.unauthorisedText : t.next.reported(formatDate(values.reportedOn, locale))}
      >
        {mayReport && values.reportedOn === null && (
          <Form action={`${at}/avvik`} version={version} hidden={{ id: newId(now) }} unsaved={false}>
            <Button>{t.found.report}</Button>
          </Form>
        )}
      </NextStep>
    )
  const before = status === 'planned' ? ['approval'] : ['approval', 'use']
  const open = gaps.filter((gap) => before.includes(gap.before))
  if ((status === 'planned' || status === 'changed' || status === 'approved' || status === 'off') && open.length > 0)
    return (
      <NextStep
        locale={locale}
        title={status === 'planned' || status === 'changed' ? t.next.incomplete : t.next.notReady}
        text={<Gaps {...{ open, t, at, mayEdit }} />}
      />
    )
  if (status === 'planned' || status === 'changed')
    return (
      <NextStep locale={locale} title={status === 'changed' ? t.next.changed : t.next.toApprove} text={t.next.toApproveText}>
        {deeds.includes('approve') && <LinkButton href={`${at}/godkjenning`}>{t.deeds.approve}</LinkButton>}
      </NextStep>
    )
  if (status === 'approved' || status === 'off')
    return (
      <NextStep locale={locale} title={t.next[status]} text={t.next.useText}>
        {deeds.includes('activate') && press('activate', 'bruk')}
      </NextStep>
    )
  return null
}

function Gaps({ open, t, at, mayEdit }: { readonly open: readonly Gap[]; readonly mayEdit: boolean } & Pick<Part, 't' | 'at'>) {
  return (
    <ul>
      {open.map(({ field, because }) => {
        const said = because === 'missing' ? t.fields[field].label : t.gaps[because]
        return (
          <li key={`${field}${because}`}>
            {mayEdit ? <TextLink href={`${at}/endring/${partOf(field)}#${field}`}>{said}</TextLink> : said}
          </li>
        )
      })}
    </ul>
  )
}

/** What it says, part by part. */
function Answered({ record, offers, dpia, mayEdit, t, at, status, locale }: Part) {
  const { values } = record
  return Object.entries(partPages).map(([part, group]) => {
    const shown = namesOf(group).filter((name) => name !== 'name' && name !== 'dpia' && !isEmpty(values[name]))
    // Of one that was only found, what nobody knows is no want.
    if (shown.length === 0 && values.origin !== 'ours') return null
    return (
      <Section
        key={group}
        title={t.groups[group] ?? group}
        locale={locale}
        edit={mayEdit && status !== 'removed' ? { href: `${at}/endring/${part}`, label: uiTexts(locale).change } : undefined}
        aside={group === 'assessment' && needsDpia(values) ? <StatusTag tone="danger">{t.show.needsDpia}</StatusTag> : undefined}
      >
        {shown.length === 0 ? (
          <p className="v-soft">{t.show.empty}</p>
        ) : (
          <ViewOfAny fields={cameraFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
        )}
        {group === 'assessment' && dpia && (
          <p>
            {t.fields.dpia.label}: <TextLink href={`/dpia/${dpia.id}`}>{dpia.name}</TextLink>
          </p>
        )}
      </Section>
    )
  })
}

function Documents({ t, at, locale }: Part) {
  return (
    <Section title={t.show.documents} locale={locale}>
      <p>{t.sign.lead}</p>
      <Actions>
        {locales.map((language) => (
          <LinkButton key={language} href={`${at}/skilt-${language}.pdf`} variant="secondary" download>
            {t.sign.in[language]}
          </LinkButton>
        ))}
      </Actions>
      <Actions>
        {(['pdf', 'docx'] as const).map((ending) => (
          <LinkButton key={ending} href={`${at}/kamera-${locale}.${ending}`} variant="tertiary" download>
            {t.show.document} ({ending === 'docx' ? 'Word' : 'PDF'})
          </LinkButton>
        ))}
      </Actions>
      <p className="v-soft">{t.show.law}</p>
    </Section>
  )
}

/** Turned off, taken down, or kept although others put it up: seldom, and folded. */
function Endings({ record, deeds, t, at }: Part) {
  const ways = [
    ['turnOff', 'av'],
    ['adopt', 'overtakelse'],
    ['remove', 'fjerning'],
  ] as const
  const open = ways.filter(([deed]) => deeds.includes(deed))
  if (open.length === 0) return null
  return (
    <Details summary={t.show.endings}>
      {open.map(([deed, path]) => (
        <Form key={deed} action={`${at}/${path}`} version={record.version} unsaved={false}>
          <p>{t.endings[deed]}</p>
          <Button variant="secondary">{t.deeds[deed]}</Button>
        </Form>
      ))}
    </Details>
  )
}
