import type { Values } from '../../../../kernel/fields.ts'
import type { Held } from '../../../../kernel/guard/stop.ts'
import type { Offers } from '../../../../kernel/reference.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { FormFrame } from '../../../../ui/form-frame.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Prose, Stack, TextLink } from '../../../../ui/page.tsx'
import { Receipt } from '../../../../ui/receipt.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { After, Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { statusTone } from '../../deed/pages/words.tsx'
import { type Deviation, type Inquiry, reference, type Status } from '../../deviation.ts'
import { answerFields } from '../../fields-handling.ts'
import { Written } from '../../handling/pages/answer.tsx'
import { takesAnswers } from '../../handling/rules.ts'
import { handlingTexts } from '../../handling/texts.ts'
import { mergingTexts } from '../../merging/texts.ts'
import type { Profile } from '../../profile.ts'
import { Reminder } from '../../report/pages/guidance.tsx'
import { HeldChoice, HeldSummary } from '../../report/pages/stop.tsx'
import { texts as reportTexts } from '../../report/texts.ts'
import { texts as caseTexts } from '../../texts.ts'
import { codeFields, openFields } from '../fields.ts'
import { openTexts } from '../texts.ts'

type Shared = { readonly at: string; readonly organisation: string; readonly locale: Locale }

/** The words of the six questions: those of the ordinary report, where nothing differs. */
export const labelsOf = (locale: Locale) => {
  const { whatHappened, personalData, periodState, serious } = reportTexts(locale).fields
  const { unit, discoveredOn } = openTexts(locale)
  return { whatHappened, affectedUnit: unit, discoveredOn, personalData, periodState, serious }
}

export type ReportPageProps = Shared & {
  readonly id: string
  readonly profile: Profile
  readonly values: Values<typeof openFields>
  readonly offers: Offers<typeof openFields>
  /** Held back once, for what was found in these fields. */
  readonly held?: Held | undefined
} & After

const formId = 'avviksmelding'

/** For whoever is not signed in: six questions, nothing of who they are (S4-131). */
export function OpenReportPage({ at, organisation, id, profile, values, offers, held, locale, refused }: ReportPageProps) {
  const t = openTexts(locale)
  const own = profile.ownWords.report[locale]
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      {held && <HeldSummary held={held} form={formId} locale={locale} />}
      <PageHeading title={t.title} kicker={organisation} lead={t.lead} />
      {own !== null && <Notice locale={locale}>{own}</Notice>}
      <Reminder locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form id={formId} action={at} hidden={{ id }}>
          <RecordForm
            fields={openFields}
            texts={labelsOf(locale)}
            values={values}
            offers={offers}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          {held ? (
            <HeldChoice locale={locale} />
          ) : (
            <Actions>
              <Button>{t.send}</Button>
            </Actions>
          )}
        </Form>
      </div>
      <Details summary={t.kept.title}>
        <p>{t.kept.text}</p>
      </Details>
      <Prose>
        <p>
          <TextLink href={`${at}/sak`}>{t.follow}</TextLink>
        </p>
        <p>
          <TextLink href="/avvik/ny">{t.signIn}</TextLink>
        </p>
      </Prose>
    </Stack>
  )
}

/** What they are left with: the code. Nothing of what they wrote. */
export function OpenReceiptPage({ at, organisation, code, locale }: Shared & { readonly code: string }) {
  const t = openTexts(locale)
  return (
    <Receipt title={t.receipt}>
      <p className="v-receipt__number v-code" id="kode">
        {code}
      </p>
      <div>
        <CopyButton target="kode" label={t.code.code.label} locale={locale} />
      </div>
      <p className="v-kicker">{organisation}</p>
      <Prose>
        <p>{t.keep}</p>
        <p>{t.next}</p>
      </Prose>
      <Actions>
        <LinkButton href={`${at}/sak`} variant="secondary">
          {t.codeTitle}
        </LinkButton>
      </Actions>
    </Receipt>
  )
}

/** `over`: the page of the case has closed. `written`: an answer that was sent too late, so that it is not lost. */
type CodePageProps = Shared & After & { readonly over?: boolean; readonly written?: string | null }
export const CodePage = ({ at, organisation, locale, refused, conflict, over = false, written = null }: CodePageProps) => {
  const t = openTexts(locale)
  return (
    <FormFrame
      title={t.codeTitle}
      kicker={organisation}
      lead={t.codeLead}
      save={t.open}
      back={at}
      action={`${at}/sak`}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      {over && (
        <Notice tone="warning" locale={locale}>
          <p>{t.over}</p>
          {written !== null && <p>{t.written}</p>}
          {written !== null && <p data-text="">{written}</p>}
        </Notice>
      )}
      <RecordForm
        fields={codeFields}
        texts={t.code}
        values={{ code: null }}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}

type CasePageProps = Shared & {
  readonly deviation: Deviation
  /** Where it stands: as the case that goes on, where it was merged into another. */
  readonly status: Status
  /** Where this case is read for a while. */
  readonly place: string
  /** An answer that was refused, and to which question. */
  readonly answering?: { readonly inquiry: string; readonly refused: Refused } | undefined
}
/** Where the case stands in plain words, what is asked and what was answered. Nothing of what others think of it, nor of what they wrote. */
export function OpenCasePage({ at, organisation, deviation, status, place, answering, locale }: CasePageProps) {
  const t = openTexts(locale)
  const { inquiries, mergedInto } = deviation
  const asked = inquiries.filter(({ toReporter }) => toReporter)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={answering?.refused.errors ?? []} locale={locale} />
      <PageHeading
        title={t.case}
        kicker={`${organisation} · ${reference(deviation) ?? ''}`}
        lead={[
          mergedInto !== null && mergingTexts(locale).reporter,
          (mergedInto === null || status === 'closed') && reportTexts(locale).statusWords[status],
        ]
          .filter(Boolean)
          .join(' ')}
      />
      <p>
        <StatusTag tone={statusTone[status]} done={status === 'closed'}>
          {caseTexts(locale).statuses[status]}
        </StatusTag>
      </p>
      <Section title={t.questions} id="sporsmal" locale={locale}>
        {asked.length === 0 && <p className="v-soft">{t.none}</p>}
        {each(asked, (inquiry) => (
          <Asked {...{ at, place, inquiry, locale }} closed={!takesAnswers(deviation)} answering={answering} />
        ))}
      </Section>
    </Stack>
  )
}

type AskedProps = Pick<CasePageProps, 'at' | 'place' | 'answering' | 'locale'> & { readonly inquiry: Inquiry; readonly closed: boolean }
function Asked({ at, place, inquiry, closed, answering, locale }: AskedProps) {
  const t = openTexts(locale)
  const { id, question, answer } = inquiry
  const refused = answering?.inquiry === id ? answering.refused : undefined
  return (
    <Stack gap="sm">
      <p data-text="">
        <b>{question}</b>
      </p>
      {answer !== null && (
        <p data-text="">
          {t.yours}: {answer}
        </p>
      )}
      {answer === null && closed && <p className="v-soft">{t.closed}</p>}
      {(answer !== null || closed) && <Written refused={refused} locale={locale} />}
      {answer === null && !closed && (
        <Form action={`${at}/sak/${place}/${id}`}>
          <RecordForm
            fields={answerFields}
            texts={handlingTexts(locale).answer}
            values={{ answer: null }}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Actions>
            <Button>{t.sendAnswer}</Button>
          </Actions>
        </Form>
      )}
    </Stack>
  )
}
