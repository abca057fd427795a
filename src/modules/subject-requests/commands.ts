import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { assignFields } from './fields.ts'
import { requestProfile } from './profile.ts'
import { assignReferences, openedRequest, openOwn, systemsHolding } from './queries.ts'
import { systemsById } from './queries-overview.ts'
import * as rules from './rules.ts'
import { correctRequest as corrected } from './rules-correct.ts'
import { addCorrection, addSearches, nextReference, readSearches, store, writeFinding } from './store.ts'
import type {
  Answering,
  Asking,
  Assigning,
  Correcting,
  Extending,
  Finding,
  Identifying,
  Opened,
  Registering,
  SubjectRequest,
  SubjectRequestEvent,
} from './subject-request.ts'
import { requestTasks } from './tasks.ts'
import { texts } from './texts.ts'

export type Done = Promise<Outcome<SubjectRequest, SubjectRequestEvent>>

/** `id`: the one its page made, so that a double press asks once. `open`: by somebody without an account. */
export const askRequest = (ctx: Ctx, id: string, asking: Asking, channel: 'signedIn' | 'open'): Done =>
  receive(ctx, id, asking, { channel, receivedOn: localDate(ctx.now), askedBy: channel === 'open' ? null : ctx.actor.personId })

/** As `askRequest`; whoever has an open one of the same right is shown it first. */
export async function askOnce(ctx: Ctx, id: string, asking: Asking): Done {
  const from = { channel: 'signedIn', receivedOn: localDate(ctx.now), askedBy: ctx.actor.personId } as const
  const tried = rules.receiveRequest(id, asking, { ...from, reference: '' }, requestProfile(await profileOf(ctx)), ctx.now)
  if (!tried.ok) return tried
  const hasOpen = (await openOwn(ctx)).some((open) => open.right === asking.right && open.id !== id)
  return hasOpen ? refuse('openAlready', ['right']) : receive(ctx, id, asking, from)
}

/** Came in a letter, by e-mail or in person, and is written down by whoever received it. */
export async function registerRequest(ctx: Ctx, id: string, values: Registering): Done {
  const refused = rules.registerRefused(values, ctx.actor, requestProfile(await profileOf(ctx)))
  if (refused) return refused
  const { channel, receivedOn, ...asking } = values
  return receive(ctx, id, asking, { channel, receivedOn, askedBy: null })
}

async function receive(ctx: Ctx, id: string, asking: Asking, from: Omit<rules.From, 'reference'>): Done {
  const profile = requestProfile(await profileOf(ctx))
  // The number is taken last: what is refused leaves no gap.
  const tried = rules.receiveRequest(id, asking, { ...from, reference: '' }, profile, ctx.now)
  if (!tried.ok) return tried
  const outcome = await store.add(ctx, id, { ...asking, ...from } as SubjectRequest['values'], async (newId) => {
    const reference = await nextReference(ctx, Number(localDate(ctx.now).slice(0, 4)))
    return rules.receiveRequest(newId, asking, { ...from, reference }, profile, ctx.now)
  })
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next.id)
  const { reference } = outcome.next.values
  await tell(ctx, {
    kind: 'subjectRequest.received',
    title: inAll((locale) => texts(locale).messages.received),
    to: { roles: profile.receivers },
    reference,
    href: hrefOf(outcome.next),
  })
  return outcome
}

/** What was written in is put right, and whoever has it to answer is told: the day to answer by may be another. */
export async function correctRequest(ctx: Ctx, id: string, version: number | null, given: Correcting): Done {
  const profile = requestProfile(await profileOf(ctx))
  const outcome = await followed(
    ctx,
    await decide(ctx, store, id, version, (request) => corrected(request, given, ctx.actor, ctx.now, profile)),
  )
  if (!outcome.ok) return outcome
  await addCorrection(ctx, id, outcome.events[0].fields ?? [], given.correctReason ?? '')
  const { responsible, reference } = outcome.next.values
  if (responsible !== null && responsible !== ctx.actor.personId)
    await tell(ctx, {
      kind: 'subjectRequest.corrected',
      title: inAll((locale) => texts(locale).messages.corrected),
      to: { persons: [responsible] },
      reference,
      href: hrefOf(outcome.next),
    })
  return outcome
}

export async function assignRequest(ctx: Ctx, id: string, version: number | null, given: Assigning): Done {
  const profile = requestProfile(await profileOf(ctx))
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof assignFields>(
    ctx,
    assignReferences,
    given,
    stands && { unit: stands.unit, responsible: stands.responsible },
  )
  if (strange.length > 0) return refuse('notARecord', strange)
  const outcome = await followed(
    ctx,
    await decide(ctx, store, id, version, (request) => rules.assignRequest(request, given, ctx.actor, profile)),
  )
  if (outcome.ok && given.responsible !== null && given.responsible !== ctx.actor.personId)
    await tell(ctx, {
      kind: 'subjectRequest.assigned',
      title: inAll((locale) => texts(locale).messages.assigned),
      to: { persons: [given.responsible] },
      reference: outcome.next.values.reference,
      href: hrefOf(outcome.next),
    })
  return outcome
}

