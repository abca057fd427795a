import { change, type Outcome, refuse } from '../../../kernel/change.ts'
import type { Letter } from '../../../kernel/letter.ts'
import type { Aside, Dismissal, Dmarc, MailIn, MailInEvent } from './mail.ts'

/** Who we are to a mail server: the address that our mails come from, and the one that is read. */
export type Ours = { readonly sender: string; readonly address: string | null }

/**
 * Why a mail is put aside and changes nothing: it is our own, or a machine's answer to one, which would go on without end (RFC 3834). What
 * else a machine sends may be a supplier's warning of a breach, while the 72 hours run: it waits for somebody to read it. What is put aside
 * stays unread in the mailbox, for whoever looks there.
 */
export function asideOf({ from, header }: Pick<Letter, 'from' | 'header'>, ours: Ours): Aside | null {
  if (from !== null && [ours.sender, ours.address].some((one) => one?.toLowerCase() === from)) return 'own'
  const first = (name: string) => (header(name)[0] ?? '').toLowerCase()
  const reported = /^\s*multipart\/report\b/.test(first('content-type'))
  if (reported || /^\s*<>\s*$/.test(first('return-path')) || /^(mailer-daemon|postmaster)@/.test(from ?? '')) return 'bounce'
  const submitted = /^[a-z-]+/.exec(first('auto-submitted').trim())?.[0]
  if (submitted === 'auto-replied' || /^\s*auto_reply\b/.test(first('precedence'))) return 'automatic'
  return ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => header(name).length > 0) ? 'automatic' : null
}

/** Where an answer says what it answers: in the address it is sent to, or in what the answered mail was called. The first that is there. */
export function tokensIn({ header }: Pick<Letter, 'header'>): readonly string[] {
  const addressed = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap(header)
  const answered = ['in-reply-to', 'references'].flatMap(header)
  const found = [
    ...addressed.flatMap((text) => [...text.matchAll(/\+([a-z2-7]{26})@/gi)]),
    ...answered.flatMap((text) => [...text.matchAll(/<[0-9a-f-]{36}\.([a-z2-7]{26})@/gi)]),
  ]
  return [...new Set(found.map(([, token]) => (token ?? '').toLowerCase()))].slice(0, mostTokens)
}
const mostTokens = 5

/**
 * What the organisation's own server found (RFC 8601). `trusted`: what that server calls itself; all else that a mail says of how it was
 * checked was written by whoever sent it. Another domain than the one it says it is from counts for nothing, as does what stands between
 * quotation marks or in brackets: a sender chooses words that the server repeats there. Two results are none.
 */
export function dmarcOf({ from, header }: Pick<Letter, 'from' | 'header'>, trusted: string | null): Dmarc | null {
  if (trusted === null || from === null) return null
  const results = header('authentication-results').map((text) => text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\([^()]*\)/g, ' '))
  const own = results.find((text) => /^\s*([^\s;]+)/.exec(text)?.[1]?.toLowerCase() === trusted.toLowerCase())
  const [found, another] = own?.split(';').filter((part) => /^\s*dmarc\s*=/i.test(part)) ?? []
  const of = /header\.from\s*=\s*([^\s;"]+)/i.exec(found ?? '')?.[1]?.toLowerCase()
  if (found === undefined || another !== undefined || of !== from.split('@').at(-1)) return null
  return /^\s*dmarc\s*=\s*pass\b/i.test(found) ? 'pass' : /^\s*dmarc\s*=\s*fail\b/i.test(found) ? 'fail' : null
}

/** The subject and the text, as one report: at most so many signs. What is more comes with it as a file. */
export function reportOf({ subject, text }: Pick<MailIn, 'subject' | 'text'>, most: number): string {
  const whole = [subject, text].filter(Boolean).join('\n\n')
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).trimEnd()}…`
}

type Outcomes = Outcome<MailIn, MailInEvent>
/** What it said lies in the case from now on, and is nowhere twice. */
const emptied = { sender: null, subject: null, text: null } as const

const waits = ({ status }: MailIn): boolean => status === 'waiting'

export const made = (mail: MailIn, deviationId: string): Outcomes =>
  waits(mail) ? change({ ...mail, ...emptied, status: 'made', deviationId }, { type: 'mailIn.made' }) : refuse('mailSettled')

export const joined = (mail: MailIn, deviationId: string): Outcomes =>
  waits(mail) ? change({ ...mail, status: 'joined', deviationId }, { type: 'mailIn.joined' }) : refuse('mailSettled')

export const dismissed = (mail: MailIn, dismissal: Dismissal): Outcomes =>
  waits(mail)
    ? change({ ...mail, ...emptied, status: 'dismissed', dismissal }, { type: 'mailIn.dismissed', dismissal })
    : refuse('mailSettled')
