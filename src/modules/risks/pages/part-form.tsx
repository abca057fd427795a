import type { Fields, FieldTexts, Form, Values } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'

export type PartFormProps<F extends Fields> = After & {
  readonly version: number
  readonly back: string
  readonly kicker: string
  readonly title: string
  readonly action: string
  readonly id: string
  readonly fields: F
  readonly labels: FieldTexts<F>
  readonly groups: Readonly<Record<string, string>>
  readonly values: Values<F>
  readonly offers: OffersByName
  /** What to begin with, for a new one. */
  readonly library?: readonly { readonly key: string; readonly name: string; readonly beside: string }[]
  /** Where it is taken out, for one that stands. */
  readonly removal?: string | null
  readonly locale: Locale
}

/** A scenario or a measure of an analysis, on a page of its own. */
export function PartForm<F extends Fields>(props: PartFormProps<F>) {
  const {
    version,
    back,
    kicker,
    title,
    action,
    id,
    fields,
    labels,
    groups,
    values,
    offers,
    library = [],
    removal,
    locale,
    refused,
    conflict,
  } = props
  const t = texts(locale)
  const raw: Form | undefined = refused?.raw
  return (
    <>
      <FormFrame
        title={title}
        kicker={kicker}
        back={back}
        action={action}
        version={version}
        hidden={{ id }}
        {...{ refused, conflict, locale }}
      >
        {library.length > 0 && !refused && (
          <Details summary={t.show.library}>
            <p>{t.show.libraryText}</p>
            <ul>
              {library.map(({ key, name, beside }) => (
                <li key={key}>
                  <TextLink href={`?fra=${key}`}>{name}</TextLink> <span className="v-soft">{beside}</span>
                </li>
              ))}
            </ul>
          </Details>
        )}
        <FormOfAny
          fields={fields}
          texts={labels}
          values={values}
          groups={groups}
          offers={offers}
          raw={raw}
          problems={refused?.problems}
          locale={locale}
        />
      </FormFrame>
      {removal && (
        <PostButton action={removal} hidden={{ version: String(version) }} variant="tertiary">
          {t.show.remove}
        </PostButton>
      )}
    </>
  )
}
