import type { Refusal } from '../../../kernel/change.ts'
import { type Fields, type FieldTexts, parseWhole, type Values } from '../../../kernel/fields.ts'
import { findPersonalData } from '../../../kernel/guard/guard.ts'
import { holdingIn, isHeld, wantsMask } from '../../../kernel/guard/stop.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  preview,
  type Redirect,
  type Route,
  redirect,
  versionOf,
} from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { offersIn, soughtIn } from '../../../kernel/reference.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { tickedIn, tickedName, tickOf } from '../../../register/many.tsx'
import { type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { filesPanel } from '../../files/public.tsx'
import { unitReference } from '../../people/public.ts'
import { reference } from '../deviation.ts'
import type { Profile } from '../profile.ts'
import { profileOf } from '../queries-profile.ts'
import { guardOptions, maskedText } from '../report/rules.ts'
import { texts as caseTexts } from '../texts.ts'
import { dismissMail, dismissMails, joinCase, makeCase, viewMail } from './commands.ts'
import { caseOfMail, dismissFields, joinFields } from './fields.ts'
import { labelsOf, MailPage, type MailRefused } from './pages/mail.tsx'
import { addressOf, DismissManyPage, MailsPage, mailsAt } from './pages/mails.tsx'
import {
  allMails,
  asideCounts,
  hasMails,
  heldCount,
  type MailsView,
  type MailView,
  mailView,
  mayReadMail,
  showsSenders,
  waitingCounts,
  waitingMails,
} from './queries.ts'
import { mailInTexts } from './texts.ts'

const references = { affectedUnit: unitReference }

const forReaders = door(async ({ ctx }) => {
  const profile = await profileOf(ctx)
  if (!mayReadMail(ctx.actor, profile)) return notAllowed
  return (await hasMails(ctx, profile)) ? { profile } : nothing
})

/** Which of those that wait: what cannot be read counts as not asked. */
function viewIn(read: (name: string) => string): MailsView {
  const [known, like, after] = ['kjent', 'fra', 'etter'].map(read)
  return {
    known: known === 'ja' ? true : known === 'nei' ? false : null,
    like: isId(like) ? like : null,
    after: isId(after) ? after : null,
  }
}

async function drawMails({ ctx, locale, query }: Asked, { profile }: { readonly profile: Profile }) {
  const view = viewIn((name) => query.get(name) ?? '')
  const props = {
    ...{ view, ticks, now: ctx.now, locale, on: profile.deviation.mailIn.on, senders: showsSenders(ctx.actor, profile) },
    waiting: await waitingMails(ctx, profile, view),
    counts: await waitingCounts(ctx),
    held: await heldCount(ctx),
    aside: await asideCounts(ctx),
  }
  return page(mailInTexts(locale).title, <MailsPage {...props} />)
}

const ticks = { name: tickedName, of: tickOf }

/** As many as are put away at once. */
const mostAtOnce = 500

/** Several at once: first all of them and the question why, then done. Those of a view are those that were shown, not what has come since. */
async function postDismissals(asked: Asked, { profile }: { readonly profile: Profile }): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = mailInTexts(locale)
  const view: MailsView = { ...viewIn((name) => one(form, name)), after: null }
  const all = one(form, 'alle') === 'ja'
  const ticked = tickedIn(form, mostAtOnce)
  if (!all && ticked.length === 0) return redirect(addressOf(view), t.many.none)
  const draw = async (refused?: Refused) => {
    const named = ticked.map(({ id }) => id)
    const { mails, count } = all
      ? await waitingMails(ctx, profile, view, mostAtOnce)
      : await waitingMails(ctx, profile, { ...allMails, among: named }, mostAtOnce)
    const props = { mails, rest: count - mails.length, view, ticks, refused, now: ctx.now, locale }
    return page(t.many.title, <DismissManyPage {...props} />, [{ href: addressOf(view), label: t.title }])
  }
  if (one(form, 'gjor') !== 'ja') return preview(await draw())
  const parsed = parseWhole(dismissFields, form)
  if (!parsed.ok || parsed.values.dismissal === null)
    return again(422, await draw(unread(asked, parsed.ok ? [] : parsed.problems, t.dismiss.fields)))
  const { done, left, held } = await dismissMails(ctx, ticked, parsed.values.dismissal, view.like)
  const said = [t.many.done(done), left > 0 ? t.many.left(left) : null, held > 0 ? t.many.heldLeft(held) : null]
  return redirect(mailsAt, said.filter(Boolean).join(' '))
}
const forMail = door(async ({ ctx, params }) => (isId(params.id) ? ((await mailView(ctx, params.id)) ?? nothing) : nothing))

const refusals = (locale: Locale) => ({ ...caseTexts(locale).refusals, ...mailInTexts(locale).refusals })

