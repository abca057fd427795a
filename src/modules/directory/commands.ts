import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { recordLater } from '../../kernel/audit-later.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isMailbox } from '../../kernel/mailbox.ts'
import { takeTurn } from '../../kernel/once.ts'
import { fingerprintOf } from '../identity/public.ts'
import { addPerson, editPerson, personWithRoles, setActive, unitsById } from '../people/public.ts'
import type { Draft, Read } from './attributes.ts'
import { type Attributes, type DirectoryEvent, type Entry, type Fault, fault, type TokenValues } from './directory.ts'
import { entryCalled, entryOf, isNameTaken, leaderCalled, ledBy, personAt, tokens, unitCalled, waiting, withoutUnit } from './queries.ts'
import * as rules from './rules.ts'
import { countUse, dropWaiting, freeExternalId, insertToken, keepEntry, keepWaiting, markFound, markGone, withdrawToken } from './store.ts'

type Done = { readonly ok: true } | Refusal
type Kept = { readonly ok: true; readonly entry: Entry } | Fault

/** `token`: shown by the page that asked for it, and known here as a sum alone. */
export async function makeToken(ctx: Ctx, id: string, token: string, values: TokenValues): Promise<Done> {
  await takeTurn(ctx, 'directory')
  const today = localDate(ctx.now)
  const all = await tokens(ctx)
  if (all.some((one) => one.id === id)) return { ok: true }
  const outcome = rules.makeToken(values, all.filter((one) => rules.holds(one, today)).length, ctx.actor, today)
  if (!outcome.ok) return outcome
  // A page from before it was withdrawn: what is gone does not hold again.
  if (!(await insertToken(ctx, id, fingerprintOf(token), values))) return refuse('tokenWithdrawn')
  await said(ctx, 'directory_token', id, { type: 'directory.tokenMade' })
  return outcome
}

export async function endToken(ctx: Ctx, id: string): Promise<Done> {
  if (!rules.mayConnect(ctx.actor)) return refuse('notAllowed')
  if (!(await withdrawToken(ctx, id))) return refuse('notFound')
  await said(ctx, 'directory_token', id, { type: 'directory.tokenWithdrawn' })
  return { ok: true }
}

/** How many times the token has been used in this minute, this one too. Undefined: it does not hold here. */
export const tokenUsed = (ctx: Ctx, token: string): Promise<number | undefined> => countUse(ctx, fingerprintOf(token), localDate(ctx.now))

/** An administrator says that somebody in the directory is the person with the same address here. From now on the directory keeps them. */
export async function connect(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (!rules.mayConnect(ctx.actor)) return 0
  await takeTurn(ctx, 'person')
  let done = 0
  for (const { id, person, externalId, email, name, userName } of await waiting(ctx)) {
    if (!ids.includes(id)) continue
    const taken = (await entryCalled(ctx, externalId)) !== undefined || (await isNameTaken(ctx, userName, null))
    if (!taken && !(await entryOf(ctx, person.id))) {
      const none = { formatted: null, givenName: null, familyName: null, department: null, manager: null }
      await keepEntry(ctx, person.id, { userName, externalId, email, displayName: name, ...none }, { unit: false, leader: false })
      await said(ctx, 'person', person.id, { type: 'directory.connected' })
      done += 1
    }
    await dropWaiting(ctx, person.id, userName)
  }
  return done
}

