import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../../ui/refused.ts'
import type { Difference } from '../differences.ts'
import { settingTexts } from '../texts.ts'
import { Differences } from './versions.tsx'

type Props = { readonly action: string; readonly refused: Refused | undefined; readonly locale: Locale }

/** The settings taken out as a file, and brought in from one. */
export function FilePage({ action, refused, locale }: Props) {
  const t = settingTexts(locale).file
  const error = errorAt(refused, 'profil')
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      <p>
        <a className="ds-link" href={`${action}/fil`}>
          {t.take}
        </a>
      </p>
      <form className="v-form" method="post" action={action} encType="multipart/form-data">
        <div className="ds-field">
          <label className="ds-label" htmlFor="profil">
            {t.choose}
          </label>
          <div id="profil-hint" data-field="description">
            {t.hint}
          </div>
          <input
            className="ds-input"
            type="file"
            id="profil"
            name="profil"
            accept="application/json,.json"
            aria-describedby={error ? 'profil-error profil-hint' : 'profil-hint'}
            aria-invalid={error ? true : undefined}
          />
          {error && (
            <p className="ds-validation-message" id="profil-error">
              {error}
            </p>
          )}
        </div>
        <Actions>
          <Button>{t.look}</Button>
        </Actions>
      </form>
    </Stack>
  )
}

type SeenProps = {
  readonly action: string
  readonly version: number
  readonly text: string
  readonly differences: readonly Difference[]
  /** What could not be taken from the file, in the words of the page of settings, and why. */
  readonly wrong: readonly { readonly name: string; readonly why: readonly string[] }[]
  readonly unknown: number
  readonly locale: Locale
}

/** What a file would change, before anything is. */
export function SeenPage({ action, version, text, differences, wrong, unknown, locale }: SeenProps) {
  const t = settingTexts(locale)
  return (
    <Stack gap="lg">
      <PageHeading
        title={t.file.seen}
        lead={differences.length > 0 ? t.file.seenLead : wrong.length > 0 || unknown > 0 ? t.file.noneTaken : t.file.same}
      />
      {(wrong.length > 0 || unknown > 0) && (
        <Notice tone="warning" title={t.file.left} locale={locale}>
          <ul>
            {wrong.map(({ name, why }) => (
              <li key={name}>
                {name}: {why.join(' ')}
              </li>
            ))}
            {unknown > 0 && <li>{t.file.unknown(unknown)}</li>}
          </ul>
        </Notice>
      )}
      {differences.length > 0 && (
        <Differences caption={t.file.seen} rows={differences} before={t.versions.before} after={t.versions.after} locale={locale} />
      )}
      {differences.length > 0 ? (
        <Form action={`${action}/lagring`} version={version} hidden={{ profil: text }}>
          <Actions>
            <Button>{t.file.bring}</Button>
            <LinkButton href={action} variant="tertiary">
              {t.cancel}
            </LinkButton>
          </Actions>
        </Form>
      ) : (
        <LinkButton href={action} variant="secondary">
          {t.cancel}
        </LinkButton>
      )}
    </Stack>
  )
}
