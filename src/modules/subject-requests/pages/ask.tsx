import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OutsideLink, PageHeading, Prose, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { askFields, registerFields } from '../fields.ts'
import type { OpenRequest } from '../queries.ts'
import type { Asking, Registering } from '../subject-request.ts'
import { texts } from '../texts.ts'
import { OpenRequests } from './open.tsx'

type ChooseProps = {
  readonly at: string
  readonly organisation?: string
  /** Where the data protection officer is asked without an account; null where it is not so. */
  readonly officer: string | null
  /** What is written for those outside, where it lies open. */
  readonly guidance?: string | undefined
  readonly locale: Locale
}

/** The first choice tells the two apart: what we keep on you, and public documents (S4-169). */
export function ChoosePage({ at, organisation, officer, guidance, locale }: ChooseProps) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.choose.title} kicker={organisation} lead={t.choose.lead} />
      <Section title={t.choose.own} locale={locale}>
        <p>{t.choose.ownText}</p>
        <Actions>
          <LinkButton href={`${at}?hva=egne`}>{t.choose.ownButton}</LinkButton>
        </Actions>
      </Section>
      <Section title={t.choose.documents} locale={locale}>
        <p>{t.choose.documentsText}</p>
        <Actions>
          <LinkButton href={`${at}?hva=dokumenter`} variant="secondary">
            {t.choose.documentsButton}
          </LinkButton>
        </Actions>
      </Section>
      {officer !== null && (
        <p>
          <TextLink href={officer}>{t.choose.officer}</TextLink>
        </p>
      )}
      {guidance && (
        <p>
          <TextLink href={guidance}>{t.choose.guidance}</TextLink>
        </p>
      )}
    </>
  )
}

type DocumentsProps = {
  readonly link: string | null
  readonly organisation?: string
  readonly contact: string | null
  readonly locale: Locale
}

/** Where access to public documents is asked for: another law, another limit, and no need to say who one is. */
export function DocumentsPage({ link, organisation, contact, locale }: DocumentsProps) {
  const t = texts(locale).documents
  return (
    <>
      <PageHeading title={t.title} kicker={organisation} lead={t.lead} />
      <Prose>
        <p>{t.law}</p>
        {link === null ? (
          <p>{contact === null ? t.noLink : t.write(contact)}</p>
        ) : (
          <p>
            <OutsideLink href={link} locale={locale}>
              {t.link}
            </OutsideLink>
          </p>
        )}
      </Prose>
    </>
  )
}

/** Said where the form was shown with the open request of the same right. */
export const goesOn = 'likevel'

type AskProps = {
  readonly id: string
  readonly asking: Asking
  readonly action: string
  readonly back: string
  readonly organisation?: string
  /** What whoever asks has asked for already, and has no answer to. */
  readonly open?: readonly OpenRequest[]
  readonly locale: Locale
} & After

export function AskPage({ id, asking, action, back, organisation, open = [], locale, refused, conflict }: AskProps) {
  const t = texts(locale)
  // They have been shown the open one of the same right, and may go on.
  const told = refused !== undefined && open.some(({ right }) => right === refused.raw.right)
  return (
    <FormFrame
      title={t.askTitle}
      kicker={organisation}
      lead={t.askLead}
      save={told ? t.beside.anyway : t.send}
      back={back}
      action={action}
      hidden={told ? { id, [goesOn]: 'yes' } : { id }}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      {open.length > 0 && (
        <Notice title={t.beside.own} tone={told ? 'warning' : 'info'} locale={locale}>
          <OpenRequests open={open} locale={locale} />
        </Notice>
      )}
      <Details summary={t.rightsSummary}>
        <ul>
          {each(t.rightsExplained, (line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      <RecordForm fields={askFields} texts={t.ask} values={asking} raw={refused?.raw} problems={refused?.problems} locale={locale} />
    </FormFrame>
  )
}

type RegisterProps = { readonly id: string; readonly values: Registering; readonly locale: Locale } & After

export function RegisterPage({ id, values, locale, refused, conflict }: RegisterProps) {
  const t = texts(locale)
  return (
    <FormFrame
      title={t.register}
      lead={t.registerLead}
      save={t.registerButton}
      back="/egne-opplysninger"
      hidden={{ id }}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      <RecordForm
        fields={registerFields}
        texts={t.registration}
        values={values}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}

type ReceiptProps = { readonly reference: string; readonly due: string; readonly organisation: string; readonly locale: Locale }

/** What somebody without an account is left with: a number and a day. Nothing of what they wrote. */
export function ReceiptPage({ reference, due, organisation, locale }: ReceiptProps) {
  const t = texts(locale).receipt
  return (
    <>
      <PageHeading title={t.title} kicker={organisation} lead={t.lead(reference, due)} />
      <Prose>
        <p>{t.keep}</p>
        <p>{t.identity}</p>
      </Prose>
    </>
  )
}
