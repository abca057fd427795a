import { durationWords, formatDate, formatShort, lateBy } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { isAnnounced } from '../../announced.ts'
import { sameHand } from '../../assessment/consequences.ts'
import { assessmentTexts } from '../../assessment/texts.ts'
import { authorityTone, subjectsTone } from '../../deed/pages/words.tsx'
import type { Decision, Deviation } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { lastDecision } from '../../rests.ts'
import { texts } from '../../texts.ts'
import { overviewTexts } from '../texts.ts'
import type { CaseProps } from './section.tsx'
import { Work } from './tasks.tsx'

/** Datatilsynet and the data subjects: two courses that do not wait for each other, each with its own state and age. */
export const AuthorityState = ({ view, locale }: Pick<CaseProps, 'view' | 'locale'>) => {
  const { authorityTrack, authorityNotifiedAt, notifyBy } = view.deviation
  const late = notifyBy && authorityNotifiedAt && authorityNotifiedAt > notifyBy
  return (
    <StatusTag tone={late ? 'warning' : authorityTone[authorityTrack]} done={authorityTrack === 'notOwed'}>
      {texts(locale).authorityTrack[authorityTrack]}
    </StatusTag>
  )
}

export const SubjectsState = ({ view, locale }: Pick<CaseProps, 'view' | 'locale'>) => {
  const { subjectsTrack, handling } = view.deviation
  const { toAnnounce, announced } = overviewTexts(locale).page.tracks
  if (subjectsTrack === 'notOwed' && isAnnounced(view.deviation))
    return <StatusTag tone={handling.announcedOn ? 'success' : 'danger'}>{handling.announcedOn ? announced : toAnnounce}</StatusTag>
  return (
    <StatusTag tone={subjectsTone[subjectsTrack]} done={subjectsTrack === 'notOwed'}>
      {texts(locale).subjectsTrack[subjectsTrack]}
    </StatusTag>
  )
}

export function AuthorityTrack(props: CaseProps) {
  const { view, locale } = props
  const { deviation, actions, parts } = view
  const { authorityTrack, authorityNotifiedAt, notifyBy, id } = deviation
  const t = overviewTexts(locale).page.tracks
  const late = notifyBy && authorityNotifiedAt ? lateBy(notifyBy, authorityNotifiedAt, locale) : null
  const inNotice = ['owed', 'preliminary', 'notified', 'withdrawn'].includes(authorityTrack)
  return (
    <>
      {authorityNotifiedAt && (
        <p>
          {t.told(formatShort(authorityNotifiedAt, locale))}
          {late && ` (${late})`}
        </p>
      )}
      <DecidedBy decision={last(deviation, 'authority')} view={view} locale={locale} />
      <Work {...props} place="authority" />
      <Actions>
        {inNotice && (parts.has('sender') || authorityNotifiedAt) && (
          <LinkButton href={`/avvik/${id}/datatilsynet`} variant="secondary">
            {t.openAuthority}
          </LinkButton>
        )}
        {deviation.assessedAt !== null && authorityNotifiedAt === null && actions.includes('decideAuthority') && (
          <LinkButton href={`/avvik/${id}/varsling`} variant="secondary">
            {authorityTrack === 'undecided' ? t.decideAuthority : t.decideAuthorityAgain}
          </LinkButton>
        )}
      </Actions>
    </>
  )
}

export function SubjectsTrack(props: CaseProps) {
  const { view, locale, now } = props
  const { deviation, actions, parts } = view
  const { subjectsTrack, subjectsInformedAt, id } = deviation
  const t = overviewTexts(locale).page.tracks
  const owedSince = subjectsTrack === 'owed' ? (last(deviation, 'subjects')?.at ?? deviation.assessedAt) : null
  const told = subjectsTrack === 'informed'
  return (
    <>
      {owedSince && <p>{t.owedSince(durationWords(now.getTime() - owedSince.getTime(), locale))}</p>}
      {subjectsInformedAt && <p>{t.informed(formatShort(subjectsInformedAt, locale))}</p>}
      {deviation.handling.announcedOn && (
        <p>{t.announcedIn(formatDate(deviation.handling.announcedOn, locale), deviation.handling.announcedWhere ?? '')}</p>
      )}
      <DecidedBy decision={last(deviation, 'subjects')} view={view} locale={locale} />
      <Work {...props} place="subjects" />
      <Actions>
        {(told || (subjectsTrack === 'owed' && (parts.has('drafter') || parts.has('signer')))) && (
          <LinkButton href={`/avvik/${id}/berorte`} variant="secondary">
            {t.openSubjects}
          </LinkButton>
        )}
        {isAnnounced(deviation) && actions.includes('edit') && (
          <LinkButton href={`/avvik/${id}/kunngjoring`} variant="secondary">
            {t.openAnnouncement}
          </LinkButton>
        )}
        {deviation.assessedAt !== null && !told && actions.includes('decideSubjects') && (
          <LinkButton href={`/avvik/${id}/informering`} variant="secondary">
            {subjectsTrack === 'undecided' ? t.decideSubjects : t.decideSubjectsAgain}
          </LinkButton>
        )}
      </Actions>
    </>
  )
}

const last = (deviation: Deviation, kind: Decision['kind']) => lastDecision(deviation, kind)

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
  const t = overviewTexts(locale).page
  return (
    <>
      <p>{t.tracks.decided(view.names.get(decision.by) ?? '', formatShort(decision.at, locale))}</p>
      {decision.ground && <p>{t.grounds[decision.ground]}</p>}
      {decision.reason && <p className="v-answer">{decision.reason}</p>}
      {decision.kind === 'authority' && sameHand(view.deviation, decision.by, view.profile) && (
        <p className="v-soft">{assessmentTexts(locale).pages.panel.sameHand}</p>
      )}
    </>
  )
}
