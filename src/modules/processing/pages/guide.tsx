import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import { written } from '../../../kernel/merge.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import type { Suggestion } from '../guide.ts'
import { texts } from '../texts.ts'

type Props = After & {
  /** The one question, as the record asks it. */
  readonly fields: Fields
  readonly labels: FieldTexts<Fields>
  readonly values: Values<Fields>
  readonly offers: OffersByName
  readonly title: string
  readonly kicker: string | undefined
  readonly why: string
  readonly article: string | null
  readonly suggestion: Suggestion | undefined
  readonly version: number | null
  readonly hidden: Readonly<Record<string, string>>
  readonly action: string
  /** Where whoever leaves goes, and what that is called. */
  readonly back: string
  /** The next question, for whoever cannot answer this one now. */
  readonly skip: string | null
  readonly previous: string | null
  /** The record cannot be approved without the answer. */
  readonly needed: boolean
  readonly locale: Locale
}

/** One question, why it is asked, and what the house knows already. */
export function GuidePage({ fields, labels, values, offers, suggestion, article, why, skip, previous, needed, locale, ...frame }: Props) {
  const t = texts(locale).guide
  const { refused } = frame
  // Passed over it may be, but it is not marked as optional what must be there in the end.
  const asked = needed
    ? Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, required: true as const }]))
    : fields
  // What is suggested is drawn and not opened with: sent as it is, it is an answer like any other.
  const suggested = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, written(field, suggestion ? suggestion.value : values[name])]),
  )
  return (
    <FormFrame
      {...frame}
      lead={article === null ? why : `${why} ${t.article(article)}`}
      locale={locale}
      save={
        <>
          <Button>{t.next}</Button>
          {skip !== null && (
            <LinkButton href={skip} variant="secondary">
              {t.skip}
            </LinkButton>
          )}
          {previous !== null && (
            <LinkButton href={previous} variant="secondary" icon="arrowLeft">
              {t.previous}
            </LinkButton>
          )}
        </>
      }
    >
      {suggestion && !refused && <Notice locale={locale}>{suggestion.from === null ? t.fromUnit : t.fromOther(suggestion.from)}</Notice>}
      {needed && <p className="v-soft">{t.needed}</p>}
      <div className={article === null ? undefined : 'v-asked'}>
        <FormOfAny
          fields={asked}
          texts={labels}
          values={values}
          offers={offers}
          locale={locale}
          raw={refused?.raw ?? suggested}
          problems={refused?.problems}
        />
      </div>
    </FormFrame>
  )
}