export async function confirmIdentity(ctx: Ctx, id: string, version: number | null, given: Identifying): Done {
  const profile = requestProfile(await profileOf(ctx))
  return decide(ctx, store, id, version, (request) => rules.confirmIdentity(request, given, ctx.actor, ctx.now, profile))
}

/** A checklist of the systems that may hold something; pressed again, it has those that have come since. */
export async function beginSearch(ctx: Ctx, id: string, version: number | null): Done {
  const profile = requestProfile(await profileOf(ctx))
  const request = await openedRequest(ctx, id)
  const { subjects, unit } = request?.values ?? {}
  const systems = subjects ? await systemsHolding(ctx, subjects, unit ?? null) : []
  const lines = systems.filter(({ system }) => !request?.searches.some((search) => search.system === system))
  if (request && request.searches.length > 0 && lines.length === 0) return refuse('nothingChanged')
  const outcome = await decide(ctx, store, id, version, (record) => rules.beginSearch(record, systems.length, ctx.actor, profile))
  if (outcome.ok) await addSearches(ctx, id, lines)
  return followed(ctx, outcome)
}

export async function answerSearch(ctx: Ctx, id: string, searchId: string, version: number | null, finding: Finding): Done {
  const profile = requestProfile(await profileOf(ctx))
  const locked = await store.lock(ctx, id)
  const searches = await readSearches(ctx, id)
  const search = searches.find((one) => one.id === searchId)
  if (!locked || !search) return refuse('notFound')
  if (version !== null && version !== search.version) return refuse('stale')
  const outcome = await decide(ctx, store, id, null, (request) =>
    rules.answerSearch({ ...request, searches }, search, finding, ctx.actor, profile),
  )
  if (!outcome.ok) return outcome
  if (!(await writeFinding(ctx, searchId, search.version, finding))) throw new Error('The locked request changed under its lock')
  return followed(ctx, outcome)
}

export async function extendRequest(ctx: Ctx, id: string, version: number | null, given: Extending): Done {
  const profile = requestProfile(await profileOf(ctx))
  return followed(ctx, await decide(ctx, store, id, version, (request) => rules.extendRequest(request, given, ctx.actor, ctx.now, profile)))
}

export async function answerRequest(ctx: Ctx, id: string, version: number | null, given: Answering): Done {
  const profile = requestProfile(await profileOf(ctx))
  const searches = await readSearches(ctx, id)
  const outcome = await followed(
    ctx,
    await decide(ctx, store, id, version, (request) => rules.answerRequest({ ...request, searches }, given, ctx.actor, ctx.now, profile)),
  )
  return outcome.ok ? toldAsker(ctx, outcome, 'answered') : outcome
}

export async function sendOnRequest(ctx: Ctx, id: string, version: number | null): Done {
  const profile = requestProfile(await profileOf(ctx))
  const outcome = await followed(
    ctx,
    await decide(ctx, store, id, version, (request) => rules.sendOnRequest(request, ctx.actor, ctx.now, profile)),
  )
  return outcome.ok ? toldAsker(ctx, outcome, 'sentOn') : outcome
}

const hrefOf = ({ id }: { readonly id: string }) => `/egne-opplysninger/${id}`

async function toldAsker<O extends { readonly next: SubjectRequest }>(ctx: Ctx, outcome: O, word: 'answered' | 'sentOn'): Promise<O> {
  const { askedBy, reference } = outcome.next.values
  if (askedBy !== null && askedBy !== ctx.actor.personId)
    await tell(ctx, {
      kind: `subjectRequest.${word}`,
      title: inAll((locale) => texts(locale).messages[word]),
      to: { persons: [askedBy] },
      reference,
      href: hrefOf(outcome.next),
    })
  return outcome
}

async function followed<O extends { readonly ok: true; readonly next: SubjectRequest } | Refusal>(ctx: Ctx, outcome: O): Promise<O> {
  if (outcome.ok) await follow(ctx, outcome.next.id)
  return outcome
}

async function follow(ctx: Ctx, id: string): Promise<void> {
  const row = await store.lock(ctx, id)
  if (!row) return
  const request: Opened = { ...row, searches: await readSearches(ctx, id) }
  const names = await systemsById(
    ctx,
    request.searches.map(({ system }) => system),
  )
  const specs = requestTasks(request, requestProfile(await profileOf(ctx)), (system) => names.get(system) ?? '')
  const subject = { type: 'subject_request', id, reference: request.values.reference, href: hrefOf(request) }
  await syncTasks(ctx, subject, 'subject_request.', specs)
}

/** Somebody took out the overview or the letter: in the log, since it says whose case it is. */
export const noteDocument = (ctx: Ctx, id: string): Promise<void> =>
  record(ctx, { type: 'subject_request', id }, [{ type: 'subject_request.documentMade' }])
