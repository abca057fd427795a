import type { Problem } from '../../../../kernel/fields.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardNotice } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import type { CaseView } from '../../queries.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { texts as caseTexts } from '../../texts.ts'
import { partOf, type Question } from '../layout.ts'
import type { ReportingView } from '../queries.ts'
import { shownQuestions, textOf, type Warning } from '../rules.ts'
import { holding } from '../stop.ts'
import { texts } from '../texts.ts'
import { Answers, unansweredIn } from './answers.tsx'
import { labelOf, reportErrors } from './errors.tsx'
import { Audience } from './guidance.tsx'
import { hideName } from './questions.tsx'
import { HeldChoice, HeldSummary } from './stop.tsx'

export type CheckPageProps = {
  readonly view: CaseView
  readonly reporting: ReportingView
  readonly offers: ReportOffers
  /** What stands in the way of sending. */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
  readonly findings: ReadonlyMap<Question, readonly Finding[]>
  /** The reader pressed "send", and it was refused. */
  readonly refused: boolean
  /** It was saved in another window since the reader saw it. */
  readonly stale?: boolean
  readonly locale: Locale
}

const formId = 'innsending'

/** Check your answers before you send. */
export const CheckPage = ({ view, reporting, offers, problems, warnings, findings, refused, stale, locale }: CheckPageProps) => {
  const { deviation, profile } = view
  const words = texts(locale)
  const form = `/avvik/${deviation.id}/skjema`
  const hrefOf = (question: string) => `${form}?del=${partOf(question)}`
  const errors = reportErrors(problems, locale, hrefOf)
  const held = holding(deviation.report, profile, deviation.measures)
  const shown = shownQuestions(deviation.report, profile)
  const unanswered = unansweredIn(deviation, shown)
  return (
    <Stack gap="lg">
      {refused && errors.length > 0 && <ErrorSummary errors={errors} locale={locale} title={words.check.missing(errors.length)} />}
      {refused && errors.length === 0 && held.size > 0 && (
        <HeldSummary held={held} form={formId} locale={locale} hrefOf={(question) => `${hrefOf(question)}#${question}`} />
      )}
      <PageHeading title={words.check.title} lead={words.check.lead} />
      {stale && (
        <Notice tone="warning" locale={locale} live>
          {caseTexts(locale).refusals.stale}
        </Notice>
      )}
      {!refused && errors.length > 0 && (
        <Notice tone="warning" title={words.check.missing(errors.length)} locale={locale}>
          <ul>
            {each(errors, ({ href, text }) => (
              <li>
                <TextLink href={href}>{text}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={words.check.warning} locale={locale}>
          {each(warnings, (warning) => (
            <p>{words.warnings[warning]}</p>
          ))}
        </Notice>
      )}
      {findings.size > 0 && (
        <Form action={form} version={deviation.version} hidden={{ til: 'kontroll' }} unsaved={false}>
          <Heading>{words.check.guard}</Heading>
          {each([...findings], ([question, found]) => (
            <Stack gap="sm">
              <Heading level={3}>
                <TextLink href={`${hrefOf(question)}#${question}`}>{labelOf(question, locale)}</TextLink>
              </Heading>
              <GuardNotice
                findings={found}
                locale={locale}
                fieldId={question}
                text={textOf(deviation.report, question) ?? ''}
                maskName={hideName}
              />
            </Stack>
          ))}
        </Form>
      )}
      <Answers
        deviation={deviation}
        shown={shown}
        offers={offers}
        profile={profile}
        locale={locale}
        missing={problems.filter(({ code }) => code === 'missing').map(({ field }) => field)}
        changeHref={(question) => `${hrefOf(question)}#${question}`}
      />
      {unanswered > 0 && <p className="v-soft">{words.check.unanswered(unanswered)}</p>}
      <Audience view={reporting} locale={locale} />
      <Form id={formId} action={`/avvik/${deviation.id}/innsending`} version={deviation.version} unsaved={false}>
        {held.size > 0 && <HeldChoice locale={locale} />}
        <Actions>
          {held.size === 0 && <Button>{words.check.send}</Button>}
          <LinkButton href={`${form}?del=konsekvenser`} variant="tertiary" icon="arrowLeft">
            {words.form.back}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}
