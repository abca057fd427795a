import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { PageHeading, Prose, TextLink } from '../../../ui/page.tsx'
import { Receipt } from '../../../ui/receipt.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { codeFields, openFields } from '../fields.ts'
import type { AskingOpenly, Question } from '../question.ts'
import { texts } from '../texts.ts'
import { SharedList, type SharedWith } from './show.tsx'
import { StateTag } from './state.tsx'

type Shared = { readonly at: string; readonly organisation: string; readonly locale: Locale }

type AskProps = Shared & { readonly id: string; readonly asking: AskingOpenly } & After
/** For whoever we keep data about, without an account: what they wonder, and nothing of who they are (S4-076). */
export function OpenAskPage({ at, organisation, id, asking, locale, refused, conflict }: AskProps) {
  const { open: t, secrecy } = texts(locale)
  return (
    <>
      <FormFrame
        title={t.title}
        kicker={organisation}
        lead={t.lead}
        save={t.send}
        back={`${at}/svar`}
        action={at}
        hidden={{ id }}
        locale={locale}
        refused={refused}
        conflict={conflict}
      >
        <RecordForm fields={openFields} texts={t.ask} values={asking} raw={refused?.raw} problems={refused?.problems} locale={locale} />
      </FormFrame>
      <Prose>
        <p className="v-soft">{secrecy}</p>
        <p>
          <TextLink href={`${at}/svar`}>{t.haveCode}</TextLink>
        </p>
      </Prose>
    </>
  )
}

/** What they are left with: the code. Nothing of what they wrote. */
export function OpenReceiptPage({ at, organisation, code, due, locale }: Shared & { readonly code: string; readonly due: string | null }) {
  const { open: t } = texts(locale)
  return (
    <Receipt title={t.receipt} number={code}>
      <p className="v-kicker">{organisation}</p>
      <Prose>
        <p>{t.keep}</p>
        {due !== null && <p>{t.dueOn(formatDate(due, locale))}</p>}
      </Prose>
      <Actions>
        <LinkButton href={`${at}/svar`} variant="secondary">
          {t.readTitle}
        </LinkButton>
      </Actions>
    </Receipt>
  )
}

export const CodePage = ({ at, organisation, locale, refused, conflict }: Shared & After) => {
  const { open: t } = texts(locale)
  return (
    <FormFrame
      title={t.readTitle}
      kicker={organisation}
      lead={t.readLead}
      save={t.read}
      back={at}
      action={`${at}/svar`}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
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

type AnswerProps = Shared & { readonly question: Question; readonly shares: readonly SharedWith[] }
export function OpenAnswerPage({ at, organisation, question, shares, locale }: AnswerProps) {
  const t = texts(locale)
  const { about, answer, dueOn } = question.values
  return (
    <>
      <PageHeading title={t.one} kicker={organisation} />
      <p>
        <StateTag question={question} locale={locale} />
      </p>
      <p className="v-prose" data-text="">
        {about}
      </p>
      <Section title={t.answer.answer.label} locale={locale}>
        {answer === null ? (
          <p className="v-soft">{t.open.waiting(dueOn === null ? '' : formatDate(dueOn, locale))}</p>
        ) : (
          <p className="v-prose" data-text="">
            {answer}
          </p>
        )}
      </Section>
      {shares.length > 0 && (
        <Section title={t.share.title} locale={locale}>
          <SharedList shares={shares} end={null} locale={locale} />
        </Section>
      )}
      <Actions>
        <LinkButton href={at} variant="secondary">
          {t.open.another}
        </LinkButton>
      </Actions>
    </>
  )
}
