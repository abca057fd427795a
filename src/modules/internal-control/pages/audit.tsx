import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Stack } from '../../../ui/page.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Audit, AuditState } from '../internal-control.ts'
import { auditState } from '../rules.ts'
import type { Tie } from '../rules-independence.ts'
import { texts } from '../texts.ts'

export const stateTones = { planned: 'neutral', late: 'danger', held: 'warning', reported: 'success' } as const satisfies Record<
  AuditState,
  string
>
type StandingProps = {
  readonly audit: Audit
  /** How many of its findings are not closed. */
  readonly open: number
  /** Those of its people who lead or belong to what it audits, and who else could. */
  readonly ties: readonly Tie[]
  readonly others: readonly string[]
  readonly mayEdit: boolean
  readonly today: LocalDate
  readonly locale: Locale
}

/** At the top of an audit: where it has come, and the one thing to do now. */
export function AuditStanding({ audit: { id, values }, open, ties, others, mayEdit, today, locale }: StandingProps) {
  const { states, next } = texts(locale).audits
  const state = auditState({ values }, today)
  const day = values.plannedOn === null ? '' : formatDate(values.plannedOn, locale)
  const title = { planned: next.planned(day), late: next.late(day), held: next.held, reported: open > 0 ? next.open(open) : next.done }[
    state
  ]
  const waits = state === 'late' || state === 'held'
  return (
    <Stack>
      <NextStep
        locale={locale}
        title={title}
        clock={<StatusTag tone={stateTones[state]}>{states[state]}</StatusTag>}
        tone={state === 'late' ? 'danger' : waits || open > 0 ? undefined : 'quiet'}
      >
        {waits && mayEdit && <LinkButton href={`/revisjoner/${id}/endring`}>{state === 'held' ? next.write : next.hold}</LinkButton>}
      </NextStep>
      {ties.length > 0 && (
        <IndependenceNotice ties={ties} others={values.heldOn === null ? others : []} reason={values.independence} locale={locale} />
      )}
    </Stack>
  )
}

type IndependenceProps = {
  readonly ties: readonly Tie[]
  readonly others: readonly string[]
  /** Why it is impartial all the same. */
  readonly reason?: string | null
  readonly locale: Locale
}
/** Who audits what they lead or work in, and who else could. */
export function IndependenceNotice({ ties, others, reason = null, locale }: IndependenceProps) {
  const t = texts(locale).audits.independence
  return (
    <Notice tone={reason === null ? 'warning' : 'info'} title={t.title} locale={locale}>
      <ul>
        {ties.map((tie) => (
          <li key={`${tie.person} ${tie.unit}`}>{t.tie(tie)}</li>
        ))}
      </ul>
      {reason !== null && <p className="v-question">{t.because(reason)}</p>}
      {reason === null && <p>{others.length > 0 ? t.others(others.join(', ')) : t.nobodyElse}</p>}
      <p className="v-soft">{t.law}</p>
    </Notice>
  )
}
