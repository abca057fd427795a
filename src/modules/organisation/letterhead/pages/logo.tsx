import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../../ui/refused.ts'
import type { Logo } from '../../logo.ts'
import { texts } from '../../texts.ts'

type Props = {
  readonly action: string
  readonly back: string
  readonly logo: Logo | null
  readonly refused: Refused | undefined
  readonly locale: Locale
}

/** The picture at the top of the organisation's documents: as it is, another, or none. */
export function LogoPage({ action, back, logo, refused, locale }: Props) {
  const t = texts(locale)
  const error = errorAt(refused, 'logo')
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.logo.title} lead={t.logo.lead} />
      {logo && (
        <figure className="v-logo">
          <img src={`${action}/${logo.id}`} alt={t.logo.now} width={logo.width / 4} height={logo.height / 4} />
          <figcaption className="v-soft">{t.logo.now}</figcaption>
        </figure>
      )}
      <form className="v-form" method="post" action={action} encType="multipart/form-data">
        <div className="ds-field">
          <label className="ds-label" htmlFor="logo">
            {logo ? t.logo.chooseAnother : t.logo.choose}
          </label>
          <div id="logo-hint" data-field="description">
            {t.logo.hint}
          </div>
          <input
            className="ds-input"
            type="file"
            id="logo"
            name="logo"
            accept="image/png,image/jpeg,image/svg+xml"
            aria-describedby={error ? 'logo-error logo-hint' : 'logo-hint'}
            aria-invalid={error ? true : undefined}
          />
          {error && (
            <p className="ds-validation-message" id="logo-error">
              {error}
            </p>
          )}
        </div>
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </form>
      {logo && (
        <form method="post" action={`${action}/fjerning`}>
          <Button variant="secondary">{t.logo.remove}</Button>
        </form>
      )}
    </Stack>
  )
}
