import type { Role } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Contact,
  leaderOfPerson,
  personsAtWork,
  personsWithRoles,
  personWithRoles,
  privacyContactsOf,
  reachOf,
} from '../people/public.ts'
import { receiverKinds } from './fields.ts'
import type { Question, Receivers, SentTo } from './question.ts'
import { receiversFor } from './rules.ts'

/** Who would have a question today. `by`: the role that has it in the place of whoever is asked; null: they have it themselves. */
export type Reached = {
  readonly sentTo: SentTo
  /** Never whoever asks: nobody asks themselves. */
  readonly persons: readonly Contact[]
  readonly by: Role | null
  /** Whoever asks is the one that would be asked, or one of them. */
  readonly holds: boolean
}

/** Whom a question of this person comes to today. */
export async function receiversOf(ctx: Ctx, sentTo: SentTo, personId: string | null): Promise<Receivers> {
  if (sentTo === 'ciso' || sentTo === 'dpo' || personId === null) return receiversFor(sentTo, { leader: null, contacts: [] })
  if (sentTo === 'leader') return receiversFor(sentTo, { leader: (await leaderOfPerson(ctx, personId))?.id ?? null, contacts: [] })
  const unit = personId === ctx.actor.personId ? ctx.actor.unitId : ((await personWithRoles(ctx, personId))?.values.unit ?? null)
  const { contacts } = await privacyContactsOf(ctx, unit)
  // A contact who asks is not asked: the next in line is.
  return receiversFor(sentTo, { leader: null, contacts: contacts.map(({ id }) => id).filter((id) => id !== personId) })
}

/** The people behind it: by name, those who hold the role, or whoever stands in for it; nobody where only the administrator can help. */
export async function peopleBehind(
  ctx: Ctx,
  { persons, office }: Pick<Question['values'], 'office'> & { readonly persons: readonly string[] },
) {
  if (office === null) return { people: [...(await personsAtWork(ctx, persons)).values()], role: null }
  const role = (await reachOf(ctx, [office])).reached[0] ?? null
  return { people: role === null ? [] : await personsWithRoles(ctx, [role]), role }
}

/** Everybody that one may ask, each with the people that it would come to. */
export async function whomToAsk(ctx: Ctx): Promise<readonly Reached[]> {
  const found: Reached[] = []
  for (const sentTo of receiverKinds) {
    const to = await receiversOf(ctx, sentTo, ctx.actor.personId)
    found.push(reached(ctx, sentTo, await peopleBehind(ctx, to), sentTo === 'privacyContact' && (await isOwnContact(ctx))))
  }
  return found
}

const isOwnContact = async (ctx: Ctx): Promise<boolean> =>
  (await privacyContactsOf(ctx, ctx.actor.unitId)).contacts.some(({ id }) => id === ctx.actor.personId)

type Behind = Awaited<ReturnType<typeof peopleBehind>>
function reached({ actor }: Ctx, sentTo: SentTo, { people, role }: Behind, holds = false): Reached {
  const persons = people.filter(({ id }) => id !== actor.personId)
  return { sentTo, persons, by: role === sentTo ? null : role, holds: holds || persons.length < people.length }
}

/** The information security manager, or whoever has the questions meanwhile (S4-084). */
export async function securityAdvisers(ctx: Ctx): Promise<Reached> {
  return reached(ctx, 'ciso', await peopleBehind(ctx, { persons: [], office: 'ciso' }))
}
