import { durationWords, formatShort, lateBy } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Track, Tracks } from '../../../ui/tracks.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { clockState } from '../clock.ts'
import type { Decision, Deviation } from '../deviation.ts'
import type { CaseView } from '../queries.ts'
import { texts } from '../texts.ts'
import { authorityTone, subjectsTone } from './words.tsx'

type TracksProps = { readonly view: CaseView; readonly locale: Locale; readonly now: Date; readonly names: ReadonlyMap<string, string> }

/** Datatilsynet and the data subjects: two courses that do not wait for each other, each with its own state and age. */
export function TracksSection(props: TracksProps) {
  const t = casefileTexts(props.locale).page.tracks
  return (
    <Section title={t.title} id="varsling" locale={props.locale}>
      <p className="v-soft">{t.lead}</p>
      <Tracks>
        <AuthorityTrack {...props} />
        <SubjectsTrack {...props} />
      </Tracks>
    </Section>
  )
}

function AuthorityTrack({ view, locale, now }: TracksProps) {
  const { deviation, actions, parts } = view
  const { authorityTrack, authorityNotifiedAt, notifyBy, id } = deviation
  const t = casefileTexts(locale).page.tracks
  const state = clockState(deviation, now)
  const late = notifyBy && authorityNotifiedAt ? lateBy(notifyBy, authorityNotifiedAt, locale) : null
  const inNotice = ['owed', 'preliminary', 'notified', 'withdrawn'].includes(authorityTrack)
  return (
    <Track
      title={t.authority}
      status={
        <StatusTag tone={late ? 'warning' : authorityTone[authorityTrack]} done={authorityTrack === 'notOwed'}>
          {texts(locale).authorityTrack[authorityTrack]}
        </StatusTag>
      }
      action={
        inNotice
          ? (parts.has('sender') || authorityNotifiedAt) && (
              <LinkButton href={`/avvik/${id}/datatilsynet`} variant="secondary">
                {t.open}
              </LinkButton>
            )
          : deviation.assessedAt !== null &&
            actions.includes('decideAuthority') && (
              <LinkButton href={`/avvik/${id}/varsling`} variant="secondary">
                {t.decide}
              </LinkButton>
            )
      }
    >
      {(state === 'running' || state === 'overdue') && notifyBy && <Deadline due={notifyBy} now={now} locale={locale} compact />}
      {authorityNotifiedAt && (
        <p>
          {t.told(formatShort(authorityNotifiedAt, locale))}
          {late && ` (${late})`}
        </p>
      )}
      <DecidedBy decision={last(deviation, 'authority')} view={view} locale={locale} />
    </Track>
  )
}

function SubjectsTrack({ view, locale, now }: TracksProps) {
  const { deviation, actions, parts } = view
  const { subjectsTrack, subjectsInformedAt, id } = deviation
  const t = casefileTexts(locale).page.tracks
  const owedSince = subjectsTrack === 'owed' ? (last(deviation, 'subjects')?.at ?? deviation.assessedAt) : null
  return (
    <Track
      title={t.subjects}
      status={
        <StatusTag tone={subjectsTone[subjectsTrack]} done={subjectsTrack === 'notOwed'}>
          {texts(locale).subjectsTrack[subjectsTrack]}
        </StatusTag>
      }
      action={
        subjectsTrack === 'owed' || subjectsTrack === 'informed'
          ? (parts.has('drafter') || parts.has('signer') || subjectsTrack === 'informed') && (
              <LinkButton href={`/avvik/${id}/berorte`} variant="secondary">
                {t.open}
              </LinkButton>
            )
          : deviation.assessedAt !== null &&
            actions.includes('decideSubjects') && (
              <LinkButton href={`/avvik/${id}/informering`} variant="secondary">
                {t.decide}
              </LinkButton>
            )
      }
    >
      {owedSince && <p>{t.owedSince(durationWords(now.getTime() - owedSince.getTime(), locale))}</p>}
      {subjectsInformedAt && <p>{t.informed(formatShort(subjectsInformedAt, locale))}</p>}
      <DecidedBy decision={last(deviation, 'subjects')} view={view} locale={locale} />
    </Track>
  )
}

const last = ({ decisions }: Deviation, kind: Decision['kind']) => decisions.findLast((decision) => decision.kind === kind)

const DecidedBy = ({
  decision,
  view,
  locale,
}: {
  readonly decision: Decision | undefined
  readonly view: CaseView
  readonly locale: Locale
}) => {
  if (!decision) return null
  const t = casefileTexts(locale).page
  return (
    <>
      <p>{t.tracks.decided(view.names.get(decision.by) ?? '', formatShort(decision.at, locale))}</p>
      {decision.ground && <p>{t.grounds[decision.ground]}</p>}
    </>
  )
}
