import type { ComponentChildren } from 'preact'
import { durationWords, formatShort } from '../../../kernel/calendar/words.ts'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { showWhole } from '../../../ui/format.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Tone } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { type Deviation, deviationTexts, reference } from '../../deviation/public.ts'
import { countOf } from '../draft.ts'
import { letterLanguages, type Message } from '../notice.ts'
import { texts } from '../texts.ts'
import { draftMessageBy } from '../workflow.ts'
import { countShown, MessageTag, rolesIn, type Shown, subjectsHref } from './words.tsx'

/** Those affected: whether they are told, why not, and the messages in each language. */
export const SubjectsPage = (props: Shown) => {
  const { shown, locale, now } = props
  const { deviation } = shown.view
  const t = texts(locale)
  return (
    <RecordPage
      reference={reference(deviation) ?? ''}
      kind={t.deviation}
      title={t.subjectsTitle}
      locale={locale}
      status={<StatusTag tone={tones[deviation.subjectsTrack]}>{t.subjects.stands[deviation.subjectsTrack]}</StatusTag>}
      next={<Next {...props} />}
      aside={<Aside {...props} />}
    >
      <About {...props} />
      {shown.informSince && (
        <p>
          <b>{t.subjects.age(ageInHours(shown.informSince, now, locale))}</b> {t.subjects.hurry}
        </p>
      )}
      <DecisionSection {...props} />
      <Messages {...props} />
    </RecordPage>
  )
}

const tones: Readonly<Record<Deviation['subjectsTrack'], Tone>> = {
  undecided: 'neutral',
  owed: 'danger',
  notOwed: 'neutral',
  informed: 'success',
}

/** S4-128: in hours, however many they become. */
function ageInHours(since: Date, now: Date, locale: Shown['locale']): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / 3_600_000)
  return hours < 1 ? durationWords(now.getTime() - since.getTime(), locale) : texts(locale).subjects.hours(showWhole(hours, locale), hours)
}

const About = ({ shown, locale }: Shown) => {
  const { deviation } = shown.view
  const t = texts(locale)
  const { severity } = deviation.handling
  const count = countOf(deviation, locale)
  return (
    <KeyFacts
      facts={[
        {
          label: t.track.severity,
          value: severity ? deviationTexts(locale).severities[severity] : uiTexts(locale).notAssessed,
          open: !severity,
        },
        { label: t.track.affected, value: countShown(deviation, locale), open: count === null },
        ...(deviation.subjectsInformedAt
          ? [{ label: t.subjects.informedAt, value: formatShort(deviation.subjectsInformedAt, locale) }]
          : []),
      ]}
    />
  )
}

function Next({ shown, locale }: Shown) {
  const { view, file } = shown
  const { deviation, parts, profile, actions } = view
  const t = texts(locale).subjects
  const { drafters, signers } = profile.subjectMessage
  const step = (said: { readonly title: string; readonly text?: string }, button?: ComponentChildren) => (
    <NextStep locale={locale} title={said.title} text={said.text}>
      {button}
    </NextStep>
  )
  const open = (message: Message, label: string) => <LinkButton href={subjectsHref(deviation.id, `/${message.id}`)}>{label}</LinkButton>
  if (deviation.subjectsTrack === 'notOwed' || deviation.status === 'closed') return null
  const signed = file.messages.find((message) => message.status === 'signed')
  const draft = file.messages.find((message) => message.status === 'draft')
  const drafts = draftMessageBy.some((part) => parts.has(part))
  if (signed && (drafts || parts.has('signer'))) return step(t.nextSend, open(signed, t.nextSend.button))
  if (draft && parts.has('signer')) return step(t.nextSign, open(draft, t.nextSign.button))
  if (draft && drafts) return step(t.nextWrite, open(draft, t.nextWrite.button))
  if (deviation.subjectsTrack === 'informed') return step(t.done)
  if (deviation.subjectsTrack === 'undecided' && actions.includes('decideSubjects'))
    return step(t.nextDecide, <LinkButton href={`/avvik/${deviation.id}/informering`}>{t.nextDecide.button}</LinkButton>)
  if (!drafts) return step({ title: t.nextMake.title, text: t.waits(rolesIn(shown, signed || draft ? signers : drafters, locale)) })
  return step(
    t.nextMake,
    <PostButton action={subjectsHref(deviation.id)} hidden={{ language: deviation.language }}>
      {t.makeIn(texts(locale).languages[deviation.language])}
    </PostButton>,
  )
}

