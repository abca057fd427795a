import { formatInstant, formatShort } from '../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { DocumentPreview } from '../../../ui/document-preview.tsx'
import { Form } from '../../../ui/form.tsx'
import { showWhole } from '../../../ui/format.ts'
import { GuardTexts } from '../../../ui/guard-notice.tsx'
import { Notice as Note } from '../../../ui/notice.tsx'
import { Stack } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { RecordView } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { reference } from '../../deviation/public.ts'
import { undrawn } from '../../documents/public.ts'
import { messageFields, messageSendingFields } from '../fields.ts'
import { letterWords } from '../letter-words.ts'
import type { Message } from '../notice.ts'
import { messageGaps } from '../parts.ts'
import { texts } from '../texts.ts'
import { type MessageAction, messageWorkflow } from '../workflow.ts'
import { SenderMissing } from './sender.tsx'
import { DeedPage, MessageTag, rolesIn, type Shown, subjectsHref } from './words.tsx'

export type MessageProps = Shown & { readonly message: Message; readonly pages: number }

/** Whether this reader plays the part; the status is asked apart, so that a button can say what is waited for. */
export const mayDo = ({ shown, message }: Pick<MessageProps, 'shown' | 'message'>, action: MessageAction): boolean => {
  const step = messageWorkflow[action]
  const open = shown.view.deviation.status !== 'closed'
  return open && (step.from as readonly string[]).includes(message.status) && step.by.some((part) => shown.view.parts.has(part))
}

/** The message as those affected will read it, and the one thing to do with it now. */
export const MessagePage = (props: MessageProps) => {
  const { shown, locale, message } = props
  const { deviation } = shown.view
  const t = texts(locale)
  const href = subjectsHref(deviation.id, `/${message.id}`)
  const may = mayDo(props, 'edit')
  return (
    <RecordPage
      reference={`${reference(deviation)} · ${t.subjectsTitle}`}
      kind={t.deviation}
      title={t.subjects.inLanguage(t.languages[message.language])}
      locale={locale}
      status={<MessageTag status={message.status} locale={locale} />}
      next={<Next {...props} />}
      notices={
        message.status === 'sent' ? undefined : (
          <>
            <ByNativeSpeaker message={message} locale={locale} />
            <SenderMissing shown={shown} locale={locale} />
          </>
        )
      }
      aside={<Aside {...props} />}
    >
      <Section title={t.letterToYou.parts} id="deler" locale={locale} edit={may ? { href: `${href}?endre` } : undefined}>
        <div lang={message.language}>
          <RecordView
            fields={messageFields}
            texts={letterWords(message.language).parts}
            values={message.texts}
            missing={message.status === 'draft' ? messageGaps(message.texts) : []}
            locale={locale}
            changeHref={may ? (name) => `${href}?endre#${name}` : undefined}
          />
        </div>
      </Section>
      {message.status === 'sent' && <Sent {...props} />}
      <Section title={t.sheet.preview} id="dokumentet" locale={locale}>
        <DocumentPreview
          title={letterWords(message.language).title}
          locale={locale}
          pages={Array.from({ length: props.pages }, (_, index) => `${href}/${index + 1}.svg`)}
          downloads={[
            { href: `${href}.pdf`, label: t.sheet.pdf },
            { href: `${href}.docx`, label: t.sheet.docx },
          ]}
          undrawn={undrawn(Object.values(message.texts).join(' '))}
        />
      </Section>
    </RecordPage>
  )
}

function Next(props: MessageProps) {
  const { shown, locale, message } = props
  const t = texts(locale)
  const { letterToYou: l } = t
  const href = subjectsHref(shown.view.deviation.id, `/${message.id}`)
  const gaps = messageGaps(message.texts)
  const { drafters, signers } = shown.view.profile.subjectMessage
  if (message.status === 'draft') {
    if (gaps.length > 0)
      return (
        <NextStep locale={locale} title={l.notReady} text={l.notReadyText(gaps.map((gap) => `«${t.message[gap].label}»`).join(', '))}>
          {mayDo(props, 'edit') && <LinkButton href={`${href}?endre#${gaps[0]}`}>{t.sheet.fill}</LinkButton>}
        </NextStep>
      )
    return mayDo(props, 'sign') ? (
      <NextStep locale={locale} title={l.ready} text={l.signText}>
        <PostButton action={`${href}/signatur`} hidden={{ version: message.version }}>
          {l.sign}
        </PostButton>
      </NextStep>
    ) : (
      <NextStep locale={locale} title={l.ready} text={l.readyText(rolesIn(shown, signers, locale))} />
    )
  }
  if (message.status === 'signed')
    return (
      <NextStep
        locale={locale}
        title={t.subjects.nextSend.title}
        text={mayDo(props, 'send') ? t.subjects.nextSend.text : t.subjects.waits(rolesIn(shown, drafters, locale))}
      >
        {mayDo(props, 'send') && <LinkButton href={`${href}/sending`}>{l.register}</LinkButton>}
      </NextStep>
    )
  return null
}

