import type { Refusal } from '../../kernel/change.ts'
import { type Form, type Problem, parse } from '../../kernel/fields.ts'
import { findPersonalData } from '../../kernel/guard/guard.ts'
import { type Asked, get, notAllowed, nothing, one, post, type Route, redirect, refusedTo, versionOf } from '../../kernel/http.ts'
import { writtenIn } from '../../kernel/merge.ts'
import { answered, door } from '../../kernel/road.ts'
import { type Fault, type Labels, problemText } from '../../ui/record-form.tsx'
import { type After, refusalText } from '../../ui/refused.ts'
import {
  discardNoticeOf,
  makeNotice,
  noteViewed,
  refillNotice,
  registerCopy,
  registerLetterOf,
  registerNoticeSent,
  registerOrderFollowed,
  saveNotice,
} from './commands.ts'
import { noticeDocument } from './documents/notice.ts'
import { copyFields, followFields, letterFields, letterKinds, noticeFields, owedFields, sendingFields } from './fields.ts'
import { type Letter, lastSent, type Notice, noticeKinds } from './notice.ts'
import { FollowPage, LettersPage } from './pages/letters.tsx'
import { EditPage, owedRows, SheetPage } from './pages/notice.tsx'
import { CopyPage, SendingPage } from './pages/sending.tsx'
import { TrackPage } from './pages/track.tsx'
import { authorityHref, refusals } from './pages/words.tsx'
import type { NoticesView } from './queries.ts'
import {
  closedTo,
  forNotices,
  forPaper,
  forPaperTo,
  idOf,
  may,
  type NoticesForm,
  noticesPage,
  type Opened,
  openNotices,
  pagesOf,
  paperRoutes,
  plays,
  posted,
  pressed,
  propsOf,
  type Track,
} from './routes-track.tsx'
import type { Promised } from './rules.ts'
import { texts } from './texts.ts'
import { noticeWorkflow, registerLetterBy } from './workflow.ts'

const authority: Track<Notice> = {
  base: '/avvik/:id/datatilsynet',
  href: authorityHref,
  title: (words) => words.title,
  papers: ({ notices }) => notices,
  document: ({ file, organisation, details, letterhead }, notice, now) =>
    noticeDocument({ file, notice, organisation, details, letterhead: letterhead(notice.language), now, exempt: null }),
  fileName: (number, notice) => `melding-datatilsynet-${number}-${notice.number}`,
  noted: 'authorityNotice',
}
const { base } = authority

const letter: NoticesForm<NoticesView, typeof letterFields> = {
  fields: letterFields,
  texts: (locale) => texts(locale).letter,
  open: (shown) => plays(shown, registerLetterBy),
  draw: lettersPage,
  command: ({ ctx }, shown, values) => registerLetterOf(ctx, idOf(shown), values),
  done: ({ locale }, shown) => redirect(authorityHref(idOf(shown)), texts(locale).letters.done),
}

type Ordered = { readonly shown: NoticesView; readonly order: Letter }
const followed: NoticesForm<Ordered, typeof followFields> = {
  fields: followFields,
  texts: (locale) => texts(locale).follow,
  open: ({ shown }) => plays(shown, registerLetterBy),
  draw: followPage,
  command: ({ ctx }, { shown, order }, { followedAt, followedHow }) =>
    registerOrderFollowed(ctx, idOf(shown), order.id, followedAt, followedHow),
  done: ({ locale }, { shown }) => redirect(authorityHref(idOf(shown)), texts(locale).letters.followed),
}

const edit: NoticesForm<Opened<Notice>, typeof noticeFields> = {
  fields: noticeFields,
  texts: (locale) => texts(locale).notice,
  odd: owedFaults,
  open: (opened) => may(opened, noticeWorkflow.edit),
  version: ({ paper }) => paper.version,
  stands: ({ paper }) => paper.texts,
  draw: editPage,
  command: ({ ctx, form }, { shown, paper }) => {
    // What this kind does not ask is not in the form, and stays.
    const written = { ...paper.texts, ...writtenIn(noticeFields, form) }
    return saveNotice(ctx, idOf(shown), paper.id, versionOf(form), written, promisedIn(form).promised)
  },
  done: ({ locale }, { shown, paper }) => redirect(authorityHref(idOf(shown), `/${paper.id}`), texts(locale).sheet.saved),
}

