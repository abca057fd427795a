import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Jumps } from '../../../ui/jumps.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Status, SubProcessor } from '../agreement.ts'
import { agreementFields, namesOf, partPages, recordFields } from '../fields.ts'
import { objectBy } from '../rules.ts'
import { texts } from '../texts.ts'
import { DocumentLinks } from './document-links.tsx'
import { NextSteps, type Part, type ShowProps } from './next-steps.tsx'

export const tones = { draft: 'neutral', inForce: 'success', ended: 'neutral' } as const satisfies Record<Status, string>

export function ShowAgreement(props: ShowProps) {
  const { record, offers, locale, may, refused, related } = props
  const { values } = record
  const t = texts(locale)
  const at = `/databehandleravtaler/${record.id}`
  const part: Part = { ...props, t, at }
  const status = values.status ?? 'draft'
  const shown = (name: keyof typeof recordFields) => showValue(recordFields[name], values[name], t.fields[name], locale, offers[name])
  const other =
    values.supplier === null ? values.otherParty : <TextLink href={`/leverandorer/${values.supplier}`}>{shown('supplier')}</TextLink>
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      {props.next}
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.show.otherParty, value: other ?? uiTexts(locale).missing, open: other === null },
          { label: t.columns.ourRole, value: shown('ourRole') },
          ...(values.inForceOn === null ? [] : [{ label: t.fields.inForceOn.label, value: formatDate(values.inForceOn, locale) }]),
          ...(values.endsOn === null || status === 'ended'
            ? []
            : [{ label: t.fields.endsOn.label, value: formatDate(values.endsOn, locale) }]),
          ...(values.endedOn === null ? [] : [{ label: t.fields.endedOn.label, value: formatDate(values.endedOn, locale) }]),
          ...(status === 'draft'
            ? []
            : [
                {
                  label: t.fields.archiveReference.label,
                  value: values.archiveReference ?? uiTexts(locale).missing,
                  open: values.archiveReference === null,
                },
              ]),
        ]}
      />
      {values.replaces !== null && (
        <p>
          {t.fields.replaces.label} <TextLink href={`/databehandleravtaler/${values.replaces}`}>{shown('replaces')}</TextLink>
        </p>
      )}
      <Jumps locale={locale} />
      <NextSteps {...part} />
      {Object.entries(partPages).map(([page, group]) => (
        <Group key={group} {...part} page={page} group={group} />
      ))}
      <Audits {...part} />
      {status === 'ended' && <Ended {...part} />}
      <Section title={t.show.document} locale={locale}>
        <p>{t.show.documentText}</p>
        <DocumentLinks href={`${at}/avtale`} locale={locale} />
      </Section>
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/agreement/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
      {(may.renew || may.end) && (
        <Section title={may.renew ? t.show.decideEnd : t.show.end} locale={locale}>
          {may.renew && <p>{t.show.renewText}</p>}
          <Actions>
            {may.renew && (
              <Form action={`${at}/fornyelse`} unsaved={false} hidden={{ id: props.newLine }}>
                <Button variant="secondary">{t.show.renew}</Button>
              </Form>
            )}
            {may.end && (
              <LinkButton href={`${at}/avslutning`} variant="tertiary">
                {t.show.end}
              </LinkButton>
            )}
          </Actions>
        </Section>
      )}
    </>
  )
}

function Group(props: Part & { readonly page: string; readonly group: string }) {
  const { record, t, at, page, group, offers, locale, may } = props
  const { values } = record
  const shown = namesOf(group).filter((name) => name !== 'name' && !isEmpty(values[name]))
  const signed = values.status !== 'draft' && group.startsWith('annex')
  const edit = may.edit && !signed
  return (
    <Section
      title={t.groups[group] ?? group}
      locale={locale}
      edit={edit ? { href: `${at}/endring/${page}`, label: uiTexts(locale).change } : undefined}
    >
      {shown.length === 0 ? (
        <p className="v-soft">{t.show.empty}</p>
      ) : (
        <ViewOfAny fields={agreementFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
      )}
      {group === 'annexB' && values.subProcessing !== 'none' && <SubProcessors {...props} />}
    </Section>
  )
}

function SubProcessors(props: Part) {
  const { subProcessors, t, at, may, newLine, locale } = props
  const words = t.subProcessor
  return (
    <Section title={t.show.subProcessors} level={3} plain locale={locale}>
      {subProcessors.length === 0 ? (
        <p className="v-soft">{t.show.noSubProcessors}</p>
      ) : (
        <TaskList
          tasks={subProcessors.map(({ id, values }) => ({
            name: values.name ?? '',
            ...(may.subProcessors ? { href: `${at}/underdatabehandlere/${id}` } : {}),
            hint: [values.service, values.transferBasis && words.transferBasis.choices[values.transferBasis]].filter(Boolean).join(' · '),
            status: values.country,
            deadline: <Clock {...props} line={values} />,
          }))}
        />
      )}
      {may.subProcessors && (
        <Actions>
          <LinkButton href={`${at}/underdatabehandlere/${newLine}`} variant="secondary">
            {t.show.addSubProcessor}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}

/** How long one may object to it, and what was said; where no time runs, when it was authorised. */
function Clock({ record, line, t, today, locale }: Part & { readonly line: SubProcessor['values'] }) {
  const by = objectBy(record.values, line)
  const day = (on: string | null) => formatDate(on ?? '', locale)
  if (line.answer !== null) return t.show[line.answer === 'objected' ? 'objected' : 'noObjection'](day(line.answeredOn))
  if (by === null) return line.authorisedOn === null ? null : day(line.authorisedOn)
  return by < today ? <span data-tone="danger">{t.show.objectionPassed(day(by))}</span> : t.show.objectBy(day(by))
}

function Audits({ audits, t, at, may, newLine, today, locale }: Part) {
  return (
    <Section title={t.show.audits} locale={locale}>
      {audits.length === 0 ? (
        <p className="v-soft">{t.show.noAudits}</p>
      ) : (
        <TaskList
          tasks={audits.map(({ id, values: { plannedOn, heldOn, finding, action } }) => ({
            name: heldOn === null ? t.show.auditPlanned(formatDate(plannedOn ?? '', locale)) : t.show.auditHeld(formatDate(heldOn, locale)),
            ...(may.audits ? { href: `${at}/kontroller/${id}` } : {}),
            hint: [finding, action].filter(Boolean).join(' · ') || undefined,
            ...(heldOn === null && (plannedOn ?? '') < today ? { deadline: <span data-tone="danger">{t.show.auditLate}</span> } : {}),
          }))}
        />
      )}
      {may.audits && (
        <Actions>
          <LinkButton href={`${at}/kontroller/${newLine}`} variant="secondary">
            {t.show.addAudit}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}

const Ended = ({ record, t, locale }: Part) => (
  <Section title={t.show.ended} locale={locale}>
    <ViewOfAny
      fields={recordFields}
      texts={t.fields}
      values={record.values}
      locale={locale}
      shown={(['endedOn', 'endReason', 'dataAtEnd', 'dataAtEndOn', 'dataAtEndNote'] as const).filter(
        (name) => !isEmpty(record.values[name]),
      )}
    />
  </Section>
)
