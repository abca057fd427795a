import { isId } from '../../kernel/ids.ts'
import { placeInside } from '../../kernel/place.ts'
import type { Delivery, Letter, Mail, MailFault, Place } from './message.ts'
import { texts } from './texts.ts'

/**
 * The whole of a mail: our own words, a case number and a link. No name, because a name beside a case number is a personal
 * datum on its way through other people's servers (S0-17).
 */
export function letterOf(mail: Mail & { readonly address: string }, organisation: string, baseUrl: string, from: string): Letter {
  const words = texts(mail.language).mail
  const about = aboutIn(mail, words)
  const link = new URL(mail.href, baseUrl).href
  const reference = mail.reference === null ? null : oneLine(mail.reference)
  const title = oneLine(mail.more > 0 ? words.andMore(mail.title, mail.more) : mail.title)
  return {
    // An answer names what it answers: so it is known where the mail server takes no + in an address.
    messageId: `<${[mail.id, mail.replyTo?.token].filter(Boolean).join('.')}@${domainOf(from)}>`,
    replyTo: mail.replyTo && oneLine(mail.replyTo.address),
    to: oneLine(mail.address),
    subject: reference === null ? `Varde: ${title}` : `Varde: ${title} (${reference})`,
    language: mail.language,
    text: [
      words.greeting,
      `${title}.`,
      reference === null ? null : `${words.reference}: ${reference}`,
      `${about.open}:\n${link}`,
      about.beneath,
      `${mail.replyTo ? words.answers : words.automatic}\nVarde, ${oneLine(organisation)}`,
    ]
      .filter((part) => part !== null)
      .join('\n\n')
      .concat('\n'),
  }
}

/** What stands over the link and under it. A link to a password says how it works; where there is no case, none is spoken of (S0-24). */
function aboutIn({ kind, reference, replyTo }: Mail, { links, ...words }: ReturnType<typeof texts>['mail']) {
  if (kind === 'account.passwordForgotten') return links.forgotten
  if (kind === 'account.invited') return links.invited
  const isCase = reference !== null || replyTo !== null || kind === 'deviation.askedOutside'
  return isCase ? { open: words.open, beneath: words.noContent } : links.other
}

/** Where one word is let through to a mail header, a line break would let a second header follow. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)

const domainOf = (address: string) => /@([^\s<>@]+)>?$/.exec(address.trim())?.[1] ?? 'localhost'

/** A path of our own; anything else would let a mail carry somebody else's link. */
export const isOurPath = (href: string): boolean => placeInside(href) === href

/** Addresses differ by case in theory and never in practice: one mail a mailbox. */
export const sameMailbox = (address: string): string => address.trim().toLowerCase()

export type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown }

/**
 * Sorts what went wrong. Only a refusal of this very mail is final (5xx to the address or the text); a server that is away,
 * full, or does not know our password may be right again in an hour.
 */
export function refusalOf({ code, responseCode }: SmtpError): Delivery {
  const answered = typeof responseCode === 'number' && responseCode > 0 ? responseCode : null
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return {
    ok: false,
    code: answered !== null ? String(answered) : typeof code === 'string' && /^[A-Z]{3,20}$/.test(code) ? code : 'unknown',
    permanent: ofThisMail && (answered === null ? code === 'EENVELOPE' : answered >= 500),
  }
}

/** A code of refusalOf, or one of our own, as something that can be acted on. */
export function faultOf(code: string): MailFault {
  if (code === 'tooOld' || code === 'left' || code === 'address' || code === 'noAnswer') return code
  if (code === 'EAUTH' || /^5(30|34|35)$/.test(code)) return 'signIn'
  if (code === 'EENVELOPE') return 'address'
  if (/^4\d\d$/.test(code)) return 'later'
  if (/^5\d\d$/.test(code)) return 'refused'
  return /^E[A-Z]+$/.test(code) ? 'noAnswer' : 'other'
}

/** Where a page of the list ended, as it stands in an address. */
export const placeText = ({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): string =>
  `${createdAt.toISOString()}_${id}`

export function readPlace(text: string | null): Place | null {
  const [at = '', id = ''] = (text ?? '').split('_')
  const instant = new Date(at)
  return isId(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null
}

/**
 * `smtp://` to another machine goes on only over TLS (STARTTLS), where nothing else is said: whoever stands between could else take the offer
 * of it away, and read the mail and the password (ASVS 12.3.1). A server of the house that has no TLS is said to have none: `?requireTLS=false`.
 */
export function overTls(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'smtp:' || isHere || url.searchParams.has('requireTLS')) return smtpUrl
  url.searchParams.set('requireTLS', 'true')
  return url.href
}
