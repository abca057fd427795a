import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { conditionWords } from '../asking.ts'
import { numbered, scales, wantsOf } from '../content.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { texts } from '../texts.ts'
import { Guidance } from './beside.tsx'
import { questionnaireTones } from './questionnaires.tsx'

export type QuestionnaireProps = {
  readonly record: Questionnaire
  /** For what is added next. */
  readonly newKey: string
  readonly nextId: string
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

/** All that an edition says: written in while it is a draft, only read once it is published. */
export function QuestionnairePage(props: QuestionnaireProps) {
  const { record, newKey, nextId, refused, locale } = props
  const t = texts(locale)
  const w = t.writing
  const at = `/internkontroll/skjemaer/${record.id}`
  const draft = record.status === 'draft'
  const wants = wantsOf(record.content)
  const all = numbered(record.content)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={record.values.name ?? ''}
        kicker={w.edition(record.edition)}
        actions={
          draft ? (
            <LinkButton href={`${at}/navn`} variant="secondary" icon="pencil">
              {w.rename}
            </LinkButton>
          ) : null
        }
      />
      <KeyFacts
        facts={[
          { label: t.list.state, value: <StatusTag tone={questionnaireTones[record.status]}>{t.statuses[record.status]}</StatusTag> },
          { label: w.question, value: w.count(all.length) },
          ...(record.publishedAt ? [{ label: t.statuses.published, value: formatDate(localDate(record.publishedAt), locale) }] : []),
        ]}
      />
      {record.values.source && (
        <p className="v-soft">{w.source(record.values.source, dayOf(record.values.source, record.values.sourceOn, locale))}</p>
      )}
      {draft && wants.length > 0 && (
        <Notice tone="warning" locale={locale}>
          <ul>
            {wants.map((want) => (
              <li key={want}>{w.wants[want]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {draft && wants.length === 0 && (
        <Press action={`${at}/publisering`} record={record} label={w.publish}>
          <p>{w.publishText}</p>
        </Press>
      )}
      <Section title={w.scales} locale={locale}>
        {scales.map((scale) => (
          <div key={scale} className="v-stack">
            <h3 className="ds-heading v-h3">{w.scale[scale]}</h3>
            <ul>
              {record.content.scales[scale].map((option) => (
                <li key={option.key}>
                  <b>{option.label[locale]}</b> <span className="v-soft">{option.hint[locale] || t.meanings[option.meaning]}</span>
                  {draft && (
                    <Tools
                      at={at}
                      record={record}
                      edit={`${at}/svar/${scale}/${option.key}`}
                      what={`option:${option.key}:${scale}`}
                      name={option.label[locale]}
                      locale={locale}
                    />
                  )}
                </li>
              ))}
            </ul>
            {draft && <TextLink href={`${at}/svar/${scale}/${newKey}`}>{`${w.addOption} · ${w.scale[scale]}`}</TextLink>}
          </div>
        ))}
      </Section>
      <p className="v-soft">{w.unitFirst}</p>
      {record.content.sections.map((section, n) => (
        <Section
          key={section.key}
          title={`${n + 2}. ${section.title[locale]}`}
          locale={locale}
          edit={draft ? { href: `${at}/deler/${section.key}` } : undefined}
        >
          {section.intro[locale] && <p className="v-soft">{section.intro[locale]}</p>}
          {all
            .filter((question) => question.section.key === section.key)
            .map((question) => (
              <div key={question.key} className="v-question">
                <p>
                  <b>{question.number}</b> {question.text[locale]}
                  {question.condition && <span className="v-soft"> ({conditionWords(record.content, question, locale)})</span>}
                  {question.scoring !== 'straight' && <span className="v-soft"> ({w.counts[question.scoring]})</span>}
                </p>
                <Guidance question={question} locale={locale} />
                {draft && (
                  <Tools
                    at={at}
                    record={record}
                    edit={`${at}/deler/${section.key}/sporsmal/${question.key}`}
                    what={`question:${question.key}`}
                    moves
                    name={question.number}
                    locale={locale}
                  />
                )}
              </div>
            ))}
          {draft && (
            <Actions>
              <LinkButton href={`${at}/deler/${section.key}/sporsmal/${newKey}`} variant="secondary" icon="plus">
                {w.addQuestion}
                <span className="ds-sr-only"> {section.title[locale]}</span>
              </LinkButton>
              <Tools at={at} record={record} what={`section:${section.key}`} moves={n > 0} name={section.title[locale]} locale={locale} />
            </Actions>
          )}
        </Section>
      ))}
      {draft && (
        <Actions>
          <LinkButton href={`${at}/deler/${newKey}`} icon="plus" variant="secondary">
            {w.addSection}
          </LinkButton>
        </Actions>
      )}
      {!draft && <Press action={`${at}/utgave`} record={record} label={w.next} hidden={{ id: nextId }} />}
      {draft && (
        <CertainButton action={`${at}/sletting`} hidden={{ version: record.version }} locale={locale}>
          {w.discard}
        </CertainButton>
      )}
      {record.status === 'published' && (
        <CertainButton action={`${at}/ut-av-bruk`} hidden={{ version: record.version }} locale={locale}>
          {w.retire}
        </CertainButton>
      )}
    </>
  )
}

type PressProps = {
  readonly action: string
  readonly record: Questionnaire
  readonly label: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly children?: ComponentChildren
}
const Press = ({ action, record, label, hidden, children }: PressProps) => (
  <Form action={action} version={record.version} unsaved={false} hidden={hidden ?? {}}>
    {children}
    <Actions>
      <Button variant={hidden ? 'secondary' : 'primary'}>{label}</Button>
    </Actions>
  </Form>
)

type ToolsProps = {
  readonly at: string
  readonly record: Questionnaire
  readonly edit?: string
  readonly what: string
  readonly moves?: boolean
  readonly name: string
  readonly locale: Locale
}
/** What may be done with one part of a draft. Each says of what, for those who do not see where it stands. */
function Tools({ at, record, edit, what, moves, name, locale }: ToolsProps) {
  const w = texts(locale).writing
  return (
    <form className="v-inline-form v-tools" method="post" action={`${at}/fjern`} data-once="">
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="hva" value={what} />
      {edit && (
        <LinkButton href={edit} variant="tertiary">
          {w.edit}
          <span className="ds-sr-only"> {name}</span>
        </LinkButton>
      )}
      {moves && (
        <Button variant="tertiary" formAction={`${at}/opp`}>
          {w.up}
          <span className="ds-sr-only"> {name}</span>
        </Button>
      )}
      <Button variant="tertiary">
        {w.remove}
        <span className="ds-sr-only"> {name}</span>
      </Button>
    </form>
  )
}

/** The day of the source, where the source does not say it itself. */
function dayOf(source: string, on: string | null, locale: Locale): string | null {
  const day = on === null ? null : formatDate(on, locale)
  return day === null || source.includes(day) ? null : day
}
