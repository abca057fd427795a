import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, PostButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Checkbox, FieldGroup, Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { profiles } from '../../../organisation/public.ts'
import { texts } from '../../texts.ts'
import type { SetUpForm } from '../rules.ts'

type Props = {
  readonly address: string
  readonly written: Omit<SetUpForm, 'password'>
  readonly errors?: readonly ErrorItem[]
  readonly locale: Locale
}

/** The first page of a new installation: one's own organisation, or the example data. */
export function SetUpPage({ address, written, errors = [], locale }: Props) {
  const t = texts(locale).setUp
  const error = (name: string) => errors.find((one) => one.href === `#${name}`)?.text
  const presets = (Object.keys(profiles) as (keyof typeof profiles)[]).map((preset) => ({ value: preset, label: t.presets[preset] }))
  const languages = (['nb', 'nn'] as const).map((value) => ({ value, label: t.languages[value] }))
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      <Section title={t.own} locale={locale} plain>
        <Form action={address}>
          <TextInput name="name" label={t.name} value={written.name} error={error('name')} autoComplete="organization" />
          <Radios name="preset" label={t.preset} hint={t.presetHint} options={presets} value={written.preset} error={error('preset')} />
          <Radios name="language" label={t.language} options={languages} value={written.language} error={error('language')} />
          <FieldGroup title={t.detailsGroup} hint={t.detailsHint}>
            <TextInput name="number" label={t.number} value={written.number} error={error('number')} optional={locale} />
            <TextInput name="address" label={t.address} value={written.address} error={error('address')} optional={locale} rows={3} />
            <TextInput
              name="telephone"
              type="tel"
              label={t.telephone}
              value={written.telephone}
              error={error('telephone')}
              optional={locale}
            />
            <TextInput name="mailbox" type="email" label={t.mailbox} value={written.mailbox} error={error('mailbox')} optional={locale} />
          </FieldGroup>
          <FieldGroup title={t.adminGroup}>
            <TextInput name="admin" label={t.admin} value={written.admin} error={error('admin')} autoComplete="name" />
            <TextInput name="email" type="email" label={t.email} value={written.email} error={error('email')} autoComplete="username" />
            <TextInput
              name="password"
              type="password"
              label={t.password}
              hint={texts(locale).password.nextHint}
              error={error('password')}
              autoComplete="new-password"
            />
            <Checkbox name="alsoDpo" label={t.alsoDpo} hint={t.alsoDpoHint} checked={written.alsoDpo} />
          </FieldGroup>
          <Actions>
            <Button>{t.button}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.example} locale={locale}>
        <p>{t.exampleText}</p>
        <Actions>
          <PostButton action={`${address}/eksempel`} variant="secondary">
            {t.exampleButton}
          </PostButton>
        </Actions>
      </Section>
    </>
  )
}
