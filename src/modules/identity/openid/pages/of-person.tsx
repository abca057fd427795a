import { localDate } from '../../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../../ui/button.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Stack } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { fill } from '../../../../ui/texts.ts'
import type { Provider } from '../provider.ts'
import { openIdTexts } from '../texts.ts'

export type LinksOfPerson = {
  readonly personId: string
  readonly providers: readonly {
    readonly provider: Provider
    readonly linkedAt: Date | null
    /** What the provider will say of them has been written. */
    readonly isExpected: boolean
  }[]
}
type Props = LinksOfPerson & {
  readonly error?: { readonly field: string; readonly text: string } | undefined
  readonly locale: Locale
}

/** By which providers a person comes in, on the page of how they sign in. */
export function OfPerson({ personId, providers, error, locale }: Props) {
  const t = openIdTexts(locale).linking
  const at = `/personer/${personId}/innlogging`
  if (providers.length === 0) return null
  return (
    <Section title={openIdTexts(locale).title} locale={locale} id="koblinger">
      {providers.map(({ provider: { id, values }, linkedAt, isExpected }) => {
        const name = values.name ?? ''
        const field = `value-${id}`
        return (
          <Stack key={id}>
            <p>
              {linkedAt
                ? fill(t.linked, { name, date: formatDate(localDate(linkedAt), locale) })
                : fill(isExpected ? t.expected : t.notLinked, { name })}
            </p>
            {linkedAt && (
              <PostButton action={`${at}/${id}/fjern`} variant="secondary">
                {fill(t.unlink, { name })}
              </PostButton>
            )}
            {!linkedAt && values.linking === 'claim' && (
              <Form action={`${at}/${id}/kjennetegn`} unsaved={false}>
                <TextInput
                  name={field}
                  label={fill(t.value, { claim: values.claim ?? '', name })}
                  hint={t.valueHint}
                  error={error?.field === field ? error.text : undefined}
                  autoComplete="off"
                />
                <Actions>
                  <Button variant="secondary">{t.saveValue}</Button>
                </Actions>
              </Form>
            )}
          </Stack>
        )
      })}
      {providers.some(({ linkedAt }) => linkedAt === null) && (
        <p>
          <LinkButton href={`/personer/${personId}/kobling`} variant="secondary">
            {t.invite}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
