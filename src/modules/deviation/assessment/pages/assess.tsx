import type { ComponentChildren } from 'preact'
import { formatShort } from '../../../../kernel/calendar/words.ts'
import { one } from '../../../../kernel/http.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { BothVersions } from '../../../../ui/conflict.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { Checkboxes, FieldGroup, type Option, Radios, Reveal, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Opened } from '../../../../ui/record-form.tsx'
import { type After, errorAt } from '../../../../ui/refused.ts'
import { type Criterion, criteria, isHighCriterion, type Level, levels } from '../../assessed.ts'
import { DeedPage } from '../../deed/pages/deed.tsx'
import type { Tick } from '../../deviation.ts'
import { dataCategories, scales } from '../../enisa.ts'
import { type AssessmentAnswers, assessmentFields, assessmentForm } from '../../fields-assessment.ts'
import type { CaseView } from '../../queries.ts'
import { standingSignOffs } from '../../rests.ts'
import { type Consequences, consequencesOf, exceptionLevels } from '../consequences.ts'
import type { Hint } from '../prefill.ts'
import { standingAnswers } from '../standing.ts'
import { assessmentTexts } from '../texts.ts'
import { affectedLine, ReportBeside, ReportFolded } from './beside.tsx'
import { dutyOf, Score, Working } from './follows.tsx'

export type AssessPageProps = Pick<After, 'refused'> & {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
  readonly answers: AssessmentAnswers
  readonly ticked: readonly Criterion[]
  /** What the report points to, where nobody has answered anything yet; the hints tick nothing. */
  readonly suggested?: { readonly ticked: readonly Hint[]; readonly hints: readonly Hint[] }
  readonly state?: 'asked' | 'previewed' | 'stale' | undefined
}

/** The criteria on one side; on the other what follows from them and from which rule, before anybody confirms. */
export function AssessPage(props: AssessPageProps) {
  const { view, now, locale, answers, ticked, refused, state = 'asked' } = props
  const { deviation, profile } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.assess
  const follows = consequencesOf({ ...deviation, assessment: answers, ticks: asTicks(ticked, deviation.ticks, now) }, profile, deviation)
  const signed = profile.assessment.jointly.length > 0 && standingSignOffs(deviation).length > 0
  return (
    <DeedPage
      view={view}
      now={now}
      locale={locale}
      title={words.title}
      lead={words.lead}
      refused={refused}
      conflict={state === 'stale' && <AssessConflict {...props} />}
    >
      {state === 'previewed' && (
        <Notice locale={locale} live>
          <p>
            {words.previewed} <TextLink href="#dette-folger">{words.previewLink}</TextLink>
          </p>
        </Notice>
      )}
      {props.suggested && props.suggested.ticked.length > 0 && <Notice locale={locale}>{words.prefilled}</Notice>}
      {signed && (
        <Notice tone="warning" locale={locale}>
          {words.clearsSignatures}
        </Notice>
      )}
      <ReportFolded view={view} locale={locale} />
      <Form wide action={`/avvik/${deviation.id}/vurdering`} version={deviation.version} enter={harmless}>
        <Opened fields={assessmentForm} values={standingAnswers(view)} raw={props.refused?.raw} />
        <Decision
          locale={locale}
          facts={<Questions {...props} />}
          beside={<ReportBeside view={view} locale={locale} />}
          outcome={outcomeOf(follows, locale)}
          consequences={[
            dutyOf('authority', follows.duties, locale),
            dutyOf('subjects', follows.duties, locale),
            { text: <Severity follows={follows} locale={locale} /> },
          ]}
        >
          <Confirm follows={follows} locale={locale} />
        </Decision>
      </Form>
    </DeedPage>
  )
}

const tones = { unlikely: 'neutral', low: 'success', medium: 'warning', high: 'danger' } as const

function outcomeOf(follows: Consequences, locale: Locale) {
  const texts = assessmentTexts(locale)
  const words = texts.pages.follows
  const { level, departs, suggestion } = follows
  if (level === null && suggestion.level === null) return { label: words.nothingYet, tone: 'neutral' as const, text: words.nothingYetText }
  const suggested = suggestion.level && texts.suggested(texts.level[suggestion.level])
  return {
    label: level ? words.level(texts.level[level]) : (suggested ?? words.nothingYet),
    // Below the suggestion is nothing to be calm about until it is reasoned.
    tone: departs === 'below' ? ('warning' as const) : level ? tones[level] : suggestedTone(suggestion.level),
    text: (
      <>
        {level && suggested && <strong>{suggested}. </strong>}
        {level === null && follows.scoreAboveCriteria && follows.severity && (
          <strong>{words.scoreAbove(texts.enisa.band[follows.severity.band])} </strong>
        )}
        {departs && `${departs === 'below' ? words.departsBelow : words.departsAbove} `}
        <Working follows={follows} locale={locale} />
      </>
    ),
  }
}

