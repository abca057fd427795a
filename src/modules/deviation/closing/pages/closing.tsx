import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../../kernel/fields.ts'
import { capital, type Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { DocumentPreview } from '../../../../ui/document-preview.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { type KeyFact, KeyFacts } from '../../../../ui/key-facts.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, Prose, Stack } from '../../../../ui/page.tsx'
import { errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { undrawn } from '../../../documents/public.ts'
import { clockRuns } from '../../clock.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { paperTexts } from '../../documents/texts.ts'
import { documentationFields, lessonFields, memoFields } from '../../fields-closing.ts'
import type { CaseView } from '../../queries.ts'
import { standingSignOffs } from '../../rests.ts'
import { memoNeeded } from '../../rules.ts'
import { texts as caseTexts } from '../../texts.ts'
import { type ShownCheck, shownChecks } from '../checks.ts'
import { closingGaps } from '../rules.ts'
import { texts } from '../texts.ts'
import { type Attachment, Attachments } from './memo.tsx'

export type ClosingPageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused'> & {
  /** The documents that whoever decides reads, and those the case has kept. */
  readonly material: readonly Attachment[]
  /** The memo as it was proposed, shown on the page of whoever decides. */
  readonly memo: { readonly pages: readonly string[]; readonly pdf: string } | null
}

