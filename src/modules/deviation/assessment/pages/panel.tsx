import type { Role } from '../../../../kernel/actor.ts'
import { formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, Stack } from '../../../../ui/page.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { criteria, type Level } from '../../assessed.ts'
import type { Action, Decision, SignOff } from '../../deviation.ts'
import { fellWords } from '../../fell.ts'
import { assessmentFields } from '../../fields-assessment.ts'
import { jointAssessment } from '../../joint.ts'
import type { CaseView } from '../../queries.ts'
import { standingSignOffs } from '../../rests.ts'
import { isTold } from '../../rules.ts'
import { consequencesOf, sameHand } from '../consequences.ts'
import { assessmentTexts } from '../texts.ts'
import { DutyList, Score, Working } from './follows.tsx'

export type PanelProps = { readonly view: CaseView; readonly locale: Locale }
/** Headings one step below what stands above them. */
type Leveled = PanelProps & { readonly level?: 2 | 3 }

/** Where the assessment stands, in a word: breach or not, the level, and how many have signed. */
export const AssessmentState = ({ view, locale }: PanelProps) => {
  const { deviation, profile } = view
  const { level } = deviation.assessment
  const joint = jointAssessment(profile.assessment.jointly, deviation.signOffs)
  const { panel, joint: words } = assessmentTexts(locale).pages
  if (!deviation.assessedAt || !level) return <span className="v-soft">{begunIn(deviation) ? panel.halfway : panel.notAssessed}</span>
  return (
    <>
      <Tag tone={levelTone[level]}>{assessmentTexts(locale).fields.level.choices[level]}</Tag>
      {joint && !joint.done && (
        <span className="v-soft">
          {words.signedSoFar(profile.assessment.jointly.length - joint.waitingFor.length, profile.assessment.jointly.length)}
        </span>
      )}
    </>
  )
}

const begunIn = (deviation: CaseView['deviation']): boolean =>
  deviation.ticks.length > 0 || Object.values(deviation.assessment).some((answer) => answer !== null)

/** Level, what follows and from which rule, who has signed; on a page of its own (level 2) also what is decided, which the case says elsewhere. */
export const AssessmentRead = ({ view, locale, level = 3 }: Leveled) => {
  const { deviation, profile } = view
  const words = assessmentTexts(locale).pages.panel
  const begun = begunIn(deviation)
  return (
    <Stack gap="lg">
      {begun ? <Assessed view={view} locale={locale} /> : <p className="v-soft">{words.notYet}</p>}
      {begun && (
        <Stack gap="sm">
          <Heading level={level}>{words.duties}</Heading>
          <DutyList duties={consequencesOf(deviation, profile).duties} locale={locale} />
        </Stack>
      )}
      <Joint view={view} locale={locale} level={level} />
      {level === 2 && <Decisions view={view} locale={locale} level={level} />}
      <Deeds view={view} locale={locale} bare={level === 2} />
    </Stack>
  )
}

export const levelTone: Readonly<Record<Level, 'neutral' | 'info' | 'warning' | 'danger'>> = {
  unlikely: 'neutral',
  low: 'info',
  medium: 'warning',
  high: 'danger',
}

