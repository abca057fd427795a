import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'
import type { Actor } from './actor.ts'
import type { Ctx } from './ctx.ts'
import type { Form } from './fields.ts'
import { isId, newId } from './ids.ts'
import type { Profile } from './profile.ts'
import type { Locale } from './texts.ts'
import type { Turns } from './turns.ts'
import type { Received } from './upload.ts'
import { asMeantOrLess } from './written.ts'

/** One request as a module sees it: parsed, with the transaction open and the actor known. */
export type Asked = {
  readonly ctx: Ctx
  readonly locale: Locale
  /** It was chosen in this browser, and is not guessed from what the browser says. */
  readonly languageChosen: boolean
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: Form
  /** Files that came with the form, on a route that takes them. What the answer has not taken is thrown away after it. */
  readonly uploaded: Pick<Received, 'files' | 'refused'>
  /** The network address of whoever asks, for rate limits. Never logged with a case. */
  readonly address: string
  /** The session's token, where there is a session. */
  readonly token: string | null
  /** What this browser was given when somebody signed in with it. */
  readonly device: string | null
  /** What it keeps while its person is signing in elsewhere, and where this browser's people sign in. */
  readonly underWay: string | null
  readonly usualPlace: string | null
}

export type Crumb = { readonly href: string; readonly label: string }
export type Page = {
  readonly kind: 'page'
  readonly status: number
  readonly title: string
  readonly body: ComponentChildren
  readonly crumbs: readonly Crumb[]
  /** The page speaks another language than its reader chose, as a nynorsk case does. */
  readonly language?: Locale
  /** Shows how far something has come: asked for again after so many seconds where no script does it. */
  readonly refresh?: number
  /** In how many seconds it may be tried again, for a machine that asks (Retry-After). */
  readonly retryAfter?: number
  /** Whose page it is, where it is read without signing in: its name, its colours, and the page its name leads to. Null: it must not say. */
  readonly host?: Host | null
}
export type Host = { readonly name: string; readonly theme: Profile['theme']; readonly href: string }
/** `maxAge` in seconds; 0 deletes, null lasts as long as the browser. */
export type SetCookie = { readonly name: string; readonly value: string; readonly maxAge: number | null }
export type Redirect = {
  readonly kind: 'redirect'
  readonly to: string
  readonly said: string | null
  /** What is said is why it was not done. */
  readonly refused?: true
  readonly cookies: readonly SetCookie[]
}
export type Download = {
  readonly kind: 'download'
  readonly bytes: Uint8Array | string | Readable
  readonly type: string
  /** Never holds anything about a person. */
  readonly name: string
  readonly inline: boolean
}
/** Sends the browser to another house: a provider of sign-in, whose address comes from what the provider says of itself, and never from whoever asks. */
export type Leave = { readonly kind: 'leave'; readonly to: string; readonly cookies: readonly SetCookie[] }
/**
 * Another machine must answer first. The transaction ends before it is asked, so that nobody waits for it with a connection in hand; `next`
 * answers in a new one.
 */
export type AskFirst<A> = {
  readonly kind: 'askFirst'
  readonly ask: () => Promise<unknown>
  readonly next: (asked: Asked, said: unknown) => Promise<A>
}
export type Json = { readonly kind: 'json'; readonly status: number; readonly data: unknown; readonly retryAfter?: number }
/** Nothing that this actor may know of: the shell shows the page "not found", the same whether it exists or not. */
export type Nothing = { readonly kind: 'nothing' }
export type NotAllowed = { readonly kind: 'notAllowed' }

export type GetAnswer = Page | Redirect | Leave | Download | Json | Nothing | NotAllowed
/** What would follow, shown before anything is done: a reload does nothing again. */
export type Preview = Page & { readonly status: 200; readonly did: 'nothing' }
/** A deed answers by sending the browser on, or with the page and its errors: never with a page that a reload would do again. */
export type PostAnswer =
  | Redirect
  | Preview
  | (Page & { readonly status: 400 | 409 | 410 | 413 | 422 | 429 | 503 })
  | Json
  | Nothing
  | NotAllowed

/**
 * Who may come in at all; what one record allows is asked of the record. `open` is spelled out: no sign-in needed. `anySession`: whoever is
 * signed in, also where they have shown less than their organisation asks for; they get the rest there.
 */
export type May = 'open' | 'signedIn' | 'anySession' | ((actor: Actor) => boolean)
export type Route =
  | {
      readonly method: 'GET'
      readonly path: string
      readonly may: May
      readonly answer: (asked: Asked) => Promise<GetAnswer | AskFirst<GetAnswer>>
    }
  | {
      readonly method: 'POST'
      readonly path: string
      readonly may: May
      readonly answer: (asked: Asked) => Promise<PostAnswer | AskFirst<PostAnswer>>
      /** Other machines send here, with a proof of their own: no cookie is read, and no page of ours has to have sent it. */
      readonly machines?: true
      /** Takes files, and so larger forms than others. Of strangers only where `admits` says so. */
      readonly uploads?: true
      /** Whether what a stranger sends to this address is read at all: they have been sent the link. Asked before a byte is. */
      readonly admits?: (ctx: Omit<Ctx, 'actor'>, params: Readonly<Record<string, string>>) => Promise<boolean>
    }