/** Somebody new in the directory: added here, or back, or waiting for an administrator where a person has the address already. */
export async function addEntry(ctx: Ctx, { active, ...attributes }: Draft): Promise<Kept> {
  await takeTurn(ctx, 'person')
  const wrong = inPlain(attributes)
  if (wrong) return wrong
  if (await isNameTaken(ctx, attributes.userName, null)) return taken('userName')
  const called = await entryCalled(ctx, attributes.externalId)
  if (called && !called.gone) return taken('externalId')
  const back = called && rules.isLasting(attributes.externalId) ? called.id : null
  const addresses = [attributes.email, attributes.userName].filter((one) => one !== null && isMailbox(one)) as readonly string[]
  const other = await personAt(ctx, addresses, back)
  if (other?.inDirectory) return taken('emails')
  if (other) {
    await keepWaiting(ctx, other.id, rules.nameOf(attributes), attributes)
    return fault(409, 'Somebody here has this address. An administrator must say in Varde whether they are the same person.', 'uniqueness')
  }
  if (called && back === null) await freeExternalId(ctx, attributes.externalId ?? '')
  return back === null ? added(ctx, attributes, active ?? true) : changed(ctx, back, null, attributes, active ?? true)
}

async function added(ctx: Ctx, attributes: Attributes, active: boolean): Promise<Kept> {
  const places = await placesOf(ctx, attributes)
  const values = rules.followed({ name: null, email: null, unit: null, leader: null, locale: null }, null, attributes, places)
  const kept = await whole(ctx, async () => {
    const outcome = await addPerson(ctx, values)
    if (!outcome.ok) return told(outcome)
    const { id } = outcome.next
    await keepEntry(ctx, id, attributes, foundIn(places))
    const left = active ? null : await setActive(ctx, id, null, false)
    return left && !left.ok ? told(left) : { ok: true as const, id }
  })
  if (!kept.ok) return refused(ctx, null, kept)
  await said(ctx, 'person', kept.id, { type: 'directory.added' })
  return settled(ctx, kept.id)
}

/** Changes what the directory says of somebody; `read` is asked under the lock. `tags`: the change was made of one of these versions. */
export async function changeEntry(ctx: Ctx, id: string, tags: readonly string[] | null, read: (stands: Attributes) => Read): Promise<Kept> {
  await takeTurn(ctx, 'person')
  const entry = await entryOf(ctx, id)
  if (!entry) return notThere
  if (tags && !tags.includes(entry.tag)) return fault(412, 'Somebody has changed this since it was read.')
  const after = read(entry.attributes)
  if (!after.ok) return after
  const { active, ...attributes } = after.draft
  const wrong = inPlain(attributes)
  if (wrong) return wrong
  if (await isNameTaken(ctx, attributes.userName, id)) return taken('userName')
  const called = attributes.externalId === entry.attributes.externalId ? undefined : await entryCalled(ctx, attributes.externalId)
  if (called && !called.gone) return taken('externalId')
  if (called) await freeExternalId(ctx, attributes.externalId ?? '')
  return changed(ctx, id, entry.attributes, attributes, active)
}

/** By the same deeds as an administrator's: all of them, or none. Comes back before anything else, and leaves after. */
async function changed(ctx: Ctx, id: string, before: Attributes | null, after: Attributes, active: boolean | null): Promise<Kept> {
  const places = await placesOf(ctx, after)
  const done = await whole(ctx, async () => {
    const person = await personWithRoles(ctx, id)
    if (!person) return notThere
    if (active === true && !person.active) {
      const outcome = await setActive(ctx, id, null, true)
      if (!outcome.ok) return told(outcome)
    }
    const values = rules.followed(person.values, before, after, places)
    if (Object.entries(values).some(([name, value]) => person.values[name as keyof typeof values] !== value)) {
      const outcome = await editPerson(ctx, id, null, values)
      if (!outcome.ok) return told(outcome)
    }
    if (active === false && person.active) {
      const outcome = await setActive(ctx, id, null, false)
      if (!outcome.ok) return told(outcome)
    }
    return { ok: true as const }
  })
  if (!done.ok) return refused(ctx, id, done)
  const fields = before === null ? [] : rules.changedIn(before, after)
  if (before === null || fields.length > 0) {
    await keepEntry(ctx, id, after, foundIn(places))
    await said(ctx, 'person', id, before === null ? { type: 'directory.added' } : { type: 'directory.changed', fields })
  }
  return settled(ctx, id)
}

