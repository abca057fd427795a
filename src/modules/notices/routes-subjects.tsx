import type { ComponentChildren } from 'preact'
import { type Asked, get, one, post, type Route, redirect, refusedTo, versionOf } from '../../kernel/http.ts'
import { answered } from '../../kernel/road.ts'
import { type After, refusalText } from '../../ui/refused.ts'
import {
  discardMessageOf,
  makeMessage,
  noteViewed,
  registerMessageSent,
  saveMessage,
  signMessageOf,
  withdrawSignatureOf,
} from './commands.ts'
import { messageDocument } from './documents/message.ts'
import { messageFields, messageSendingFields } from './fields.ts'
import { letterLanguages, type Message } from './notice.ts'
import { EditMessagePage, MessagePage, SendMessagePage } from './pages/message.tsx'
import { SubjectsPage } from './pages/subjects.tsx'
import { refusals, subjectsHref } from './pages/words.tsx'
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
  pagesOf,
  paperRoutes,
  posted,
  pressed,
  propsOf,
  type Track,
} from './routes-track.tsx'
import { texts } from './texts.ts'
import { messageWorkflow } from './workflow.ts'

const subjects: Track<Message> = {
  base: '/avvik/:id/berorte',
  href: subjectsHref,
  title: (words) => words.subjectsTitle,
  papers: ({ messages }) => messages,
  document: ({ view: { deviation }, organisation, letterhead, names }, message, now) =>
    messageDocument({
      deviation,
      message,
      organisation,
      letterhead: letterhead(message.language === 'se' ? deviation.language : message.language),
      signer: names.get(message.signedBy ?? '') ?? null,
      now,
    }),
  fileName: (number, message) => `melding-berorte-${number}-${message.language}`,
  noted: 'subjectMessage',
}
const { base } = subjects

const edit: NoticesForm<Opened<Message>, typeof messageFields> = {
  fields: messageFields,
  texts: (locale) => texts(locale).message,
  open: (opened) => may(opened, messageWorkflow.edit),
  version: ({ paper }) => paper.version,
  stands: ({ paper }) => paper.texts,
  draw: editPage,
  command: ({ ctx, form }, { shown, paper }, values) => saveMessage(ctx, idOf(shown), paper.id, versionOf(form), values),
  done: ({ locale }, { shown, paper }) => redirect(subjectsHref(idOf(shown), `/${paper.id}`), texts(locale).letterToYou.saved),
}

const sending: NoticesForm<Opened<Message>, typeof messageSendingFields> = {
  fields: messageSendingFields,
  texts: (locale) => texts(locale).messageSending,
  open: (opened) => may(opened, messageWorkflow.send),
  version: ({ paper }) => paper.version,
  draw: sendingPage,
  command: ({ ctx, form }, { shown, paper }, values) => registerMessageSent(ctx, idOf(shown), paper.id, versionOf(form), values),
  done: ({ locale }, { shown }) => redirect(subjectsHref(idOf(shown)), texts(locale).letterToYou.done),
}

const forMessage = forPaper(subjects)
const forSending = forPaperTo(subjects, messageWorkflow.send)

export const subjectsRoutes: readonly Route[] = [
  get(base, 'signedIn', forNotices(getTrack)),
  post(base, 'signedIn', forNotices(postMessage)),
  ...paperRoutes(subjects),
  get(`${base}/:melding`, 'signedIn', forMessage(getMessage)),
  post(`${base}/:melding`, 'signedIn', forMessage(posted(edit))),
  post(`${base}/:melding/signatur`, 'signedIn', forMessage(pressed(subjects, signMessageOf, (words) => words.letterToYou.signed))),
  post(
    `${base}/:melding/signatur/trekk`,
    'signedIn',
    forMessage(pressed(subjects, withdrawSignatureOf, (words) => words.letterToYou.withdrawn)),
  ),
  post(`${base}/:melding/sletting`, 'signedIn', forMessage(pressed(subjects, discardMessageOf, (words) => words.letterToYou.discarded))),
  get(`${base}/:melding/sending`, 'signedIn', forSending(sendingPage)),
  post(`${base}/:melding/sending`, 'signedIn', forMessage(posted(sending))),
]

async function getTrack(asked: Asked, shown: NoticesView) {
  await noteViewed(asked.ctx, shown.view.deviation.id, 'subjects')
  return noticesPage(asked, shown, null, texts(asked.locale).subjectsTitle, <SubjectsPage {...propsOf(asked, shown)} />)
}

async function postMessage({ ctx, form, locale }: Asked, shown: NoticesView) {
  const id = idOf(shown)
  const refused = ({ why }: { readonly why: string }) => refusedTo(subjectsHref(id), refusalText(why, refusals(locale)))
  const language = letterLanguages.find((known) => known === one(form, 'language'))
  if (!language) return refused({ why: 'notNow' })
  return answered(await makeMessage(ctx, id, language), {
    done: ({ messages }) => redirect(subjectsHref(id, `/${messages.at(-1)?.id}`), texts(locale).letterToYou.made),
    refused,
  })
}

async function getMessage(asked: Asked, opened: Opened<Message>) {
  if (asked.query.has('endre')) return closedTo(subjects, opened, messageWorkflow.edit) ?? editPage(asked, opened)
  const { shown, paper: message } = opened
  await noteViewed(asked.ctx, shown.view.deviation.id, 'subjectMessage')
  const { length } = await pagesOf(subjects, asked.ctx, opened)
  return messagePage(asked, shown, <MessagePage {...propsOf(asked, shown)} message={message} pages={length} />)
}

function editPage(asked: Asked, { shown, paper: message }: Opened<Message>, after?: After) {
  return messagePage(asked, shown, <EditMessagePage {...propsOf(asked, shown)} message={message} {...after} />)
}

function sendingPage(asked: Asked, { shown, paper: message }: Opened<Message>, after?: After) {
  return messagePage(asked, shown, <SendMessagePage {...propsOf(asked, shown)} message={message} {...after} />)
}

const messagePage = (asked: Asked, shown: NoticesView, body: ComponentChildren) =>
  noticesPage(asked, shown, subjects, texts(asked.locale).subjectsTitle, body)
