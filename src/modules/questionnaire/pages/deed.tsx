import type { ComponentChildren } from 'preact'
import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'

export type DeedProps<F extends Fields> = After & {
  readonly title: string
  readonly kicker?: string | undefined
  readonly lead?: string | undefined
  readonly save?: string | undefined
  readonly back: string
  readonly version: number | null
  readonly hidden?: Readonly<Record<string, string>>
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly values: Values<F>
  readonly offers?: OffersByName | undefined
  readonly groups?: Readonly<Record<string, string>> | undefined
  readonly above?: ComponentChildren
  readonly locale: Locale
}

/** One deed of this module, on a page of its own: a few questions and one button. */
export const DeedPage = <F extends Fields>({ fields, texts, values, offers, groups, above, ...frame }: DeedProps<F>) => (
  <FormFrame {...frame}>
    {above}
    <FormOfAny
      {...{ fields, texts, values, offers, groups }}
      raw={frame.refused?.raw}
      problems={frame.refused?.problems}
      locale={frame.locale}
    />
  </FormFrame>
)
