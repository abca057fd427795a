import type { ComponentChildren } from 'preact'
import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Addendum } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Checklist, Employment, Facts } from '../employment.ts'
import type { LeavingProfile } from '../profile.ts'
import { type By, lacksForAccess, needsContract } from '../rules.ts'
import { texts } from '../texts.ts'
import { ChecklistSection } from './checklist.tsx'
import { WorkTag } from './work-tag.tsx'

type Props = {
  readonly employment: Employment
  readonly name: string
  readonly lists: readonly Checklist[]
  readonly facts: Facts
  readonly by: By
  readonly keeps: boolean
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly related: readonly ComponentChildren[]
  /** What the person has of ours, as other modules name it. */
  readonly held: readonly Addendum[]
  readonly profile: LeavingProfile
  /** Whether the person may sign in to Varde today. */
  readonly comesIn: boolean
  readonly today: LocalDate
  readonly locale: Locale
}

/** One employment: what is signed, and the checklists that are open; the last day first. */
export function ShowEmployment({
  employment,
  name,
  lists,
  facts,
  by,
  keeps,
  names,
  related,
  held,
  profile,
  comesIn,
  today,
  locale,
}: Props) {
  const t = texts(locale)
  const { values, id } = employment
  const lacks = lacksForAccess(values, today)
  const open = facts.openSystems + facts.openZones
  const day = (date: LocalDate | null) => (date === null ? t.missing : formatDate(date, locale))
  return (
    <Stack>
      <PageHeading
        title={name}
        kicker={[t.one, values.number].join(' ')}
        lead={values.position}
        actions={
          keeps && (
            <>
              <LinkButton href={`/ansettelser/${id}/endring`} variant="secondary" icon="pencil">
                {uiTexts(locale).change}
              </LinkButton>
              <LinkButton href={`/ansettelser/${id}/ny-stilling`} variant="secondary">
                {t.change.title}
              </LinkButton>
              {values.endsOn === null && (
                <LinkButton href={`/ansettelser/${id}/slutt`} variant="secondary">
                  {t.leave.button}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <KeyFacts
        facts={[
          { label: t.fields.kind.label, value: values.kind === null ? '' : t.fields.kind.choices[values.kind] },
          { label: t.columns.state, value: <WorkTag employment={employment} today={today} locale={locale} /> },
          { label: t.fields.startsOn.label, value: day(values.startsOn) },
          {
            label: t.fields.endsOn.label,
            value: values.endsOn === null ? t.noEnd : formatDate(values.endsOn, locale),
            open: values.endsOn === null,
          },
          {
            label: t.columns.contractOn,
            value: needsContract(values) || values.contractOn ? day(values.contractOn) : t.stepStates.notAsked,
            open: values.contractOn === null,
          },
          {
            label: t.columns.declarationOn,
            value: day(values.declarationOn),
            ...(values.declarationOn === null ? { tone: 'warning' as const } : {}),
          },
          ...(values.endsOn === null
            ? []
            : [{ label: t.comesIn.label, value: comesIn ? t.comesIn.yes(values.endsOn < today) : t.comesIn.no }]),
        ]}
      />
      {lacks !== null && (
        <Notice tone="warning" locale={locale}>
          {t.lacks[lacks]}
        </Notice>
      )}
      {keeps && open > 0 && values.endsOn !== null && (
        <Notice tone="info" locale={locale}>
          <p>
            {t.accessCount(open)} <TextLink href="/tilganger/oversikt">{t.accesses}</TextLink>
          </p>
        </Notice>
      )}
      {lists.map((list) => (
        <ChecklistSection
          key={list.id}
          {...{ list, facts, by, names, held, profile, today, locale }}
          person={values.person}
          mayClose={by.standing.leadsPerson || keeps}
        />
      ))}
      {keeps && <p className="v-soft">{t.documents}</p>}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/employment/${id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </Stack>
  )
}
