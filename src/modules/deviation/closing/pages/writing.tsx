import type { ComponentChildren } from 'preact'
import type { Fields, FieldTexts, Form as Posted, TextField, Values } from '../../../../kernel/fields.ts'
import { findPersonalData } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { FieldGroup, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardNotice, GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Stack } from '../../../../ui/page.tsx'
import { type Fault, Opened, problemText } from '../../../../ui/record-form.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { type Closing, closingFields } from '../../fields-closing.ts'
import { isUnfinished } from '../../unfinished.ts'
import { texts } from '../texts.ts'

type Name = keyof Closing
export type Part = { readonly title: string; readonly names: readonly Name[]; readonly id?: string }

export type WritingProps = {
  readonly id: string
  readonly version: number
  /** What stood when the page was made: fingerprintOf the part. */
  readonly fingerprint: string
  readonly locale: Locale
  readonly parts: readonly Part[]
  readonly values: Partial<Values<typeof closingFields>>
  /** What is saved, whatever is suggested or was posted. */
  readonly stored: Values<typeof closingFields>
  /** Which of the values are suggestions that nobody has saved. */
  readonly suggested: readonly Name[]
  /** The reader asked for suggestions. */
  readonly asked?: boolean
  readonly raw?: Posted | undefined
  readonly problems?: readonly Fault[] | undefined
  readonly newNationalIdRule: boolean
}

/** The form of some of the closing answers: long texts, each with what the case suggests where nothing is written. */
export const WritingForm = (props: WritingProps) => {
  const { id, version, fingerprint, locale, parts, suggested, asked } = props
  const t = texts(locale).writing
  return (
    <>
      {suggested.length > 0 && (
        <Notice locale={locale} live={asked === true}>
          <p>{t.suggested}</p>
          {suggested.some((name) => isUnfinished(props.values[name] ?? null)) && <p>{t.suggestedGaps}</p>}
        </Notice>
      )}
      {asked && suggested.length === 0 && (
        <Notice locale={locale} live>
          {t.nothingToSuggest}
        </Notice>
      )}
      <div data-guard-new-rule={props.newNationalIdRule}>
        <Form version={version} hidden={{ fingerprint }}>
          <Opened fields={closingFields} values={props.stored} raw={props.raw} shown={parts.flatMap((part) => part.names)} />
          {parts.map((part) => (
            <div key={part.title} id={part.id}>
              <FieldGroup title={part.title}>
                {part.names.map((name) => (
                  <Writing key={name} name={name} {...props} />
                ))}
              </FieldGroup>
            </div>
          ))}
          <Actions>
            <Button>{t.save}</Button>
            <Button variant="secondary" name="gjor" value="hent">
              {t.fetch}
            </Button>
            <LinkButton variant="tertiary" href={`/avvik/${id}`}>
              {t.back}
            </LinkButton>
          </Actions>
        </Form>
      </div>
      <GuardTexts locale={locale} />
    </>
  )
}

function Writing(props: WritingProps & { readonly name: Name }) {
  const { name, locale, values, suggested, raw, problems } = props
  const t = texts(locale)
  const field: TextField = closingFields[name]
  const { label, hint } = (t.fields as FieldTexts<Fields>)[name] ?? { label: name }
  const posted = raw?.[name]
  const isSuggested = suggested.includes(name)
  const value = isSuggested
    ? (values[name] ?? '')
    : raw
      ? typeof posted === 'string'
        ? posted
        : (posted?.[0] ?? '')
      : (values[name] ?? '')
  const problem = problems?.find((one) => one.field === name)
  const findings = findPersonalData(value, { newNationalIdRule: props.newNationalIdRule })
  return (
    <div>
      <TextInput
        name={name}
        label={label}
        hint={isSuggested ? <WithMark hint={hint} mark={t.writing.suggestedMark} /> : hint}
        error={problem && problemText(problem, label, locale)}
        optional={field.required ? undefined : locale}
        value={value}
        rows={rowsFor(value)}
        max={field.max}
        guard
      />
      <GuardNotice findings={findings} locale={locale} fieldId={name} text={value} />
    </div>
  )
}

const WithMark = ({ hint, mark }: { readonly hint: string | undefined; readonly mark: string }) => (
  <>
    {hint} <Tag tone="info">{mark}</Tag>
  </>
)

/** Enough lines to read what stands there, and never the whole page. */
const rowsFor = (text: string): number => {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 72)), 0)
  return Math.min(18, Math.max(4, lines + 1))
}

/** The same answers for whoever may read and not write. */
export const WritingRead = ({
  parts,
  values,
  locale,
  id,
  children,
}: Pick<WritingProps, 'parts' | 'locale' | 'id'> & { readonly values: Closing; readonly children?: ComponentChildren }) => {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <Notice locale={locale}>{t.writing.locked}</Notice>
      <RecordView fields={closingFields} texts={t.fields} values={values} shown={parts.flatMap((part) => part.names)} locale={locale} />
      {children}
      <Actions>
        <LinkButton variant="secondary" href={`/avvik/${id}`}>
          {t.writing.back}
        </LinkButton>
      </Actions>
    </Stack>
  )
}