async function drawMail(asked: Asked, view: MailView, after?: MailRefused) {
  const { ctx, locale } = asked
  const t = mailInTexts(locale)
  const offers = await offersIn<typeof caseOfMail>(ctx, references, {}, after?.form === 'make' ? after.refused.raw : {})
  const files = await filesPanel(ctx, { type: 'mailIn', id: view.mail.id }, locale)
  const body = <MailPage view={view} offers={offers} files={files} after={after} now={ctx.now} locale={locale} />
  return page(view.mail.subject ?? t.noSubject, body, [{ href: '/avvik/epost', label: t.title }])
}

type Way<F extends Fields, T> = {
  readonly form: MailRefused['form']
  readonly fields: F
  readonly texts: (locale: Locale) => FieldTexts<F>
  readonly command: (asked: Asked, view: MailView, values: Values<F>) => Promise<{ readonly ok: true; readonly next: T } | Refusal>
  readonly done: (asked: Asked, view: MailView, next: T) => Redirect
}

/** Each of the three ways on: read, done, answered; where it is refused, the mail is shown again with what was written. */
const postedBy =
  <F extends Fields, T>({ form, fields, texts, command, done }: Way<F, T>) =>
  async (asked: Asked, view: MailView): Promise<PostAnswer> => {
    const labels = texts(asked.locale)
    const parsed = parseWhole(fields, asked.form)
    if (soughtIn(fields, asked.form).length > 0) return preview(await drawMail(asked, view, { form, refused: unread(asked, [], labels) }))
    if (!parsed.ok) return again(422, await drawMail(asked, view, { form, refused: unread(asked, parsed.problems, labels) }))
    return answered(await command(asked, view, parsed.values), {
      done: (next) => done(asked, view, next),
      refused: async (refusal, status) => {
        // Pressed twice: it is done.
        if (refusal.why === 'alreadySent') return redirect(`/avvik/${view.mail.id}`)
        const now = (await mailView(asked.ctx, view.mail.id)) ?? view
        return again(status, await drawMail(asked, now, { form, refused: refusedBy(refusal, asked, refusals, labels) }))
      },
    })
  }

const saidIn = ({ form }: Asked, { profile }: MailView, text: string | null) =>
  text !== null && wantsMask(form) ? maskedText(text, profile.locale, profile) : text

const making = postedBy({
  form: 'make',
  fields: caseOfMail,
  texts: labelsOf,
  command: (asked, view, values) =>
    makeCase(asked.ctx, view.mail.id, versionOf(asked.form), { ...values, whatHappened: saidIn(asked, view, values.whatHappened) }),
  done: ({ locale }, _, next) => redirect(`/avvik/${next.id}`, mailInTexts(locale).make.done(reference(next) ?? '')),
})

/** Held back once for what looks like an identity number, as the ordinary report is (S0-17). */
async function postMake(asked: Asked, view: MailView): Promise<PostAnswer> {
  const parsed = parseWhole(caseOfMail, asked.form)
  const text = parsed.ok ? (parsed.values.whatHappened ?? '') : ''
  const held = holdingIn([['whatHappened', findPersonalData(text, guardOptions(view.profile))]])
  if (!parsed.ok || !isHeld(held, asked.form)) return making(asked, view)
  return again(422, await drawMail(asked, view, { form: 'make', refused: unread(asked, [], labelsOf(asked.locale)), held }))
}

const joining = postedBy({
  form: 'join',
  fields: joinFields,
  texts: (locale) => mailInTexts(locale).join.fields,
  command: ({ ctx, form }, { mail }, { into }) => joinCase(ctx, mail.id, versionOf(form), into ?? ''),
  done: ({ locale }, _, next) => redirect(`/avvik/${next.deviationId}`, mailInTexts(locale).join.done),
})

const dismissing = postedBy({
  form: 'dismiss',
  fields: dismissFields,
  texts: (locale) => mailInTexts(locale).dismiss.fields,
  command: ({ ctx, form }, { mail }, { dismissal }) => dismissMail(ctx, mail.id, versionOf(form), dismissal),
  done: ({ locale }) => redirect('/avvik/epost', mailInTexts(locale).dismiss.done),
})

export const routes: readonly Route[] = [
  get(mailsAt, 'signedIn', forReaders(drawMails)),
  post(`${mailsAt}/avvisning`, 'signedIn', forReaders(postDismissals)),
  get(
    '/avvik/epost/:id',
    'signedIn',
    forMail(async (asked, view) => {
      await viewMail(asked.ctx, view.mail.id)
      return drawMail(asked, view)
    }),
  ),
  post('/avvik/epost/:id/avvik', 'signedIn', forMail(postMake)),
  post('/avvik/epost/:id/sak', 'signedIn', forMail(joining)),
  post('/avvik/epost/:id/avvisning', 'signedIn', forMail(dismissing)),
]