const sending: NoticesForm<Opened<Notice>, typeof sendingFields> = {
  fields: sendingFields,
  texts: (locale) => texts(locale).sending,
  open: (opened) => may(opened, noticeWorkflow.send),
  version: ({ paper }) => paper.version,
  say: lackingIn,
  draw: sendingPage,
  command: ({ ctx, form }, { shown, paper }, values) =>
    registerNoticeSent(ctx, idOf(shown), paper.id, versionOf(form), { ...values, supplies: all(form.supplies) }),
  done: ({ locale }, { shown }) => redirect(authorityHref(idOf(shown)), texts(locale).register.done),
}

const copy: NoticesForm<Opened<Notice>, typeof copyFields> = {
  fields: copyFields,
  texts: (locale) => texts(locale).copy,
  open: (opened) => may(opened, noticeWorkflow.copy),
  draw: copyPage,
  command: ({ ctx }, { shown, paper }, values) => registerCopy(ctx, idOf(shown), paper.id, values),
  done: ({ locale }, { shown, paper }) => redirect(authorityHref(idOf(shown), `/${paper.id}`), texts(locale).copies.done),
}

const forNotice = forPaper(authority)
const forSending = forPaperTo(authority, noticeWorkflow.send)
const forCopying = forPaperTo(authority, noticeWorkflow.copy)
/** An order that has not been followed yet. */
const forOrder = door(async (asked) => {
  const shown = await openNotices(asked)
  if ('kind' in shown) return shown
  const { brev } = asked.params
  const order = shown.file.letters.find((letter) => letter.id === brev && letter.kind === 'order' && letter.followedAt === null)
  return order ? { shown, order } : nothing
})

export const authorityRoutes: readonly Route[] = [
  get(base, 'signedIn', forNotices(getTrack)),
  post(base, 'signedIn', forNotices(postNotice)),
  get(`${base}/brev`, 'signedIn', forNotices(lettersPage)),
  post(`${base}/brev`, 'signedIn', forNotices(posted(letter))),
  get(`${base}/brev/:brev/oppfolging`, 'signedIn', forOrder(getFollowed)),
  post(`${base}/brev/:brev/oppfolging`, 'signedIn', forOrder(posted(followed))),
  ...paperRoutes(authority),
  get(`${base}/:melding`, 'signedIn', forNotice(getNotice)),
  post(`${base}/:melding`, 'signedIn', forNotice(posted(edit))),
  post(`${base}/:melding/utfylling`, 'signedIn', forNotice(pressed(authority, refillNotice, ({ sheet }) => sheet.refilled))),
  post(`${base}/:melding/forkasting`, 'signedIn', forNotice(pressed(authority, discardNoticeOf, ({ sheet }) => sheet.discarded))),
  get(`${base}/:melding/sending`, 'signedIn', forSending(sendingPage)),
  post(`${base}/:melding/sending`, 'signedIn', forNotice(posted(sending))),
  get(`${base}/:melding/kopier`, 'signedIn', forCopying(copyPage)),
  post(`${base}/:melding/kopier`, 'signedIn', forNotice(posted(copy))),
]

async function getTrack(asked: Asked, shown: NoticesView) {
  await noteViewed(asked.ctx, shown.view.deviation.id, 'authority')
  return noticesPage(asked, shown, null, texts(asked.locale).title, <TrackPage {...propsOf(asked, shown)} />)
}

async function postNotice({ ctx, form, locale }: Asked, shown: NoticesView) {
  const id = idOf(shown)
  const refused = ({ why }: { readonly why: string }) => refusedTo(authorityHref(id), refusalText(why, refusals(locale)))
  const kind = noticeKinds.find((known) => known === one(form, 'kind'))
  if (!kind) return refused({ why: 'kindNotNow' })
  return answered(await makeNotice(ctx, id, kind), {
    done: ({ notices }) => redirect(authorityHref(id, `/${notices.at(-1)?.id}`), texts(locale).sheet.made),
    refused,
  })
}

function lettersPage(asked: Asked, shown: NoticesView, after?: After) {
  const wanted = after?.refused ? one(asked.form, 'kind') : asked.query.get('slag')
  const kind = letterKinds.find((known) => known === wanted) ?? null
  const body = <LettersPage {...propsOf(asked, shown)} may={plays(shown, registerLetterBy)} kind={kind} {...after} />
  return noticesPage(asked, shown, authority, texts(asked.locale).letters.title, body)
}