/** Whether the case can be closed: what is in place, what is not and where it is mended; then the one deed that is this reader's. */
export const ClosingPage = (props: ClosingPageProps) => {
  const { view, locale } = props
  const t = texts(locale).closing
  const { status } = view.deviation
  return (
    <DeedPage {...props} title={titleFor(view, locale)} lead={leadFor(view, locale)}>
      {status === 'proposed' && view.actions.includes('close') ? (
        <Deciding {...props} />
      ) : (
        <>
          <Standing {...props} />
          {status !== 'closed' && (
            <Section title={t.checks} id="sjekker" locale={locale}>
              <Checks checks={shownChecks(view)} view={view} locale={locale} />
            </Section>
          )}
          {status !== 'closed' && <NextDeed {...props} />}
          {props.material.length > 0 && (
            <Section
              title={t.material}
              id="dokumenter"
              locale={locale}
              edit={{ href: at(view, 'dokumenter'), label: texts(locale).panel.documents }}
            >
              <Attachments attachments={props.material} locale={locale} />
            </Section>
          )}
        </>
      )}
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

const isLeaders = ({ deviation, profile }: CaseView) => deviation.triage === 'internal' && profile.assessment.leaderClosesInternal
const isReady = ({ deviation, profile }: CaseView) => closingGaps(deviation, profile).length === 0
const at = ({ deviation }: CaseView, path: string) => `/avvik/${deviation.id}/${path}`

function titleFor(view: CaseView, locale: Locale): string {
  const t = texts(locale).closing
  if (view.deviation.status === 'proposed' && view.actions.includes('close')) return t.decideTitle
  if (!isLeaders(view) || !view.parts.has('leader') || view.deviation.status !== 'open') return t.title
  return isReady(view) ? t.leaderTitle : t.leaderLeft
}

function leadFor(view: CaseView, locale: Locale): string | undefined {
  const t = texts(locale).closing
  if (view.deviation.status === 'proposed' && view.actions.includes('close')) return t.decideText
  if (!isLeaders(view) || view.deviation.status !== 'open') return undefined
  return view.parts.has('leader') ? t.leaderText : t.leaderElsewhere
}

/** Where the case stands, when there is nothing for this reader to do; and what was said when it was last sent back. */
function Standing({ view, locale }: ClosingPageProps) {
  const t = texts(locale).closing
  const { deviation, names, actions } = view
  const last = deviation.decisions.findLast((decision) => decision.kind === 'closing')
  if (deviation.status === 'closed' && deviation.closedAt) {
    return (
      <Notice tone="success" locale={locale}>
        <p>{t.closedOn(formatInstant(deviation.closedAt, locale), names.get(last?.by ?? '') ?? '')}</p>
        {last?.reason && (
          <p>
            {t.reasonGiven}: {last.reason}
          </p>
        )}
        {actions.includes('reopen') && (
          <Actions>
            <LinkButton variant="secondary" href={at(view, 'gjenapning')}>
              {t.reopen}
            </LinkButton>
          </Actions>
        )}
      </Notice>
    )
  }
  if (deviation.status === 'proposed') return <Notice locale={locale}>{t.waiting(deciderTitles(view, locale))}</Notice>
  if (last?.outcome !== 'notClose') return null
  return (
    <Notice tone="warning" title={t.returnedBefore} locale={locale}>
      <p>{last.reason}</p>
      <p className="v-soft">
        {names.get(last.by)}, {formatInstant(last.at, locale)}
      </p>
    </Notice>
  )
}

type ChecksProps = { readonly checks: readonly ShownCheck[]; readonly view: CaseView; readonly locale: Locale }
const Checks = ({ checks, view, locale }: ChecksProps) => {
  const t = texts(locale)
  return (
    <TaskList
      tasks={checks.map((check) => ({
        name: t.checks[check.code],
        href: check.href ?? undefined,
        hint: hintOf(check, view, locale),
        status: <CheckTag check={check} next={isNext(check, view)} locale={locale} />,
      }))}
    />
  )
}

/** Everything else is in place, and this is the deed below. */
const isNext = ({ code, met }: ShownCheck, { deviation, profile }: CaseView): boolean =>
  code === 'notProposed' && !met && closingGaps(deviation, profile, true).length === 0

const CheckTag = ({ check, next, locale }: { readonly check: ShownCheck; readonly next: boolean; readonly locale: Locale }) => {
  const t = texts(locale).closing
  if (next) return <StatusTag tone="info">{t.next}</StatusTag>
  return <StatusTag tone={check.met ? 'success' : 'warning'}>{check.met ? t.met : t.unmet}</StatusTag>
}

/** What is missing in a check, or whose it is to mend. */
function hintOf(check: ShownCheck, view: CaseView, locale: Locale): ComponentChildren {
  if (check.met) return undefined
  const t = texts(locale)
  const labels: Readonly<Record<string, { readonly label: string }>> = t.fields
  const track = trackHint(check, view, locale)
  const what =
    check.fields.length > 0
      ? unwritten(check, view, t.writing.unfinished(check.fields.map((name) => labels[name]?.label ?? name).join(' · ')), locale)
      : track
  const whose = check.whose.length > 0 ? t.writing.whose(titles(view, check.whose, locale)) : null
  return what || whose ? [what, whose].filter(Boolean).join(' ') : undefined
}

const unwritten = ({ code, fields }: ShownCheck, { deviation }: CaseView, missing: string, locale: Locale): string => {
  const all = code === 'memo' ? memoFields : code === 'lessons' ? lessonFields : documentationFields
  const nothing = Object.keys(all).every((name) => isEmpty(deviation.closing[name as keyof typeof deviation.closing]))
  return nothing && fields.length > 1 ? texts(locale).writing.nothingYet : missing
}

function trackHint({ code }: ShownCheck, { deviation }: CaseView, locale: Locale): string | null {
  const { authority, subjects } = texts(locale).closing
  if (code === 'authorityOpen') return (authority as Readonly<Record<string, string>>)[deviation.authorityTrack] ?? null
  return code === 'subjectsOpen' ? ((subjects as Readonly<Record<string, string>>)[deviation.subjectsTrack] ?? null) : null
}

/** One deed, where nothing stands in its way: close, or send to whoever decides. */
function NextDeed(props: ClosingPageProps) {
  const { view, locale } = props
  const { deviation, profile, actions } = view
  const t = texts(locale).closing
  const mayClose = actions.includes('close') && isReady(view)
  const mayPropose = actions.includes('proposeClosing') && closingGaps(deviation, profile, true).length === 0
  if (mayClose) {
    return (
      <Section title={t.closeTitle} id="lukk" locale={locale}>
        <Prose>{t.closeText}</Prose>
        <Form action={at(view, 'lukking')} version={deviation.version}>
          <ReasonInput {...props} label={t.reason} hint={t.reasonHintOptional} />
          <Button>{t.close}</Button>
        </Form>
      </Section>
    )
  }
  if (!mayPropose) return null
  const who = deciderTitles(view, locale)
  return (
    <Section title={t.proposeTitle} id="foresla" locale={locale}>
      <Prose>{memoNeeded(deviation, profile) ? t.proposeText(who) : t.proposeTextNoMemo(who)}</Prose>
      <Form action={at(view, 'forslag')} version={deviation.version}>
        <TextInput
          name="proposal"
          label={texts(locale).fields.proposal.label}
          hint={t.proposeHint}
          value={posted(props, 'proposal') ?? deviation.closing.proposal ?? ''}
          rows={3}
          guard
          error={problemOf(props, 'proposal')}
        />
        <Button>{t.propose}</Button>
      </Form>
    </Section>
  )
}

/** The page of whoever decides: the memo and what goes with it on one side, on the other where the case stands and the answer (S4-148). */
function Deciding(props: ClosingPageProps) {
  const { view, locale, memo, material } = props
  const { deviation } = view
  const t = texts(locale)
  const action = at(view, 'lukking')
  return (
    <Decision
      locale={locale}
      facts={
        <Stack gap="lg">
          <KeyFacts facts={standing(view, locale)} />
          {deviation.closing.proposal && (
            <Notice title={t.closing.word} locale={locale}>
              <p className="v-answer">{deviation.closing.proposal}</p>
            </Notice>
          )}
          {material.length > 0 && <Attachments attachments={material} locale={locale} />}
          {memo && (
            <DocumentPreview
              title={t.memo.title}
              locale={locale}
              pages={memo.pages}
              downloads={[{ href: memo.pdf, label: paperTexts(locale).download }]}
              undrawn={undrawn(Object.values(deviation.closing).join(' '))}
            />
          )}
        </Stack>
      }
      consequences={[{ text: t.closing.ifYes }, { text: t.closing.ifNo }]}
    >
      {isReady(view) ? (
        <Form action={action} version={deviation.version}>
          <ReasonInput {...props} label={t.closing.reason} hint={t.closing.reasonHintOptional} id="reason" />
          <Button>{t.closing.yes}</Button>
        </Form>
      ) : (
        <Notice tone="warning" title={t.closing.notYet} locale={locale}>
          <Checks checks={shownChecks(view).filter((check) => !check.met)} view={view} locale={locale} />
        </Notice>
      )}
      <Heading level={3}>{t.closing.noTitle}</Heading>
      <Form action={at(view, 'retur')} version={deviation.version}>
        <TextInput
          name="reason"
          id="returnReason"
          label={t.closing.noReason}
          value={posted(props, 'returnReason') ?? ''}
          rows={3}
          guard
          error={problemOf(props, 'returnReason')}
        />
        <Button variant="secondary">{t.closing.no}</Button>
      </Form>
    </Decision>
  )
}

/** Where the case stands, in the few answers that whoever decides needs beside the memo. */
function standing({ deviation, profile }: CaseView, locale: Locale): readonly KeyFact[] {
  const { summary } = texts(locale).closing
  const words = caseTexts(locale)
  if (!clockRuns(deviation)) return [{ label: summary.breach, value: words.no }]
  const { level } = deviation.assessment
  const joint = profile.assessment.jointly
  return [
    { label: summary.level, value: level ? capital(words.levels[level]) : '–', tone: level === 'high' ? 'danger' : undefined },
    { label: summary.authority, value: words.authorityTrack[deviation.authorityTrack] },
    { label: summary.subjects, value: words.subjectsTrack[deviation.subjectsTrack] },
    ...(joint.length > 0 ? [{ label: summary.signed, value: summary.of(standingSignOffs(deviation).length, joint.length) }] : []),
  ]
}

const ReasonInput = (props: ClosingPageProps & { readonly label: string; readonly hint: string; readonly id?: string }) => (
  <TextInput
    name="reason"
    id={props.id ?? 'reason'}
    label={props.label}
    hint={props.hint}
    value={posted(props, 'reason') ?? ''}
    rows={3}
    guard
    error={problemOf(props, 'reason')}
  />
)

/** What was written in the form that was refused; two forms of the page have a reason. */
const posted = ({ refused }: ClosingPageProps, name: string): string | undefined => {
  const value = refused?.raw[name]
  return typeof value === 'string' ? value : value?.[0]
}
const problemOf = ({ refused }: ClosingPageProps, name: string): string | undefined => errorAt(refused, name)
const deciderTitles = (view: CaseView, locale: Locale) => titles(view, view.profile.closing.deciders, locale)

const titles = ({ profile }: CaseView, roles: readonly (keyof CaseView['profile']['titles'])[], locale: Locale): string => {
  const all = roles.map((role) => profile.titles[role][locale])
  const { or } = texts(locale).writing
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${or} ${all.at(-1)}`
}