function Sent({ locale, message }: MessageProps) {
  const t = texts(locale)
  return (
    <Section title={t.letterToYou.how} locale={locale}>
      <SummaryList
        locale={locale}
        items={[
          { label: t.messageSending.sentAt.label, value: message.sentAt && formatInstant(message.sentAt, locale) },
          { label: t.messageSending.channels.label, value: message.channels.map((channel) => t.channels[channel]).join(', ') },
          { label: t.messageSending.reach.label, value: message.reach, text: true },
          {
            label: t.messageSending.told.label,
            value: message.toldCount === null ? t.subjects.toldUnknown : showWhole(message.toldCount, locale),
          },
        ]}
      />
    </Section>
  )
}

function Aside(props: MessageProps) {
  const { shown, locale, message } = props
  const t = texts(locale)
  const href = subjectsHref(shown.view.deviation.id, `/${message.id}`)
  const version = { version: message.version }
  return (
    <>
      {message.signedAt && (
        <Section title={t.document.signature} locale={locale} plain>
          <p>{t.subjects.signedBy(shown.names.get(message.signedBy ?? '') ?? '', formatShort(message.signedAt, locale))}</p>
          {mayDo(props, 'withdrawSignature') && (
            <CertainButton action={`${href}/signatur/trekk`} hidden={version} follows={t.letterToYou.withdrawText} locale={locale}>
              {t.letterToYou.withdraw}
            </CertainButton>
          )}
        </Section>
      )}
      {mayDo(props, 'edit') && (
        <Section title={t.letterToYou.clear.title} locale={locale} plain>
          <Stack>
            <Clear locale={locale} />
            {mayDo(props, 'discard') && (
              <CertainButton action={`${href}/sletting`} hidden={version} locale={locale}>
                {t.letterToYou.discard}
              </CertainButton>
            )}
          </Stack>
        </Section>
      )}
    </>
  )
}

const Clear = ({ locale }: Pick<Shown, 'locale'>) => (
  <ul className="ds-list">
    {texts(locale).letterToYou.clear.points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
)

/** What Varde has of Northern Sámi was written by nobody who speaks it. */
const ByNativeSpeaker = ({ message, locale }: Pick<MessageProps, 'message' | 'locale'>) => {
  if (message.language !== 'se') return null
  const { native } = texts(locale).letterToYou
  return (
    <Note tone="warning" locale={locale} title={native.title}>
      {native.text}
    </Note>
  )
}

export type EditMessageProps = Shown & After & { readonly message: Message }

export const EditMessagePage = (props: EditMessageProps) => {
  const { shown, locale, message, refused } = props
  const t = texts(locale)
  const href = subjectsHref(shown.view.deviation.id, `/${message.id}`)
  return (
    <DeedPage {...props} title={t.letterToYou.editTitle(t.languages[message.language])} lead={t.subjects.lead} clock={false}>
      <ByNativeSpeaker message={message} locale={locale} />
      <Note locale={locale} title={t.letterToYou.clear.title}>
        <Clear locale={locale} />
      </Note>
      <Form action={href} version={message.version}>
        <RecordForm
          fields={messageFields}
          texts={t.message}
          values={message.texts}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.sheet.save}</Button>
          <LinkButton href={href} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

/** By which ways, how everyone is reached, how many, and when (S4-145). */
export const SendMessagePage = (props: EditMessageProps) => {
  const { shown, locale, message, refused } = props
  const t = texts(locale)
  const href = subjectsHref(shown.view.deviation.id, `/${message.id}`)
  return (
    <DeedPage {...props} title={t.letterToYou.register} lead={t.letterToYou.registerLead} clock={false}>
      {message.status === 'draft' && (
        <Note tone="warning" locale={locale}>
          {t.letterToYou.notSigned}
        </Note>
      )}
      <Form action={`${href}/sending`} version={message.version}>
        <RecordForm
          fields={messageSendingFields}
          texts={t.messageSending}
          values={emptyValues(messageSendingFields)}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.letterToYou.register}</Button>
          <LinkButton href={href} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}