/** A suggestion is nobody's judgement: it is never green, and a score above it is a warning. */
const suggestedTone = (level: Level | null) =>
  level === null || level === 'low' || level === 'unlikely' ? ('neutral' as const) : tones[level]

const Severity = ({ follows: { severity, compare }, locale }: { readonly follows: Consequences; readonly locale: Locale }) => {
  const { enisa, pages } = assessmentTexts(locale)
  return (
    <Stack gap="sm">
      <p>
        <strong>{enisa.title}</strong>
      </p>
      {severity ? <Score severity={severity} compare={compare} locale={locale} /> : <p className="v-soft">{pages.follows.noScore}</p>}
      {severity && (
        <p>
          <small>{enisa.note}</small>
        </p>
      )}
    </Stack>
  )
}

/** Several questions may lack an answer for one reason: it is said once, and leads to the first of them. */
const saidOnce = (gaps: Consequences['gaps']): Consequences['gaps'] =>
  gaps.filter((gap, at) => gaps.findIndex(({ code }) => code === gap.code) === at)

/** What is missing is said before anybody tries to finish. */
const Confirm = ({ follows, locale }: { readonly follows: Consequences; readonly locale: Locale }) => {
  const texts = assessmentTexts(locale)
  const { assess, follows: words } = texts.pages
  return (
    <>
      {follows.gaps.length > 0 ? (
        <div>
          <Heading level={3}>{words.gaps}</Heading>
          <ul className="ds-list">
            {each(saidOnce(follows.gaps), (gap) => (
              <li>
                <a className="ds-link" href={`#${gap.field}`}>
                  {texts.gap[gap.code]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="v-soft">{words.none}</p>
      )}
      <Actions>
        <Button name="gjor" value="fullfor">
          {assess.finish}
        </Button>
        <Button name="gjor" value="vis" variant="secondary">
          {assess.preview}
        </Button>
        <Button name="gjor" value="lagre" variant="tertiary">
          {assess.save}
        </Button>
      </Actions>
    </>
  )
}

function Questions(props: AssessPageProps) {
  const { view, locale } = props
  const texts = assessmentTexts(locale)
  const words = texts.pages.assess
  const asksException = exceptionLevels(view.profile)
  const ask = asker(props)
  const level = (
    <Radios
      {...common(props, 'level')}
      options={levels.map((one) => ({ ...levelOption(one, locale), reveals: asksException.includes(one) }))}
      value={written(props, 'level')}
      takenBack={locale}
    />
  )
  return (
    <>
      <FieldGroup title={words.criteria}>
        <Reveal
          by={
            <Criteria
              {...props}
              id="criteria"
              of={criteria.filter(isHighCriterion)}
              label={words.high}
              hint={words.highHint}
              reveals="H4"
            />
          }
        >
          {ask('h4Explanation')}
        </Reveal>
        <Criteria
          {...props}
          id="criteria-m"
          of={criteria.filter((criterion) => !isHighCriterion(criterion))}
          label={words.medium}
          hint={words.mediumHint}
          below={{ M2: ask('largeScale') }}
        />
        <Reveal by={ask('newTechnology', 'yes')}>{ask('newTechnologyComment')}</Reveal>
      </FieldGroup>
      <FieldGroup title={words.data} hint={words.dataHint}>
        {ask('effectAstray')}
        {ask('effectChanged')}
        {ask('effectLost')}
        {ask('dataEncrypted')}
        {ask('confidentiality')}
        {ask('integrity')}
        {ask('availability')}
        {ask('mayHarmRights')}
      </FieldGroup>
      <FieldGroup title={texts.enisa.title} hint={texts.enisa.note}>
        <EnisaQuestions {...props} />
      </FieldGroup>
      <FieldGroup title={words.level}>
        <Reveal by={level}>
          {ask('certainty')}
          {ask('certaintyReasons')}
        </Reveal>
        {ask('levelReason')}
        {ask('advice')}
      </FieldGroup>
    </>
  )
}

/** One list of criteria. Who ticked one, and when, stands at it; so does what the report points to. */
function Criteria(
  props: AssessPageProps & {
    readonly id: string
    readonly of: readonly Criterion[]
    readonly label: string
    readonly hint: string
    readonly reveals?: Criterion
    /** The question that one criterion brings, below it. */
    readonly below?: Readonly<Partial<Record<Criterion, ComponentChildren>>>
  },
) {
  const { id, of, label, hint, ticked, locale, refused, reveals, below } = props
  const texts = assessmentTexts(locale)
  return (
    <Checkboxes
      name="criteria"
      id={id}
      label={label}
      hint={hint}
      error={errorAt(refused, 'criteria')}
      values={ticked}
      options={of.map((criterion) => ({
        value: criterion,
        label: texts.criteria[criterion],
        reveals: criterion === reveals,
        below: below?.[criterion],
        ...hintOf(criterion, props),
      }))}
    />
  )
}

function hintOf(criterion: Criterion, { view, locale, ticked, suggested }: AssessPageProps): { readonly hint?: string } {
  const { hint, pages, criteriaHints } = assessmentTexts(locale)
  const what = criteriaHints[criterion]
  const tick = view.deviation.ticks.find((one) => one.criterion === criterion)
  if (tick && ticked.includes(criterion)) {
    return { hint: [what, pages.assess.ticked(view.names.get(tick.by) ?? '–', formatShort(tick.at, locale))].filter(Boolean).join(' ') }
  }
  const because = [...(suggested?.ticked ?? []), ...(suggested?.hints ?? [])].filter((one) => one.criterion === criterion)
  if (because.length === 0) return what ? { hint: what } : {}
  const isTick = suggested?.ticked.some((one) => one.criterion === criterion)
  return {
    hint: [...(what ? [what] : []), ...because.map((one) => hint[one.because]), ...(isTick ? [pages.assess.suggestedTick] : [])].join(' '),
  }
}

function EnisaQuestions(props: AssessPageProps) {
  const { locale, answers } = props
  const { enisa, pages } = assessmentTexts(locale)
  const words = pages.enisa
  const names = ['enisaEase', 'enisaConfidentiality', 'enisaIntegrity', 'enisaAvailability', 'enisaMalicious'] as const
  const data = dataCategories.map((category) => ({ category, name: dataField[category] }))
  const begun = [...names, ...data.map((one) => one.name)].some((name) => answers[name] !== null)
  const faults = hasFault(props, [...names, ...data.map((one) => one.name)])
  const scale = (
    name: keyof typeof scales,
    labels: Readonly<Record<number, string>>,
    none: string,
    numbered = false,
  ): readonly Option[] => [
    { value: '', label: none },
    ...scales[name].map((value) => ({ value: String(value), label: numbered ? `${value} – ${labels[value]}` : (labels[value] ?? '') })),
  ]
  return (
    <Details summary={words.open} open={begun || faults}>
      <Stack gap="lg">
        <p>{words.lead}</p>
        <p>{words.formula}</p>
        <p>
          <strong>{words.data}</strong>
        </p>
        <p>{words.dataHint}</p>
        <p>{words.raise}</p>
        <p>{words.lower}</p>
        {data.map(({ category, name }) => (
          <Radios
            key={name}
            {...common(props, name)}
            hint={`${common(props, name).hint ?? ''}\n${words.examples[category]}`.trim()}
            options={scale(name, enisa.scores[category], words.notTouched, true)}
            value={written(props, name)}
          />
        ))}
        <p>
          <strong>{words.circumstances}</strong>
        </p>
        <Radios
          {...common(props, 'enisaEase')}
          options={scale('enisaEase', enisa.ease, words.notAssessed)}
          value={written(props, 'enisaEase')}
        />
        <Radios
          {...common(props, 'enisaConfidentiality')}
          options={scale('enisaConfidentiality', enisa.confidentiality, words.notAssessed)}
          value={written(props, 'enisaConfidentiality')}
        />
        <Radios
          {...common(props, 'enisaIntegrity')}
          options={scale('enisaIntegrity', enisa.integrity, words.notAssessed)}
          value={written(props, 'enisaIntegrity')}
        />
        <Radios
          {...common(props, 'enisaAvailability')}
          options={scale('enisaAvailability', enisa.availability, words.notAssessed)}
          value={written(props, 'enisaAvailability')}
        />
        {asker(props)('enisaMalicious')}
      </Stack>
    </Details>
  )
}

const dataField = {
  simple: 'enisaSimple',
  behavioural: 'enisaBehavioural',
  financial: 'enisaFinancial',
  sensitive: 'enisaSensitive',
} as const

/** The help at low says that there is always some risk; there is no "no risk" to choose (S3-46). */
const levelOption = (level: Level, locale: Locale): Option => ({
  value: level,
  label: assessmentTexts(locale).fields.level.choices[level],
  hint: assessmentTexts(locale).levelHelp[level],
})

type Name = keyof AssessmentAnswers & string
type FieldWords = { readonly label: string; readonly hint?: string; readonly choices?: Readonly<Record<string, string>> }

/** Draws one question by its kind. None is marked as optional: an unfinished assessment may be saved, a finished one says itself what it lacks. */
const asker = (props: AssessPageProps) =>
  function ask(name: Name, reveals?: string): ComponentChildren {
    const field = assessmentFields[name]
    const value = written(props, name)
    if (field.kind === 'text') return <TextInput {...common(props, name)} value={value} rows={4} max={field.max} guard />
    if (field.kind !== 'choice') return null
    const { choices } = assessmentTexts(props.locale).fields[name] as FieldWords
    const options = field.of.map((one) => ({ value: one, label: choices?.[one] ?? one, reveals: one === reveals }))
    const asked = common(props, name)
    // The scale is judged by the number, so the number stands where it is asked.
    const hint = name === 'largeScale' ? [affectedLine(props.view, props.locale), asked.hint].join(' ') : asked.hint
    return <Radios {...asked} {...(hint ? { hint } : {})} inline value={value} options={options} takenBack={props.locale} />
  }

const common = (props: AssessPageProps, name: Name) => {
  const { label, hint } = assessmentTexts(props.locale).fields[name] as FieldWords
  return { name, label, error: errorAt(props.refused, name), ...(hint ? { hint } : {}) }
}

const hasFault = ({ refused }: AssessPageProps, names: readonly Name[]): boolean => names.some((name) => errorAt(refused, name))

/** What is shown in a field: what was posted, else what is stored. */
const written = ({ refused, answers }: AssessPageProps, name: Name): string =>
  refused ? one(refused.raw, name) : String(answers[name] ?? '')

/** The ticks as they would be stored: one that stands keeps who set it and when. */
const asTicks = (ticked: readonly Criterion[], before: readonly Tick[], now: Date): readonly Tick[] =>
  ticked.map((criterion) => before.find((tick) => tick.criterion === criterion) ?? { criterion, by: '', at: now })

/** The words of a score, where the question has a scale. */
const scored = (name: Name, locale: Locale): Readonly<Record<string, string>> | undefined => {
  const { enisa } = assessmentTexts(locale)
  const category = dataCategories.find((one) => dataField[one] === name)
  if (category) return enisa.scores[category]
  const circumstances: Readonly<Partial<Record<Name, Readonly<Record<string, string>>>>> = {
    enisaEase: enisa.ease,
    enisaConfidentiality: enisa.confidentiality,
    enisaIntegrity: enisa.integrity,
    enisaAvailability: enisa.availability,
  }
  return circumstances[name]
}

function AssessConflict({ view, locale, answers, ticked }: AssessPageProps) {
  const texts = assessmentTexts(locale)
  const { deviation } = view
  const names = Object.keys(assessmentFields) as Name[]
  const shown = (of: AssessmentAnswers, name: Name) => {
    const value = of[name]
    const choices = scored(name, locale) ?? (texts.fields[name] as FieldWords).choices
    return value === null ? null : (choices?.[String(value)] ?? String(value))
  }
  const list = (all: readonly Criterion[]) =>
    all.length === 0
      ? null
      : criteria
          .filter((one) => all.includes(one))
          .map((one) => texts.criteria[one])
          .join(' · ')
  const rows = [
    { question: texts.pages.assess.criteria, now: list(deviation.ticks.map((tick) => tick.criterion)), yours: list(ticked) },
    ...names.map((name) => ({
      question: (texts.fields[name] as FieldWords).label,
      now: shown(deviation.assessment, name),
      yours: shown(answers, name),
    })),
  ]
  return <BothVersions rows={rows.filter((row) => row.now !== row.yours)} locale={locale} />
}

/** Enter finishes no assessment: it shows what would follow. */
const harmless = { name: 'gjor', value: 'vis' }
