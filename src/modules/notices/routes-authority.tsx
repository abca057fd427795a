import { type Fields, type Form, type Parsed, type Problem, parse } from '../../kernel/fields.ts'
import { findPersonalData } from '../../kernel/guard/guard.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { mayTake } from '../../kernel/workflow.ts'
import { reference } from '../deviation/public.ts'
import { renderPages, renderPdf, storedPdf } from '../documents/public.ts'
import {
  discardNoticeOf,
  makeNotice,
  noteFetched,
  noteViewed,
  refillNotice,
  registerCopy,
  registerLetterOf,
  registerNoticeSent,
  registerOrderFollowed,
  saveNotice,
} from './commands.ts'
import { noticeDocument } from './documents/notice.ts'
import { copyFields, followFields, letterFields, noticeFields, owedFields, sendingFields } from './fields.ts'
import { type LetterKind, lastSent, letterKinds, type Notice, noticeKinds } from './notice.ts'
import { FollowPage, LettersPage } from './pages/letters.tsx'
import { EditPage, owedRows, SheetPage } from './pages/notice.tsx'
import { CopyPage, SendingPage } from './pages/sending.tsx'
import { TrackPage } from './pages/track.tsx'
import { authorityHref, type Refused, refusalText } from './pages/words.tsx'
import { type NoticesView, storedNotice } from './queries.ts'
import { differing, framed, framedWithErrors, openNotices, partsOf } from './routes-case.tsx'
import type { NoticeOutcome, Promised } from './rules.ts'
import { texts } from './texts.ts'
import { type NoticeAction, noticeWorkflow, registerLetterBy } from './workflow.ts'

const base = '/avvik/:id/datatilsynet'
const file = ':fil{[0-9a-f-]+\\.pdf}'
const sheet = ':side{[0-9]+\\.svg}'