/** Deleted in the directory: the person has left, and is kept, because the log and old cases name it. */
export async function removeEntry(ctx: Ctx, id: string, tags: readonly string[] | null): Promise<{ readonly ok: true } | Fault> {
  await takeTurn(ctx, 'person')
  const entry = await entryOf(ctx, id)
  if (!entry) return notThere
  if (tags && !tags.includes(entry.tag)) return fault(412, 'Somebody has changed this since it was read.')
  if (entry.active) {
    const outcome = await whole(ctx, () => setActive(ctx, id, null, false))
    if (!outcome.ok) return refused(ctx, id, told(outcome))
  }
  await markGone(ctx, id)
  await said(ctx, 'person', id, { type: 'directory.gone' })
  return { ok: true }
}

/** A unit has got its name: whoever the directory has in a department called so, and who has no unit, belongs to it. */
export async function followUnit(ctx: Ctx, unitId: string): Promise<void> {
  const name = (await unitsById(ctx, [unitId])).get(unitId)?.name
  if (name === undefined || (await unitCalled(ctx, name)) !== unitId) return
  for (const id of await withoutUnit(ctx, name)) {
    const person = await personWithRoles(ctx, id)
    if (person) await editPerson(ctx, id, null, { ...person.values, unit: unitId })
    await markFound(ctx, id, 'unit')
  }
}

/** A leader may come after those who are led. */
async function settled(ctx: Ctx, id: string): Promise<Kept> {
  const entry = await entryOf(ctx, id)
  if (!entry) return notThere
  if (entry.active)
    for (const one of await ledBy(ctx, entry)) {
      const person = await personWithRoles(ctx, one)
      if (person) await editPerson(ctx, one, null, { ...person.values, leader: id })
      await markFound(ctx, one, 'leader')
    }
  return { ok: true, entry: (await entryOf(ctx, id)) ?? entry }
}

const placesOf = async (ctx: Ctx, { department, manager }: Attributes): Promise<rules.Places> => ({
  unit: await unitCalled(ctx, department),
  leader: await leaderCalled(ctx, manager),
})

const foundIn = ({ unit, leader }: rules.Places) => ({ unit: unit !== undefined, leader: leader !== undefined })

function inPlain(attributes: Attributes): Fault | null {
  if (attributes.email !== null && !isMailbox(attributes.email))
    return fault(400, 'The address at work is no e-mail address.', 'invalidValue')
  const name = rules.withIdentityNumber(attributes)
  return name === null ? null : fault(400, `${name} must not hold a national identity number.`, 'invalidValue')
}

const notThere = fault(404, 'There is no such user.')
const taken = (what: string) => fault(409, `Another user has the same ${what}.`, 'uniqueness')

/** What the rules of people say, for whoever looks after the directory. */
const told = ({ why }: Refusal): Fault =>
  why === 'addressTaken'
    ? taken('emails')
    : why === 'lastAdmin'
      ? fault(409, 'This is the last administrator in Varde. Give the role to somebody else first.')
      : why === 'looksShared'
        ? fault(400, 'The name or the address looks like a mailbox or a department. Only people are added.', 'invalidValue')
        : fault(400, why === 'ownLeader' ? 'Nobody can be their own manager.' : 'The values were refused.', 'invalidValue')

/** One line a day and person, however often the directory tries again. */
async function refused(ctx: Ctx, id: string | null, why: Fault): Promise<Fault> {
  await recordLater(
    ctx,
    { type: 'person', id },
    { type: 'directory.refused', why: why.scimType ?? String(why.status) } as DirectoryEvent,
    'day',
  )
  return why
}

async function whole<T extends { readonly ok: boolean }>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint directory`.execute(ctx.tx)
  const outcome = await work()
  await (outcome.ok ? sql`release savepoint directory` : sql`rollback to savepoint directory`).execute(ctx.tx)
  return outcome
}

const said = (ctx: Ctx, type: string, id: string, event: DirectoryEvent) => record(ctx, { type, id }, [event])
