import { setTimeout } from 'node:timers/promises'
import { askFirst, get, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import { texts } from '../texts.ts'
import { forgetPassword } from './commands.ts'
import { ForgottenPage, NoMailPage } from './pages/forgotten.tsx'

const at = '/glemt-passord'

/** The way back in for whoever has forgotten the password (S0-24). Nothing of the address stands in an address, a log or an answer. */
export const forgottenRoutes: readonly Route[] = [
  get(at, 'open', async ({ ctx, locale }) =>
    page(texts(locale).forgotten.title, ctx.house.mails ? <ForgottenPage locale={locale} /> : <NoMailPage locale={locale} />),
  ),
  post(at, 'open', async ({ ctx, form, address, locale }) => {
    const over = setTimeout(even)
    const t = texts(locale).forgotten
    // Nobody is looked for: the answer tells nothing of the address.
    if (!ctx.house.mails) return redirect(at)
    const email = one(form, 'email').trim()
    if (!email.includes('@')) return pageWithErrors(422, t.title, <ForgottenPage email={email} error={t.noAddress} locale={locale} />)
    const { seconds } = await forgetPassword(ctx, email, address)
    if (seconds > 0) {
      const body = <ForgottenPage email={email} error={t.wait(Math.ceil(seconds / 60))} locale={locale} />
      return pageWithErrors(429, t.title, body)
    }
    return askFirst(
      () => over,
      async () => redirect('/logg-inn', t.sent),
    )
  }),
]

/**
 * In milliseconds, several times what the mail to an account takes. An account's link and mail take longer than finding that there is none:
 * answered when it is done, the time would tell whoever asks. So everybody waits as long, with no transaction open meanwhile.
 */
const even = 500