export const authorityRoutes: readonly Route[] = [
  get(base, 'signedIn', async (asked) => {
    const shown = await openNotices(asked)
    if (!shown) return nothing
    await noteViewed(asked.ctx, shown.view.deviation.id, 'authority')
    return track(asked, shown)
  }),

  post(base, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    const shown = await openNotices(asked)
    if (!shown) return nothing
    const { id } = shown.view.deviation
    const kind = noticeKinds.find((known) => known === one(form, 'kind'))
    const outcome: NoticeOutcome = kind ? await makeNotice(ctx, id, kind) : { ok: false, why: 'kindNotNow', fields: ['kind'] }
    if (outcome.ok) return redirect(authorityHref(id, `/${outcome.next.notices.at(-1)?.id}`), texts(locale).sheet.made)
    return closed(outcome) ?? redirect(authorityHref(id), refusalText(outcome.why, locale))
  }),

  get(`${base}/brev`, 'signedIn', async (asked) => {
    const shown = await openNotices(asked)
    if (!shown) return nothing
    const kind = letterKinds.find((known) => known === asked.query.get('slag')) ?? null
    return framed(frame(asked, shown, texts(asked.locale).letters.title), <LettersPage {...letterProps(asked, shown)} kind={kind} />)
  }),

  post(`${base}/brev`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    const shown = await openNotices(asked)
    if (!shown) return nothing
    const { id } = shown.view.deviation
    const parsed = parse(letterFields, form)
    const again = (refused: Refused) =>
      framedWithErrors(
        422,
        frame(asked, shown, texts(locale).letters.title),
        <LettersPage {...letterProps(asked, shown)} kind={parsed.values.kind as LetterKind | null} refused={refused} />,
      )
    if (mayRegister(shown) && parsed.problems.length > 0) return again(unread(form, parsed))
    const outcome = await registerLetterOf(ctx, id, parsed.values)
    if (outcome.ok) return redirect(authorityHref(id), texts(locale).letters.done)
    return closed(outcome) ?? again(ruled(form, outcome))
  }),

  get(`${base}/brev/:brev/oppfolging`, 'signedIn', async (asked) => {
    const shown = await openNotices(asked)
    const order = shown && orderIn(asked, shown)
    if (!shown || !order) return nothing
    if (!mayRegister(shown)) return notAllowed
    return framed(frame(asked, shown, texts(asked.locale).letters.followTitle), <FollowPage {...partsOf(asked, shown)} order={order} />)
  }),

  post(`${base}/brev/:brev/oppfolging`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    const shown = await openNotices(asked)
    const order = shown && orderIn(asked, shown)
    if (!shown || !order) return nothing
    const { id } = shown.view.deviation
    const parsed = parse(followFields, form)
    const again = (refused: Refused) =>
      framedWithErrors(
        422,
        frame(asked, shown, texts(locale).letters.followTitle),
        <FollowPage {...partsOf(asked, shown)} order={order} refused={refused} />,
      )
    if (mayRegister(shown) && parsed.problems.length > 0) return again(unread(form, parsed))
    const outcome = await registerOrderFollowed(ctx, id, order.id, parsed.values.followedAt, parsed.values.followedHow)
    if (outcome.ok) return redirect(authorityHref(id), texts(locale).letters.followed)
    return closed(outcome) ?? again(ruled(form, outcome))
  }),

  get(`${base}/${file}`, 'signedIn', async (asked) => {
    const { ctx, params } = asked
    const shown = await openNotices(asked)
    const notice = shown?.file.notices.find((known) => `${known.id}.pdf` === params.fil)
    if (!shown || !notice) return nothing
    const { deviation } = shown.view
    await noteFetched(ctx, deviation.id, 'authorityNotice')
    const kept = notice.documentId ? await storedPdf(ctx, deviation.id, notice.documentId) : undefined
    const bytes = kept ?? renderPdf(paper(shown, notice, asked), ctx.now)
    return download(bytes, 'application/pdf', `melding-datatilsynet-${reference(deviation)}-${notice.number}.pdf`)
  }),

  get(`${base}/:melding`, 'signedIn', async (asked) => {
    const { query, ctx } = asked
    return withNotice(asked, async (shown, notice) => {
      if (query.has('endre')) {
        const refusal = notNow(shown, notice, 'edit')
        if (refusal) return refusal
        return framed(
          frame(asked, shown, title(asked, notice)),
          <EditPage {...partsOf(asked, shown)} notice={notice} found={foundIn(shown, notice)} />,
        )
      }
      await noteViewed(ctx, shown.view.deviation.id, 'authorityNotice')
      const kept = await storedNotice(ctx, notice)
      return framed(
        frame(asked, shown, title(asked, notice)),
        <SheetPage
          {...partsOf(asked, shown)}
          notice={notice}
          may={may(shown, notice, notice.status === 'sent' ? 'copy' : 'edit')}
          found={foundIn(shown, notice)}
          pages={renderPages(kept ?? paper(shown, notice, asked)).length}
          before={lastSent(shown.file.notices.filter((known) => known.number < notice.number))}
        />,
      )
    })
  }),

  post(`${base}/:melding`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    return withNotice(asked, async (shown, notice) => {
      const { id } = shown.view.deviation
      const parsed = parse(noticeFields, form)
      const { promised, problems } = promisedIn(form)
      const again = (status: 409 | 422, refused: Refused) =>
        framedWithErrors(
          status,
          frame(asked, shown, title(asked, notice)),
          <EditPage
            {...partsOf(asked, shown)}
            notice={notice}
            found={[]}
            refused={refused}
            {...(status === 409 ? { conflict: differing(notice.texts, form) } : {})}
          />,
        )
      const unreadable = [...parsed.problems, ...problems]
      if (may(shown, notice, 'edit') && unreadable.length > 0) return again(422, unread(form, { problems: unreadable }))
      // What this kind does not ask is not in the form, and stays.
      const values = { ...notice.texts, ...pick(parsed.values, form) }
      const outcome = await saveNotice(ctx, id, notice.id, versionOf(form), values, promised)
      if (outcome.ok) return redirect(authorityHref(id, `/${notice.id}`), texts(locale).sheet.saved)
      if (outcome.why === 'nothingChanged') return redirect(authorityHref(id, `/${notice.id}`))
      return closed(outcome) ?? again(outcome.why === 'stale' ? 409 : 422, ruled(form, outcome))
    })
  }),

  post(`${base}/:melding/utfylling`, 'signedIn', async (asked) =>
    pressed(
      asked,
      (notice) => refillNotice(asked.ctx, asked.params.id ?? '', notice.id, versionOf(asked.form)),
      texts(asked.locale).sheet.refilled,
    ),
  ),

  post(`${base}/:melding/forkasting`, 'signedIn', async (asked) =>
    pressed(
      asked,
      (notice) => discardNoticeOf(asked.ctx, asked.params.id ?? '', notice.id, versionOf(asked.form)),
      texts(asked.locale).sheet.discarded,
    ),
  ),

  get(`${base}/:melding/sending`, 'signedIn', async (asked) =>
    withNotice(
      asked,
      async (shown, notice) =>
        notNow(shown, notice, 'send') ??
        framed(frame(asked, shown, texts(asked.locale).register.title), <SendingPage {...partsOf(asked, shown)} notice={notice} />),
    ),
  ),

  post(`${base}/:melding/sending`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    return withNotice(asked, async (shown, notice) => {
      const { id } = shown.view.deviation
      const parsed = parse(sendingFields, form)
      const again = (status: 409 | 422, refused: Refused) =>
        framedWithErrors(
          status,
          frame(asked, shown, texts(locale).register.title),
          <SendingPage {...partsOf(asked, shown)} notice={notice} refused={refused} />,
        )
      if (may(shown, notice, 'send') && parsed.problems.length > 0) return again(422, unread(form, parsed))
      const outcome = await registerNoticeSent(ctx, id, notice.id, versionOf(form), { ...parsed.values, supplies: all(form.supplies) })
      if (outcome.ok) return redirect(authorityHref(id), texts(locale).register.done)
      return closed(outcome) ?? again(outcome.why === 'stale' ? 409 : 422, ruled(form, outcome))
    })
  }),

  get(`${base}/:melding/kopier`, 'signedIn', async (asked) =>
    withNotice(
      asked,
      async (shown, notice) =>
        notNow(shown, notice, 'copy') ??
        framed(frame(asked, shown, texts(asked.locale).copies.title), <CopyPage {...partsOf(asked, shown)} notice={notice} />),
    ),
  ),

  post(`${base}/:melding/kopier`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    return withNotice(asked, async (shown, notice) => {
      const { id } = shown.view.deviation
      const parsed = parse(copyFields, form)
      const again = (refused: Refused) =>
        framedWithErrors(
          422,
          frame(asked, shown, texts(locale).copies.title),
          <CopyPage {...partsOf(asked, shown)} notice={notice} refused={refused} />,
        )
      if (may(shown, notice, 'copy') && parsed.problems.length > 0) return again(unread(form, parsed))
      const outcome = await registerCopy(ctx, id, notice.id, parsed.values)
      if (outcome.ok) return redirect(authorityHref(id, `/${notice.id}`), texts(locale).copies.done)
      return closed(outcome) ?? again(ruled(form, outcome))
    })
  }),

  get(`${base}/:melding/${sheet}`, 'signedIn', async (asked) =>
    withNotice(asked, async (shown, notice) => {
      const kept = await storedNotice(asked.ctx, notice)
      const svg = renderPages(kept ?? paper(shown, notice, asked))[Number.parseInt(asked.params.side ?? '', 10) - 1]
      return svg ? download(svg, 'image/svg+xml', 'side.svg', true) : nothing
    }),
  ),
]

