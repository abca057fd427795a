type Props = {
  readonly does: 'make' | 'show'
  readonly options: object
  readonly written?: string | undefined
  /** What is said where the browser or its person did not. */
  readonly failed: string
}

/** Where the browser writes what the passkey answers, before its form is sent (src/browser/passkey.ts). */
export const Answer = ({ does, options, written, failed }: Props) => (
  <>
    <input
      type="hidden"
      name="svar"
      defaultValue={written ?? ''}
      data-passkey={does}
      data-options={JSON.stringify(options)}
      data-failed={failed}
    />
    <p className="ds-validation-message" role="alert" data-passkey-said="" hidden />
  </>
)