function getFollowed(asked: Asked, ordered: Ordered) {
  return plays(ordered.shown, registerLetterBy) ? followPage(asked, ordered) : notAllowed
}

function followPage(asked: Asked, { shown, order }: Ordered, after?: After) {
  const body = <FollowPage {...propsOf(asked, shown)} order={order} {...after} />
  return noticesPage(asked, shown, authority, texts(asked.locale).letters.followTitle, body)
}

async function getNotice(asked: Asked, opened: Opened<Notice>) {
  if (asked.query.has('endre')) return closedTo(authority, opened, noticeWorkflow.edit) ?? editPage(asked, opened)
  const { shown, paper: notice } = opened
  await noteViewed(asked.ctx, shown.view.deviation.id, 'authorityNotice')
  const body = (
    <SheetPage
      {...propsOf(asked, shown)}
      notice={notice}
      may={may(opened, notice.status === 'sent' ? noticeWorkflow.copy : noticeWorkflow.edit)}
      found={foundIn(shown, notice)}
      pages={(await pagesOf(authority, asked.ctx, opened)).length}
      before={lastSent(shown.file.notices.filter((known) => known.number < notice.number))}
    />
  )
  return noticesPage(asked, shown, authority, texts(asked.locale).kinds[notice.kind], body)
}

function editPage(asked: Asked, { shown, paper: notice }: Opened<Notice>, after?: After) {
  const found = after ? [] : foundIn(shown, notice)
  const body = <EditPage {...propsOf(asked, shown)} notice={notice} found={found} {...after} />
  return noticesPage(asked, shown, authority, texts(asked.locale).kinds[notice.kind], body)
}

function sendingPage(asked: Asked, { shown, paper: notice }: Opened<Notice>, after?: After) {
  const body = <SendingPage {...propsOf(asked, shown)} notice={notice} {...after} />
  return noticesPage(asked, shown, authority, texts(asked.locale).register.title, body)
}

/** What the notice itself lacks is mended in the notice. */
function lackingIn({ locale }: Asked, { shown, paper }: Opened<Notice>, { why, fields }: Refusal): readonly Fault[] | undefined {
  const { notice, sheet, document } = texts(locale)
  if (why === 'identityNumberInPublic')
    return fields.map((field) => {
      const { label } = field === 'owed' ? { label: sheet.owed } : ((notice as Labels)[field] ?? { label: field })
      const href = authorityHref(idOf(shown), `/${paper.id}?endre#${field}`)
      // The reason for the delay is written on this page.
      return { field, text: sheet.numberInPublic(label), href: field in sendingFields ? `#${field}` : href }
    })
  if (why !== 'incomplete') return undefined
  const labels: Labels = { ...notice, owed: { label: sheet.owed } }
  return fields.map((field) => {
    const label = labels[field]?.label
    if (field in sendingFields || !label) return { field, code: 'missing' }
    return { field, text: document.missing(label), href: authorityHref(idOf(shown), `/${paper.id}?endre#${field}`) }
  })
}

function copyPage(asked: Asked, { shown, paper: notice }: Opened<Notice>, after?: After) {
  const body = <CopyPage {...propsOf(asked, shown)} notice={notice} {...after} />
  return noticesPage(asked, shown, authority, texts(asked.locale).copies.title, body)
}

/** S4-137: what is public is read for personal data; where it may be kept from the public, the guard at each field is enough. */
const foundIn = ({ view }: NoticesView, notice: Notice) =>
  !view.profile.authority.publicAccessLocked || notice.status !== 'draft'
    ? []
    : (Object.keys(noticeFields) as (keyof typeof noticeFields)[]).flatMap((name) => {
        const field = noticeFields[name]
        const findings = 'guard' in field ? findPersonalData(notice.texts[name] ?? '', view.profile.deviation) : []
        return findings.length > 0 ? [{ name, findings }] : []
      })

const all = (raw: Form[string]): readonly string[] => (typeof raw === 'string' ? [raw] : (raw ?? []))
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

/** In which row; the first is where every link to the promises leads. */
function owedFaults({ form, locale }: Asked): readonly Fault[] {
  return promisedIn(form).problems.map((problem) => {
    const part = problem.field.endsWith('.what') ? 'what' : 'dueOn'
    const field = problem.field === 'owed0.what' ? 'owed' : problem.field
    return { field, text: problemText(problem, texts(locale).owed[part].label, locale) }
  })
}
