import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Jumps } from '../../../ui/jumps.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { duties, namesOf, partPages, processingFields, qualities, qualityAnchor, recordFields } from '../fields.ts'
import type { Point, Status } from '../processing.ts'
import { isCompliant, isSensitive } from '../rules.ts'
import { texts } from '../texts.ts'
import { NextSteps, type Part, type ShowProps } from './next-steps.tsx'

const tones = { draft: 'neutral', approved: 'success', changed: 'warning', ended: 'neutral' } as const satisfies Record<Status, string>

export function ShowProcessing(props: ShowProps) {
  const { record, offers, locale, controller, officers, may, refused, related, school, fromTemplate } = props
  const { values } = record
  const t = texts(locale)
  const at = `/behandlinger/${record.id}`
  const status = values.status ?? 'draft'
  const named = (field: 'responsible' | 'unit') => showValue(recordFields[field], values[field], t.fields[field], locale, offers[field])
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      {status !== 'ended' && props.next}
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          {
            label: t.show.controller,
            value: `${controller.title}: ${controller.holders.length > 0 ? controller.holders.join(', ') : t.show.nobodyHolds}`,
            open: controller.holders.length === 0,
          },
          { label: t.show.daily, value: named('responsible') ?? uiTexts(locale).missing, open: values.responsible === null },
          {
            label: t.show.officerOf,
            value: officers.length > 0 ? officers.map(({ name }) => name).join(', ') : t.show.nobodyHolds,
            open: officers.length === 0,
          },
          { label: t.fields.unit.label, value: named('unit') ?? uiTexts(locale).missing, open: values.unit === null },
          ...(values.touchedAt ? [{ label: t.fields.touchedAt.label, value: formatDate(localDate(values.touchedAt), locale) }] : []),
        ]}
      />
      <p className="v-soft">
        {t.show.delegated} {school !== null && t.show.school(school)}
      </p>
      {fromTemplate.length > 0 && (
        <Notice tone="warning" title={t.templates.draft} locale={locale}>
          <p>{t.templates.draftText}</p>
          <ul>
            {fromTemplate.map((field) => (
              <li key={field}>{t.fields[field].label}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Jumps locale={locale} />
      {status !== 'ended' && <NextSteps {...props} t={t} at={at} />}
      {Object.entries(partPages).map(([part, group]) => {
        const shown = namesOf(group).filter((name) => name !== 'name' && !isEmpty(values[name]))
        return (
          <Section
            key={group}
            title={t.groups[group] ?? group}
            locale={locale}
            edit={may.edit && status !== 'ended' ? { href: `${at}/endring/${part}`, label: uiTexts(locale).change } : undefined}
            aside={
              group === 'data' && isSensitive(values) ? (
                <StatusTag tone="warning">{t.show.sensitive}</StatusTag>
              ) : group === 'flow' && values.deletionRoutine === null ? (
                <StatusTag tone="warning">{t.show.noRoutine}</StatusTag>
              ) : group === 'notice' && values.priorApproval === 'licence' ? (
                <StatusTag tone="neutral">{t.show.historic}</StatusTag>
              ) : undefined
            }
          >
            {shown.length === 0 ? (
              <p className="v-soft">{t.show.empty}</p>
            ) : (
              <ViewOfAny fields={processingFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
            )}
            {group === 'notice' && values.priorApproval === 'licence' && <p className="v-soft">{t.show.licence}</p>}
          </Section>
        )
      })}
      <CheckList
        {...props}
        t={t}
        at={at}
        title={t.show.duties}
        points={duties}
        lead={isCompliant(props.checks, duties) ? t.show.compliant : t.show.notCompliant}
      />
      <CheckList {...props} t={t} at={at} id={qualityAnchor} title={t.show.quality} points={qualities} lead={null} />
      <Officers {...props} t={t} at={at} />
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/processing/${record.id}`}>{uiTexts(locale).history}</TextLink>
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

function CheckList({
  checks,
  t,
  at,
  locale,
  id,
  title,
  points,
  lead,
  may,
  now,
}: Part & { readonly id?: string; readonly title: string; readonly points: readonly Point[]; readonly lead: string | null }) {
  const today: LocalDate = localDate(now)
  return (
    <Section title={title} {...(id && { id })} locale={locale}>
      {lead !== null && <p>{lead}</p>}
      <TaskList
        tasks={points.map((point) => {
          const { answer = null, checkedOn = null, dueOn = null, note = null } = checks[point] ?? {}
          return {
            name: t.points[point],
            ...(may.edit ? { href: `${at}/kontroll/${point}` } : {}),
            hint: note ?? undefined,
            status:
              answer === null ? (
                <span className="v-unanswered">{t.show.open}</span>
              ) : (
                <StatusTag tone={answer === 'yes' ? 'success' : 'warning'}>
                  {t.show.answered(t.check.answer.choices[answer], checkedOn === null ? '' : formatDate(checkedOn, locale))}
                </StatusTag>
              ),
            ...(dueOn === null
              ? {}
              : { deadline: <span data-tone={dueOn < today ? 'danger' : undefined}>{t.show.due(formatDate(dueOn, locale))}</span> }),
          }
        })}
      />
    </Section>
  )
}

const Officers = ({ officers, t, locale }: Part) =>
  officers.length === 0 ? null : (
    <Section title={t.show.officer} locale={locale}>
      <ul>
        {officers.map(({ name, email }) => (
          <li key={name}>
            {name}
            {email !== null && (
              <>
                {', '}
                <TextLink href={`mailto:${email}`}>{email}</TextLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
