import { type Form, parse } from '../../kernel/fields.ts'
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
import { locales } from '../../kernel/texts.ts'
import { reference } from '../deviation/public.ts'
import { renderPages, renderPdf, storedPdf } from '../documents/public.ts'
import {
  discardMessageOf,
  makeMessage,
  noteFetched,
  noteViewed,
  registerMessageSent,
  saveMessage,
  signMessageOf,
  withdrawSignatureOf,
} from './commands.ts'
import { messageDocument } from './documents/message.ts'
import { messageFields, messageSendingFields } from './fields.ts'
import type { Message } from './notice.ts'
import { EditMessagePage, MessagePage, SendMessagePage } from './pages/message.tsx'
import { SubjectsPage } from './pages/subjects.tsx'
import { type Refused, refusalText, subjectsHref } from './pages/words.tsx'
import { type NoticesView, storedNotice } from './queries.ts'
import { differing, framed, framedWithErrors, openNotices, partsOf } from './routes-case.tsx'
import type { NoticeOutcome } from './rules.ts'
import { texts } from './texts.ts'
import { type MessageAction, messageWorkflow } from './workflow.ts'

const base = '/avvik/:id/berorte'
const file = ':fil{[0-9a-f-]+\\.pdf}'
const sheet = ':side{[0-9]+\\.svg}'

export const subjectsRoutes: readonly Route[] = [
  get(base, 'signedIn', async (asked) => {
    const shown = await openNotices(asked)
    if (!shown) return nothing
    await noteViewed(asked.ctx, shown.view.deviation.id, 'subjects')
    return framed({ asked, shown, title: texts(asked.locale).subjectsTitle, on: null }, <SubjectsPage {...partsOf(asked, shown)} />)
  }),

  post(base, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    const shown = await openNotices(asked)
    if (!shown) return nothing
    const { id } = shown.view.deviation
    const language = locales.find((known) => known === one(form, 'language'))
    if (!language) return redirect(subjectsHref(id), refusalText('notNow', locale))
    const outcome = await makeMessage(ctx, id, language)
    if (outcome.ok) return redirect(subjectsHref(id, `/${outcome.next.messages.at(-1)?.id}`), texts(locale).letterToYou.made)
    return closed(outcome) ?? redirect(subjectsHref(id), refusalText(outcome.why, locale))
  }),

  get(`${base}/${file}`, 'signedIn', async (asked) => {
    const { ctx, params } = asked
    const shown = await openNotices(asked)
    const message = shown?.file.messages.find((known) => `${known.id}.pdf` === params.fil)
    if (!shown || !message) return nothing
    const { deviation } = shown.view
    await noteFetched(ctx, deviation.id, 'subjectMessage')
    const kept = message.documentId ? await storedPdf(ctx, deviation.id, message.documentId) : undefined
    const bytes = kept ?? renderPdf(paper(shown, message, asked), ctx.now)
    return download(bytes, 'application/pdf', `melding-berorte-${reference(deviation)}-${message.language}.pdf`)
  }),

  get(`${base}/:melding`, 'signedIn', async (asked) =>
    withMessage(asked, async (shown, message) => {
      if (asked.query.has('endre'))
        return (
          notNow(shown, message, 'edit') ?? framed(frame(asked, shown), <EditMessagePage {...partsOf(asked, shown)} message={message} />)
        )
      await noteViewed(asked.ctx, shown.view.deviation.id, 'subjectMessage')
      const kept = await storedNotice(asked.ctx, message)
      const pages = renderPages(kept ?? paper(shown, message, asked)).length
      return framed(frame(asked, shown), <MessagePage {...partsOf(asked, shown)} message={message} pages={pages} />)
    }),
  ),

  post(`${base}/:melding`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    return withMessage(asked, async (shown, message) => {
      const { id } = shown.view.deviation
      const parsed = parse(messageFields, form)
      const again = (status: 409 | 422, refused: Refused) =>
        framedWithErrors(
          status,
          frame(asked, shown),
          <EditMessagePage
            {...partsOf(asked, shown)}
            message={message}
            refused={refused}
            {...(status === 409 ? { conflict: differing(message.texts, form) } : {})}
          />,
        )
      if (plays(shown, 'edit') && parsed.problems.length > 0)
        return again(422, { raw: form, problems: parsed.problems, why: null, fields: [] })
      const outcome = await saveMessage(ctx, id, message.id, versionOf(form), parsed.values)
      if (outcome.ok) return redirect(subjectsHref(id, `/${message.id}`), texts(locale).letterToYou.saved)
      if (outcome.why === 'nothingChanged') return redirect(subjectsHref(id, `/${message.id}`))
      return closed(outcome) ?? again(outcome.why === 'stale' ? 409 : 422, ruled(form, outcome))
    })
  }),

  post(`${base}/:melding/signatur`, 'signedIn', async (asked) =>
    pressed(
      asked,
      (message) => signMessageOf(asked.ctx, asked.params.id ?? '', message.id, versionOf(asked.form)),
      texts(asked.locale).letterToYou.signed,
    ),
  ),

  post(`${base}/:melding/signatur/trekk`, 'signedIn', async (asked) =>
    pressed(
      asked,
      (message) => withdrawSignatureOf(asked.ctx, asked.params.id ?? '', message.id, versionOf(asked.form)),
      texts(asked.locale).letterToYou.withdrawn,
    ),
  ),

  post(`${base}/:melding/sletting`, 'signedIn', async (asked) =>
    pressed(
      asked,
      (message) => discardMessageOf(asked.ctx, asked.params.id ?? '', message.id, versionOf(asked.form)),
      texts(asked.locale).letterToYou.discarded,
    ),
  ),

  get(`${base}/:melding/sending`, 'signedIn', async (asked) =>
    withMessage(
      asked,
      async (shown, message) =>
        notNow(shown, message, 'send') ?? framed(frame(asked, shown), <SendMessagePage {...partsOf(asked, shown)} message={message} />),
    ),
  ),

  post(`${base}/:melding/sending`, 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    return withMessage(asked, async (shown, message) => {
      const { id } = shown.view.deviation
      const parsed = parse(messageSendingFields, form)
      const again = (status: 409 | 422, refused: Refused) =>
        framedWithErrors(status, frame(asked, shown), <SendMessagePage {...partsOf(asked, shown)} message={message} refused={refused} />)
      if (plays(shown, 'send') && parsed.problems.length > 0)
        return again(422, { raw: form, problems: parsed.problems, why: null, fields: [] })
      const outcome = await registerMessageSent(ctx, id, message.id, versionOf(form), parsed.values)
      if (outcome.ok) return redirect(subjectsHref(id), texts(locale).letterToYou.done)
      return closed(outcome) ?? again(outcome.why === 'stale' ? 409 : 422, ruled(form, outcome))
    })
  }),

  get(`${base}/:melding/${sheet}`, 'signedIn', async (asked) =>
    withMessage(asked, async (shown, message) => {
      const kept = await storedNotice(asked.ctx, message)
      const svg = renderPages(kept ?? paper(shown, message, asked))[Number.parseInt(asked.params.side ?? '', 10) - 1]
      return svg ? download(svg, 'image/svg+xml', 'side.svg', true) : nothing
    }),
  ),
]

