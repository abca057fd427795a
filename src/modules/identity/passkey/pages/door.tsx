import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { texts } from '../../texts.ts'
import { Answer } from './answer.tsx'

export type PasskeyDoor = { readonly sealed: string; readonly options: object }

/** Beside the password. Hidden until the browser has said that it can (src/browser/passkey.ts). */
export const DoorByPasskey = ({
  door: { sealed, options },
  to,
  locale,
}: {
  readonly door: PasskeyDoor
  readonly to: string
  readonly locale: Locale
}) => (
  <div hidden data-with-passkey="">
    <Form action="/logg-inn/passnokkel" unsaved={false} hidden={{ til: to, begynt: sealed }}>
      <Answer does="show" options={options} failed={texts(locale).passkey.notShown} />
      <Button variant="secondary" icon="lock">
        {texts(locale).passkey.signIn}
      </Button>
    </Form>
  </div>
)
