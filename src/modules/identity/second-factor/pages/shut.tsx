import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { texts } from '../../texts.ts'

/** How whoever changes what opens their account stands in this session. */
export type Standing = {
  /** It changes nothing: its person has a passkey, and did not come by it. */
  readonly isShut: boolean
  /** Nothing else opens before this is done. */
  readonly confined: boolean
  /** Where to go afterwards. */
  readonly to: string
}

/** Whoever has a passkey comes by it before anything that opens the account is changed. `to`: where to go afterwards. */
export const PasskeyFirst = ({ to, locale }: { readonly to: string; readonly locale: Locale }) => (
  <Notice tone="warning" locale={locale}>
    <p>{texts(locale).passkey.passkeyFirst}</p>
    <p>
      <LinkButton href={`/logg-inn?til=${encodeURIComponent(to)}`}>{texts(locale).passkey.signIn}</LinkButton>
    </p>
  </Notice>
)

/** One may always get out, also where nothing else opens. */
export const WayOut = ({ locale }: { readonly locale: Locale }) => (
  <PostButton action="/logg-ut" variant="secondary">
    {texts(locale).demand.out}
  </PostButton>
)
