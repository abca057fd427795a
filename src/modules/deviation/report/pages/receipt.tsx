import type { Role } from '../../../../kernel/actor.ts'
import { hoursBetween } from '../../../../kernel/calendar/calendar.ts'
import { durationWords } from '../../../../kernel/calendar/words.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { each } from '../../../../ui/each.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardNotice } from '../../../../ui/guard-notice.tsx'
import { Stack } from '../../../../ui/page.tsx'
import { Receipt } from '../../../../ui/receipt.tsx'
import { errorItems } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { reference } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { guidesFor, type Question } from '../layout.ts'
import { textOf } from '../rules.ts'
import { texts } from '../texts.ts'
import { rolesInWords } from '../words.ts'
import { FirstAnswers, type FirstAnswersProps, firstFormId } from './first.tsx'
import { Guides } from './guidance.tsx'
import { hideName } from './questions.tsx'
import { HeldSummary } from './stop.tsx'

export type ReceiptPageProps = {
  readonly view: CaseView
  /** Whom it reached when it was sent: roles with somebody in them, a shared mailbox, and the leader where the leader is told. */
  readonly told: {
    readonly reached: readonly Role[]
    /** Sent to a role that nobody holds, and that nobody stands in for. */
    readonly vacant: readonly Role[]
    readonly address: string | null
    readonly leader: string | null
  }
  /** Whether a mail server is set. */
  readonly mails: boolean
  readonly findings: ReadonlyMap<Question, readonly Finding[]>
  /** What may still be answered, and what was wrong with an answer. */
  readonly first: Pick<FirstAnswersProps, 'offers' | 'raw' | 'problems' | 'held'>
  readonly now: Date
  readonly locale: Locale
}

/** It is reported: the number, what happens next, who knows, and how to follow it. */
export const ReceiptPage = ({ view, told, mails, findings, first, now, locale }: ReceiptPageProps) => {
  const { deviation, profile, reporter } = view
  const words = texts(locale).receipt
  const { receivedAt, notifyBy } = deviation
  const { discoveredAt } = deviation.report
  const number = reference(deviation)
  const waited =
    receivedAt && discoveredAt && hoursBetween(discoveredAt, receivedAt) >= 1 ? receivedAt.getTime() - discoveredAt.getTime() : null
  const { problems = [] } = first
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errorItems(problems, texts(locale).fields, locale)} locale={locale} />
      {first.held && <HeldSummary held={first.held} form={firstFormId} locale={locale} of="answers" />}
      <Receipt title={words.title} {...(number ? { number } : {})}>
        {waited !== null && <p>{words.after(durationWords(waited, locale))}</p>}
      </Receipt>
      {findings.size > 0 && (
        <Form action={`/avvik/${deviation.id}/skjema`} hidden={{ til: 'kvittering' }} unsaved={false}>
          {each([...findings], ([question, found]) => (
            <GuardNotice
              findings={found}
              locale={locale}
              fieldId={question}
              text={textOf(deviation.report, question) ?? ''}
              maskName={hideName}
            />
          ))}
        </Form>
      )}
      <Section title={words.next} locale={locale}>
        <ul>
          <li>{words.containing}</li>
          {deviation.urgent && <li>{words.urgent}</li>}
          {told.reached.length > 0 && <li>{words.told(rolesInWords(told.reached, profile, locale))}</li>}
          {told.vacant.length > 0 && <li>{words.notTold(rolesInWords(told.vacant, profile, locale))}</li>}
          {told.address && <li>{(mails ? words.toldAddress : words.untoldAddress)(told.address)}</li>}
          {told.leader && <li>{words.leaderTold(told.leader)}</li>}
          {reporter.kind === 'protected' && <li>{words.protected}</li>}
          {notifyBy && (
            <li>
              {words.clock} <Deadline due={notifyBy} now={now} locale={locale} assumed={deviation.notifyByAssumed} />
            </li>
          )}
          <li>{words.questions}</li>
          <li>{words.follow}</li>
        </ul>
      </Section>
      <FirstAnswers view={view} locale={locale} {...first} />
      <Guides guides={guidesFor(deviation.report)} locale={locale} open />
      <Actions>
        <LinkButton href={`/avvik/${deviation.id}`}>{words.show}</LinkButton>
        <LinkButton href="/avvik/mine" variant="secondary">
          {words.mine}
        </LinkButton>
        <LinkButton href={`/avvik/${deviation.id}/dokumenter/avviksmelding`} variant="tertiary" icon="document">
          {words.document}
        </LinkButton>
      </Actions>
      <p className="v-soft">{words.print}</p>
    </Stack>
  )
}
