import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById, titleOf } from '../people/public.ts'
import { adviceProfile } from './profile.ts'
import { peopleBehind, type Reached, securityAdvisers, whomToAsk } from './queries-contacts.ts'
import type { Question } from './question.ts'
import { texts } from './texts.ts'

/** What those who may be asked are called here, in the words of a page. */
async function titled(ctx: Ctx, { sentTo, persons, by, holds }: Reached, locale: Locale) {
  const profile = await profileOf(ctx)
  const title = sentTo === 'leader' ? texts(locale).contacts.leader : titleOf(profile, sentTo, locale)
  return { sentTo, title, persons, holds, by: by === null ? null : titleOf(profile, by, locale) }
}

/** Everybody that one may ask, and the mailbox of the profile (S0-05, S2-13). */
export async function whom(ctx: Ctx, locale: Locale) {
  const profile = await profileOf(ctx)
  const { mailbox } = adviceProfile(profile)
  const asked = []
  for (const reached of await whomToAsk(ctx)) asked.push(await titled(ctx, reached, locale))
  return { asked, mailbox: mailbox === null ? null : { title: titleOf(profile, 'controller', locale), address: mailbox } }
}

/** The information security manager by name (S4-084). */
export const securityAdviser = async (ctx: Ctx, locale: Locale) => titled(ctx, await securityAdvisers(ctx), locale)

/** Who has a question now, in words: by name, or the role with those who do its work. */
export async function holderOf(ctx: Ctx, { values }: Question, locale: Locale): Promise<string> {
  const { people, role } = await peopleBehind(ctx, { persons: values.receivers, office: values.office })
  const names = people.map(({ name }) => name).join(', ')
  if (values.office === null) return names
  return role === null ? texts(locale).contacts.nobody : `${titleOf(await profileOf(ctx), role, locale)}: ${names}`
}

/** With whom it is shared, by name or by what the role is called. */
export async function sharedWith(ctx: Ctx, { shares }: Question, locale: Locale) {
  const persons = await personsById(
    ctx,
    shares.flatMap(({ person }) => person ?? []),
  )
  const profile = await profileOf(ctx)
  return shares.map(({ id, person, role, reason, sharedAt, endedAt }) => ({
    ...{ id, reason, sharedAt, endedAt },
    name: role === null ? (persons.get(person ?? '')?.name ?? '') : texts(locale).share.role(titleOf(profile, role, locale).toLowerCase()),
  }))
}