const frame = (asked: Asked, shown: NoticesView) => ({ asked, shown, title: texts(asked.locale).subjectsTitle, on: 'subjects' as const })

/** Answers for one message, or that there is no such message here. */
async function withMessage<A extends GetAnswer | PostAnswer>(asked: Asked, answer: (shown: NoticesView, message: Message) => Promise<A>) {
  const shown = await openNotices(asked)
  const message = shown?.file.messages.find((known) => known.id === asked.params.melding)
  return shown && message ? answer(shown, message) : nothing
}

/** The deeds that need no more than one press. */
const pressed = (asked: Asked, deed: (message: Message) => Promise<NoticeOutcome>, said: string): Promise<PostAnswer> =>
  withMessage(asked, async (shown, message): Promise<PostAnswer> => {
    const { id } = shown.view.deviation
    const outcome = await deed(message)
    if (!outcome.ok) return closed(outcome) ?? redirect(subjectsHref(id, `/${message.id}`), refusalText(outcome.why, asked.locale))
    const stands = outcome.next.messages.some((known) => known.id === message.id)
    return redirect(subjectsHref(id, stands ? `/${message.id}` : ''), said)
  })

const plays = ({ view }: NoticesView, action: MessageAction) => messageWorkflow[action].by.some((part) => view.parts.has(part))
const notNow = (shown: NoticesView, message: Message, action: MessageAction) => {
  if (!plays(shown, action)) return notAllowed
  const now = (messageWorkflow[action].from as readonly string[]).includes(message.status)
  return now ? null : redirect(subjectsHref(shown.view.deviation.id, `/${message.id}`))
}

const paper = ({ view, organisation, names }: NoticesView, message: Message, { ctx }: Asked) =>
  messageDocument({ deviation: view.deviation, message, organisation, signer: names.get(message.signedBy ?? '') ?? null, now: ctx.now })

const closed = ({ why }: { readonly why: string }) => (why === 'notFound' ? nothing : why === 'notAllowed' ? notAllowed : null)
const ruled = (raw: Form, { why, fields }: { readonly why: string; readonly fields: readonly string[] }): Refused => ({
  raw,
  problems: [],
  why,
  fields,
})
