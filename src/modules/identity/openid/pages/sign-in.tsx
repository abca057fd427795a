import type { Locale } from '../../../../kernel/texts.ts'
import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../../ui/page.tsx'
import { SignIn } from '../../../../ui/sign-in.tsx'
import { fill } from '../../../../ui/texts.ts'
import { keptAddress, keptWords } from '../../../kept/public.ts'
import { DoorByPasskey, type PasskeyDoor } from '../../passkey/pages/door.tsx'
import { texts } from '../../texts.ts'
import type { Provider, SignInPlace } from '../provider.ts'
import { openIdTexts } from '../texts.ts'

type Props = {
  readonly email?: string
  readonly error?: string | undefined
  /** Where to go afterwards. */
  readonly to: string
  readonly demo: boolean
  /** Nobody has an account here: the installation is to be set up first. */
  readonly empty?: boolean
  /** Whose people sign in here, where it is known: by which providers they may. */
  readonly place?: SignInPlace | undefined
  /** They have just signed out here, and may be signed in there. */
  readonly left?: Provider | undefined
  /** What is asked of a passkey, where there can be any. */
  readonly passkey?: PasskeyDoor | undefined
  readonly locale: Locale
}

export function SignInPage({ email, error, to, demo, empty, place, left, passkey, locale }: Props) {
  const t = texts(locale).signIn
  const o = openIdTexts(locale).signIn
  const password = (
    <>
      <Form action="/logg-inn" unsaved={false} hidden={{ til: to }}>
        <TextInput name="email" type="email" label={t.email} value={email} autoComplete="username" />
        <TextInput name="password" type="password" label={t.password} autoComplete="current-password" />
        <Button variant={place ? 'secondary' : 'primary'}>{t.button}</Button>
      </Form>
      {passkey && <DoorByPasskey door={passkey} to={to} locale={locale} />}
      <p>
        <TextLink href="/glemt-passord">{t.forgotten}</TextLink>
      </p>
    </>
  )
  return (
    <SignIn>
      <ErrorSummary errors={error ? [{ href: '#email', text: error }] : []} locale={locale} />
      <PageHeading title={t.title} lead={place && fill(o.lead, { organisation: place.organisation })} />
      {empty && (
        <Notice title={t.empty} locale={locale}>
          {t.emptyText}
        </Notice>
      )}
      {to === keptAddress && <Notice locale={locale}>{keptWords(locale).kept}</Notice>}
      {place && left && (
        <Notice tone="warning" locale={locale}>
          <p>{fill(o.left, { name: left.values.name ?? '' })}</p>
          <p>
            <LinkButton href={`/logg-inn/${place.slug}/${left.id}/ut`} variant="secondary">
              {fill(o.leave, { name: left.values.name ?? '' })}
            </LinkButton>
          </p>
        </Notice>
      )}
      {place?.providers.map(({ id, values }) => (
        <p key={id}>
          <LinkButton href={`/logg-inn/${place.slug}/${id}?til=${encodeURIComponent(to)}`}>
            {fill(o.with, { name: values.name ?? '' })}
          </LinkButton>
        </p>
      ))}
      {place ? (
        <Details summary={place.isFolded ? o.folded : o.or} open={error !== undefined} wide>
          {password}
        </Details>
      ) : (
        <>
          {password}
          <p className="v-soft">{o.ownAddress}</p>
        </>
      )}
      {demo && (
        <p>
          <TextLink href="/demo">{t.demo}</TextLink>
        </p>
      )}
    </SignIn>
  )
}
