import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Round } from '../dpia.ts'
import { answerDueOn, isWaived, turnOf } from '../rules-rounds.ts'
import { dayOf, type Part } from './turn.tsx'

const tones = { sound: 'success', conditions: 'warning', moreWork: 'warning', against: 'danger' } as const

/** What the data protection officer has said, the last first; the earlier rounds are folded. */
export function Rounds(props: Part) {
  const { all, t, locale, names } = props
  const { waivedAt, waivedBy, waivedReason } = all.record.values
  const [last, ...earlier] = all.rounds
  return (
    <Section title={t.show.rounds} id="rad" locale={locale}>
      {!last && waivedAt === null && <p className="v-soft">{t.show.noRounds}</p>}
      {last && <Said {...props} round={last} isLast />}
      {waivedAt !== null && (
        <>
          <p>{t.show.waived((waivedBy === null ? undefined : names.get(waivedBy)) ?? t.show.somebody, dayOf(waivedAt, locale))}</p>
          <p className="v-prose v-line">{waivedReason}</p>
          {!isWaived(all) && <p className="v-soft">{t.show.outdated}</p>}
        </>
      )}
      {earlier.length > 0 && (
        <Details summary={t.show.earlier(earlier.length)}>
          {each(earlier, (round) => (
            <Said {...props} round={round} />
          ))}
        </Details>
      )}
    </Section>
  )
}

function Said({ round, isLast, all, names, t, locale, at, may }: Part & { readonly round: Round; readonly isLast?: true }) {
  const who = (id: string | null) => (id === null ? undefined : names.get(id)) ?? t.show.somebody
  const { verdict, advice, consult, answer, question } = round
  const isOpen = round.advisedAt === null && round.takenBackAt === null
  const mayAnswer =
    isLast && may.keep && !isOpen && advice !== null && all.record.values.status !== 'ended' && all.record.values.status !== 'approved'
  return (
    <>
      <p className="v-soft">
        {round.advisedAt !== null
          ? t.show.advisedOn(dayOf(round.advisedAt, locale), who(round.advisedBy))
          : round.takenBackAt !== null
            ? t.show.takenBackOn(dayOf(round.takenBackAt, locale))
            : t.show.sentOn(dayOf(round.sentAt, locale), who(round.sentBy))}
      </p>
      {question !== null && (
        <p className="v-prose v-line">
          <b>{t.send.question.label}</b> {question}
        </p>
      )}
      {isOpen && <p>{t.show.waits}</p>}
      {verdict !== null && (
        <>
          <p>
            {t.advice.verdict.label} <StatusTag tone={tones[verdict]}>{t.advice.verdict.choices[verdict]}</StatusTag>
          </p>
          <p className="v-prose v-line">{advice}</p>
          {consult !== null && (
            <p>
              {t.advice.consult.label} <b>{t.advice.consult.choices[consult]}</b>
            </p>
          )}
          {isLast && round.sentFor !== all.stamp && <p className="v-soft">{t.show.outdated}</p>}
        </>
      )}
      {answer !== null && (
        <p className="v-prose v-line">
          <b>{t.show.answered}:</b> {answer}
        </p>
      )}
      {mayAnswer && turnOf(all, '9999-12-31')?.what !== 'answer' && (
        <Actions>
          <LinkButton href={`${at}/svar`} variant="tertiary">
            {t.show.reply}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

/** Prior consultation, where the risk is high after the measures (Article 36). */
export function Consultation({ all, t, locale, at, may }: Part) {
  const { consultedOn, consultationReference, consultationAnsweredOn, consultationAnswer, status } = all.record.values
  const day = (on: string | null) => (on === null ? null : formatDate(on, locale))
  return (
    <Section
      title={t.show.consultation}
      id="forhandsdrofting"
      locale={locale}
      edit={may.keep && status !== 'ended' ? { href: `${at}/forhandsdrofting` } : undefined}
    >
      <p>{t.show.consultationText}</p>
      {consultedOn !== null && (
        <>
          {consultationAnsweredOn === null && <p>{t.show.consultationDue(formatDate(answerDueOn(consultedOn), locale))}</p>}
          <SummaryList
            locale={locale}
            items={[
              { label: t.fields.consultedOn.label, value: day(consultedOn) },
              { label: t.fields.consultationReference.label, value: consultationReference },
              { label: t.fields.consultationAnsweredOn.label, value: day(consultationAnsweredOn) },
              { label: t.fields.consultationAnswer.label, value: consultationAnswer, text: true },
            ]}
          />
        </>
      )}
    </Section>
  )
}

/** That what was decided is done: the data protection officer's own control, with what was found. */
export function Controls({ all, controls, names, t, locale, at, may, now }: Part) {
  const { controlOn, status } = all.record.values
  const isDue = turnOf(all, localDate(now))?.what === 'control'
  return (
    <Section title={t.show.controls} id="kontroll" locale={locale}>
      <p className="v-soft">
        {controls.length === 0 ? t.show.noControls : ''} {controlOn !== null && t.show.nextControl(formatDate(controlOn, locale))}
      </p>
      <ul className="ds-list">
        {each(controls, ({ controlledOn, result, findings, by }) => (
          <li>
            {t.show.controlledOn(controlledOn === null ? '' : formatDate(controlledOn, locale))}
            {by !== null && <span className="v-soft">, {names.get(by) ?? t.show.somebody}</span>}{' '}
            {result !== null && (
              <StatusTag tone={result === 'asDescribed' ? 'success' : 'danger'}>{t.control.result.choices[result]}</StatusTag>
            )}
            <p className="v-prose v-line">{findings}</p>
          </li>
        ))}
      </ul>
      {may.advise && !isDue && (status === 'approved' || status === 'changed') && (
        <Actions>
          <LinkButton href={`${at}/kontroll`} variant="secondary">
            {t.show.control}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}
