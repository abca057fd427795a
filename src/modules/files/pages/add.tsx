import type { RecordKey } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { UploadLimits } from '../../../kernel/upload.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly place: RecordKey
  /** What the files are added to: by its name, and where it is read. */
  readonly name: string
  readonly back: string
  readonly limits: UploadLimits
  /** Whoever adds must not be known. */
  readonly hidden: boolean
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

/** Choosing files for a record. With a script the browser shows how far they have come. */
export function AddFiles({ place, name, back, limits, hidden, refused, locale }: Props) {
  const t = texts(locale)
  const error = errorAt(refused, 'filer')
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} title={t.someRefused} />
      <PageHeading title={t.add} kicker={name === '' ? undefined : name} />
      {hidden && <Notice locale={locale}>{t.protectedHint}</Notice>}
      <form
        className="v-form"
        method="post"
        action={`/filer/${place.type}/${place.id}/nye`}
        encType="multipart/form-data"
        data-upload=""
        data-sending={t.sending}
        data-percent={t.sent('{percent}')}
        data-lost={t.lostConnection}
      >
        <div className="ds-field">
          <label className="ds-label" htmlFor="filer">
            {t.choose}
          </label>
          <div id="filer-hint" data-field="description">
            {t.chooseHint(Math.round(limits.bytes / 1_048_576))}
          </div>
          <input
            className="ds-input"
            type="file"
            id="filer"
            name="filer"
            multiple
            aria-describedby="filer-hint"
            aria-invalid={error ? true : undefined}
          />
        </div>
        <p role="status" data-upload-status="" hidden />
        <progress data-upload-progress="" max={100} value={0} hidden />
        <Actions>
          <Button>{t.add}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </form>
    </Stack>
  )
}