/** The answers and their working, as they are read. */
export function Assessed({ view, locale }: PanelProps) {
  const { deviation, profile, names } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.panel
  const follows = consequencesOf(deviation, profile)
  const { level, levelReason, certainty, certaintyReasons, advice } = deviation.assessment
  const items = [
    { label: words.level, value: level && texts.fields.level.choices[level] },
    ...(levelReason ? [{ label: words.reason, value: levelReason, text: true }] : []),
    ...(certainty ? [{ label: texts.fields.certainty.label, value: texts.fields.certainty.choices[certainty] }] : []),
    ...(certaintyReasons ? [{ label: texts.fields.certaintyReasons.label, value: certaintyReasons, text: true }] : []),
    {
      label: words.suggestion,
      value: (
        <>
          {follows.suggestion.level ? texts.level[follows.suggestion.level] : texts.pages.follows.nothingYet}
          <Working follows={follows} locale={locale} />
        </>
      ),
    },
    ...(follows.severity
      ? [{ label: texts.enisa.title, value: <Score severity={follows.severity} compare={follows.compare} locale={locale} /> }]
      : []),
    ...(advice ? [{ label: texts.fields.advice.label, value: advice, text: true }] : []),
    ...(deviation.assessedBy && deviation.assessedAt
      ? [{ label: words.assessed, value: signature(names, deviation.assessedBy, deviation.assessedAt, locale) }]
      : []),
  ]
  return (
    <>
      {deviation.assessedAt === null && (
        <Notice tone="info" locale={locale}>
          {words.begun}
        </Notice>
      )}
      <SummaryList items={items} locale={locale} />
    </>
  )
}

/** Every answer, for those who may read and not write; with who ticked each criterion, and when. */
export function AllAnswers({ view, locale }: PanelProps) {
  const { deviation, names } = view
  const texts = assessmentTexts(locale)
  return (
    <Section title={texts.pages.panel.answers} locale={locale}>
      <Stack gap="lg">
        {deviation.ticks.length > 0 && (
          <SummaryList
            locale={locale}
            items={criteria
              .flatMap((criterion) => deviation.ticks.filter((tick) => tick.criterion === criterion))
              .map((tick) => ({ label: texts.criteria[tick.criterion], value: signature(names, tick.by, tick.at, locale) }))}
          />
        )}
        <RecordView fields={assessmentFields} texts={texts.fields} values={deviation.assessment} locale={locale} shown={read} />
      </Stack>
    </Section>
  )
}

/** What stands nowhere else on the page. */
const read = [
  'h4Explanation',
  'largeScale',
  'newTechnology',
  'newTechnologyComment',
  'effectAstray',
  'effectChanged',
  'effectLost',
  'dataEncrypted',
  'confidentiality',
  'integrity',
  'availability',
  'mayHarmRights',
] as const

/** Who has signed, who is missing (S4-139); nothing where the assessor is alone. */
export function Joint({ view, locale, level = 3 }: Leveled) {
  const { deviation, profile, names } = view
  const joint = jointAssessment(profile.assessment.jointly, standingSignOffs(deviation))
  if (!joint || deviation.assessedAt === null) return null
  const { panel, joint: words } = assessmentTexts(locale).pages
  const roles = profile.assessment.jointly
  return (
    <Stack gap="sm">
      <Heading level={level}>{panel.joint}</Heading>
      <Stack gap="sm">
        <p className="v-soft">{words.signedSoFar(roles.length - joint.waitingFor.length, roles.length)}</p>
        {each(standingSignOffs(deviation), (signOff) => (
          <Details summary={`${roleTitle(view, signOff.role, locale)} · ${signature(names, signOff.by, signOff.at, locale)}`}>
            <SignedView signOff={signOff} locale={locale} />
          </Details>
        ))}
        {joint.waitingFor.length > 0 && (
          <p>
            {panel.jointWaiting}: {joint.waitingFor.map((role) => roleTitle(view, role, locale)).join(', ')}
          </p>
        )}
        {joint.done && <p>{joint.mayProposeClosing ? words.mayPropose : words.notEnough}</p>}
      </Stack>
    </Stack>
  )
}

export const SignedView = ({ signOff, locale }: { readonly signOff: SignOff; readonly locale: Locale }) => {
  const { jointForm } = assessmentTexts(locale)
  const text = (name: 'extent' | 'severity' | 'measures' | 'notifyReason' | 'enoughReason') => ({
    label: jointForm[name].label,
    value: signOff[name],
    text: true,
  })
  return (
    <SummaryList
      narrow
      locale={locale}
      items={[
        text('extent'),
        text('severity'),
        text('measures'),
        { label: jointForm.notify.label, value: jointForm.notify.choices[signOff.notify] },
        text('notifyReason'),
        { label: jointForm.enough.label, value: jointForm.enough.choices[signOff.enough] },
        text('enoughReason'),
      ]}
    />
  )
}

