import { clockwork, type Role, roles as roleOrder } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { alsoSee, demoOrganisations, profileAt } from '../../organisation/public.ts'
import { demoPersons, mostTelling, titleOf } from '../../people/public.ts'
import { isMarkedDemo } from '../setup/store.ts'
import type { DemoGroup } from './demo.ts'

/** By the start's own choice, or because the first page loaded the example data: in this process or in another. */
export const demoIsOn = async (ctx: Ctx): Promise<boolean> => ctx.house.demo || (await isMarkedDemo(ctx.tx))

/** Those with a slug, grouped by organisation, employees first. Sees example organisations only. */
export async function demoGroups(ctx: Ctx, locale: Locale): Promise<readonly DemoGroup[]> {
  const organisations = await demoOrganisations(ctx.tx)
  await alsoSee(
    ctx.tx,
    organisations.map((one) => one.id),
  )
  const groups: DemoGroup[] = []
  for (const { id, name, profileVersion } of organisations) {
    const inside: Ctx = { ...ctx, actor: clockwork(id, profileVersion) }
    const profile = await profileAt(inside, profileVersion)
    const people = [...(await demoPersons(inside))].sort((a, b) => order(a.roles) - order(b.roles) || a.slug.localeCompare(b.slug))
    groups.push({
      organisation: name,
      language: profile.locale,
      people: people.map((person) => ({
        slug: person.slug,
        name: person.name,
        role: titleOf(profile, mostTelling(person.roles), locale),
        hint: hintOf(person.name, titleOf(profile, mostTelling(person.roles), profile.locale), person.unit),
        organisation: name,
        organisationId: id,
        personId: person.id,
      })),
    })
  }
  return groups
}

const hintOf = (name: string, role: string, unit: string | null): string =>
  [name.startsWith(role) ? null : role, unit && !name.startsWith(unit) ? unit : null].filter(Boolean).join(' · ')

const order = (held: readonly Role[]): number => roleOrder.indexOf(mostTelling(held))