const track = (asked: Asked, shown: NoticesView) =>
  framed({ asked, shown, title: texts(asked.locale).title, on: null }, <TrackPage {...partsOf(asked, shown)} />)
const frame = (asked: Asked, shown: NoticesView, said: string) => ({ asked, shown, title: said, on: 'authority' as const })
const title = ({ locale }: Asked, notice: Notice) => texts(locale).kinds[notice.kind]

/** Answers for one version, or that there is no such version here. */
async function withNotice<A extends GetAnswer | PostAnswer>(asked: Asked, answer: (shown: NoticesView, notice: Notice) => Promise<A>) {
  const shown = await openNotices(asked)
  const notice = shown?.file.notices.find((known) => known.id === asked.params.melding)
  return shown && notice ? answer(shown, notice) : nothing
}

/** The deeds that need no more than one press. */
const pressed = (asked: Asked, deed: (notice: Notice) => Promise<NoticeOutcome>, said: string): Promise<PostAnswer> =>
  withNotice(asked, async (shown, notice): Promise<PostAnswer> => {
    const { id } = shown.view.deviation
    const outcome = await deed(notice)
    if (!outcome.ok) return closed(outcome) ?? redirect(authorityHref(id, `/${notice.id}`), refusalText(outcome.why, asked.locale))
    const draft = outcome.next.notices.some((known) => known.id === notice.id && known.status === 'draft')
    return redirect(authorityHref(id, draft ? `/${notice.id}` : ''), said)
  })