export const get = (path: string, may: May, answer: (asked: Asked) => Promise<GetAnswer | AskFirst<GetAnswer>>): Route => ({
  method: 'GET',
  path,
  may,
  answer,
})
export const post = (path: string, may: May, answer: (asked: Asked) => Promise<PostAnswer | AskFirst<PostAnswer>>): Route => ({
  method: 'POST',
  path,
  may,
  answer,
})
export const fromMachines = (path: string, answer: (asked: Asked) => Promise<PostAnswer | AskFirst<PostAnswer>>): Route => ({
  ...post(path, 'open', answer),
  method: 'POST',
  answer,
  machines: true,
})

/** What another machine sent: nothing, JSON, something that is not, or something of another kind. */
export type Sent = { readonly kind: 'nothing' | 'unreadable' | 'otherKind' } | { readonly kind: 'json'; readonly content: unknown }
/** What another machine asks, with a token of its own. No cookie is read, and `ctx` is of nobody until the token has been looked at. */
export type Told = Pick<Asked, 'ctx' | 'params' | 'query' | 'address'> & {
  readonly method: string
  /** What follows the address of the road: `['Users', 'an id']`. */
  readonly rest: readonly string[]
  /** The bearer token (RFC 6750). */
  readonly token: string | null
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
  readonly sent: Sent
}
/** `data`: undefined where there is nothing to say. */
export type Reply = { readonly status: number; readonly data?: unknown; readonly headers?: Readonly<Record<string, string>> }
/**
 * A road for other machines, below one address and by any method. Whoever comes is asked for a token by the module, never for a session; so
 * no page of ours has to have sent it.
 */
export type MachineRoad = {
  readonly at: string
  /** The kinds of content it reads; the first is what it answers with. */
  readonly reads: readonly [string, ...string[]]
  readonly mostBytes: number
  /** So many at once; the rest wait without a connection to the database, or are told to come again. */
  readonly turns: Turns
  /** Whose turn it is, by the address. */
  readonly whose: (params: Readonly<Record<string, string>>) => string
  readonly answer: (told: Told) => Promise<Reply>
  /** What it says where nothing came of it. */
  readonly fault: (status: 400 | 413 | 429 | 500 | 503) => unknown
}

/** A form with files. Only for those who are signed in: what a stranger sends is not even read. */
export const upload = (
  path: string,
  may: Exclude<May, 'open'>,
  answer: (asked: Asked) => Promise<PostAnswer | AskFirst<PostAnswer>>,
): Route => ({
  ...post(path, may, answer),
  method: 'POST',
  answer,
  uploads: true,
})

/** A form with files of somebody without an account, who has been asked for them. */
export const uploadByLink = (
  path: string,
  admits: (ctx: Omit<Ctx, 'actor'>, params: Readonly<Record<string, string>>) => Promise<boolean>,
  answer: (asked: Asked) => Promise<PostAnswer | AskFirst<PostAnswer>>,
): Route => ({ ...post(path, 'open', answer), method: 'POST', answer, uploads: true, admits })

export const page = (title: string, body: ComponentChildren, crumbs: readonly Crumb[] = []): Page & { readonly status: 200 } => ({
  kind: 'page',
  status: 200,
  title,
  body,
  crumbs,
})
export const pageWithErrors = <S extends 400 | 409 | 410 | 413 | 422 | 429 | 503>(
  status: S,
  title: string,
  body: ComponentChildren,
  crumbs: readonly Crumb[] = [],
): Page & { readonly status: S } => ({ kind: 'page', status, title, body, crumbs })
export const preview = (shown: Page): Preview => ({ ...shown, status: 200, did: 'nothing' })
/** `said` is shown once on the next page: what has been done. */
export const redirect = (to: string, said: string | null = null, cookies: readonly SetCookie[] = []): Redirect => ({
  kind: 'redirect',
  to,
  said,
  cookies,
})
/** `why` is shown once on the next page, as what was not done. For a deed whose button stands on another module's page; a form comes back by `again`. */
export const refusedTo = (to: string, why: string): Redirect => ({ kind: 'redirect', to, said: why, refused: true, cookies: [] })
export const download = (bytes: Download['bytes'], type: string, name: string, inline = false): Download => ({
  kind: 'download',
  bytes,
  type,
  name,
  inline,
})
export const json = (data: unknown, status = 200): Json => ({ kind: 'json', status, data })
export const leave = (to: string, cookies: readonly SetCookie[] = []): Leave => ({ kind: 'leave', to, cookies })
export const askFirst = <T, A>(ask: () => Promise<T>, next: (asked: Asked, said: T) => Promise<A>): AskFirst<A> => ({
  kind: 'askFirst',
  ask,
  next: next as AskFirst<A>['next'],
})
export const nothing: Nothing = { kind: 'nothing' }
export const notAllowed: NotAllowed = { kind: 'notAllowed' }

/** A form's single text answer. */
export const one = (form: Form, name: string): string => {
  const raw = form[name]
  return asMeantOrLess(typeof raw === 'string' ? raw : (raw?.[0] ?? ''))
}
export { versionOf } from './merge.ts'

/** The id that the page made for what is added, so that a double press adds once; a form that is shown again keeps it. */
export const madeId = ({ ctx, form }: Pick<Asked, 'ctx' | 'form'>): string => {
  const id = one(form, 'id')
  return isId(id) ? id : newId(ctx.now)
}
