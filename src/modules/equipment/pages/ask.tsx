import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { OutsideLink, PageHeading, Stack } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Device } from '../equipment.ts'
import { texts } from '../texts.ts'

type Props<F extends Fields> = After & {
  readonly id: string
  readonly fields: F
  readonly values: Values<F>
  readonly offers?: OffersByName
  /** The device it is about; null where it is in no register. */
  readonly device: Device | null
  /** What whoever asks has: each has its own way in. */
  readonly mine: readonly Device[]
  /** Where the service desk is, and how it is reached. */
  readonly desk: { readonly href: string | null; readonly words: string | null }
  readonly locale: Locale
}

/** A time is asked for; nothing is agreed before IT has said so (S4-210). */
export function AskPage<F extends Fields>({ id, fields, values, offers, device, mine, desk, refused, locale }: Props<F>) {
  const { deliveries: t, delivery, device: words } = texts(locale)
  const kindOf = ({ values: { kind } }: Device) => (kind ? words.fields.kind.choices[kind] : '')
  const questions = (
    <Form hidden={{ id }}>
      <FormOfAny
        fields={fields}
        texts={delivery as unknown as FieldTexts<F>}
        {...{ values, locale, ...(offers ? { offers } : {}) }}
        raw={refused?.raw}
        problems={refused?.problems}
      />
      <Actions>
        <Button>{t.ask}</Button>
        <LinkButton href={device ? `/utstyr/${device.id}` : '/utstyrslevering'} variant="tertiary">
          {uiTexts(locale).cancel}
        </LinkButton>
      </Actions>
    </Form>
  )
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.askTitle} kicker={device ? `${kindOf(device)} ${device.values.number}` : undefined} lead={t.askLead} />
      {(desk.href || desk.words) && (
        <p>
          {desk.href ? (
            <OutsideLink href={desk.href} locale={locale}>
              {t.serviceDesk}
            </OutsideLink>
          ) : (
            t.serviceDesk
          )}
          {desk.words && `: ${desk.words}`}
        </p>
      )}
      {device === null && mine.length > 0 ? (
        <>
          <Section title={t.mine} locale={locale}>
            <TaskList
              tasks={mine.map((one) => ({
                name: one.values.number ?? '',
                href: `/utstyr/${one.id}`,
                hint: kindOf(one),
                action: (
                  <LinkButton href={`/utstyr/${one.id}/levering`} variant="secondary">
                    {t.deliver}
                    <span className="ds-sr-only"> {one.values.number}</span>
                  </LinkButton>
                ),
              }))}
            />
          </Section>
          <Section title={t.askOther} locale={locale}>
            {questions}
          </Section>
        </>
      ) : (
        questions
      )}
    </Stack>
  )
}