/** What has been decided, by whom, when and why; the newest first. */
function Decisions({ view, locale, level = 3 }: Leveled) {
  const decisions = view.deviation.decisions.filter((one) => one.kind === 'authority' || one.kind === 'subjects').toReversed()
  if (decisions.length === 0) return null
  return (
    <Stack gap="sm">
      <Heading level={level}>{assessmentTexts(locale).pages.panel.decisions}</Heading>
      <SummaryList
        locale={locale}
        items={decisions.map((decision) => ({
          label: outcomeOf(decision, locale),
          value: <Decided view={view} decision={decision} locale={locale} />,
        }))}
      />
    </Stack>
  )
}

function Decided({ view, decision, locale }: PanelProps & { readonly decision: Decision }) {
  const texts = assessmentTexts(locale)
  const hint = decision.kind === 'authority' && sameHand(view.deviation, decision.by, view.profile)
  return (
    <Stack gap="sm">
      {decision.ground && <p>{texts.subjectsForm.ground.choices[decision.ground]}.</p>}
      {decision.reason && <p>{decision.reason}</p>}
      <p className="v-soft">{signature(view.names, decision.by, decision.at, locale)}</p>
      {hint && <p className="v-soft">{texts.pages.panel.sameHand}</p>}
    </Stack>
  )
}

const outcomeOf = (decision: Decision, locale: Locale): string => {
  const { kind, outcome } = decision
  const { authorityForm, subjectsForm } = assessmentTexts(locale)
  const choices: Readonly<Record<string, string>> = kind === 'authority' ? authorityForm.outcome.choices : subjectsForm.outcome.choices
  if (outcome === 'fell') return fellWords(decision, locale)
  return choices[outcome] ?? outcome
}

/** Links to what this viewer may do now: the same answer guards the deed. */
function Deeds({ view, locale, bare }: PanelProps & { readonly bare: boolean }) {
  const { deviation, profile } = view
  const words = assessmentTexts(locale).pages.panel.actions
  const base = `/avvik/${deviation.id}`
  const assessed = deviation.assessedAt !== null
  const may = (action: Action) => view.actions.includes(action)
  const deeds: readonly { readonly href: string; readonly label: string; readonly when: boolean }[] = [
    { href: `${base}/vurdering`, label: words.read, when: assessed && !may('assess') && !bare },
    { href: `${base}/vurdering`, label: assessed ? words.assessAgain : words.assess, when: may('assess') },
    { href: `${base}/signering`, label: words.signOff, when: may('signOff') && assessed && profile.assessment.jointly.length > 0 },
    {
      href: `${base}/varsling`,
      label: words.decideAuthority,
      when: bare && may('decideAuthority') && assessed && !isTold(deviation) && deviation.authorityTrack !== 'withdrawn',
    },
    {
      href: `${base}/informering`,
      label: words.decideSubjects,
      when: bare && may('decideSubjects') && assessed && deviation.subjectsTrack !== 'informed',
    },
  ]
  const open = deeds.filter((deed) => deed.when)
  return open.length === 0 ? null : (
    <Actions>
      {each(open, (deed) => (
        <LinkButton variant="secondary" href={deed.href}>
          {deed.label}
        </LinkButton>
      ))}
    </Actions>
  )
}

export const signature = (names: ReadonlyMap<string, string>, by: string, at: Date, locale: Locale): string =>
  assessmentTexts(locale).pages.changedBy(names.get(by) ?? '–', formatShort(at, locale))

/** What the organisation calls a role. */
export const roleTitle = ({ profile }: CaseView, role: string, locale: Locale): string => {
  const title = profile.titles[role as Role][locale]
  return title.charAt(0).toUpperCase() + title.slice(1)
}