/** S1-41: whether they must be told; if not, on which ground and why. */
function DecisionSection({ shown, locale }: Shown) {
  const { deviation, names, actions } = shown.view
  const t = texts(locale).subjects
  const decision = deviation.decisions.findLast((one) => one.kind === 'subjects')
  const edit =
    actions.includes('decideSubjects') && deviation.subjectsTrack !== 'informed'
      ? { href: `/avvik/${deviation.id}/informering`, label: t.toDecision }
      : undefined
  return (
    <Section title={t.decision} id="avgjorelse" locale={locale} edit={edit}>
      {decision ? (
        <SummaryList
          locale={locale}
          items={[
            { label: t.decision, value: decision.outcome === 'inform' ? t.decided.inform : t.decided.notInform },
            ...(decision.ground ? [{ label: t.ground, value: t.grounds[decision.ground] }] : []),
            { label: t.reason, value: decision.reason, text: true },
            { label: t.by, value: `${names.get(decision.by) ?? ''}, ${formatShort(decision.at, locale)}` },
          ]}
        />
      ) : (
        <p className="v-soft">{deviation.subjectsTrack === 'undecided' ? t.noDecision : t.byRule}</p>
      )}
    </Section>
  )
}

function Messages({ shown, locale }: Shown) {
  const { view, file } = shown
  const { deviation } = view
  const t = texts(locale)
  const may = draftMessageBy.some((part) => view.parts.has(part)) && deviation.status !== 'closed' && deviation.subjectsTrack !== 'notOwed'
  // The next step offers the language of the case; here are the others.
  const offered = file.messages.length === 0 && deviation.subjectsTrack === 'owed' ? deviation.language : null
  const taken = file.messages.filter((message) => message.status !== 'sent').map((message) => message.language)
  const written = letterLanguages.filter((language) => language !== 'se' || view.profile.subjectMessage.sami)
  const free = written.filter((language) => language !== offered && !taken.includes(language))
  return (
    <Section title={t.subjects.messages} id="meldinger" locale={locale}>
      {file.messages.length === 0 ? (
        <p className="v-soft">{t.subjects.noMessages}</p>
      ) : (
        <TaskList
          tasks={file.messages.map((message) => ({
            name: t.subjects.inLanguage(t.languages[message.language]),
            href: subjectsHref(deviation.id, `/${message.id}`),
            hint: hintOf(message, shown, locale),
            status: <MessageTag status={message.status} locale={locale} />,
          }))}
        />
      )}
      {may && free.length > 0 && (
        <div className="v-actions">
          {free.map((language) => (
            <PostButton key={language} action={subjectsHref(deviation.id)} hidden={{ language }} variant="secondary" icon="plus">
              {t.subjects.makeIn(t.languages[language])}
            </PostButton>
          ))}
        </div>
      )}
    </Section>
  )
}

function hintOf(message: Message, { names }: Shown['shown'], locale: Shown['locale']): string {
  const t = texts(locale).subjects
  if (message.sentAt) {
    const told = message.toldUnknown || message.toldCount === null ? t.toldUnknown : t.told(showWhole(message.toldCount, locale))
    return `${t.sentAt(formatShort(message.sentAt, locale))} · ${told}`
  }
  return message.signedAt ? t.signedBy(names.get(message.signedBy ?? '') ?? '', formatShort(message.signedAt, locale)) : ''
}

const Aside = ({ shown, locale }: Shown) => {
  const { deviation, profile } = shown.view
  const t = texts(locale)
  const { drafters, signers } = profile.subjectMessage
  return (
    <>
      <Section title={t.letterToYou.clear.title} locale={locale} plain>
        <ul className="ds-list">
          {t.letterToYou.clear.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="v-soft">{t.subjects.roles(rolesIn(shown, drafters, locale), rolesIn(shown, signers, locale))}</p>
      </Section>
      <p>
        <TextLink href={`/avvik/${deviation.id}`}>{t.track.toCase}</TextLink>
      </p>
    </>
  )
}
