import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { openHolds } from '../../../register/holds/holds.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { HoldLines } from '../../../ui/hold-lines.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { groups, namesOf, recordFields, recordingFields } from '../fields.ts'
import type { Held, Opening, Recording, Status } from '../recording.ts'
import { lacksNote } from '../rules.ts'
import type { Texts } from '../texts.nb.ts'
import { texts } from '../texts.ts'

const tones = { kept: 'info', held: 'warning', handedOver: 'neutral', erased: 'neutral' } as const satisfies Record<Status, string>

export type ShowProps = {
  readonly record: Recording
  readonly offers: OffersByName
  readonly openings: readonly Opening[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly holds: readonly Held[]
  readonly may: {
    readonly edit: boolean
    readonly archive: boolean
    readonly hold: boolean
    readonly review: (hold: Held) => boolean
  }
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}
type Part = ShowProps & { readonly t: Texts; readonly at: string }

export function ShowRecording(props: ShowProps) {
  const { record, offers, may, now, refused, related, locale } = props
  const { values } = record
  const t = texts(locale)
  const at = `/opptak/${record.id}`
  const part: Part = { ...props, t, at }
  const status = values.status ?? 'kept'
  const isLate = status !== 'held' && status !== 'erased' && (values.eraseOn ?? '') < localDate(now)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.name ?? ''}
        kicker={values.kind ? t.fields.kind.choices[values.kind] : t.one}
        actions={
          may.edit && status !== 'erased' ? (
            <LinkButton href={`${at}/endring`} variant="secondary" icon="pencil">
              {uiTexts(locale).change}
            </LinkButton>
          ) : null
        }
      />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.columns.startedAt, value: values.startedAt ? formatInstant(values.startedAt, locale) : uiTexts(locale).missing },
          { label: t.fields.unit.label, value: showValue(recordFields.unit, values.unit, t.fields.unit, locale, offers.unit) },
          {
            label: status === 'erased' ? t.fields.erasedOn.label : t.columns.eraseOn,
            value: formatDate((status === 'erased' ? values.erasedOn : values.eraseOn) ?? '', locale),
            tone: isLate ? 'danger' : undefined,
          },
        ]}
      />
      {lacksNote(values) && status !== 'erased' && (
        <Notice tone="warning" locale={locale}>
          {t.show.lacksNote}
        </Notice>
      )}
      {groups.map((group) => (
        <Answers key={group} {...part} asked={namesOf(group)} title={t.groups[group] ?? group} />
      ))}
      {values.note !== null && <Note {...part} />}
      <Police {...part} />
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <Openings {...part} />
    </>
  )
}

function Answers({
  record,
  offers,
  t,
  title,
  asked,
  locale,
}: Part & { readonly title: string; readonly asked: ReturnType<typeof namesOf> }) {
  const shown = asked.filter((name) => name !== 'name' && name !== 'note' && !isEmpty(record.values[name]))
  if (shown.length === 0) return null
  return (
    <Section title={title} locale={locale}>
      <ViewOfAny fields={recordingFields} texts={t.fields} values={record.values} offers={offers} locale={locale} shown={shown} />
    </Section>
  )
}

/** What the caseworker takes into the case. */
function Note({ record, may, t, at, locale }: Part) {
  const { values } = record
  return (
    <Section title={t.show.noteNow} locale={locale}>
      <p className="v-prose v-line" data-text="">
        {values.note}
      </p>
      <p>{values.archiveReference === null ? t.show.notArchived : t.show.archived(values.archiveReference)}</p>
      <Actions>
        {may.archive && values.archiveReference === null && <LinkButton href={`${at}/arkiv`}>{t.deeds.archive}</LinkButton>}
        {(['pdf', 'docx'] as const).map((ending) => (
          <LinkButton key={ending} href={`${at}/notat-${locale}.${ending}`} variant="secondary" download>
            {t.show.document} ({ending === 'docx' ? 'Word' : 'PDF'})
          </LinkButton>
        ))}
      </Actions>
    </Section>
  )
}

/** Kept for the police, for each reason by itself, and what became of it (S4-199). */
function Police({ record, offers, holds, names, may, t, at, locale }: Part) {
  const { values, version } = record
  const told = (['heldOn', 'releasedOn', 'handedOn', 'handedTo', 'handedReference'] as const).filter((name) => !isEmpty(values[name]))
  const mayHold = may.hold && values.status !== 'erased'
  if (holds.length === 0)
    return mayHold ? (
      <Details summary={t.deeds.hold}>
        <p>{t.deeds.holdLead}</p>
        <LinkButton href={`${at}/hold`} variant="secondary">
          {t.deeds.hold}
        </LinkButton>
      </Details>
    ) : null
  const isHeld = values.status === 'held'
  return (
    <Section title={isHeld ? t.fields.status.choices.held : t.show.wasHeld} locale={locale}>
      <ViewOfAny fields={recordFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={told} />
      <HoldLines
        lines={holds.map((hold) => ({
          id: hold.id,
          reason: t.show.reasons[hold.reason],
          detail:
            hold.endedOn === null
              ? t.show.holdOpen(formatDate(hold.since, locale), formatDate(hold.reviewOn, locale), names.get(hold.reviewer)?.name ?? '')
              : t.show.holdEnded(formatDate(hold.since, locale), formatDate(hold.endedOn, locale)),
          href: isHeld && hold.endedOn === null && may.review(hold) ? `${at}/hold/${hold.id}` : null,
        }))}
        action={`${at}/slutt-hold`}
        version={version}
        words={{ move: t.deeds.moveHold, end: openHolds(holds).length > 1 ? t.deeds.endHold : t.deeds.release }}
      />
      {isHeld && <p className="v-soft">{t.deeds.releaseText}</p>}
      <Actions>
        {mayHold && (
          <LinkButton href={`${at}/hold`} variant="secondary">
            {isHeld ? t.deeds.holdMore : t.deeds.hold}
          </LinkButton>
        )}
        {isHeld && may.edit && (
          <LinkButton href={`${at}/utlevering`} variant="secondary">
            {t.deeds.handOver}
          </LinkButton>
        )}
      </Actions>
    </Section>
  )
}

function Openings({ openings, names, t, locale }: Part) {
  return (
    <Section title={t.show.openings} locale={locale}>
      <p className="v-soft">{t.show.logged}</p>
      {openings.length === 0 ? (
        <p>{t.show.neverOpened}</p>
      ) : (
        <ul className="ds-list">
          {each(openings, ({ at, by }) => (
            <li>
              {(by && names.get(by)?.name) || '–'}, {formatInstant(at, locale)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
