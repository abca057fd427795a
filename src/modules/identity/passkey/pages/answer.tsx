type Props = {
  readonly does: 'make' | 'show'
  readonly options: object
  /** What is said where the browser or its person did not. */
  readonly failed: string
}

/** Where the browser writes what the passkey answers, before its form is sent (src/browser/passkey.ts). */
export const Answer = ({ does, options, failed }: Props) => (
  <>
    <input type="hidden" name="svar" defaultValue="" data-passkey={does} data-options={JSON.stringify(options)} data-failed={failed} />
    <p className="ds-validation-message" role="alert" data-passkey-said="" hidden />
  </>
)
