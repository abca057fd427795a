import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type Option, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Contact } from '../../people/public.ts'
import type { Asking } from '../complaint.ts'
import { askFields } from '../fields.ts'
import { texts } from '../texts.ts'

/** Where the person works: then whoever writes sees the head of studies there. */
export function ChooseUnitPage({ units, locale }: { readonly units: readonly Option[]; readonly locale: Locale }) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.chooseTitle} lead={t.lead} />
      <form className="v-form" method="get" action="/forskningsetikk/ny">
        <Select name="enhet" label={t.choose} hint={t.chooseHint} options={units} value="" empty={t.chooseFirst} />
        <Actions>
          <Button>{t.next}</Button>
          <LinkButton href="/forskningsetikk" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </form>
    </Stack>
  )
}

type WriteProps = {
  readonly id: string
  readonly title: string
  /** An edit of a draft is posted to its own page. */
  readonly action: string | undefined
  readonly version: number | null
  readonly asking: Asking
  readonly offers: Offers<typeof askFields>
  readonly heads: readonly Contact[]
  /** The id of a conversation that is asked for here. */
  readonly talkId: string
  readonly back: string
  readonly locale: Locale
} & After

export function WritePage(props: WriteProps) {
  const { id, title, action, version, asking, offers, heads, talkId, back, locale, refused, conflict } = props
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} />
      <TalkSection heads={heads} unit={asking.unit} talkId={talkId} locale={locale} />
      {conflict}
      <Form action={action} version={version} hidden={{ id }}>
        <RecordForm
          fields={askFields}
          texts={t.ask}
          values={asking}
          offers={offers}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.saveDraft}</Button>
          <LinkButton href={back} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}

type TalkProps = { readonly heads: readonly Contact[]; readonly unit: string | null; readonly talkId: string; readonly locale: Locale }

/** The head of studies, with a way to ask for a conversation: offered, and no hindrance (S1-52). */
export function TalkSection({ heads, unit, talkId, locale }: TalkProps) {
  const t = texts(locale).talk
  return (
    <Section title={t.title} id="samtale" plain locale={locale}>
      <p className="v-prose">{heads.length === 0 ? t.nobody : t.text}</p>
      {each(heads, ({ id, name, email }) => (
        <div>
          <p>
            {t.head}: {name}
            {email && (
              <>
                , <TextLink href={`mailto:${email}`}>{email}</TextLink>
              </>
            )}
          </p>
          <Form action="/forskningsetikk/samtale" unsaved={false} hidden={{ id: talkId, unit: unit ?? '', head: id }}>
            <Button variant="secondary">{t.ask(name)}</Button>
          </Form>
        </div>
      ))}
    </Section>
  )
}
