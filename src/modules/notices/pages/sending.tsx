import { localInput } from '../../../kernel/calendar/calendar.ts'
import { formatDue } from '../../../kernel/calendar/words.ts'
import { emptyValues, type Form as Posted } from '../../../kernel/fields.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { GuardTexts } from '../../../ui/guard-notice.tsx'
import { Notice as Note } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { copyFields, sendingFields } from '../fields.ts'
import { type Notice, stillOwed } from '../notice.ts'
import { blocking } from '../parts.ts'
import { isLate } from '../rules.ts'
import { texts } from '../texts.ts'
import { DocumentationWarning } from './notice.tsx'
import { authorityHref, DeedPage, type Shown } from './words.tsx'

/** After the limit the reasons for the delay are no question one may pass over (Article 33(1)). */
const lateFields = { ...sendingFields, lateReason: { ...sendingFields.lateReason, required: true } } as const

export type SendingProps = Shown & After & { readonly notice: Notice }

/** It has been sent in Altinn; here it is said when. The reasons for a delay are asked for as soon as there is one. */
export const SendingPage = (props: SendingProps) => {
  const { shown, locale, now, notice, refused } = props
  const { deviation, profile } = shown.view
  const t = texts(locale)
  const href = authorityHref(deviation.id, `/${notice.id}`)
  const locked = profile.authority.publicAccessLocked
  const late = isLate(deviation, now) || errorAt(refused, 'lateReason') !== undefined
  const gaps = blocking(notice.kind, notice.texts, stillOwed(shown.file.owed).length, false)
  const own = (field: string): field is keyof typeof t.notice => field in t.notice
  return (
    <DeedPage {...props} title={t.register.title} lead={t.register.lead}>
      {gaps.length > 0 && (
        <Note tone="warning" title={t.register.missing} locale={locale}>
          <ul className="ds-list">
            {gaps.map((gap) => (
              <li key={gap}>
                <TextLink href={`${href}?endre#${gap}`}>{own(gap) ? t.notice[gap].label : t.sheet.owed}</TextLink>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {notice.kind === 'complete' && <DocumentationWarning shown={shown} locale={locale} />}
      <Form action={`${href}/sending`} version={notice.version} hidden={locked ? { access: 'public' } : {}}>
        <RecordForm
          fields={late ? lateFields : sendingFields}
          texts={t.sending}
          values={{ ...emptyValues(sendingFields), sentAt: now, access: 'public', lateReason: notice.texts.lateReason }}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
          shown={[
            'sentAt',
            'reference',
            ...(late ? (['lateReason'] as const) : []),
            ...(locked ? [] : (['access', 'accessGround'] as const)),
          ]}
        />
        {notice.kind === 'supplementary' && <Supplies {...props} raw={refused?.raw} />}
        {locked && (
          <Note locale={locale}>
            <p id="access">{t.register.publicLocked}</p>
          </Note>
        )}
        <Actions>
          <Button>{t.register.button}</Button>
          <LinkButton href={href} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

const Supplies = ({ shown, locale, raw }: SendingProps & { readonly raw: Posted | undefined }) => {
  const owed = stillOwed(shown.file.owed)
  const t = texts(locale)
  const chosen = raw?.supplies
  if (owed.length === 0) return null
  return (
    <Checkboxes
      name="supplies"
      label={t.register.supplies}
      hint={t.register.suppliesHint}
      values={typeof chosen === 'string' ? [chosen] : (chosen ?? [])}
      options={owed.map((one) => ({ value: one.id, label: one.what, hint: `${t.track.due}: ${formatDue(one.dueAt, locale)}` }))}
    />
  )
}

/** To another party to the breach. "The data subject" can be chosen, and is answered with why not (S3-18). */
export const CopyPage = (props: SendingProps) => {
  const { shown, locale, now, notice, refused } = props
  const t = texts(locale)
  const href = authorityHref(shown.view.deviation.id, `/${notice.id}`)
  return (
    <DeedPage {...props} title={t.copies.title} lead={t.copies.lead}>
      <Form action={`${href}/kopier`}>
        <RecordForm
          fields={copyFields}
          texts={t.copy}
          values={emptyValues(copyFields)}
          raw={refused?.raw ?? { sentAt: localInput(now) }}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.copies.button}</Button>
          <LinkButton href={href} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}
