import { recordLater } from '../../../kernel/audit-later.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Begun, Ended, Vouched } from '../../../kernel/openid.ts'
import type { SignedInNow } from '../identity.ts'
import { plainAddress } from '../rules.ts'
import { closeOthers, closeSession, openSession, recordFor } from '../store.ts'
import type { ComeBackFault, LinkWay, Provider } from './provider.ts'
import { atWork, invitedBy, personExpected, personOfAddress, personOfSubject } from './queries.ts'
import { claimValue, linkingHours, verifiedEmail } from './rules.ts'
import { cameBy, closeOfProvider, forgetExpected, insertLink, subjectMark, takeOnce, valueMark } from './store.ts'
import { openUnderWay, sealUnderWay, type UnderWay } from './store-flow.ts'

/** Longer than an invitation holds. */
const invitationDays = linkingHours / 24 + 1

/** What the browser keeps while its person is with the provider. */
export const keepUnderWay = ({ house, now, actor }: Ctx, { id }: Provider, begun: Begun, to: string, link: string | null): string =>
  sealUnderWay(house, now, { ...begun, organisationId: actor.organisationId, providerId: id, to, link })

/** Of this browser, and not used before: whoever was sent somebody else's answer, or sends one twice, begins anew. */
export async function takeUnderWay(ctx: Ctx, { id }: Provider, kept: string | null, state: string | null): Promise<UnderWay | undefined> {
  const underWay = openUnderWay(ctx.house, ctx.now, kept, ctx.actor.organisationId, id)
  const isTheirs = underWay !== undefined && state === underWay.state
  return isTheirs && (await takeOnce(ctx, `state|${id}|${underWay.state}`)) ? underWay : undefined
}

type Refused = { readonly ok: false; readonly why: ComeBackFault }

/**
 * Signs in whoever a provider has vouched for, as the person that its subject is linked to. One that is new is linked once: by the invitation
 * that they came by, or by what the administrator chose. The session is of that person in this organisation, and of no account.
 */
export async function comeBack(
  ctx: Ctx,
  provider: Provider,
  vouched: Vouched,
  invitation: string | null,
  before: string | null,
): Promise<SignedInNow | Refused> {
  const { organisationId } = ctx.actor
  const found = await personFor(ctx, provider, vouched, invitation)
  if ('ok' in found) return found
  const person = await atWork(ctx, found.personId)
  if (!person) return { ok: false, why: 'notLinked' }
  if (before !== null) await closeSession(ctx, before)
  const who = { organisationId, personId: person.id }
  const token = await openSession(ctx, null, who, ctx.now, 'more', undefined, provider.id)
  await cameBy(ctx, token, provider.id, vouched.session)
  if (found.way) await recordFor(ctx, who, null, { type: 'account.linked', way: found.way })
  await recordFor(ctx, who, null, { type: 'account.signedIn', way: 'openid' })
  return { ok: true, token, ...who }
}

async function personFor(
  ctx: Ctx,
  provider: Provider,
  { subject, claims }: Vouched,
  invitation: string | null,
): Promise<{ readonly personId: string; readonly way: LinkWay | null } | Refused> {
  const of = { house: ctx.house, providerId: provider.id }
  const at = subjectMark(of, subject)
  const linked = await personOfSubject(ctx, provider.id, at)
  if (invitation !== null) {
    const invited = await invitedBy(ctx, invitation)
    if (!invited) return { ok: false, why: 'deadLink' }
    if (linked !== null) return linked === invited.id ? { personId: linked, way: null } : { ok: false, why: 'otherLinked' }
    // Used up, also where the link is taken away again: then the invitation would be as it was before.
    if (!(await takeOnce(ctx, `invitation|${invitation}`, invitationDays))) return { ok: false, why: 'deadLink' }
    return link(ctx, provider, at, invited.id, 'invitation', 'otherLinked')
  }
  if (linked !== null) return { personId: linked, way: null }
  const { linking, claim } = provider.values
  if (linking === 'email') {
    const address = verifiedEmail(claims)
    const personId = address && (await personOfAddress(ctx, plainAddress(address)))
    if (personId) return link(ctx, provider, at, personId, 'email', 'notLinked')
  }
  if (linking === 'claim' && claim !== null) {
    const value = claimValue(claims, claim)
    const personId = value && (await personExpected(ctx, provider.id, valueMark(of, claim, value)))
    if (personId) return link(ctx, provider, at, personId, 'claim', 'notLinked')
  }
  return { ok: false, why: 'notLinked' }
}

/** Nobody who has left is linked, and nobody a second time: what links is used up. */
async function link(
  ctx: Ctx,
  provider: Provider,
  subject: Buffer,
  personId: string,
  way: LinkWay,
  otherwise: ComeBackFault,
): Promise<{ readonly personId: string; readonly way: LinkWay } | Refused> {
  if (!(await atWork(ctx, personId))) return { ok: false, why: 'notLinked' }
  if (!(await insertLink(ctx, provider.id, subject, personId, way))) return { ok: false, why: otherwise }
  await forgetExpected(ctx, provider.id, personId)
  return { personId, way }
}

/** Nobody was signed in: one line an hour and kind, with how many times, so that trying does not fill the log. Of whom, nothing. */
export async function recordRefused(ctx: Ctx, provider: Provider, why: ComeBackFault): Promise<void> {
  await recordLater(ctx, { type: 'openidProvider', id: provider.id }, { type: 'account.signInRefused', ...{ why } }, 'hour')
}

/** Somebody was signed out at the provider. Its word is taken once. Answers how many sessions ended; undefined where it was said before. */
export async function endElsewhere(ctx: Ctx, provider: Provider, { subject, session, once }: Ended): Promise<number | undefined> {
  if (!(await takeOnce(ctx, `logout|${provider.id}|${once}`))) return undefined
  return endSessions(ctx, provider, subject, session)
}

/** Of one session there, or of a person where none is named. A session that we do not know is none of ours. */
export async function endSessions(ctx: Ctx, provider: Provider, subject: string | null, session: string | null): Promise<number> {
  let ended = session === null ? 0 : await closeOfProvider(ctx, provider.id, session)
  if (session === null && subject !== null) {
    const personId = await personOfSubject(ctx, provider.id, subjectMark({ house: ctx.house, providerId: provider.id }, subject))
    if (personId !== null) ended = await closeOthers(ctx, { accountId: null, organisationId: ctx.actor.organisationId, personId }, null)
  }
  if (ended > 0) await recordLater(ctx, { type: 'openidProvider', id: provider.id }, { type: 'account.endedElsewhere' }, 'day')
  return ended
}