/** The same answer shows the button and opens the page; the rule asks again. */
const plays = ({ view }: NoticesView, action: NoticeAction) => noticeWorkflow[action].by.some((part) => view.parts.has(part))
const may = (shown: NoticesView, notice: Notice, action: NoticeAction): boolean =>
  mayTake(noticeWorkflow[action] as Parameters<typeof mayTake>[0], notice.status, shown.view.parts)
const notNow = (shown: NoticesView, notice: Notice, action: NoticeAction) =>
  plays(shown, action)
    ? may(shown, notice, action)
      ? null
      : redirect(authorityHref(shown.view.deviation.id, `/${notice.id}`))
    : notAllowed

const mayRegister = ({ view }: NoticesView) => registerLetterBy.some((part) => view.parts.has(part))
const letterProps = (asked: Asked, shown: NoticesView) => ({ ...partsOf(asked, shown), may: mayRegister(shown) })
const orderIn = ({ params }: Asked, { file: { letters } }: NoticesView) =>
  letters.find((letter) => letter.id === params.brev && letter.kind === 'order' && letter.followedAt === null)

const paper = ({ file: known, organisation }: NoticesView, notice: Notice, { ctx }: Asked) =>
  noticeDocument({ file: known, notice, organisation, now: ctx.now, exempt: null })

/** S4-137: what is public is read for personal data; where it may be kept from the public, the guard at each field is enough. */
const foundIn = ({ view }: NoticesView, notice: Notice) =>
  !view.profile.authority.publicAccessLocked || notice.status !== 'draft'
    ? []
    : (Object.keys(noticeFields) as (keyof typeof noticeFields)[]).flatMap((name) => {
        const field = noticeFields[name]
        const findings = 'guard' in field ? findPersonalData(notice.texts[name] ?? '', view.profile.deviation) : []
        return findings.length > 0 ? [{ name, findings }] : []
      })

/** Which refusals are a page of their own. */
const closed = ({ why }: { readonly why: string }) => (why === 'notFound' ? nothing : why === 'notAllowed' ? notAllowed : null)
const unread = <F extends Fields>(raw: Form, { problems }: Pick<Parsed<F>, 'problems'>): Refused => ({
  raw,
  problems,
  why: null,
  fields: [],
})
const ruled = (raw: Form, { why, fields }: { readonly why: string; readonly fields: readonly string[] }): Refused => ({
  raw,
  problems: [],
  why,
  fields,
})

const all = (raw: Form[string]): readonly string[] => (typeof raw === 'string' ? [raw] : (raw ?? []))
const pick = <T extends object>(values: T, form: Form): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in form)) as Partial<T>

const mostRows = 50

/** The rows of promises: empty ones fall away. */
function promisedIn(form: Form) {
  const promised: (Omit<Promised, 'id'> & { readonly id: string | null })[] = []
  const problems: Problem[] = []
  for (let index = 0; index < mostRows && (index < owedRows || `owed${index}.what` in form); index++) {
    const at = (name: string) => one(form, `owed${index}.${name}`)
    const read = parse(owedFields, { what: at('what'), dueOn: at('dueOn') })
    problems.push(...read.problems.map((problem) => ({ ...problem, field: `owed${index}.${problem.field}` })))
    if (read.values.what !== null || read.values.dueOn !== null) promised.push({ ...read.values, id: at('id') || null })
  }
  return { promised, problems }
}
