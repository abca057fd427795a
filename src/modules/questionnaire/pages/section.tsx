import type { ComponentChildren } from 'preact'
import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { AutosaveStatus } from '../../../ui/autosave-status.tsx'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { GuardTexts } from '../../../ui/guard-notice.tsx'
import { PageHeading, Prose } from '../../../ui/page.tsx'
import { Opened, RecordField } from '../../../ui/record-form.tsx'
import { ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { conditionWords, fieldName } from '../asking.ts'
import { askedOf, type Content, isBad, type Numbered, numbered, optionOf, type Section } from '../content.ts'
import type { Facts } from '../known.ts'
import type { Before, Below } from '../queries.ts'
import type { Answers, Campaign, CampaignUnit } from '../questionnaire.ts'
import { unanswered } from '../rules-answering.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'
import { Beside, Guidance } from './beside.tsx'
import { Progress } from './progress.tsx'

export type SectionProps = After & {
  readonly campaign: Campaign
  readonly unit: CampaignUnit
  readonly content: Content
  readonly section: Section
  readonly number: number
  readonly questions: readonly Numbered[]
  readonly fields: Fields
  readonly labels: FieldTexts<Fields>
  readonly values: Values<Fields>
  readonly offers: OffersByName
  readonly answers: Answers
  readonly facts: Facts
  readonly before: Before | null
  readonly below: readonly Below[]
  readonly forwards: readonly { readonly question: string; readonly name: string }[]
  readonly writes: boolean
  readonly now: Date
  readonly locale: Locale
}

/** One section a page, made for a telephone: how far one has come, each question with its answers, and all else folded. */
export function SectionPage(props: SectionProps) {
  const { campaign, unit, content, section, number, questions, answers, fields, values, writes, locale, refused, conflict } = props
  const t = texts(locale).answering
  const here = unitAddress(unit)
  const last = number - 1 === content.sections.length
  const all = askedOf(content, answers)
  const done = all.length - unanswered(content, answers).size
  const put = new Set(all.map(({ key }) => key))
  const body = questions
    // Whoever only reads has no use for what was not asked.
    .filter(({ key }) => writes || put.has(key))
    .map((question) =>
      put.has(question.key) ? (
        <OneQuestion key={question.key} question={question} {...props} />
      ) : (
        <Details key={question.key} summary={t.onlyIf(question.number, conditionWords(content, question, locale))} wide>
          <OneQuestion question={question} {...props} />
        </Details>
      ),
    )
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={`${number}. ${section.title[locale]}`} kicker={unit.name} />
      <Progress part={t.part(number, content.sections.length + 1)} done={done} of={all.length} said={t.done(done, all.length)} />
      {campaign.values.contact && (
        <p className="v-soft">
          {t.contact}{' '}
          <a className="ds-link" href={`mailto:${campaign.values.contact}`}>
            {campaign.values.contact}
          </a>
        </p>
      )}
      {section.intro[locale] && (
        <Prose>
          <p>{section.intro[locale]}</p>
        </Prose>
      )}
      {conflict}
      {writes ? (
        <Form version={unit.version} autosave={`${here}/del/${number}/lagring`}>
          <input type="hidden" name="stilt" value={questions.flatMap(({ key }) => (put.has(key) ? [key] : [])).join(' ')} />
          <Opened fields={fields} values={values} raw={refused?.raw} />
          {body.length === 0 ? <p>{t.noneAsked}</p> : body}
          <GuardTexts locale={locale} />
          <AutosaveStatus locale={locale} />
          <Actions>
            <Button>{last ? t.toCheck : t.next}</Button>
            <Button name="videre" value="tilbake" variant="secondary">
              {t.back}
            </Button>
            <Button name="videre" value="oversikt" variant="tertiary">
              {t.overview}
            </Button>
          </Actions>
        </Form>
      ) : (
        <>
          {body}
          <Actions>
            {!last && <LinkButton href={`${here}/del/${number + 1}`}>{t.part(number + 1, content.sections.length + 1)}</LinkButton>}
            <LinkButton href={here} variant="secondary">
              {t.overview}
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  )
}

function OneQuestion({ question, ...props }: SectionProps & { readonly question: Numbered }) {
  const { content, fields, labels, values, offers, answers, before, below, forwards, facts, unit, writes, now, locale, refused } = props
  const t = texts(locale).answering
  const { key } = question
  const field = (name: string, below?: Readonly<Record<string, ComponentChildren>>): ComponentChildren =>
    fields[fieldName(key, name)] ? (
      <RecordField<Fields>
        key={name}
        {...{ fields, values, locale }}
        // Which of the fields point at a person is known when the edition is read, and not before.
        {...({ offers } as object)}
        texts={labels}
        raw={refused?.raw}
        problems={refused?.problems ?? []}
        name={fieldName(key, name)}
        {...(below ? { below } : {})}
      />
    ) : null
  const chosen = refused?.raw[fieldName(key, 'option')] ?? answers.get(key)?.option
  const bad = content.scales[question.scale].filter((option) => isBad(content, question, option.key)).map((option) => option.key)
  const under = bad.find((one) => one === chosen) ?? bad[0]
  const report = question.reports && (
    <div className="v-stack">
      <p>{t.reportText}</p>
      <Actions>
        <Button name="videre" value={`meld:${key}:${newId(now)}`} variant="secondary" icon="warning">
          {t.report}
        </Button>
      </Actions>
    </div>
  )
  const follow = (
    <div className="v-stack">
      {report}
      {field('reason')}
      {field('follow', {
        action: (
          <div className="v-stack">
            {field('action')}
            {field('owner')}
            {field('dueOn')}
          </div>
        ),
      })}
    </div>
  )
  const last = before?.answers.get(key)?.option
  const lastLabel =
    before && last ? optionOf(before.content, numbered(before.content).find((one) => one.key === key) ?? question, last) : undefined
  return (
    <section className="v-question" id={key}>
      {writes ? (
        field('option', under ? { [under]: question.scoring === 'reversed' ? report : follow } : {})
      ) : (
        <ReadOnly question={question} {...props} />
      )}
      <Guidance question={question} locale={locale} />
      {before && lastLabel && <p className="v-question__before">{t.before(before.campaign.values.year ?? 0, lastLabel.label[locale])}</p>}
      <BelowLine question={question} below={below} content={content} locale={locale} />
      {question.known && <Beside known={question.known} facts={facts} unit={unit.unitId} now={now} locale={locale} />}
      {writes && field('comment')}
      {forwards
        .filter((one) => one.question === key)
        .map(({ name }) => (
          <p key={name} className="v-soft">
            {t.forwarded(name)}
          </p>
        ))}
      {writes && (
        <Button name="videre" value={`spor:${key}`} variant="tertiary" icon="arrowRight">
          {t.forward}
          <span className="ds-sr-only"> {question.number}</span>
        </Button>
      )}
    </section>
  )
}

function ReadOnly({ question, fields, labels, values, offers, locale }: SectionProps & { readonly question: Numbered }) {
  const shown = Object.keys(fields).filter(
    (name) => name.startsWith(`${question.key}_`) && (values[name] !== null || name.endsWith('_option')),
  )
  return <ViewOfAny fields={fields} texts={labels} values={values} offers={offers} locale={locale} shown={shown} narrow />
}

/** What the units right below have answered, for the one above: how many cover it, and who does not. */
function BelowLine({
  question,
  below,
  content,
  locale,
}: {
  readonly question: Numbered
  readonly below: readonly Below[]
  readonly content: Content
  readonly locale: Locale
}) {
  const t = texts(locale).answering
  const sent = below.filter(({ answers }) => answers !== null)
  if (sent.length === 0 || question.scoring === 'neutral') return null
  const not = sent.filter(({ answers }) => isBad(content, question, answers?.get(question.key)?.option ?? null))
  return (
    <Details summary={t.below(sent.length - not.length, sent.length)}>
      {not.length === 0 ? null : (
        <p>
          {t.belowNot}: {not.map(({ unit }) => unit.name).join(', ')}
        </p>
      )}
    </Details>
  )
}
